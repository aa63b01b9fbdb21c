import Patchwise
import PatchwiseTestSupport
import PatchwiseTranscripts
import PatchwiseYAML

/// The knowledge base of the tests.
enum Boiler {
  /// Tuesday noon.
  static let now = Moment(year: 2026, month: 3, day: 10, hour: 12)

  static func knowledge() throws -> KnowledgeBase { try loaded.get() }

  private static let loaded = Result {
    try KnowledgeBase(contentsOf: PackageFiles.path("Tests/Fixtures/boiler/boiler.yaml"))
  }

  /// What happens when a text is played.
  static func replay(_ text: String) throws -> Replay {
    Replay(Transcript(text, named: "a.transcript"), with: try knowledge())
  }

  /// What happens when a text is played behind the usual three lines.
  static func replay(serving body: String) throws -> Replay {
    try replay("patchwise transcript 1\nknowledge boiler\nconsult service\n" + body)
  }
}

extension Replay {
  /// The failures as the tool would list them, each on a line.
  var report: [String] {
    failures.map { failure in
      ["\(failure.line): \(failure.message)", failure.expected.map { "expected: \($0)" }]
        .compactMap { $0 }.joined(separator: " | ")
        + (failure.actual.map { " | got: \($0)" } ?? "")
    }
  }
}
