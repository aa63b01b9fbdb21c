import Patchwise
import PatchwiseTestSupport
import Testing

@testable import PatchwiseDialogue

@Suite("Going back and changing answers")
struct BackAndChangeTests {
  @Test("back takes the last answer back, up to the first question")
  func back() throws {
    var talk = try Talk(at: "off-for")
    #expect(talk.say("back").hasPrefix("One step back.\n\nWhat does the gauge show"))
    #expect(talk.dialogue.consultation?.answered == ["danger", "thermostat"])
    talk.say("back")
    talk.say("back")
    #expect(talk.awaiting == "danger")
    #expect(talk.say("back").hasPrefix("This is the first question"))
    #expect(talk.outcome == "refused")
    #expect(talk.awaiting == "danger")
  }

  @Test("back after the recommendation asks the last question again")
  func backAfterRecommendation() throws {
    var talk = try Talk.finished()
    talk.say("back")
    #expect(talk.awaiting == "additives")
    talk.say("descaler")
    #expect(talk.awaiting == "anything else")
    #expect(talk.said.contains("The pump is under strain."))
  }

  @Test("back after an alarm lets go of it alone", arguments: ["pressure", "danger"])
  func backAfterAlarm(question: String) throws {
    var talk = try Talk(at: Identifier(question), saying: ["I smell gas"])
    #expect(talk.dialogue.alarm != nil)
    talk.say("back")
    #expect(talk.dialogue.alarm == nil)
    #expect(talk.awaiting == question)
  }

  @Test("nothing is changed beside an alarm", arguments: ["change", "change danger", "change 1"])
  func changeAtAlarm(line: String) throws {
    var talk = try Talk(at: "pressure", saying: ["I smell gas"])
    let page = talk.pieces
    talk.say(line)
    #expect(talk.dialogue.alarm?.id == "gas-now")
    #expect(talk.pieces == page)
  }

  @Test("back after an early end undoes it")
  func backAfterEarlyEnd() throws {
    var talk = try Talk()
    talk.say("1")
    #expect(talk.dialogue.consultation?.endedEarly == true)
    #expect(talk.awaiting == "anything else")
    talk.say("back")
    #expect(talk.dialogue.consultation?.endedEarly == false)
    #expect(talk.awaiting == "danger")
  }

  @Test(
    "back while a change is under way leaves the answer as it was",
    arguments: [
      ["change pressure"], ["change"], ["change", "3"], ["change pressure", "change danger"],
      ["change pressure", "garage"],
    ])
  func backFromChange(lines: [String]) throws {
    var talk = try Talk(at: "cold-rooms", saying: lines)
    #expect(talk.say("back").hasPrefix("All right, your answer stays as it was.\n\nWhich rooms"))
    #expect(talk.awaiting == "cold-rooms")
    #expect(talk.dialogue.consultation?.answered.count == 5)
    talk.say("undo")
    #expect(talk.awaiting == "noise")
  }

  @Test("back after a change undoes the change and asks again")
  func backAfterChange() throws {
    var talk = try Talk(at: "cold-rooms", saying: ["change pressure", "0.5"])
    #expect(talk.dialogue.consultation?.answer(to: "pressure") == .number(0.5))
    talk.say("undo")
    #expect(talk.awaiting == "pressure")
    #expect(talk.dialogue.consultation?.answer(to: "pressure") == .number(2))
    talk.say("3")
    #expect(talk.awaiting == "cold-rooms")
    #expect(talk.dialogue.consultation?.answered.count == 5)
  }

  @Test(
    "an answer to change is named by number, name, other words or a near miss",
    arguments: [
      ("change 3", "pressure"), ("change pressure", "pressure"),
      ("change water pressure", "pressure"),
      ("change the water pressure please", "pressure"), ("change presure", "pressure"),
      ("Change NOISE!", "noise"), ("edit 1", "danger"), ("change off-for", "off-for"),
      ("change time without heat", "off-for"), ("change signs", "danger"),
    ])
  func named(line: String, question: String) throws {
    var talk = try Talk(at: "cold-rooms")
    talk.say(line)
    #expect(talk.outcome == "served")
    #expect(talk.awaiting == question)
    // The old answer stays until there is a new one.
    #expect(talk.dialogue.consultation?.answered.count == 5)
  }

  @Test(
    "what can't be changed is said",
    arguments: [
      "change restarts", "change garage", "change 9", "change 0", "change cold-rooms",
    ])
  func unknown(line: String) throws {
    var talk = try Talk(at: "cold-rooms")
    talk.say(line)
    #expect(talk.outcome == "refused")
    #expect(talk.said.hasPrefix("I don't find a question called"))
    #expect(talk.awaiting == "cold-rooms")
  }

  @Test(
    "where nothing was answered nothing can be changed, whatever it is called",
    arguments: [
      "one", "1", "two", "last", "the first", "all", "all of it", "maybe 1", "1 a bit", "-1",
      "none", "no", "not sure", "danger",
    ])
  func nothingToChange(name: String) throws {
    var talk = try Talk(at: "danger", saying: ["none", "back"])
    talk.say("change \(name)")
    #expect(talk.outcome == "refused")
    #expect(talk.said.hasPrefix("I don't find a question called"))
    #expect(talk.awaiting == "danger")
  }

  @Test("without a name the answers are listed to choose from")
  func listed() throws {
    var talk = try Talk(at: "off-for")
    talk.say("change")
    #expect(
      talk.pieces == [
        "So far", "1. signs of danger: none of these", "2. thermostat: yes",
        "3. water pressure: 2 bar",
        "Which answer would you like to change? Type its number or its name.",
      ])
    talk.say("2")
    #expect(talk.awaiting == "thermostat")
    talk.say("no")
    #expect(talk.awaiting == "off-for")

    talk.say("change")
    talk.say("garage")
    #expect(talk.outcome == "refused")
    // It is an answer to the question again.
    talk.say("2 days")
    #expect(talk.outcome == "48.0 hours")
  }

  @Test("a name that fits several answers is asked back")
  func ambiguous() throws {
    var talk = try Talk(
      about: KnowledgeBase(
        .tiny(
          questions: [.yesNo("water-cold"), .yesNo("water-brown"), .yesNo("air")],
          scales: [.of("care", ["low", "high"], otherwise: "low")],
          rules: [
            .of("cold", when: "water-cold", raise: ["care": "high"]),
            .of("brown", when: "water-brown", raise: ["care": "high"]),
            .of("air", when: "air", raise: ["care": "high"]),
          ])))
    talk.say("no")
    talk.say("no")
    talk.say("change water")
    #expect(talk.pieces == ["Which do you mean?", "1. water cold", "2. water brown"])
    var other = talk
    other.say("2")
    #expect(other.awaiting == "water-brown")
    talk.say("brown")
    #expect(talk.outcome == "refused")
    talk.say("change water")
    talk.say("water brown")
    #expect(talk.awaiting == "water-brown")
  }

  @Test("with nothing answered there is nothing to change")
  func nothing() throws {
    var talk = try Talk()
    talk.say("change")
    #expect(talk.outcome == "refused")
    #expect(talk.said.hasPrefix("You haven't answered anything yet."))
    talk.say("change danger")
    #expect(talk.outcome == "refused")
    #expect(talk.awaiting == "danger")
  }

  @Test("after the recommendation an answer can be changed, and a new recommendation follows")
  func changeAfterRecommendation() throws {
    var talk = try Talk.finished()
    talk.say("change pressure")
    #expect(talk.awaiting == "pressure")
    let said = talk.say("0.5")
    #expect(said.contains("Top up the water"))
    #expect(talk.awaiting == "anything else")
  }

  @Test("answers that are put aside, and that count again, are said")
  func putAside() throws {
    var talk = try Talk(at: "additives")
    talk.say("change restarted")
    #expect(
      talk.say("no").hasPrefix("→ no\nNo longer needed, so I put it aside: number of resets.\n"))
    talk.say("so far")
    #expect(talk.pieces.contains("8. number of resets: 1 (does not apply to you)"))
    talk.say("change restarted")
    #expect(
      talk.say("yes").hasPrefix("→ yes\nYour earlier answer counts again: number of resets.\n"))
    #expect(talk.awaiting == "additives")
  }
}
