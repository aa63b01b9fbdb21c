import Foundation
import Workloads

/// What a hand would write for each workload, compiled and run.
struct Floors {
  let scratch: Scratch
  /// The folder with their texts.
  let sources: String

  /// One of them.
  enum Kind: String, CaseIterable {
    case straightSwift = "straight.swift"
    case straightC = "straight.c"
    case table = "table.c"
    case sliced = "sliced.c"
    case slicedNative = "sliced.c for this very processor"
    case lines = "lines.c"
  }

  /// Compiles the floors of a size, but for those that are there.
  func build(_ size: Workload.Size) {
    for kind in Kind.allCases where isThere(kind, for: size) {
      let program = program(kind, size)
      guard !isNewer(program, than: size) else { continue }
      say("Compiling \(kind.rawValue) for \(size.rawValue) …")
      let result = Child(compile(kind, size, to: program)).run()
      if result.status != 0 { say("It can't be compiled (status \(result.status)).") }
    }
  }

  /// Measures how long one takes for one person; nothing where it makes no sense.
  func run(_ kind: Kind, _ size: Workload.Size) -> Cell? {
    guard isThere(kind, for: size) else { return nil }
    let outcomes = scratch.path(size, "outcomes.tsv")
    let tables: [String] =
      switch kind {
      case .table: [scratch.path(size, "table")]
      case .sliced, .slicedNative: [scratch.path(size, "sliced")]
      default: []
      }
    let child = Child(
      [program(kind, size)] + tables + [scratch.path(size, "people"), outcomes], limit: 120)
    let result = child.run()
    guard result.status == 0, let measurement = Measurement(result.output) else {
      return .note("failed (\(result.status))")
    }
    guard
      FileManager.default.contentsEqual(
        atPath: outcomes, andPath: scratch.path(size, "expected.tsv"))
    else { return .note("wrong") }
    return .time(measurement)
  }

  /// The command that turns lines of answers into lines of decisions.
  func lines(_ size: Workload.Size) -> [String] {
    [program(.lines, size), scratch.path(size, "questions")]
  }

  /// Straight-line code of the largest workload takes minutes to compile.
  func isThere(_ kind: Kind, for size: Workload.Size) -> Bool {
    switch kind {
    case .straightSwift, .straightC, .lines: size != .w4
    case .table, .sliced, .slicedNative: true
    }
  }

  private func program(_ kind: Kind, _ size: Workload.Size) -> String {
    switch kind {
    case .straightSwift: scratch.path(size, "straight-swift")
    case .straightC: scratch.path(size, "straight-c")
    case .lines: scratch.path(size, "lines")
    case .table: "\(scratch.folder)/table"
    case .sliced: "\(scratch.folder)/sliced"
    case .slicedNative: "\(scratch.folder)/sliced-native"
    }
  }

  private func isNewer(_ program: String, than size: Workload.Size) -> Bool {
    func date(_ path: String) -> Date {
      let values = try? FileManager.default.attributesOfItem(atPath: path)
      return values?[.modificationDate] as? Date ?? .distantPast
    }
    let texts = (try? FileManager.default.contentsOfDirectory(atPath: sources)) ?? []
    let newest = texts.map { date("\(sources)/\($0)") }.max() ?? .distantFuture
    return date(program) > newest
  }

  private func compile(_ kind: Kind, _ size: Workload.Size, to program: String) -> [String] {
    func c(_ text: String, _ more: String...) -> [String] {
      ["clang", "-O3", "-o", program, "\(sources)/\(text)"] + more
    }
    let rules = scratch.path(size, "rules.c")
    return switch kind {
    case .straightSwift:
      [
        "swiftc", "-O", "-wmo", "-parse-as-library", "-o", program, "\(sources)/straight.swift",
        scratch.path(size, "rules.swift"),
      ]
    case .straightC: c("straight.c", rules)
    case .lines: c("lines.c", rules)
    case .table: c("table.c")
    case .sliced: c("sliced.c")
    case .slicedNative: c("sliced.c", "-march=native")
    }
  }
}
