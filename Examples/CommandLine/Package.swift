// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "Ladder",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Patchwise", path: "../..")],
  targets: [
    .executableTarget(
      name: "Ladder",
      dependencies: [
        .product(name: "Patchwise", package: "Patchwise"),
        .product(name: "PatchwiseDialogue", package: "Patchwise"),
        .product(name: "PatchwiseYAML", package: "Patchwise"),
      ],
      resources: [.copy("ladder.yaml")],
      swiftSettings: strict
    ),
    .testTarget(
      name: "LadderTests",
      dependencies: [
        "Ladder",
        .product(name: "Patchwise", package: "Patchwise"),
        .product(name: "PatchwiseYAML", package: "Patchwise"),
        .product(name: "PatchwiseTranscripts", package: "Patchwise"),
        .product(name: "PatchwiseVerification", package: "Patchwise"),
      ],
      resources: [.copy("ladder.transcript")],
      swiftSettings: strict
    ),
  ]
)
