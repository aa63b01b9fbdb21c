import PatchwiseTestSupport
import Testing

@testable import Patchwise

/// What is told, beside every way in which the answers could still be completed.
@Suite("What is told on random knowledge")
struct RandomCompletionTests {
  /// How many knowledge bases are made up.
  static let rounds = Soak.rounds(1_500)

  @Test("no completion of the answers is told anything more cautious, nor undoes an early end")
  func nothingGraverIsLeft() throws {
    var counts = (early: 0, usual: 0, unanswered: 0)
    for seed in 0..<UInt64(Self.rounds) {
      var random = SplitMix64(seed: seed &+ 77)
      let knowledge = RandomKnowledge(seed: seed).knowledge
      let base = try KnowledgeBase(random.percent(50) ? knowledge : Self.ending(knowledge))
      let values = QuestionValues(base)
      var answers = RandomAnswers(values, random: SplitMix64(seed: ~seed))
      let kind = random.pick(base.knowledge.consultations)
      let now = Moment(seconds: 1_800_000_000 + random.below(86_400))
      var consultation = try Consultation(kind.id, in: base, at: now)
      for _ in 0..<8 {
        if let told = consultation.recommendation {
          let reading = Reading(kind, answers: Self.answers(consultation), now: now)
          let space = SituationSpace(values, [reading])
          guard space.count <= 2_000 else { break }
          let completions = space.situations(atMost: .max, &random)
          let problems = Self.problems(told, completions)
          #expect(problems == [], "seed \(seed), after \(consultation.answered)")
          if told.endedEarly { counts.early += 1 } else { counts.usual += 1 }
          if completions.count > 1 { counts.unanswered += 1 }
        }
        switch answers.move(in: consultation) {
        case .answer(let id, let answer): try consultation.answer(id, answer)
        case .retract(let id): consultation.retract(id)
        case nil: break
        }
      }
    }
    #expect(counts.early > Self.rounds / 2 && counts.usual > Self.rounds / 2)
    #expect(counts.unanswered > Self.rounds)
  }

  /// The same with nearly every level ending the consultation, so that ends come early.
  private static func ending(_ knowledge: Knowledge) -> Knowledge {
    knowledge.changed { knowledge in
      for scale in knowledge.scales.indices {
        for level in knowledge.scales[scale].levels.indices.dropFirst() {
          knowledge.scales[scale].levels[level].endsConsultation = true
        }
      }
    }
  }

  private static func answers(_ consultation: Consultation) -> [Identifier<Question>: Answer] {
    Dictionary(
      uniqueKeysWithValues: consultation.answered.compactMap { id in
        consultation.answer(to: id).map { (id, $0) }
      })
  }

  /// What is told, though it could become more cautious, or though the end was not certain.
  private static func problems(
    _ told: Recommendation, _ completions: [NaiveEvaluator]
  ) -> Set<String> {
    var problems: Set<String> = []
    for decision in told.decisions {
      let scale = decision.scale
      let levels = completions.map { $0.level(of: scale.id) ?? LevelSet.gap }
      let place = scale.levels.firstIndex { $0.id == decision.level?.id } ?? LevelSet.gap
      if decision.endedConsultation {
        let first = scale.levels.firstIndex(where: \.endsConsultation) ?? .max
        if levels.contains(where: { $0 < first }) { problems.insert("\(scale.id) need not end it") }
        // What ended it is certain; if more is told, it is because of a *not sure*.
        if place < first { problems.insert("\(scale.id) is told below its end") }
        continue
      }
      // After an early end, a scale of which something was left open is not told at all.
      if told.endedEarly, decision.level == nil, !decision.interval.isSettled { continue }
      if levels.contains(where: { $0 > place }) { problems.insert("\(scale.id) can be graver") }
    }
    return problems
  }
}
