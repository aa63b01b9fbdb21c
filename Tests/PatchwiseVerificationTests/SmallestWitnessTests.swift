import PatchwiseTestSupport
import Testing

@testable import Patchwise
@testable import PatchwiseVerification

@Suite("The fewest answers that make something so")
struct SmallestWitnessTests {
  @Test("an answer that does not matter is left out")
  func leftOut() throws {
    var knowledge = Knowledge.tiny(
      questions: [.yesNo("a"), .yesNo("b"), .number("age", 0...99), .yesNo("c", askedWhen: "b")],
      scales: [.of("care", ["fine", "see"], otherwise: "fine")],
      rules: [.of("r", when: "a or (b and c and age less than 18)", raise: ["care": "see"])])
    knowledge.promises = [Promise(id: "p", whenever: "care is see", then: "a")]
    var verification = Verification(try KnowledgeBase(knowledge))
    let witness = try #require(verification.findings(of: .brokenPromise).first?.witness)
    let answers = try #require(witness.readings.first?.answers)
    #expect(Set(answers.keys.map(\.name)) == ["a", "b", "c", "age"])
    knowledge.promises[0].then = "not a"
    verification = Verification(try KnowledgeBase(knowledge))
    let other = verification.findings(of: .brokenPromise).first?.witness?.readings.first?.answers
    #expect(other == ["a": .yes])
  }

  @Test("the rest may be answered in any way, and no answer can be left out")
  func besideEverySituation() throws {
    var found = 0
    for seed in 0..<UInt64(Soak.rounds(60)) {
      guard let base = try? KnowledgeBase(RandomKnowledge(seed: seed &+ 800).knowledge),
        base.testsOnEarlierReadings.isEmpty
      else { continue }
      let values = QuestionValues(base)
      for kind in base.knowledge.consultations {
        var situations = Situations(of: kind, in: base)
        for rule in base.knowledge.rules {
          let condition = base.condition(of: rule)
          guard let reading = situations.smallestWitness(of: condition)?.readings.first else {
            continue
          }
          /// Whether the condition holds in every situation with some answers.
          func holds(_ answers: [Identifier<Question>: Answer]) -> Bool? {
            var random = SplitMix64(seed: seed)
            let space = SituationSpace(
              values, [Reading(kind, answers: answers, now: reading.now)])
            guard space.count <= 500 else { return nil }
            return space.situations(atMost: .max, &random).allSatisfy { $0.holds(condition) }
          }
          guard let isCertain = holds(reading.answers) else { continue }
          #expect(isCertain, "seed \(seed), \(rule.id)")
          found += 1
          for question in reading.answers.keys {
            var fewer = reading.answers
            fewer[question] = nil
            #expect(holds(fewer) != true, "seed \(seed), \(rule.id) without \(question)")
          }
        }
      }
    }
    #expect(found > 50)
  }
}
