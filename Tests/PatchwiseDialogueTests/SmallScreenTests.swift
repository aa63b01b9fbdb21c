import Patchwise
import PatchwiseTestSupport
import Testing

@testable import PatchwiseDialogue

/// Screens on knowledge that is made for them.
@Suite("Screens of small knowledge")
struct SmallScreenTests {
  /// Answers some questions and returns what is said to the last line.
  private func said(_ knowledge: Knowledge, _ lines: [String]) throws -> String {
    var talk = try Talk(about: KnowledgeBase(knowledge))
    for line in lines { talk.say(line) }
    return talk.said
  }

  /// The part of a text from a line on, up to the next empty line.
  private func part(_ text: String, from line: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .drop { $0 != line }.prefix { !$0.isEmpty }.joined(separator: "\n")
  }

  @Test("after an early end the level that is told is the most cautious one that may be")
  func earlyEnd() throws {
    let knowledge = Knowledge.tiny(
      questions: [.yesNo("throat"), .yesNo("rash")],
      scales: [.of("care", ["none", "today", "ambulance"], otherwise: "none", ending: ["today"])],
      rules: [
        .of("swollen", when: "throat", raise: ["care": "ambulance"]),
        .of("sore", when: "rash", raise: ["care": "today"]),
      ])
    let text = try said(knowledge, ["not sure", "yes"])
    #expect(
      part(text, from: "care")
        == """
        care
        ambulance
        """)
    #expect(
      part(text, from: "Because")
        == """
        Because
          - You weren't sure, so it may apply: swollen
        """)
    #expect(
      part(try said(knowledge, ["not sure", "yes", "so far"]), from: "  - care: ambulance")
        == "  - care: ambulance")
  }
}
