// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "ObservableModel",
  platforms: [.macOS(.v15), .iOS(.v18)],
  products: [.library(name: "ObservableModel", targets: ["ObservableModel"])],
  dependencies: [.package(name: "Patchwise", path: "../..")],
  targets: [
    .target(
      name: "ObservableModel",
      dependencies: [.product(name: "Patchwise", package: "Patchwise")],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ObservableModelTests",
      dependencies: [
        "ObservableModel",
        .product(name: "Patchwise", package: "Patchwise"),
        .product(name: "PatchwiseYAML", package: "Patchwise"),
      ],
      swiftSettings: strict
    ),
  ]
)
