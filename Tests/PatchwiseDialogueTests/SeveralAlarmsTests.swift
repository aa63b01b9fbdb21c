import Patchwise
import Testing

@testable import PatchwiseDialogue

@Suite("Several alarms")
struct SeveralAlarmsTests {
  /// The boiler with an alarm that calls for less than leaving, before or behind all others.
  private func talk(isMildFirst: Bool = false) throws -> Talk {
    var knowledge = try Boiler.knowledge().knowledge
    let flood = Alarm(
      id: "flood", phrases: ["water everywhere"], raises: [Rule.Raise("care", to: "today")])
    knowledge.alarms.insert(flood, at: isMildFirst ? 0 : knowledge.alarms.count)
    var talk = try Talk(about: KnowledgeBase(knowledge))
    talk.say("1")
    return talk
  }

  @Test("a graver alarm takes the place of a milder one")
  func graver() throws {
    var talk = try talk()
    #expect(talk.say("water everywhere").contains("An engineer, today"))
    #expect(talk.say("and I smell gas").contains("Leave the house now"))
    #expect(talk.dialogue.interval(of: "care")?.floor?.id == "leave")
  }

  @Test("a milder alarm does not take the place of a graver one")
  func milder() throws {
    var talk = try talk()
    talk.say("I smell gas")
    let said = talk.say("and water everywhere")
    #expect(said.contains("Leave the house now"))
    #expect(talk.dialogue.interval(of: "care")?.floor?.id == "leave")
    #expect(talk.say("repeat").contains("Leave the house now"))
  }

  @Test("the gravest alarm of a line counts, whichever the author wrote first")
  func gravestOfLine() throws {
    for isMildFirst in [false, true] {
      var talk = try talk(isMildFirst: isMildFirst)
      let said = talk.say("I smell gas and water everywhere")
      #expect(said.contains("Leave the house now"))
    }
  }

  @Test("an alarm never makes milder what the answers have settled")
  func settled() throws {
    var talk = try talk()
    #expect(talk.say("gas").contains("Leave the house now"))
    let said = talk.say("water everywhere")
    #expect(said.contains("Leave the house now"))
    #expect(talk.dialogue.interval(of: "care")?.floor?.id == "leave")
  }

  @Test("an alarm that raises two scales is asked back once")
  func askedBackOnce() throws {
    var knowledge = try Boiler.knowledge().knowledge
    knowledge.alarms[0].raises.append(Rule.Raise("heat", to: "leave-off"))
    var talk = try Talk(about: KnowledgeBase(knowledge))
    talk.say("1")
    talk.say("I smell gas sometimes")
    #expect(talk.pieces.count == 1)
  }
}
