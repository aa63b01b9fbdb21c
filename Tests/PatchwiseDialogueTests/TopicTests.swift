import Patchwise
import PatchwiseTestSupport
import Testing

@testable import PatchwiseDialogue

@Suite("Questions about the subject")
struct TopicTests {
  @Test(
    "a question is answered at every prompt, and the prompt is put again", arguments: Stage.allCases
  )
  func everywhere(stage: Stage) throws {
    var talk = try stage.talk()
    let awaiting = talk.awaiting
    // While an answer to change is chosen, every line is its name.
    guard stage != .choosingChange else { return }
    talk.say("Should the heating be off at night?")
    #expect(talk.outcome == "told turn-off-at-night")
    #expect(
      talk.said.hasPrefix(
        """
        Should the heating be off at night?
        Nobody knows for sure yet.
        It depends on how well the house keeps its warmth.

        """))
    #expect(talk.awaiting == awaiting)
  }

  @Test(
    "a topic is found in other words",
    arguments: [
      ("is it dangerous to let air out?", "bleeding-is-dangerous"),
      ("can bleeding go wrong", "bleeding-is-dangerous"),
      ("Is bleeding radiators dangerous?", "bleeding-is-dangerous"),
      ("new boiler or repair", "repair-or-replace"),
      ("would you switch it off overnight?", "turn-off-at-night"),
      ("heating off at night", "turn-off-at-night"),
    ])
  func found(line: String, topic: Identifier<Topic>) throws {
    let knowledge = try Boiler.knowledge()
    #expect(TopicFinder(knowledge).topic(of: line)?.id == topic)
    var talk = try Talk(at: "pressure")
    talk.say(line)
    #expect(talk.outcome == "told \(topic)")
  }

  @Test("a question that puts another thing in the place of one word is another question")
  func otherThing() throws {
    let finder = TopicFinder(try Boiler.knowledge())
    #expect(finder.topic(of: "should the heating be off at night?") != nil)
    #expect(finder.topic(of: "should the heating be off at easter?") == nil)
  }

  @Test("a phrasing with a gap at its end is what a question begins with, where nothing else fits")
  func opening() throws {
    var knowledge = try Boiler.knowledge().knowledge
    knowledge.topics[0].askedAs += ["can it be used with …"]
    knowledge.topics[1].askedAs += ["can it be used with cats …", "can it be used with antifreeze"]
    let finder = TopicFinder(try KnowledgeBase(knowledge))
    let (first, second) = (knowledge.topics[0].id, knowledge.topics[1].id)
    for (line, topic) in [
      ("Can it be used with dogs?", first), ("can it be used with cats and dogs", second),
      ("can it be used with antifreeze?", second), ("can it be used with", nil),
      ("it can be used with dogs", nil), ("can it be used withdogs", nil),
    ] as [(String, Identifier<Topic>?)] {
      #expect(finder.topic(of: line)?.id == topic, "\(line)")
    }
  }

  @Test("a verdict on one thing is none on two things together")
  func verdictOnOne() throws {
    var knowledge = try Boiler.knowledge().knowledge
    knowledge.topics[1].askedAs.append("is it safe")
    let finder = TopicFinder(try KnowledgeBase(knowledge))
    for line in ["is it safe?", "is that safe to do", "is bleeding safe?", "is a radiator safe?"] {
      #expect(finder.topic(of: line)?.id == "bleeding-is-dangerous", "\(line)")
    }
    knowledge.topics[0].verdict = nil
    knowledge.topics[0].askedAs.append("is it noisy")
    knowledge.topics[2].askedAs.append("is it noisy")
    #expect(TopicFinder(try KnowledgeBase(knowledge)).topic(of: "is it noisy?") != nil)
    #expect(TopicFinder(try KnowledgeBase(knowledge)).topic(of: "is it noisy with wine?") == nil)
    for line in ["is it safe with bleach?", "is it safe when pregnant?", "is wine safe?"] {
      #expect(finder.topic(of: line) == nil, "\(line)")
    }
  }

  @Test("a topic without a question mark gives way to an answer")
  func answersFirst() throws {
    var knowledge = try Boiler.knowledge().knowledge
    knowledge.topics[0].askedAs.append("kitchen")
    var talk = try Talk(about: KnowledgeBase(knowledge))
    for line in ["1", "none", "yes", "2", "1 hour", "quiet"] { talk.say(line) }
    talk.say("kitchen?")
    #expect(talk.outcome == "kitchen")
  }

  @Test(
    "a question without an answer is said to be one",
    arguments: [
      "who painted the Mona Lisa?", "is the moon made of cheese?", "really?",
    ])
  func unknown(line: String) throws {
    for stage in Stage.allCases where stage != .choosingChange {
      var talk = try stage.talk()
      talk.say(line)
      #expect(talk.outcome == "refused")
      #expect(talk.said.hasPrefix("I don't have an answer to that one."))
    }
  }

  @Test("a host can ask for a topic by name or in a person's words")
  func topicAnswers() throws {
    let knowledge = try Boiler.knowledge()
    #expect(TopicAnswer(to: "repair-or-replace", in: knowledge)?.topic.id == "repair-or-replace")
    #expect(
      TopicAnswer(to: "new boiler or repair?", in: knowledge)?.topic.id == "repair-or-replace")
    #expect(TopicAnswer(to: "cheese", in: knowledge) == nil)
  }

  @Test("a host can read an answer without a conversation")
  func answerTexts() throws {
    let knowledge = try Boiler.knowledge()
    let pressure = try #require(knowledge.question("pressure"))
    #expect(AnswerText.answer("1,5 bar", to: pressure, in: knowledge) == .number(1.5))
    #expect(AnswerText.answer("the old one", to: pressure, in: knowledge) == nil)
    #expect(AnswerText.answer("less than 1", to: pressure, in: knowledge) == nil)
    let rooms = try #require(knowledge.question("cold-rooms"))
    #expect(AnswerText.answer("kichen", to: rooms, in: knowledge) == nil)
  }

  @Test("a topic is only told during its consultations, and before one is chosen")
  func places() throws {
    var knowledge = try Boiler.knowledge().knowledge
    knowledge.topics[1].consultations = ["service"]
    for place in [1, 2] { knowledge.topics[place].askedAs.append("is it dangerous") }
    let base = try KnowledgeBase(knowledge)
    for (first, outcome) in [
      ("1", "told repair-or-replace"), ("2", "told bleeding-is-dangerous"),
      ("hi", "told bleeding-is-dangerous"),
    ] {
      var talk = try Talk(about: base)
      talk.say(first)
      talk.say("is it dangerous?")
      #expect(talk.outcome == outcome, "\(first)")
    }
    #expect(TopicAnswer(to: "is it dangerous?", in: base)?.topic.id == "bleeding-is-dangerous")
  }

  @Test("who says what is wrong instead of choosing is understood, and who asks about it is told")
  func beginsOrAsks() throws {
    var knowledge = try Boiler.knowledge().knowledge
    knowledge.consultations[0].also.append("my rooms are cold")
    knowledge.topics[0].askedAs.append("my rooms are cold again")
    let base = try KnowledgeBase(knowledge)
    for (line, outcome) in [
      ("my rooms are cold again", "asked back"),
      ("help, my rooms are cold!", "asked back"),
      ("why do I feel that my rooms are cold again?", "told turn-off-at-night"),
      ("my rooms are not cold", "refused"),
    ] {
      var talk = try Talk(about: base)
      talk.say(line)
      #expect(talk.outcome == outcome, "\(line)")
      guard outcome == "asked back" else { continue }
      talk.say("yes")
      #expect(talk.outcome == "began no-heat")
    }
  }
}
