import Patchwise
import PatchwiseTestSupport
import Testing

@testable import PatchwiseDialogue

@Suite("What sentences hint at")
struct HintTests {
  @Test(
    "an option is asked back, in any form of the words and with a slip in a long one",
    arguments: [
      ("noise", "it is like a hammer", "banging?"), ("noise", "Somebody hammering?!", "banging?"),
      ("noise", "like a sledgehamer", "banging?"),
      ("noise", "it wakes nearly everybody", "banging?"),
      ("noise", "the whole house shakes", "banging?"),
      ("cold-rooms", "the tub is freezing", "bathroom?"),
      ("cold-rooms", "my bath's ICY", "bathroom?"), ("cold-rooms", "toasty everywhere", "none?"),
      ("cold-rooms", "I am cooking in a coat", "kitchen?"),
      ("thermostat", "as high as it goes", "yes?"), ("thermostat", "I turned it down", "no?"),
      ("thermostat", "turned it all off", "no?"),
    ])
  func hints(question: Identifier<Question>, line: String, meant: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: question) == meant)
  }

  @Test(
    "several are asked back together, and beside what is named",
    arguments: [
      ("cold-rooms", "tub icy, and I cook in gloves", "kitchen, bathroom?"),
      ("cold-rooms", "the bedroom and the bath is freezing", "bathroom, bedroom?"),
      ("cold-rooms", "the back room, and the tub is icy", "bathroom, back?"),
      ("cold-rooms", "toasty everywhere, only the tub is icy", "bathroom?"),
      ("thermostat", "as high as it goes, then I turned it down", "yes | no"),
    ])
  func several(question: Identifier<Question>, line: String, meant: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: question) == meant)
  }

  @Test(
    "what is denied, over, supposed or somebody else's is no hint, unless the hint says so",
    arguments: [
      ("noise", "not like a hammer", "refused: negated"),
      ("noise", "no hammering", "refused: negated"),
      ("noise", "not loud but hammering", "banging?"),
      ("noise", "hammering? no", "refused: negated"),
      ("noise", "the hammering has stopped", "refused: negated"),
      ("noise", "if it hammers I leave", "refused: notUnderstood"),
      ("noise", "my brother has a hammer", "refused: notUnderstood"),
      ("noise", "hammock", "refused: notUnderstood"), ("noise", "camera", "refused: notUnderstood"),
      ("noise", "house", "refused: notUnderstood"), ("noise", "yellow", "refused: notUnderstood"),
      ("thermostat", "my sister has turned it", "no?"),
    ])
  func traps(question: Identifier<Question>, line: String, meant: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: question) == meant)
  }

  @Test("what a person is asked names the option, and yes takes it")
  func confirmed() throws {
    var talk = try Talk(at: "cold-rooms", saying: ["my tub is icy"])
    #expect(talk.outcome == "asked back")
    #expect(talk.said.contains("The bathroom"))
    talk.say("yes")
    #expect(talk.outcome == "bathroom")
  }

  @Test(
    "a yes or no to what was meant may have more beside it",
    arguments: [
      ("yes it is", "bathroom"), ("yes dear", "bathroom"), ("yes I think so", "bathroom"),
      ("yeah a bit", "bathroom"), ("no dear", "refused"), ("no it isn't", "refused"),
      ("no, thank you", "refused"), ("yes but not now", "asked back"), ("yes and no", "refused"),
    ])
  func confirmations(line: String, outcome: String) throws {
    var talk = try Talk(at: "cold-rooms", saying: ["my tub is icy"])
    talk.say(line)
    if outcome == "bathroom" {
      #expect(talk.outcome == "bathroom")
    } else {
      #expect(talk.outcome != "bathroom")
      #expect(talk.dialogue.consultation?.answer(to: "cold-rooms") == nil)
    }
  }

  @Test("a sign of danger is heard at any question, and after the end, and asked back")
  func danger() throws {
    var talk = try Talk()
    talk.say("none")
    talk.say("oh dear, it smells of eggs")
    #expect(talk.outcome == "asked back")
    #expect(talk.said.contains("It smells of gas"))
    talk.say("yes")
    #expect(talk.dialogue.consultation?.answer(to: "danger") == .options(["gas"]))
    #expect(talk.dialogue.consultation?.endedEarly == true)
    talk = try Talk()
    for line in ["none", "yes", "it smells of eggs"] { talk.say(line) }
    #expect(talk.outcome == "asked back", "at a question for a number, too")
    talk = try Talk()
    for line in ["none", "yes", "blorf"] { talk.say(line) }
    #expect(talk.outcome == "refused")
    for line in [
      "no smell of eggs here", "it smelled of eggs last year", "my sister smells of eggs", "stinky",
    ] {
      talk.say(line)
      #expect(talk.outcome == "refused", "\(line)")
    }
  }

  @Test("where a consultation is chosen, a sign of danger begins the one that asks for it")
  func dangerAtMenu() throws {
    for (answer, awaited) in [("yes", "anything else"), ("no", "the consultation")] {
      var talk = try Talk(about: Boiler.knowledge())
      talk.say("the cellar stinks of sulphur")
      #expect(talk.outcome == "asked back")
      #expect(talk.said.contains("It smells of gas"))
      talk.say(answer)
      #expect(talk.awaiting == awaited)
      #expect((talk.dialogue.consultation?.endedEarly == true) == (answer == "yes"))
    }
    var talk = try Talk(about: Boiler.knowledge())
    for line in ["does it smell of sulphur in hell?", "I want a stench of sulphur"] {
      talk.say(line)
      #expect(talk.dialogue.consultation == nil, "\(line)")
    }
  }

  @Test("a sign of danger comes before what a line may mean at the question")
  func dangerFirst() throws {
    var knowledge = try Boiler.knowledge().knowledge
    let place = try #require(knowledge.questions.firstIndex { $0.id == "cold-rooms" })
    for asksForSigns in [false, true] {
      if asksForSigns, case .any(var options) = knowledge.questions[place].domain {
        options[0].isWarning = true
        knowledge.questions[place].domain = .any(options)
      }
      for (line, sign) in [
        ("the tub is icy", "The bathroom"), ("cooking in a coat, it stinks of sulphur", "gas"),
      ] {
        var talk = try Talk(about: KnowledgeBase(knowledge))
        for line in ["1", "none", "yes", "2", "1 hour", "quiet"] { talk.say(line) }
        talk.say(line)
        #expect(talk.outcome == "asked back")
        #expect(talk.said.contains(asksForSigns || sign != "gas" ? sign : "The kitchen"))
      }
    }
  }

  @Test("what may be danger is asked once more when the conversation is taken up again")
  func dangerAfterwards() throws {
    for hours in [1, 13] {
      let later = try #require(Boiler.now) + TimeSpan(seconds: hours * 3_600)
      var talk = try Talk()
      talk.say("none")
      talk.say("it smells of eggs")
      talk.dialogue.resume(at: later)
      #expect(talk.dialogue.resumption.contains { $0.text.contains("It smells of gas") })
      var other = talk
      talk.say("yes")
      #expect(talk.dialogue.consultation?.endedEarly == true)
      other.say("no")
      #expect(other.awaiting == (hours > 12 ? "danger" : "thermostat"))

      talk = try Talk()
      talk.say("none")
      talk.say("I smell gas sometimes")
      talk.dialogue.resume(at: later)
      let resumption = talk.dialogue.resumption.map(\.text).joined(separator: "\n")
      #expect(resumption.contains("\"I smell gas sometimes\""))
      #expect(resumption.contains("Is that happening right now"))
      talk.say("yes")
      #expect(talk.dialogue.alarm?.id == "gas-now")
      talk.dialogue.resume(at: later)
      #expect(!talk.dialogue.resumption.contains { $0.text.contains("none of these") })
    }
  }

  @Test("what was said earlier is still to be confirmed when the conversation is taken up again")
  func recalledAfterwards() throws {
    var talk = try Talk()
    talk.dialogue.recall(["thermostat": .no])
    talk.say("none")
    #expect(talk.said.contains("Earlier you said: no"))
    talk.dialogue.resume(at: try #require(Boiler.now) + TimeSpan(seconds: 3_600))
    #expect(talk.dialogue.resumption.contains { $0.text.contains("Earlier you said: no") })
    talk.say("yes")
    #expect(talk.dialogue.consultation?.answer(to: "thermostat") == .no)
  }

  @Test("after half a day the question about danger is asked once more, and before that it is not")
  func onceMore() throws {
    for (hours, awaited) in [(11, "thermostat"), (13, "danger")] {
      var talk = try Talk()
      talk.say("none")
      talk.dialogue.resume(at: try #require(Boiler.now) + TimeSpan(seconds: hours * 3_600))
      #expect(talk.awaiting == awaited)
      #expect(talk.dialogue.resumption.contains { $0.text.hasPrefix("Some time") } == (hours > 12))
      talk.say("none")
      if hours > 12 { #expect(talk.awaiting == "thermostat") }
    }
  }
}
