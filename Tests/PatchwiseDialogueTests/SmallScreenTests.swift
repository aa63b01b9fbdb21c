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

  @Test("advice under a scale that is not decided is told with the general advice")
  func adviceUnderInnerScale() throws {
    let knowledge = Knowledge.tiny(
      questions: [.yesNo("a")],
      scales: [
        .of("fit", ["good", "no"], otherwise: "good"), .of("inner", ["low", "high"]),
      ],
      rules: [.of("r", when: "a", raise: ["fit": "no"], advise: ["tip", "hint"])],
      advice: [.of("tip"), .of("hint")], decides: ["fit"]
    ).changed { $0.advice[0].place = .scale("inner") }
    #expect(
      part(try said(knowledge, ["yes"]), from: "Good to know")
        == """
        Good to know
          - tip
          - hint
        """)
  }

  /// More reasons for a more cautious answer than are shown at once.
  private static let strict = Knowledge.tiny(
    questions: [.any("signs", ["red", "hot"]), .yesNo("worn"), .yesNo("old")],
    scales: [
      .of("care", ["none", "see", "run"], otherwise: "none"),
      .of("strain", ["low", "high"], otherwise: "low"),
    ],
    rules: (1...4).map {
      .of(Identifier("r\($0)"), when: "signs includes red", raise: ["care": "run"])
    }
      + [
        .of("worn", when: "worn", raise: ["strain": "high"]),
        .of("tired", when: "strain is high and old", raise: ["care": "run"]),
        .of("old", when: "old", raise: ["care": "see"]),
        .of("hot", when: "signs includes hot", raise: ["care": "see"]),
      ], decides: ["care"])

  @Test("an explanation names for each level the answers against it and what else would count")
  func blocked() throws {
    let all = try said(Self.strict, ["none", "no", "no", "explain"])
    #expect(
      part(all, from: "none")
        == """
        none
        Nothing in your answers asks for more care than this.
        These answers kept it from "run":
          - signs: none of these
            Otherwise: r1
            Otherwise: r2
            Otherwise: r3
        These answers kept it from "see":
          - old: no
            Otherwise: old
          - signs: none of these
            Otherwise: hot
        2 more reasons could have counted with other answers. "explain care" shows them.
        """)
    let whole = try said(Self.strict, ["none", "no", "no", "explain care"])
    #expect(
      part(whole, from: "These answers kept it from \"run\":")
        == """
        These answers kept it from "run":
          - signs: none of these
            Otherwise: r1
            Otherwise: r2
            Otherwise: r3
            Otherwise: r4
          - worn: no; old: no
            Otherwise: tired
        These answers kept it from "see":
          - old: no
            Otherwise: old
          - signs: none of these
            Otherwise: hot
        """)
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
