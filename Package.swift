// swift-tools-version: 6.2

import PackageDescription

/// What every target of ours is compiled with.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),  // a public import must be written, and used
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "Patchwise",
  platforms: [.macOS(.v15), .iOS(.v18)],
  products: [
    .library(name: "Patchwise", targets: ["Patchwise"]),
    .library(name: "PatchwiseYAML", targets: ["PatchwiseYAML"]),
    .library(name: "PatchwiseExosomes", targets: ["PatchwiseExosomes"]),
    .library(name: "PatchwiseVerification", targets: ["PatchwiseVerification"]),
    .library(name: "PatchwiseDialogue", targets: ["PatchwiseDialogue"]),
    .library(name: "PatchwiseTranscripts", targets: ["PatchwiseTranscripts"]),
    .library(name: "PatchwiseMutation", targets: ["PatchwiseMutation"]),
    .library(name: "PatchwiseDocuments", targets: ["PatchwiseDocuments"]),
    .executable(name: "patchwise", targets: ["PatchwiseTool"]),
  ],
  traits: [
    .default(enabledTraits: ["Readline"]),
    .trait(
      name: "Readline",
      description: "Line editing with GNU readline; the tool is then under the GPL, version 3."
    ),
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
  ],
  targets: [
    // The engine. It imports the standard library alone, whose rounding lives in libm on Linux.
    .target(
      name: "Patchwise",
      swiftSettings: strict,
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux, .android]))]
    ),

    // Knowledge files: YAML in, a checked knowledge base or diagnostics out.
    .target(
      name: "PatchwiseYAML",
      dependencies: ["Patchwise", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict
    ),

    // The bundled knowledge: its files, compiled in, and the library that loads them.
    .target(
      name: "CExosomeKnowledge", path: "Knowledge",
      exclude: ["exosome-serum", "exosome-serum.compiled", "knowledge.schema.json"]
    ),
    .target(
      name: "PatchwiseExosomes",
      dependencies: ["PatchwiseYAML", "CExosomeKnowledge"],
      swiftSettings: strict
    ),

    // Proofs over every possible person, and exact counts, which no machine number holds.
    .target(
      name: "PatchwiseVerification",
      dependencies: ["Patchwise", .product(name: "BigInt", package: "BigInt")],
      swiftSettings: strict
    ),
    .target(name: "PatchwiseDialogue", dependencies: ["Patchwise"], swiftSettings: strict),
    .target(
      name: "PatchwiseTranscripts",
      dependencies: ["Patchwise", "PatchwiseDialogue"],
      swiftSettings: strict
    ),

    // Small changes that break knowledge, and the transcripts that notice them.
    .target(
      name: "PatchwiseMutation",
      dependencies: [
        "Patchwise", "PatchwiseDialogue", "PatchwiseTranscripts", "PatchwiseVerification",
      ],
      swiftSettings: strict
    ),

    // What is written for others to read: values in, text out.
    .target(
      name: "PatchwiseDocuments",
      dependencies: ["Patchwise", "PatchwiseDialogue"],
      swiftSettings: strict
    ),

    // GNU readline, reached by the tool alone.
    .systemLibrary(
      name: "CReadline",
      providers: [.apt(["libreadline-dev"]), .brew(["readline"])]
    ),
    .target(
      name: "PatchwiseReadline",
      dependencies: [
        "PatchwiseDialogue",
        .target(name: "CReadline", condition: .when(traits: ["Readline"])),
      ],
      swiftSettings: strict
    ),

    // What a new knowledge base begins with: its files, compiled in.
    .target(
      name: "CTemplate", exclude: ["houseplant.yaml", "houseplant.transcript"]
    ),

    // The command `patchwise`. Its folder is not called so, because a file system that ignores
    // case could not tell it from the engine's.
    .executableTarget(
      name: "PatchwiseTool",
      dependencies: [
        "Patchwise", "PatchwiseYAML", "PatchwiseExosomes", "PatchwiseVerification",
        "PatchwiseDialogue", "PatchwiseTranscripts", "PatchwiseMutation", "PatchwiseDocuments",
        "PatchwiseReadline", "CTemplate",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "BigInt", package: "BigInt"),
      ],
      swiftSettings: strict
    ),

    // What tests of several targets share.
    .target(
      name: "PatchwiseTestSupport",
      dependencies: ["Patchwise"],
      path: "Tests/PatchwiseTestSupport",
      swiftSettings: strict
    ),
    .testTarget(
      name: "PatchwiseToolTests",
      dependencies: [
        "Patchwise", "PatchwiseYAML", "PatchwiseExosomes", "PatchwiseDialogue",
        "PatchwiseTranscripts", "PatchwiseVerification", "PatchwiseTestSupport", "PatchwiseTool",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "PatchwiseTests",
      dependencies: ["Patchwise", "PatchwiseTestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "PatchwiseDialogueTests",
      dependencies: ["PatchwiseDialogue", "Patchwise", "PatchwiseYAML", "PatchwiseTestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "PatchwiseTranscriptsTests",
      dependencies: [
        "PatchwiseTranscripts", "PatchwiseDialogue", "Patchwise", "PatchwiseYAML",
        "PatchwiseTestSupport",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "PatchwiseMutationTests",
      dependencies: [
        "PatchwiseMutation", "PatchwiseTranscripts", "PatchwiseVerification", "PatchwiseDialogue",
        "Patchwise", "PatchwiseYAML", "PatchwiseTestSupport",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "PatchwiseDocumentsTests",
      dependencies: [
        "PatchwiseDocuments", "PatchwiseDialogue", "Patchwise", "PatchwiseYAML",
        "PatchwiseTestSupport",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "PatchwiseReadlineTests",
      dependencies: ["PatchwiseReadline"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "PatchwiseYAMLTests",
      dependencies: [
        "PatchwiseYAML", "Patchwise", "PatchwiseVerification", "PatchwiseTestSupport",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "PatchwiseExosomesTests",
      dependencies: [
        "PatchwiseExosomes", "Patchwise", "PatchwiseYAML", "PatchwiseTestSupport",
        "PatchwiseVerification", .product(name: "BigInt", package: "BigInt"),
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "PatchwiseVerificationTests",
      dependencies: [
        "PatchwiseVerification", "Patchwise", "PatchwiseExosomes", "PatchwiseTestSupport",
        .product(name: "BigInt", package: "BigInt"),
      ],
      swiftSettings: strict
    ),
  ]
)
