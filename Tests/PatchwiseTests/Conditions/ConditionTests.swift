import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("Writing a condition")
struct ConditionTests {
  @Test(
    "a condition is written in words that can be read again as the same",
    arguments: [
      ("itch is yes", "itch is yes"),
      ("kind is yes", "kind is yes"),
      ("itch is no", "itch is no"),
      ("not (itch)", "itch is not yes"),
      ("itch is not yes", "itch is not yes"),
      ("not skin is dry", "skin is not dry"),
      ("skin is any of (dry)", "skin is dry"),
      ("not not skin is dry", "not skin is not dry"),
      ("pain at least mild", "pain is any of (mild, bad)"),
      ("signs includes any of (red, hot)", "signs includes any of (red, hot)"),
      ("not signs includes red", "signs includes none of (red)"),
      ("signs includes all of (red, hot)", "signs includes all of (red, hot)"),
      ("age between 1.5 and 18", "age between 1.5 and 18"),
      ("age more than 0.00001", "age more than 0.00001"),
      ("age between 0.000000015 and 0.5", "age between 0.000000015 and 0.5"),
      ("not age between 1 and 2", "not age between 1 and 2"),
      ("last more than 14 days ago", "last more than 14 days ago"),
      ("itch and (sore or not fit is no)", "itch is yes and (sore or fit is not no)"),
      ("(itch and sore) or tip is not given", "(itch is yes and sore) or not tip is given"),
      (
        "at least 2 of (itch, sore or itch, (itch))",
        "at least 2 of (itch is yes, sore or itch is yes, itch is yes)"
      ),
      (
        "not (previous itch or earlier fit is no)",
        "not (previous itch is yes or earlier fit is no)"
      ),
    ])
  func description(text: String, expected: String) throws {
    let condition = try ConditionResolverTests.read(text)
    #expect(condition.description == expected)
    #expect(try ConditionResolverTests.read(expected) == condition)
  }

  @Test("what is written is read as the same condition")
  func roundTrip() throws {
    var count = 0
    for seed in 0..<150 as Range<UInt64> {
      let base = try KnowledgeBase(RandomKnowledge(seed: seed).knowledge)
      let resolver = ConditionResolver(knowledge: base.knowledge, names: base.names)
      let durations = base.knowledge.questions.filter {
        if case .duration = $0.domain { true } else { false }
      }
      let subjects = Set(durations.map { Condition.Subject.question($0.id) })
      let conditions =
        base.knowledge.rules.map(base.condition)
        + base.knowledge.questions.compactMap { base.askedWhen($0.id) }
        + base.knowledge.definitions.map { base.condition(of: $0.id) }
      for condition in conditions
      where condition.tests.allSatisfy({ !subjects.contains($0.subject) }) {
        let text = condition.description
        #expect(try resolver.resolve(AuthoredText(text)).get() == condition, "\(text)")
        count += 1
      }
    }
    #expect(count > 700)
  }

  @Test("a length of time is written so that it can be read again")
  func durations() throws {
    let condition = try ConditionResolverTests.read("since at least 3 weeks")
    #expect(condition.description == "since at least 3 weeks")
    let moment = try ConditionResolverTests.read("last more than 1.51 minutes ago")
    _ = try ConditionResolverTests.read(moment.description)
  }

  @Test("options named like words of the list forms can be read again")
  func awkwardNames() throws {
    let knowledge = Knowledge.tiny(questions: [.one("q", ["any", "b"]), .any("r", ["all", "b"])])
    let resolver = ConditionResolver(knowledge: knowledge, names: NameIndex(knowledge))
    for text in ["q is any of (any)", "r includes any of (all)"] {
      let condition = try resolver.resolve(AuthoredText(text)).get()
      _ = try resolver.resolve(AuthoredText(condition.description)).get()
    }
  }
}
