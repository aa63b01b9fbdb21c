import Patchwise
import PatchwiseTestSupport
import Testing

@testable import PatchwiseDialogue

@Suite("Refusing and asking back")
struct RefusalTests {
  @Test("a refusal says more each time")
  func escalation() throws {
    var talk = try Talk(at: "cold-rooms")
    let example =
      "If nothing fits, type \"none\". Or type 1 for \"The kitchen\", or several, such as 1, 2."
    let sorry = "Sorry, I didn't catch that."
    let choices = [
      "1. The kitchen", "2. The bathroom", "3. The bedroom", "4. The back room",
      "More than one is fine, such as 1, 3. If nothing fits, say \"none\".",
    ]
    talk.say("garage")
    #expect(talk.pieces == ["\(sorry) \(example)"])
    talk.say("garage")
    #expect(talk.pieces == [sorry] + choices)
    talk.say("garage")
    #expect(talk.pieces == [sorry] + choices + ["If you can't tell, just type \"not sure\"."])
    talk.say("not sure")
    #expect(talk.outcome == "unsure")
    // The next question begins anew.
    talk.say("garage")
    #expect(talk.pieces == ["Sorry, I didn't catch that. Yes or no?"])
  }

  @Test(
    "a refusal names what the line came closest to",
    arguments: [
      ("cold-rooms", "the tub", "2 for \"The bathroom\""),
      ("cold-rooms", "my sister has an icy tub", "2 for \"The bathroom\""),
      ("cold-rooms", "shower curtains", "2 for \"The bathroom\""),
      ("cold-rooms", "room", "1 for \"The kitchen\""),
      ("noise", "if it hammers I leave", "3 for \"It bangs or whistles\""),
      ("noise", "no hammer", "1 for \"Quiet or a low hum\""),
    ])
  func closest(question: Identifier<Question>, line: String, example: String) throws {
    var talk = try Talk(at: question)
    talk.say(line)
    #expect(talk.outcome == "refused")
    #expect(talk.pieces[0].contains(example), "\(talk.pieces[0])")
  }

  @Test("a line that is too long is refused at once, and nothing else changes")
  func tooLong() throws {
    var talk = try Talk(at: "cold-rooms")
    let kitchen = "kitchen"
    let blanks = String(repeating: " ", count: Dialogue.lineLimit - kitchen.utf8.count)
    talk.say(kitchen + blanks + " ")
    #expect(
      talk.pieces == [
        "That is more than I can read at once. Please tell me in fewer words, or paste a shorter part of it."
      ])
    #expect(talk.outcome == "refused")
    talk.say(kitchen + blanks)
    #expect(talk.outcome == "kitchen")
  }

  @Test("what was understood beside something strange is asked back, and taken with a yes")
  func strangePart() throws {
    var talk = try Talk(at: "cold-rooms", saying: ["kitchen, attic, 3 and the loft"])
    #expect(
      talk.pieces == [
        "I did not understand \"attic\" and \"the loft\".",
        "Did you mean: The kitchen; The bedroom? Please say yes or no.",
      ])
    #expect(talk.outcome == "asked back")
    talk.say("yes")
    #expect(talk.outcome == "kitchen, bedroom")
  }

  @Test("where a sign of danger is asked for, all is asked for again", arguments: [1, 2])
  func strangeDanger(times: Int) throws {
    var talk = try Talk()
    for _ in 0..<times { talk.say("soot, blorf") }
    #expect(talk.outcome == "refused")
    #expect(
      talk.pieces[0]
        == "I did not understand \"blorf\". I understood \"Soot or black marks on the casing\". Please type all of it once more, in other words."
    )
    talk.say("yes")
    #expect(talk.dialogue.consultation?.answered == [])
  }

  @Test("a yes where one of several is wanted is asked which", arguments: ["yes", "Yeah.", "yep"])
  func yesWhereWhich(line: String) throws {
    var talk = try Talk(at: "cold-rooms")
    talk.say(line)
    #expect(talk.outcome == "refused")
    #expect(talk.said.hasPrefix("Which of them is it?"))
  }

  @Test("the first question does not offer not sure where it is not taken")
  func firstHint() throws {
    #expect(try !Talk().said.contains("not sure"))
    let knowledge = Knowledge.tiny(
      questions: [.yesNo("calm")], scales: [.of("fit", ["good", "no"], otherwise: "good")],
      rules: [.of("r", when: "calm is no", raise: ["fit": "no"])])
    #expect(
      try Talk(about: KnowledgeBase(knowledge)).said.contains("\"not sure\" is fine to say."))
  }

  @Test("a question with plainer words is put in them before not sure is taken")
  func plainer() throws {
    var knowledge = try Boiler.knowledge().knowledge
    knowledge.questions[0].unsure = .option("gas")
    knowledge.questions[0].plainer = "Do you smell, see or hear anything odd?"
    var talk = try Talk(about: KnowledgeBase(knowledge))
    talk.say("1")
    talk.say("not sure")
    #expect(talk.outcome == "asked back")
    #expect(talk.pieces.first == "Do you smell, see or hear anything odd?")
    #expect(talk.pieces.count == 5)
    var calm = talk
    calm.say("none")
    #expect(calm.outcome == "none")
    calm.say("back")
    calm.say("not sure")
    #expect(calm.outcome == "asked back")
    talk.say("no idea")
    #expect(talk.outcome == "unsure")
    #expect(talk.dialogue.consultation?.endedEarly == true)
  }

  @Test("not sure is not offered where it is not taken")
  func noUnsure() throws {
    var talk = try Talk()
    for _ in 0..<4 { talk.say("garage") }
    #expect(!talk.said.contains("just type"))
    talk.say("not sure")
    #expect(talk.outcome == "refused")
    #expect(talk.said.hasPrefix("I can't go on without an answer to this one."))
    #expect(talk.said.contains("Look at the casing from below"))
    talk.say("skip")
    #expect(!talk.said.contains("not sure"))
  }

  @Test("nor is it offered by help or by the Tab key where it is not taken")
  func unsureElsewhere() throws {
    var talk = try Talk()
    let help = talk.say("help")
    #expect(!help.contains("not sure"))
    #expect(!talk.dialogue.completions.contains("not sure"))
  }

  @Test("an example only names numbers that are in the list", arguments: 1...4)
  func exampleNumbers(count: Int) throws {
    let options = (1...count).map { "sign-\($0)" }
    let base = try KnowledgeBase(
      .tiny(
        questions: [.any("signs", options)],
        scales: [.of("care", ["low", "high"], otherwise: "low")],
        rules: [.of("r", when: "signs includes sign-1", raise: ["care": "high"])]))
    let question = try Talk(about: base).said
    #expect(question.contains("such as 1, 3") == (count >= 3))
    #expect(question.contains("such as 1, 2") == (count == 2))
  }

  @Test(
    "a question can't be skipped, but not knowing is fine", arguments: ["skip", "pass", "Next."])
  func skipping(line: String) throws {
    var talk = try Talk(at: "pressure")
    talk.say(line)
    #expect(talk.outcome == "refused")
    #expect(talk.said.contains("\"not sure\""))
  }

  @Test("a slip is confirmed with yes", arguments: ["yes", "Y", "yep", "correct", "right", "ok"])
  func confirmed(line: String) throws {
    var talk = try Talk(at: "cold-rooms")
    talk.say("kichen")
    #expect(talk.pieces == ["Did you mean: The kitchen? Please say yes or no."])
    #expect(talk.outcome == "asked back")
    talk.say(line)
    #expect(talk.outcome == "kitchen")
  }

  @Test("a slip is taken back with no", arguments: ["no", "n", "nope", "wrong", "not that"])
  func denied(line: String) throws {
    var talk = try Talk(at: "cold-rooms")
    talk.say("kichen")
    talk.say(line)
    #expect(talk.pieces.prefix(2) == ["Then let me ask again.", "Which rooms stay cold?"])
    // "No" is now again an answer of its own.
    talk.say("no")
    #expect(talk.outcome == "none")
  }

  @Test(
    "another answer takes the place of what was asked back",
    arguments: [
      ("2", "bathroom"), ("bedroom", "bedroom"), ("not sure", "unsure"), ("none", "none"),
      ("bathrom", "asked back"), ("garage", "refused"), ("b", "asked back"),
    ])
  func anotherAnswer(line: String, outcome: String) throws {
    var talk = try Talk(at: "cold-rooms")
    talk.say("kichen")
    talk.say(line)
    #expect(talk.outcome == outcome)
    if talk.awaiting == "cold-rooms" {
      // A later yes does not mean what was asked before.
      talk.say("yes")
      #expect(talk.outcome != "kitchen")
    }
  }

  @Test("a sign of danger in passing is asked back, and only set when confirmed")
  func warningInPassing() throws {
    var talk = try Talk()
    talk.say("there may be some soot somewhere")
    #expect(talk.outcome == "asked back")
    #expect(talk.dialogue.consultation?.answered == [])
    talk.say("no")
    #expect(talk.dialogue.consultation?.answered == [])
    talk.say("there may be some soot somewhere")
    talk.say("yes")
    #expect(talk.outcome == "soot")
  }

  @Test("an option called like a command is the option; the command has other words")
  func optionLikeCommand() throws {
    var talk = try Talk(at: "cold-rooms")
    talk.say("back")
    #expect(talk.outcome == "back")
    talk.say("go back")
    #expect(talk.awaiting == "cold-rooms")
    talk.say("kitchen and back")
    #expect(talk.outcome == "kitchen, back")
    // Where no option is called so, it is the command.
    talk.say("back")
    #expect(talk.awaiting == "cold-rooms")
  }

  @Test(
    "a question is never an answer",
    arguments: [
      ("pressure", "is 2 bar normal?"), ("pressure", "what does 2 bar mean"),
      ("off-for", "why does it take 3 days?"), ("last-service", "was it yesterday that it broke?"),
      ("additives", "is descaler bad?"), ("noise", "what about banging?"),
      ("cold-rooms", "is the kitchen important?"), ("thermostat", "what is a yes?"),
    ])
  func questions(question: Identifier<Question>, line: String) throws {
    var talk = try Talk(at: question)
    talk.say(line)
    #expect(["refused", "served"].contains(talk.outcome))
    #expect(talk.awaiting == question.name)
  }

  @Test(
    "an answer with a question mark, or put like a question, is confirmed",
    arguments: [
      ("pressure", "2 bar?"), ("noise", "quiet or so?"), ("noise", "can be quiet"),
      ("cold-rooms", "1, 2?"),
    ])
  func doubtfulAnswers(question: Identifier<Question>, line: String) throws {
    var talk = try Talk(at: question)
    talk.say(line)
    #expect(talk.outcome != "quiet")
    #expect(["asked back", "refused"].contains(talk.outcome))
    #expect(talk.awaiting == question.name)
  }

  @Test("there is a way out of every place, whatever was typed before", arguments: Stage.allCases)
  func wayOut(stage: Stage) throws {
    for line in ["garage", "yes", "no", "", "change", "b", "kichen", "99", "not sure", "go on"] {
      var talk = try stage.talk()
      for _ in 0..<6 { talk.say(line) }
      talk.say("quit")
      #expect(talk.dialogue.isOver, "\(line)")
    }
  }

  @Test("beside what was not understood it is said whom to call, where the knowledge says so")
  func notUnderstood() throws {
    let number = "Call 112 if the house burns."
    var knowledge = try Boiler.knowledge().knowledge
    knowledge.notUnderstood = [AuthoredText(number)]
    let base = try KnowledgeBase(knowledge)
    var talk = try Talk(about: base)
    #expect(talk.say("blorf").contains(number))
    talk.say("1")
    // A slip at a question is mostly no more than that.
    #expect(!talk.say("blorf").contains(number))
    #expect(talk.say("blorf").contains(number))
    #expect(!talk.say("help").contains(number))
    #expect(talk.say("gas").contains("Leave the house now"))
    #expect(talk.say("blorf").contains(number))
    var alarmed = try Talk(about: base)
    alarmed.say("I smell gas")
    #expect(!alarmed.say("blorf").contains(number))
    var without = try Talk(about: Boiler.knowledge())
    #expect(without.say("blorf").hasPrefix("Sorry, I didn't catch that.\n"))
  }
}
