// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "Service",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "Patchwise", path: "../.."),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
  ],
  targets: [
    .target(
      name: "Service",
      dependencies: [
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "Patchwise", package: "Patchwise"),
      ],
      resources: [.copy("openapi.json")],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "ServiceCommand",
      dependencies: [
        "Service",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Patchwise", package: "Patchwise"),
        .product(name: "PatchwiseExosomes", package: "Patchwise"),
        .product(name: "PatchwiseYAML", package: "Patchwise"),
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ServiceTests",
      dependencies: [
        "Service", "ServiceCommand",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "Patchwise", package: "Patchwise"),
        .product(name: "PatchwiseExosomes", package: "Patchwise"),
        .product(name: "PatchwiseYAML", package: "Patchwise"),
      ],
      swiftSettings: strict
    ),
  ]
)
