import Patchwise
import Testing

@testable import PatchwiseDialogue

@Suite("Alarms")
struct AlarmTests {
  @Test(
    "an alarm fires wherever it stands in a sentence",
    arguments: [
      "I smell gas", "I SMELL GAS!!", "help, I smell gas", "why? I smell gas", "I smell gas, 2 bar",
      "the monoxide alarm's going off", "the monoxide alarm’s going off",
      "monoxide alarms going off",
      "I can't breathe in here", "i cant breathe in here", "I can’t breathe in here",
      "is it bad that I smell gas?", "yes I smell gas", "the house is full of gas and 2 bar",
      // A doubt is no denial.
      "not sure if I smell gas", "I'm not sure I smell gas", "I don't know if I smell gas",
      // Nor is one that belongs to something else.
      "no I smell gas", "no, I smell gas", "no heat and I smell gas", "I have no heat I smell gas",
      "the heating stopped I smell gas", "the heat is gone I smell gas",
      "I'm not joking I smell gas",
      "I don't feel well I smell gas", "not good, I smell gas", "I can't think I smell gas",
      "no but I smell gas", "I don't want to die I smell gas", "none of this helps I smell gas",
      "I didn't smell gas everywhere yesterday but now I smell gas",
    ])
  func fires(line: String) throws {
    var talk = try Talk(at: "pressure")
    talk.say(line)
    #expect(talk.outcome.hasPrefix("alarm "))
    #expect(talk.dialogue.alarm != nil)
    #expect(talk.awaiting == "anything else")
  }

  @Test(
    "an alarm that is denied just before, or is part of another word, stays silent",
    arguments: [
      "I don't think I smell gas", "I don’t think I smell gas", "it's not that I smell gas",
      "I don't smell gas everywhere", "I can't smell gas everywhere", "never smell gas everywhere",
      "no monoxide alarm's going off", "there is no sign that the house is full of gas",
      "I don't feel like I smell gas", "I do not believe that the house is full of gas",
      "I smell gasoline", "I smell some gas", "hi smell gas", "the warehouse is full of gas",
      "smell gas", "gas",
    ])
  func staysSilent(line: String) throws {
    var talk = try Talk(at: "pressure")
    talk.say(line)
    #expect(!talk.outcome.hasPrefix("alarm "))
    #expect(talk.dialogue.alarm == nil)
  }

  @Test("an alarm fires at every prompt", arguments: Stage.allCases)
  func firesEverywhere(stage: Stage) throws {
    var talk = try stage.talk()
    let said = talk.say("I smell gas")
    #expect(talk.outcome == "alarm gas-now")
    #expect(
      said.hasPrefix("Do you need an engineer?\nLeave the house now\nDo not touch any switch."))
    // Nothing but going on, stepping back or leaving helps out of it.
    for line in ["1", "none", "yes", "2 bar", "blah", "repeat", "so far", "help"] {
      talk.say(line)
      #expect(talk.dialogue.alarm?.id == "gas-now", "\(line)")
      #expect(talk.awaiting == "anything else", "\(line)")
    }
    #expect(talk.say("repeat").contains("Leave the house now"))
    #expect(talk.dialogue.interval(of: "care")?.floor?.id == "leave")
  }

  @Test("after an alarm, going on leads back to where it fired", arguments: Stage.allCases)
  func goOn(stage: Stage) throws {
    var talk = try stage.talk()
    let awaiting = talk.awaiting
    talk.say("I smell gas")
    if stage == .alarm {
      talk.say("go on")
    } else {
      #expect(talk.say("go on").contains("where we were"))
    }
    #expect(talk.dialogue.alarm == nil)
    if stage != .alarm { #expect(talk.awaiting == awaiting) }
    talk.say("I smell gas")
    talk.say("quit")
    #expect(talk.dialogue.isOver)
  }

  @Test("the full name of an option is the option, not the alarm")
  func optionFirst() throws {
    var knowledge = try Boiler.knowledge().knowledge
    knowledge.alarms[0].phrases.append("it smells of gas")
    var talk = try Talk(about: KnowledgeBase(knowledge))
    talk.say("1")
    talk.say("It smells of gas")
    #expect(talk.outcome == "gas")
    talk.say("I think it smells of gas")
    #expect(talk.outcome == "alarm gas-now")
  }
}
