import Patchwise
import PatchwiseTestSupport
import Testing

@testable import PatchwiseDialogue

@Suite("Denials")
struct DenialTests {
  /// Sentences that deny their first name; the second may be anything.
  private static let denials: [@Sendable (String, String) -> String] = [
    { name, _ in "no \(name)" }, { name, _ in "No, \(name)" }, { name, _ in "not \(name)" },
    { name, _ in "there is no \(name)" }, { name, _ in "\(name) anymore" },
    { name, _ in "not \(name) any more" }, { name, _ in "no longer \(name)" },
    { name, _ in "never \(name)" }, { name, _ in "without \(name)" },
    { name, _ in "I don’t have \(name)" }, { name, _ in "it doesn't: \(name)" },
    { name, _ in "\(name)? no" }, { name, _ in "\(name), no" }, { name, _ in "\(name) isn't so" },
    { name, _ in "the \(name) has stopped" }, { name, _ in "\(name) is gone" },
    { name, _ in "I can't see \(name)" }, { name, _ in "hardly any \(name)" },
    { name, _ in "\(name) used to be" }, { name, _ in "NOT \(name.uppercased())!" },
    { name, other in "no \(name), no \(other)" }, { name, other in "no \(name) and no \(other)" },
    { name, other in "neither \(name) nor \(other)" }, { name, other in "\(other), not \(name)" },
    { name, other in "\(other) and no \(name)" }, { name, other in "no \(name) but \(other)" },
    { name, other in "none, \(name); \(other)" }, { name, other in "no \(name) + \(other)" },
    { name, other in "1, no \(name), \(other)" },
  ]

  private static let questions: [Identifier<Question>] = ["danger", "noise"]

  @Test("no denial in words sets a warning for certain", arguments: questions)
  func warnings(id: Identifier<Question>) throws {
    let knowledge = try Boiler.knowledge()
    let question = try #require(knowledge.question(id))
    let warnings = Set(knowledge.options(of: question).filter(\.isWarning).map(\.id))
    let names = RandomLines.names(of: question, in: knowledge).flatMap { $0 }
    #expect(!warnings.isEmpty)
    let reader = AnswerReader(vocabulary: knowledge.vocabulary, now: Boiler.now)
    for name in names {
      for other in names {
        for denial in Self.denials {
          let line = denial(name, other)
          let reading =
            reader.exactReading(of: line, for: question)
            ?? reader.looseReading(of: line, for: question)
          switch reading {
          case .certain(.option(let option)): #expect(!warnings.contains(option), "\(line)")
          case .certain(.options(let options)):
            #expect(warnings.isDisjoint(with: options), "\(line)")
          default: break
          }
        }
      }
    }
  }

  @Test("nothing that is denied is ever an answer of a conversation", arguments: Stage.allCases)
  func conversations(stage: Stage) throws {
    let knowledge = try Boiler.knowledge()
    let start = try stage.talk()
    for id in Self.questions {
      let question = try #require(knowledge.question(id))
      for option in knowledge.options(of: question) where option.isWarning {
        for denial in Self.denials {
          var talk = start
          let before = start.dialogue.consultation?.answer(to: id)
          talk.say(denial(option.label.string, "humming"))
          let after = talk.dialogue.consultation?.answer(to: id)
          #expect(after == before || after == .options([]))
          #expect(talk.dialogue.alarm?.id == (stage == .alarm ? "gas-now" : nil))
        }
      }
    }
  }

  @Test(
    "who says that nothing is well has not said that none of the signs is there",
    arguments: [
      "nothing is fine", "nothing is right", "nothing is ok here", "nothing good", "no good",
      "no good at all", "none of it is well", "no, nothing is right", "no one is fine",
    ])
  func nothingIsWell(line: String) throws {
    let reading = try Boiler.knowledge().reading(of: line, at: "danger")
    #expect(reading != "none")
  }

  @Test("a number behind a no is not for certain the option", arguments: ["no, 2", "no 1 and 2"])
  func deniedNumber(line: String) throws {
    let reading = try Boiler.knowledge().reading(of: line, at: "danger")
    #expect(!["soot", "gas, soot"].contains(reading))
  }

  @Test(
    "an ingredient that a list denies is not in it",
    arguments: ["without: Descaler, Inhibitor", "no: Descaler", "water, not (Descaler)"])
  func deniedIngredient(line: String) throws {
    let reading = try Boiler.knowledge().reading(of: line, at: "additives")
    #expect(!reading.contains("acid"))
  }
}
