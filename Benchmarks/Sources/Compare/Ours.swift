import Foundation
import Workloads

/// What is ours: the library inside one process, and the tool as people call it.
struct Ours {
  let scratch: Scratch
  /// The package of the benchmarks.
  let package: String
  /// The tool with Swift's libraries in it.
  let tool: String

  // MARK: The library

  /// What was measured of one thing, for one time it was done.
  struct Reading {
    var time: Measurement
    var allocations: Double
  }

  /// Measures the library, with the benchmarks whose names match.
  func measureLibrary(_ sizes: [Workload.Size], seconds: Int) throws -> [String: Reading] {
    let results = "\(scratch.folder)/Current_run.jmh.json"
    try? FileManager.default.removeItem(atPath: results)
    let filters = (sizes.map(\.rawValue) + ["bundled"]).flatMap { ["--filter", "\($0) .*"] }
    let child = Child(
      environment(seconds) + [
        "swift", "package", "--package-path", package, "--allow-writing-to-directory",
        scratch.folder, "benchmark", "--target", "Engine", "--format", "jmh", "--path",
        scratch.folder, "--no-progress",
      ] + filters)
    let result = child.run()
    guard result.status == 0, let data = FileManager.default.contents(atPath: results) else {
      throw Failure(
        "The library could not be measured.\n\(result.output.suffix(2_000))\(child.complaint)")
    }
    var readings: [String: Reading] = [:]
    for element in try JSONDecoder().decode([Element].self, from: data) {
      let name = element.benchmark.split(separator: ".").last.map(String.init) ?? ""
      let metrics = element.secondaryMetrics
      guard let times = metrics["Time (wall clock)"]?.rawData.first,
        let things = metrics["things"]?.mean, things > 0, let time = Measurement(times)
      else { continue }
      readings[name.replacing("_", with: " ")] = Reading(
        time: time.map { $0 / 1e6 / things },
        allocations: (metrics["allocations"]?.mean ?? 0) / things)
    }
    return readings
  }

  /// Lets our decisions be compared with the oracle's, and measures nothing.
  func compareLibrary(_ size: Workload.Size) throws {
    let engine = "\(package)/.build/release/Engine"
    let child = Child(environment(0) + [engine, "--filter", "\(size.rawValue) (decide|step)"])
    guard child.run().status == 0 else { throw Failure(child.complaint) }
  }

  private func environment(_ seconds: Int) -> [String] {
    [
      "env", "PATCHWISE_BENCHMARK_DATA=\(scratch.folder)", "PATCHWISE_BENCHMARK_SECONDS=\(seconds)",
    ]
  }

  /// How many people's decisions were compared when a workload was measured last.
  func compared(_ size: Workload.Size) -> String {
    (try? String(contentsOfFile: scratch.path(size, "compared"), encoding: .utf8)) ?? "no"
  }

  private struct Element: Decodable {
    struct Metric: Decodable {
      var rawData: [[Double]]

      var mean: Double? {
        guard let values = rawData.first, !values.isEmpty else { return nil }
        return values.reduce(0, +) / Double(values.count)
      }
    }

    var benchmark: String
    var secondaryMetrics: [String: Metric]
  }

  // MARK: The tool

  /// The command that turns lines of answers into lines of decisions.
  func lines(_ size: Workload.Size) -> [String] {
    [tool, "decide", "--knowledge", "\(scratch.folder)/\(KnowledgeFiles.root(of: size))"]
  }

  /// Returns how many lines of decisions are not what the oracle says, and how many there are.
  func wrong(in path: String, _ size: Workload.Size) throws -> (wrong: Int, count: Int) {
    struct Decision: Decodable {
      var levels: [String: String]
      var rules: [String]
    }
    let decoder = JSONDecoder()
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let expected = try String(contentsOfFile: scratch.path(size, "expected.tsv"), encoding: .utf8)
      .split(separator: "\n")
    let wrong = try zip(lines, expected).count { line, expected in
      let decision = try decoder.decode(Decision.self, from: Data(line.utf8))
      let outcome = Outcome(
        level: Int(decision.levels["verdict"]?.dropFirst() ?? "") ?? 0,
        rules: decision.rules.compactMap { Int($0.dropFirst()).map { $0 - 1 } })
      return outcome.line.dropLast() != expected
    }
    return (wrong, lines.count)
  }
}
