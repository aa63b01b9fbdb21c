// swift-tools-version: 6.2

import PackageDescription

/// What the compiler is told the package around this one is called: by its folder.
///
/// Under this name the files of the tool reach what they do where they stand.
let around = String(
  Context.packageDirectory.split(separator: "/").dropLast(2).last.map { $0.lowercased() } ?? ""
)
.map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()

let package = Package(
  name: "Fuzzing",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Patchwise", path: "../..")],
  targets: [
    // What libFuzzer calls. The decisions on lines of JSON are part of the tool, which is no library; their files
    // are compiled in, by links.
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        .product(name: "Patchwise", package: "Patchwise"),
        .product(name: "PatchwiseDialogue", package: "Patchwise"),
        .product(name: "PatchwiseExosomes", package: "Patchwise"),
        .product(name: "PatchwiseTranscripts", package: "Patchwise"),
        .product(name: "PatchwiseYAML", package: "Patchwise"),
      ],
      packageAccess: false,
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
        .unsafeFlags(["-package-name", around]),
      ]
    )
  ]
)
