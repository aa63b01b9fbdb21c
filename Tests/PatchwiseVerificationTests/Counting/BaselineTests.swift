import BigInt
import PatchwiseTestSupport
import Testing

@testable import Patchwise
@testable import PatchwiseVerification

@Suite("What is told, and to how many")
struct BaselineTests {
  @Test("the counts add up, and a level that is told in no situation is told to nobody")
  func besideEverySituation() throws {
    var compared = 0
    for seed in 0..<UInt64(Soak.rounds(100)) {
      guard let base = try? KnowledgeBase(RandomKnowledge(seed: seed &+ 300).knowledge) else {
        continue
      }
      let values = QuestionValues(base)
      for consultation in Baseline(of: base).consultations {
        var random = SplitMix64(seed: seed)
        let now = Moment(seconds: 1_767_225_600)
        let space = SituationSpace(values, [Reading(consultation.kind, now: now)])
        guard space.count <= 2_000 else { continue }
        let situations = space.situations(atMost: .max, &random)
        for level in consultation.levels {
          let place = level.level.flatMap { told in
            level.scale.levels.firstIndex { $0.id == told.id }
          }
          let isTold = situations.contains { $0.level(of: level.scale.id) == place }
          #expect((level.situations != 0) == isTold, "seed \(seed), \(level.scale.id)")
          compared += 1
        }
        for scale in consultation.kind.decides {
          let sum = consultation.levels.filter { $0.scale.id == scale }
            .reduce(BigUInt(0)) { $0 + ($1.situations ?? 0) }
          #expect(sum == consultation.situations, "seed \(seed), \(scale)")
        }
      }
    }
    #expect(compared > 300)
  }

  @Test("a level comes with the rules that raise to it")
  func rules() throws {
    let base = try KnowledgeBase(
      Knowledge.tiny(
        questions: [.any("signs", ["throat", "itch"]), .number("age", 0...99)],
        scales: [.of("care", ["fine", "see", "run"], otherwise: "fine")],
        rules: [
          .of("throat", when: "signs includes throat", raise: ["care": "run"]),
          .of("young", when: "age less than 18", raise: ["care": "see"]),
        ]))
    let visit = try #require(Baseline(of: base).consultations.first)
    #expect(visit.situations == 12)  // four sets of signs; below 18, just 18, above
    #expect(visit.levels.map(\.level?.id.name) == ["fine", "see", "run"])
    #expect(visit.levels.map(\.situations) == [4, 2, 6])
    #expect(visit.levels.map { $0.rules.map(\.id.name) } == [[], ["young"], ["throat"]])
  }

  @Test("a count that is not finished is not told")
  func budget() throws {
    let base = try KnowledgeBase(
      Knowledge.tiny(
        questions: [.yesNo("a"), .yesNo("b"), .yesNo("c")],
        scales: [.of("care", ["fine", "see"], otherwise: "fine")],
        rules: [.of("r", when: "at least 2 of (a, b, c)", raise: ["care": "see"])]))
    let visit = try #require(Baseline(of: base, budget: 0).consultations.first)
    #expect(visit.levels.map(\.situations) == [nil, nil])
  }
}
