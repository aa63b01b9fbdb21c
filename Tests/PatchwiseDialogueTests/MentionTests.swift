import Patchwise
import PatchwiseTestSupport
import PatchwiseYAML
import Testing

@testable import PatchwiseDialogue

@Suite("One line that answers several questions")
struct MentionTests {
  /// Six questions, each of which decides on advice.
  private static func knowledge() throws -> KnowledgeBase {
    let conditions: [AuthoredText] = [
      "place is attic", "wet", "colour is green", "noises includes humming", "smell is fresh",
      "shade is grey",
    ]
    return try KnowledgeBase(
      .tiny(
        questions: [
          .one("place", ["cellar", "attic"]), .yesNo("wet"), .one("colour", ["green", "blue"]),
          .any("noises", ["humming", "knocking"]), .one("smell", ["fresh", "mouldy"]),
          .one("shade", ["blue", "grey"]),
        ], scales: [.of("care", ["low", "high"], otherwise: "low")],
        rules: conditions.enumerated().map { place, condition in
          .of(Identifier("r\(place)"), when: condition, advise: [Identifier("a\(place)")])
        }, advice: conditions.indices.map { .of(Identifier("a\($0)")) }
      ).changed {
        $0.questions[4].domain = .one(
          [
            Question.Option(id: "fresh", label: "Fresh"),
            Question.Option(id: "mouldy", label: "Mouldy", isWarning: true),
          ], ordered: false)
      })
  }

  private func talk(_ lines: String...) throws -> Talk {
    var talk = try Talk(about: Self.knowledge())
    if talk.awaiting == "the consultation" { talk.say("1") }
    for line in lines { talk.say(line) }
    return talk
  }

  private func answer(_ talk: Talk, _ id: Identifier<Question>) -> String? {
    talk.dialogue.consultation?.answer(to: id).map(Notation.text(of:))
  }

  @Test("what is certain is taken, said back, and not asked again")
  func taken() throws {
    let talk = try talk("cellar, green")
    #expect(talk.outcome == "cellar")
    #expect(talk.pieces.first == "→ cellar; colour: green")
    #expect(answer(talk, "colour") == "green")
    var later = talk
    later.say("yes")
    #expect(later.awaiting == "noises")
  }

  @Test("back takes the whole line back")
  func back() throws {
    var talk = try talk("cellar, green, humming", "back")
    #expect(talk.awaiting == "place")
    #expect(answer(talk, "colour") == nil)
    for line in ["cellar", "yes", "green"] { talk.say(line) }
    #expect(!talk.said.contains("Earlier you said"))
  }

  @Test("a list is confirmed where it is asked for, and so is a choice with a sign of danger in it")
  func heard() throws {
    var talk = try talk("cellar, humming, fresh")
    #expect(
      talk.pieces.prefix(2) == [
        "→ cellar",
        "I'll come back to what you said about noises (humming) and smell (Fresh).",
      ])
    talk.say("yes")
    talk.say("green")
    #expect(talk.awaiting == "noises")
    #expect(
      talk.pieces.last
        == "Earlier you said: humming. Is that all of it? Please say yes, or type everything that fits."
    )
    #expect(answer(talk, "noises") == nil)
    var other = talk
    talk.say("yes")
    #expect(talk.outcome == "humming")
    #expect(
      talk.pieces.last
        == "Earlier you said: Fresh. Is that right? Please say yes, or choose another answer.")
    other.say("no")
    #expect(other.awaiting == "noises")
    #expect(!other.said.contains("Earlier"))
    other.say("humming and knocking")
    #expect(other.outcome == "humming, knocking")
  }

  @Test("what is not understood is said to be so")
  func strange() throws {
    let talk = try talk("cellar, green, tuesday club")
    #expect(
      talk.pieces.prefix(2) == [
        "→ cellar; colour: green", "I did not understand \"tuesday club\".",
      ])
  }

  @Test(
    "nothing is taken in passing that may be meant otherwise",
    arguments: [
      "cellar, not green", "cellar, no green", "cellar, blue", "cellar, my sister's is green",
      "cellar, used to be green", "cellar, if it is green", "cellar, green or blue",
      "cellar, yes", "cellar, 2", "cellar, greenish", "cellar, evergreen", "cellar, green?",
      "green", "cellar and green", "cellar, green, blue",
    ])
  func traps(line: String) throws {
    let talk = try talk(line)
    #expect(answer(talk, "colour") == nil, "\(talk.said)")
    #expect(answer(talk, "wet") == nil)
  }

  @Test("what follows a yes belongs to it, and every part that the question takes is its own")
  func own() throws {
    var talk = try talk("cellar", "yes, green")
    #expect(answer(talk, "colour") == nil)
    talk = try Talk(at: "cold-rooms", saying: ["kitchen, bedroom"])
    #expect(talk.outcome == "kitchen, bedroom")
    talk = try Talk(at: "cold-rooms", saying: ["kitchen, attic"])
    #expect(talk.outcome == "asked back")
  }

  @Test("a number counts in passing with a unit that says of what")
  func numbers() throws {
    let knowledge = try Self.knowledge().knowledge.changed {
      $0.questions[2].domain = .number(0...9, unit: "bar")
      $0.questions[5].domain = .number(0...99, unit: "years")
      $0.rules[2].when = "colour at least 5 bar"
      $0.rules[5].when = "shade at least 5 years"
    }
    for (line, colour, shade) in [
      ("cellar, 2 bar", "2.0", nil), ("cellar, 30 years old", nil, "30.0"),
      ("cellar, for 3 years", nil, nil), ("cellar, it is 3 years old", nil, nil),
      ("cellar, 3", nil, nil), ("cellar, 20 bar", nil, nil), ("cellar, over 2 bar", nil, nil),
    ] as [(String, String?, String?)] {
      var talk = try Talk(about: KnowledgeBase(knowledge))
      if talk.awaiting == "the consultation" { talk.say("1") }
      talk.say(line)
      #expect(answer(talk, "colour") == colour, "\(line)")
      #expect(answer(talk, "shade") == shade, "\(line)")
    }
  }

  @Test(
    "what is said beside a number and means nothing here is said to be so, small words are not",
    arguments: [
      ("1.5 bar, blorf", "blorf"), ("1.5, tuesday club, thanks", "tuesday club"),
      ("1.5 bar; blorf", "blorf"),
      ("1.5 bar, I think", nil), ("1.5, thanks", nil), ("1.5, more or less", nil), ("1.5 bar", nil),
      ("1.5, if I remember rightly", nil), ("1.5, not sure", nil),
    ])
  func besideNumbers(line: String, strange: String?) throws {
    var talk = try Talk(at: "pressure")
    talk.say(line)
    #expect(talk.said.contains("I did not understand") == (strange != nil), "\(talk.said)")
    guard let strange else { return }
    let pieces = talk.pieces.prefix(2)
    #expect(pieces.contains("I did not understand \"\(strange)\"."))
    #expect(pieces.contains("Did you mean: 1.5 bar? Please say yes or no."))
  }

  @Test("what does not go with an earlier answer is not passed over")
  func contrary() throws {
    var talk = try talk("cellar", "yes", "green, attic")
    #expect(
      talk.pieces.prefix(2) == [
        "→ green",
        "What you say about place is not what you said before. If it has to change, type \"change place\".",
      ])
    #expect(answer(talk, "place") == "cellar")
    talk = try self.talk("cellar", "yes", "green, cellar")
    #expect(talk.outcome == "refused" || !talk.said.contains("before"))
  }

  @Test("what may be a wish is one where it says so")
  func wishes() throws {
    let knowledge = try Self.knowledge().knowledge.changed { $0.questions[5].changes = .byChoice }
    for (line, colour, shade) in [
      ("cellar, blue", "blue", nil), ("cellar, I want blue", nil, "blue"),
      ("cellar, grey", nil, "grey"),
    ] as [(String, String?, String?)] {
      var talk = try Talk(about: KnowledgeBase(knowledge))
      talk.say(line)
      #expect(answer(talk, "colour") == colour, "\(line)")
      #expect(answer(talk, "shade") == shade, "\(line)")
    }
  }

  @Test("at a question that asks for danger a line with a strange part is not half taken")
  func danger() throws {
    var talk = try Talk(saying: "soot, 1.5 bar, blorf")
    #expect(talk.outcome != "soot")
    talk = try Talk(saying: "none, 1.5 bar")
    #expect(talk.outcome == "none")
    #expect(answer(talk, "pressure") == "1.5")
  }
}

extension Talk {
  /// A consultation about the boiler in which lines were typed at its first question.
  fileprivate init(saying line: String) throws {
    try self.init()
    say(line)
  }
}
