import Foundation
import Patchwise
import Workloads

/// A workload that our engine has loaded, and the people who are asked.
final class Subject {
  let size: Workload.Size
  let engine: Engine
  let inputs: [Engine.Input]
  /// What some of them say.
  let spoken: [Engine.Spoken]
  /// The same people, as many at a time as are decided about at once.
  let batches: [Engine.Batch]
  var sheet: DecisionSheet
  var batchSheet: BatchSheet
  /// How long one decision takes, roughly.
  private var pace = Duration.zero

  // One thread measures, so no other one can be in the way.
  nonisolated(unsafe) private static var subjects: [Workload.Size: Subject] = [:]

  /// Returns the subject of a size, which is loaded when it is first asked for.
  ///
  /// Whoever gets it may measure: its answers have been compared.
  static func of(_ size: Workload.Size) -> Subject {
    if let subject = subjects[size] { return subject }
    do {
      let subject = try Subject(size)
      try subject.compare()
      subjects[size] = subject
      return subject
    } catch {
      fatalError("\(size.rawValue) can't be measured: \(error)")
    }
  }

  /// The folder with generated files.
  static var folder: String {
    ProcessInfo.processInfo.environment["PATCHWISE_BENCHMARK_DATA"] ?? ".data"
  }

  static func path(of size: Workload.Size) -> String {
    "\(folder)/\(KnowledgeFiles.root(of: size))"
  }

  private init(_ size: Workload.Size) throws {
    self.size = size
    let engine = try Engine(contentsOf: Self.path(of: size))
    let workload = Workload(size)
    let people = workload.people(size.people)
    inputs = try people.map { try engine.input($0, to: workload) }
    spoken = people.prefix(100).map { engine.spoken($0, to: workload) }
    batches = stride(from: 0, to: inputs.count, by: Engine.batchSize).map { [inputs] start in
      engine.batch(inputs[start..<min(inputs.count, start + Engine.batchSize)])
    }
    sheet = engine.sheet
    batchSheet = engine.batchSheet
    self.engine = engine
  }

  /// Compares each decision with what the oracle says, for as long as patience lasts, and leaves a note of
  /// how many were compared.
  private func compare() throws {
    let expected = try String(
      contentsOfFile: "\(Self.folder)/\(size.rawValue).expected.tsv", encoding: .utf8
    ).split(separator: "\n")
    guard expected.count == inputs.count else { fatalError("The oracle knows other people.") }
    func compare(_ outcome: Outcome, _ person: Int, _ way: String) {
      guard outcome.line.dropLast() != expected[person] else { return }
      fatalError(
        "\(size.rawValue), \(way), person \(person): \(outcome), not \(expected[person])")
    }
    let clock = ContinuousClock()
    let start = clock.now
    var count = 0
    while count < inputs.count, clock.now - start < .seconds(20) {
      _ = engine.decide(inputs[count...count], on: &sheet)
      compare(engine.outcome(on: sheet), count, "one at a time")
      count += 1
    }
    pace = (clock.now - start) / count
    for (place, batch) in batches.enumerated() {
      _ = engine.decide(batch, on: &batchSheet)
      for (number, outcome) in engine.outcomes(on: batchSheet).enumerated() {
        compare(outcome, place * Engine.batchSize + number, "many at once")
      }
    }
    try "\(count)".write(
      toFile: "\(Self.folder)/\(size.rawValue).compared", atomically: true, encoding: .utf8)
  }

  /// Returns how many decisions to make in one go, so that it takes a time.
  func decisions(in time: Duration) -> Int { max(1, min(inputs.count, Int(time / pace))) }
}
