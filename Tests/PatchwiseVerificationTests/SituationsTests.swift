import PatchwiseTestSupport
import Testing

@testable import Patchwise
@testable import PatchwiseVerification

/// The solver beside the naive evaluator, which tries every situation.
@Suite("Situations as clauses")
struct SituationsTests {
  @Test("what is possible on random knowledge is what some situation of the naive evaluator shows")
  func randomKnowledge() throws {
    var counts = (possible: 0, impossible: 0)
    for seed in 0..<UInt64(1_000) {
      var random = SplitMix64(seed: seed &+ 77)
      let base = try KnowledgeBase(RandomKnowledge(seed: seed).knowledge)
      // What earlier readings say is left free; see the next test.
      guard base.allConditions.flatMap(\.tests).allSatisfy({ $0.reading == .current }) else {
        continue
      }
      let kind = random.pick(base.knowledge.consultations)
      let values = QuestionValues(base)
      let space = SituationSpace(values, [Reading(kind, now: Moment(seconds: 1_800_000_000))])
      guard space.count <= 3_000 else { continue }
      let all = space.situations(atMost: .max, &random)
      var situations = Situations(of: kind, in: base)
      for condition in base.allConditions {
        let isShown = all.contains { $0.holds(condition) }
        if isShown { counts.possible += 1 } else { counts.impossible += 1 }
        #expect(situations.isPossible(condition) == isShown, "seed \(seed): \(condition)")
      }
      for scale in base.knowledge.scales {
        for (place, level) in scale.levels.enumerated() {
          let condition = Condition.test(.init(.scale(scale.id), .isAny(of: [level.id.name])))
          #expect(
            situations.isPossible(condition) == all.contains { $0.level(of: scale.id) == place },
            "seed \(seed): \(condition)")
        }
      }
    }
    #expect(counts.possible > 1_000 && counts.impossible > 20)
  }

  @Test("a witness, answered in a consultation, shows what was asked for")
  func witnesses() throws {
    let now = Moment(seconds: 1_800_000_000)
    var count = 0
    for seed in 0..<UInt64(1_000) {
      let base = try KnowledgeBase(RandomKnowledge(seed: seed).knowledge)
      guard base.allConditions.flatMap(\.tests).allSatisfy({ $0.reading == .current }) else {
        continue
      }
      let kind = try #require(base.knowledge.consultations.first)
      var situations = Situations(of: kind, in: base)
      for condition in base.allConditions where situations.isPossible(condition) {
        var consultation = try Consultation(kind.id, in: base, at: now)
        for (question, answer) in situations.answers(by: now) {
          try consultation.answer(question, answer)
        }
        // What no condition rests on is left out, and can't matter; the rest decides.
        #expect(consultation.truth(of: condition) == .true, "seed \(seed): \(condition)")
        count += 1
      }
    }
    #expect(count > 1_000)
  }

  @Test("of the situations that were found, only what was known in them is relied on")
  func foundSituations() {
    var solver = Solver()
    var found = FoundSituations()
    let first = solver.newVariable()
    #expect(!found.contain([]))
    _ = solver.solve(assuming: [first])
    found.add(solver)
    #expect(found.contain([first]) && found.contain([]) && !found.contain([!first]))
    let second = solver.newVariable()
    #expect(!found.contain([first, second]) && !found.contain([first, !second]))
    _ = solver.solve(assuming: [!first, second])
    found.add(solver)
    #expect(found.contain([!first, second]) && !found.contain([first, second]))
    // What the first situation says of the second variable is still not known.
    #expect(!found.contain([!second]))
    for _ in 0..<64 {
      _ = solver.solve(assuming: [!first, !second])
      found.add(solver)
    }
    #expect(!found.contain([first]) && !found.contain([second]) && found.contain([!second]))
  }

  @Test("an earlier reading may be anything, but is there where it was")
  func earlierReadings() throws {
    let base = try KnowledgeBase(
      .tiny(
        questions: [.yesNo("itch"), .number("size", 0...10)],
        scales: [.of("fit", ["good", "no"], otherwise: "good")],
        rules: [.of("r", when: "itch", raise: ["fit": "no"])]))
    var situations = Situations(of: base.knowledge.consultations[0], in: base)
    let itch = Condition.Test(.question("itch"), .isAny(of: ["yes"]))
    let bad = Condition.Test(.scale("fit"), .isAny(of: ["no"]))
    func at(_ test: Condition.Test, _ reading: Condition.Reading) -> Condition {
      .test(Condition.Test(test.subject, test.relation, at: reading))
    }
    func isPossible(_ parts: Condition...) -> Bool { situations.isPossible(.all(parts)) }
    #expect(isPossible(at(itch, .previous), .not(.test(itch))))
    #expect(isPossible(at(itch, .previous), at(bad, .previous)))
    #expect(!isPossible(at(itch, .previous), .not(at(bad, .previous))))
    #expect(!isPossible(at(itch, .previous), .not(at(itch, .earlier))))
    #expect(isPossible(.not(at(itch, .previous)), at(itch, .earlier)))
    #expect(isPossible(.not(at(itch, .previous)), .not(at(bad, .previous))))
  }

  @Test(
    "ranges are cut at thresholds and between them",
    arguments: [
      (0...10, [Double](), false, [0]), (0...10, [5], false, [0, 5, 6]),
      (0...10, [0, 10], false, [0, 1, 10]), (0...10, [3, 4], true, [0, 3, 4, 5]),
      (0...10, [3, 4], false, [0, 3, 3.5, 4, 5]), (0...10, [3, 5, 99], true, [0, 3, 4, 5, 6]),
      (2...2, [2], false, [2]), (-10...10, [0], true, [-1, 0, 1]),
      (-9...(-4), [-6], true, [-7, -6, -4]), (34...42, [37.5], false, [34, 37.5, 38]),
      (1.2...1.8, [1.4], false, [1.3, 1.4, 1.6]),
    ])
  func regions(
    range: ClosedRange<Double>, thresholds: [Double], isWhole: Bool, samples: [Double]
  ) {
    let found = ValueRegions(range, cutAt: thresholds, units: [1], isWhole: isWhole).samples
    #expect(found.count == samples.count)
    #expect(zip(found, samples).allSatisfy { abs($0 - $1) < 1e-9 }, "\(found)")
  }

  @Test("the largest unit of which a value lies in a region is taken")
  func units() {
    let hours = ValueRegions(
      0...1_000_000, cutAt: [3_600, 100_000, 100_060], units: [86_400, 3_600, 60], isWhole: true)
    #expect(hours.samples == [0, 3_600, 86_400, 100_000, 100_020, 100_060, 172_800])
  }
}

extension KnowledgeBase {
  var allConditions: [Condition] {
    knowledge.rules.map(condition) + knowledge.questions.compactMap { askedWhen($0.id) }
      + knowledge.definitions.map { condition(of: $0.id) }
  }
}
