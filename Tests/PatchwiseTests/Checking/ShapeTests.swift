import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("Checking shapes")
struct ShapeTests {
  @Test("what has no parts, or a range that nothing can measure, is refused", arguments: cases)
  func refused(knowledge: Knowledge, text: String) {
    #expect(NameTests.problems(knowledge) == text)
  }

  private static func tiny(_ domain: Question.Domain) -> Knowledge {
    .tiny(questions: [Question(id: "q", ask: "Q?", domain: domain)])
  }

  static let cases: [(Knowledge, String)] = [
    (.tiny(scales: [.of("s", [])]), "error: scale 's' has no levels [empty-list]"),
    (tiny(.one([], ordered: false)), "error: question 'q' has no options [empty-list]"),
    (tiny(.any([])), "error: question 'q' has no options [empty-list]"),
    (tiny(.ingredients([])), "error: question 'q' reads no lexicon [empty-list]"),
    (
      tiny(.number(0...(.infinity), unit: nil)),
      "error: the range of question 'q' has no end [bad-range]"
    ),
    (
      tiny(.duration(TimeSpan(days: 0)...TimeSpan(days: 4_000_000))),
      """
      error: the range of question 'q' must be from nothing to ten thousand years [bad-range]
      """
    ),
    (
      tiny(.duration(TimeSpan(days: -1)...TimeSpan(days: 1))),
      """
      error: the range of question 'q' must be from nothing to ten thousand years [bad-range]
      """
    ),
  ]

  @Test(
    "a name that no condition can mention is refused, also in knowledge built in code",
    arguments: [("", nil), ("a b", "a-b"), ("-a", "a"), ("é", nil), ("a/b", "a-b"), ("a(", "a")])
  func spelling(name: String, proposal: String?) {
    let help = proposal.map { "\nhelp: write '\($0)'" } ?? ""
    #expect(
      NameTests.problems(.tiny(questions: [.yesNo(Identifier(name))])) == """
        error: question '\(name)' must be named with the letters a to z, digits and hyphens alone [bad-name]\(help)
        """)
  }

  @Test("only the rules of tables have slashes")
  func slashes() {
    let knowledge = Knowledge.tiny(
      questions: [.yesNo("q")], scales: [.of("s", ["a", "b"], otherwise: "a")],
      rules: [.of("t/at-least-1/any", when: "q", raise: ["s": "b"])])
    #expect(NameTests.problems(knowledge).isEmpty)
    #expect(NameTests.problems(knowledge.changed { $0.rules[0].id = "t t/x" }).contains("bad-name"))
  }
}
