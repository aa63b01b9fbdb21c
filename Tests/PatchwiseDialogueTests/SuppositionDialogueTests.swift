import Patchwise
import PatchwiseTestSupport
import Testing

@testable import PatchwiseDialogue

@Suite("What if, why not and what would change it")
struct SuppositionDialogueTests {
  /// The pieces of what is said, without the prompt that follows.
  private func pieces(
    _ line: String, saying lines: [String] = [], at question: Identifier<Question>
  )
    throws -> [String]
  {
    var talk = try Talk(at: question, saying: lines)
    talk.say(line)
    let ask = talk.dialogue.knowledge.question(question)?.ask.string
    return Array(talk.pieces.prefix { $0 != ask })
  }

  private static let end = "Anything else?"
  private static let nothingChanged =
    "Nothing has changed. If it really is so, type \"take it\"; \"keep it\" leaves everything as it is."

  /// A finished consultation with an engineer who should come soon and a boiler to leave off.
  private func finished() throws -> Talk {
    var talk = try Talk()
    for line in [
      "none", "yes", "2", "2 days", "quiet", "kitchen", "yes", "5", "none",
    ] { talk.say(line) }
    #expect(talk.awaiting == "anything else")
    return talk
  }

  // MARK: What if

  @Test("at a question it says what that answer alone would mean")
  func atQuestion() throws {
    #expect(
      try pieces("what if 4 bar?", at: "pressure") == [
        "What if – water pressure: 4 bar", "That alone would already mean:",
        "- Do you need an engineer? An engineer, today",
        "- What you can do yourself: Leave the boiler off", Self.nothingChanged,
      ])
    #expect(
      try pieces("what if 2", at: "pressure") == [
        "What if – water pressure: 2 bar",
        "That alone would not decide anything yet. It depends on the other answers too.",
        Self.nothingChanged,
      ])
    #expect(
      try pieces("what if danger gas", at: "pressure") == [
        "What if – signs of danger: It smells of gas", "- Do you need an engineer?",
        "now: not settled yet", "then: Leave the house now",
        "Then I would stop asking there, because that comes first.", Self.nothingChanged,
      ])
  }

  @Test("once there is a recommendation it stands beside the other one")
  func afterwards() throws {
    var talk = try finished()
    let before = talk
    talk.say("what if number of resets 1")
    #expect(
      talk.pieces == [
        "What if – number of resets: 1", "- Do you need an engineer?",
        "stays: An engineer, some time soon", "- What you can do yourself",
        "now: Leave the boiler off", "then: Let the air out", Self.nothingChanged, Self.end,
      ])
    #expect(talk.outcome == "served")
    #expect(Standing(talk.dialogue.consultation) == Standing(before.dialogue.consultation))
    talk.say("what if restarts is 5")
    #expect(talk.pieces.contains("That is your answer already."))
    talk.say("what if garage")
    #expect(talk.outcome == "refused")
  }

  @Test("taking it is the same as changing the answer", arguments: Stage.allCases)
  func taking(stage: Stage) throws {
    var talk = try stage.talk()
    guard talk.dialogue.consultation?.answered.contains("danger") == true,
      talk.dialogue.alarm == nil
    else { return }
    var other = talk
    talk.say("what if danger is water drips from the boiler")
    #expect(talk.pieces.first == "What if – signs of danger: Water drips from the boiler")
    let reply = talk.say("Take it!")
    other.say("change danger")
    #expect(other.say("water drips from the boiler") == reply)
    #expect(Standing(talk.dialogue.consultation) == Standing(other.dialogue.consultation))
    #expect(talk.awaiting == other.awaiting)
  }

  @Test("keeping it, or going on, leaves everything as it was")
  func keeping() throws {
    var talk = try Talk(at: "pressure", saying: ["what if 4 bar"])
    let before = Standing(talk.dialogue.consultation)
    talk.say("keep it")
    #expect(Standing(talk.dialogue.consultation) == before)
    #expect(talk.awaiting == "pressure")
    talk.say("take it")
    #expect(Standing(talk.dialogue.consultation) == before)
    var other = try Talk(at: "pressure", saying: ["what if 4 bar", "2"])
    #expect(other.outcome == "2.0")
    other.say("take it")
    #expect(other.dialogue.consultation?.answer(to: "pressure") == .number(2))
  }

  @Test("an answer that could be to several questions is asked back")
  func whichQuestion() throws {
    var talk = try finished()
    talk.say("what if 1")
    #expect(talk.outcome == "asked back")
    #expect(talk.pieces.first == "Which do you mean?")
    let place = try #require(talk.pieces.firstIndex { $0.contains("number of resets: 1") })
    talk.say("\(place)")
    #expect(talk.pieces.first == "What if – number of resets: 1")
    talk.say("take it")
    #expect(talk.dialogue.consultation?.answer(to: "restarts") == .number(1))
  }

  @Test("a phrase that means danger is heard in it")
  func alarm() throws {
    var talk = try Talk(at: "pressure", saying: ["what if I smell gas right now"])
    #expect(["asked back", "alarm gas-now"].contains(talk.outcome))
    talk.say("yes")
    #expect(talk.dialogue.alarm?.id == "gas-now")
    for line in ["what if 2", "why not today", "what would change it"] {
      #expect(talk.say(line).contains("Leave the house now"))
    }
  }

  // MARK: Why not

  @Test("a milder level is held off by every rule above it")
  func milder() throws {
    var talk = try finished()
    talk.say("why not let the air out?")
    #expect(
      talk.pieces == [
        "Why not \"Let the air out\"? (What you can do yourself)",
        "I am more careful here: Leave the boiler off.", "This keeps it there:",
        "- It locks itself for a reason.",
        "number of resets: at least 3 – yes (you: 5).", Self.end,
      ])
  }

  @Test("of many answers that held it some are told, and the rest is counted")
  func manyObjections() throws {
    let names = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    let base = try KnowledgeBase(
      Knowledge.tiny(
        questions: names.map { .yesNo(Identifier($0)) },
        scales: [.of("care", ["fine", "soon"], otherwise: "fine")],
        rules: names.map { .of(Identifier($0), when: AuthoredText($0), raise: ["care": "soon"]) }))
    var talk = try Talk(about: base)
    for _ in names { talk.say("no") }
    #expect(
      talk.say("explain").contains(
        "3 more reasons could have counted with other answers. \"explain care\" shows them."))
    #expect(!talk.say("explain care").contains("more reasons"))
  }

  @Test("a more cautious level names every reason that would lead there, and counts those beyond")
  func moreCautious() throws {
    var talk = try finished()
    talk.say("why not today")
    #expect(
      talk.pieces == [
        "Why not \"An engineer, today\"? (Do you need an engineer?)",
        "Nothing you said calls for it. It would take one of these:",
        "- Soot and water near a flame are for an engineer.",
        "signs of danger: \"Soot or black marks on the casing\" or \"Water drips from the boiler\" – no (you: none of these).",
        "- Above 3 bar the valve may open.",
        "water pressure: more than 3 bar – no (you: 2 bar).",
        "One more reason leads further, beginning with \"Leave the house now\", and doesn't hold either. Ask \"why not\" with that level to see it.",
        Self.end,
      ])
  }

  @Test("the start of a level is enough, and one of several is asked back")
  func ambiguous() throws {
    var talk = try finished()
    talk.say("why not leave")
    #expect(
      talk.pieces.map { $0.prefix(60) } == [
        "Why not \"Leave the house now\"? (Do you need an engineer?)",
        "Nothing you said calls for it. It would take this:", "- Gas in a room can explode.",
        "signs of danger: \"It smells of gas\" – no (you: none of these).".prefix(60),
        Self.end[...],
      ])
    talk.say("why not an")
    #expect(talk.outcome == "asked back")
    #expect(
      talk.pieces == [
        "Which do you mean?", "1. Do you need an engineer? An engineer, some time soon",
        "2. Do you need an engineer? An engineer, today",
      ])
    talk.say("2")
    #expect(talk.pieces.first == "Why not \"An engineer, today\"? (Do you need an engineer?)")
    talk.say("why not refill it?")
    #expect(talk.pieces.first == "Why not \"Top up the water\"? (What you can do yourself)")
    talk.say("why not a new kitchen")
    #expect(talk.outcome == "refused")
    #expect(talk.pieces.contains { $0.contains("\"Let the air out\"") })
  }

  @Test("after an early end only what brought it about is explained")
  func earlyEnd() throws {
    var talk = try Talk()
    talk.say("1")
    #expect(talk.dialogue.consultation?.endedEarly == true)
    talk.say("why not top up the water")
    #expect(talk.outcome == "refused")
    talk.say("why not no engineer")
    #expect(talk.pieces.contains("- Gas in a room can explode."))
    talk.say("what would change it")
    #expect(talk.pieces.first == Phrasing.stoppedForThat)
  }

  // MARK: What would change it

  @Test("the least that would make it milder comes first, by what it takes, then briefly the rest")
  func whatWouldChange() throws {
    var talk = try finished()
    talk.say("what would change it?")
    #expect(
      talk.pieces == [
        "What would make the answer milder",
        "Nothing that I know of that you could change, by one or two answers.",
        "It also rests on what can't be changed: time without heat, restarted and number of resets.",
        "I looked at one and at two other answers at a time, not at three or more.",
        "What would make it more careful",
        "Another answer to signs of danger or water pressure could. \"what if\" shows one at a time.",
        Self.end,
      ])
  }

  @Test("answers to other questions, and those that lead elsewhere, are told apart")
  func ways() throws {
    func changing(_ question: Question) -> Question {
      var question = question
      question.changes = .inTime
      return question
    }
    let base = try KnowledgeBase(
      Knowledge.tiny(
        questions: [
          changing(.yesNo("warm")), changing(.yesNo("loud")), changing(.number("bar", 0...9)),
        ],
        scales: [
          .of("care", ["fine", "soon"], otherwise: "fine"),
          .of("cost", ["none", "some", "much"], otherwise: "none"),
        ],
        rules: [
          .of("both", when: "warm and loud", raise: ["care": "soon"]),
          .of("some", when: "bar at least 3", raise: ["cost": "some"]),
          .of("much", when: "bar at least 6", raise: ["cost": "much"]),
        ]))
    var talk = try Talk(about: base)
    for line in ["yes", "yes", "7"] { talk.say(line) }
    talk.say("what would change it?")
    #expect(
      talk.pieces == [
        "What would make the answer milder", "What time can change:",
        "- warm: \"no\"", "care → fine", "- loud: \"no\"", "care → fine",
        "- bar: less than 3", "cost → none", "- bar: at least 3 and less than 6", "cost → some",
        "I looked at one and at two other answers at a time, not at three or more.", Self.end,
      ])
  }

  @Test("none of it is said before there is a recommendation")
  func notYet() throws {
    #expect(try pieces("what would change it", at: "pressure") == [Phrasing.noAlternativesYet])
  }
}
