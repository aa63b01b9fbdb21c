import Patchwise
import PatchwiseTestSupport
import PatchwiseVerification
import Testing

@Suite("Overdue sources")
struct OverdueSourcesTests {
  /// What is due on a day, of a source that was to be reviewed by another.
  private static func due(_ reviewBy: String?, on today: String?) throws -> [Diagnostic] {
    var knowledge = Knowledge.tiny(scales: [.of("repair", ["wait", "plumber"], otherwise: "wait")])
    let place = SourceLocation(file: "a.yaml", line: 7, column: 3, length: 6)
    knowledge.sources = [
      Source(
        id: Identifier("manual", at: place), title: "The manual", evidence: .expert,
        reviewBy: try reviewBy.map { try #require(Moment($0)) })
    ]
    let day = try today.map { try #require(Moment($0)) }
    return try Verification.diagnostics(of: KnowledgeBase(knowledge), today: day)
      .filter { $0.code == .overdueSource }
  }

  @Test("A review that was due before today is reported at the source")
  func overdue() throws {
    let found = try Self.due("2026-05-31", on: "2026-06-01")
    #expect(
      DiagnosticRenderer().render(found) == """
        a.yaml:7:3: warning: source 'manual' was to be reviewed by 2026-05-31 [overdue-source]
        help: compare the knowledge with it, then set 'reviewed' and a later 'review by'
        """)
  }

  @Test("The last day for a review is not over before its end")
  func lastDay() throws {
    #expect(try Self.due("2026-06-01", on: "2026-06-01 23:59").isEmpty)
    #expect(try Self.due("2026-06-01", on: "2026-06-02").count == 1)
  }

  @Test("Years of any length are compared as years")
  func earlyYears() throws {
    #expect(try Self.due("0999-12-31", on: "2026-06-01").count == 1)
  }

  @Test("Without a day, on either side, nothing is due")
  func noDay() throws {
    #expect(try Self.due(nil, on: "2026-06-01").isEmpty)
    #expect(try Self.due("2026-05-31", on: nil).isEmpty)
  }
}
