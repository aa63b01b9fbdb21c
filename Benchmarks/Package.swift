// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "Patchwise", path: ".."),
    // Its interposers are packages of their own; allocations are counted by CAllocations instead.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    // The neutral workloads: questions, rules and people from a seed, and what the rules say of each.
    .target(name: "Workloads", swiftSettings: strict),

    // Counts what asks for memory.
    .target(name: "CAllocations"),

    // What is measured of the library, inside one process.
    .executableTarget(
      name: "Engine",
      dependencies: [
        "CAllocations", "Workloads",
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "Patchwise", package: "Patchwise"),
        .product(name: "PatchwiseExosomes", package: "Patchwise"),
        .product(name: "PatchwiseYAML", package: "Patchwise"),
      ],
      path: "Benchmarks/Engine",
      swiftSettings: strict,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    ),

    // Runs all of it, floors and peers too, and prints one table.
    .executableTarget(name: "Compare", dependencies: ["Workloads"], swiftSettings: strict),
  ]
)
