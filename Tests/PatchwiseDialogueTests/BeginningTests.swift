import Patchwise
import PatchwiseTestSupport
import Testing

@testable import PatchwiseDialogue

@Suite("Choosing what to talk about")
struct BeginningTests {
  @Test(
    "a name in full begins at once, also among words that add nothing",
    arguments: [
      ("1", "no-heat"), ("cold", "no-heat"), ("no heating", "no-heat"),
      ("hello, cold please", "no-heat"), ("I want maintenance", "service"),
    ])
  func atOnce(line: String, kind: String) throws {
    #expect(try outcome(of: [line]) == "began \(kind)")
  }

  @Test(
    "what is only hinted at is asked back, and begins with a yes",
    arguments: [
      ("I am freezing here", "My radiators stay cold"),
      ("something is wrong with my boiler", "My radiators stay cold"),
      ("do you do a yearly look", "I wonder if a service is due"),
      ("the maintenance man said hello", "I wonder if a service is due"),
      // The start of a name that is not on the screen.
      ("mai", "I wonder if a service is due"),
    ])
  func askedBack(line: String, title: String) throws {
    var talk = try Talk(about: Boiler.knowledge())
    talk.say(line)
    #expect(talk.outcome == "asked back")
    #expect(talk.pieces == ["Did you mean: \(title)? Please say yes or no."])
    var other = talk
    talk.say("yes, please")
    #expect(talk.outcome.hasPrefix("began"))
    other.say("no")
    #expect(other.outcome == "refused")
    #expect(other.pieces.prefix(2) == ["Then let me ask again.", "What brings you here?"])
    other.say("2")
    #expect(other.outcome == "began service")
  }

  @Test("of two that may be meant a numbered choice is shown")
  func which() throws {
    var talk = try Talk(about: Boiler.knowledge())
    talk.say("freezing since the maintenance")
    #expect(
      talk.pieces == [
        "Which do you mean?", "1. My radiators stay cold", "2. I wonder if a service is due",
      ])
    var other = talk
    talk.say("the second")
    #expect(talk.outcome == "began service")
    other.say("no heating")
    #expect(other.outcome == "began no-heat")
  }

  @Test("another line takes the place of what was asked back")
  func anotherLine() throws {
    #expect(try outcome(of: ["I am freezing", "2"]) == "began service")
    #expect(try outcome(of: ["I am freezing", "blorf", "yes"]) == "refused")
    #expect(try outcome(of: ["I am freezing", "I smell gas"]) == "alarm gas-now")
    #expect(try outcome(of: ["I am freezing", "help"]) == "served")
  }

  @Test(
    "what is denied or somebody else's begins nothing",
    arguments: ["not freezing", "my sister is freezing", "if I were freezing", "boiler"])
  func nothing(line: String) throws { #expect(try outcome(of: [line]) == "refused") }

  @Test(
    "a greeting is answered kindly, and begins nothing",
    arguments: [
      "hi", "Hello!", "hey there", "hi hi", "good morning", "Hello, how are you?", "hiya",
      "hello good evening",
    ])
  func greeting(line: String) throws {
    var talk = try Talk(about: Boiler.knowledge())
    talk.say(line)
    #expect(talk.outcome == "served")
    #expect(
      talk.pieces.prefix(2) == [
        "Good that you are here. A number or a few words will do.", "What brings you here?",
      ])
    talk = try Talk(at: "pressure")
    talk.say(line)
    #expect(talk.outcome == "served")
    #expect(talk.awaiting == "pressure")
    // With more behind it, it is what stands behind it.
    let more = try outcome(of: [line + ", cold"])
    #expect(more == "began no-heat" || more == "asked back")
  }

  private func outcome(of lines: [String]) throws -> String {
    var talk = try Talk(about: Boiler.knowledge())
    for line in lines { talk.say(line) }
    return talk.outcome
  }
}
