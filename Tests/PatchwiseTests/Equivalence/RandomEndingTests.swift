import PatchwiseTestSupport
import Testing

@testable import Patchwise

/// Early ends of consultations of knowledge made up at random.
@Suite("After an early end of random knowledge")
struct RandomEndingTests {
  /// How many knowledge bases are made up.
  static let rounds = Soak.rounds(500)

  @Test("a value in place of a not sure never makes a level more cautious, and hides none")
  func knowingIsNeverGraver() throws {
    var (ends, milder, failures) = (0, 0, 0)
    for seed in 0..<UInt64(Self.rounds) {
      guard let ended = try Self.earlyEnd(seed: seed) else { continue }
      ends += 1
      let before = try #require(ended.recommendation)
      for question in ended.answered where ended.answer(to: question) == .unsure {
        guard let values = ended.knowledge.question(question) else { continue }
        for value in Self.values(of: values, ended) {
          var other = ended
          try other.answer(question, value)
          let after = try #require(other.recommendation)
          #expect(after.endedEarly)
          let problems = Self.problems(before, after)
          milder += zip(before.decisions, after.decisions).count { $0.level != $1.level }
          if problems.isEmpty { continue }
          Issue.record("seed \(seed), \(question) as \(value): \(problems)")
          failures += 1
          if failures == 5 { return }
        }
      }
    }
    #expect(ends > Self.rounds / 4)
    #expect(milder > Self.rounds / 50)
  }

  /// Answers at random, *not sure* more often than people would, until an early end.
  private static func earlyEnd(seed: UInt64) throws -> Consultation? {
    var random = SplitMix64(seed: ~seed)
    // Nearly every level ends the consultation, so that ends come early.
    let base = try KnowledgeBase(
      RandomKnowledge(seed: seed).knowledge.changed { knowledge in
        for scale in knowledge.scales.indices {
          for level in knowledge.scales[scale].levels.indices.dropFirst() {
            knowledge.scales[scale].levels[level].endsConsultation = true
          }
        }
      })
    let now = Moment(seconds: 1_800_000_000)
    var answers = RandomAnswers(QuestionValues(base), random: SplitMix64(seed: seed &+ 1 << 40))
    let kind = random.pick(base.knowledge.consultations)
    var consultation = try Consultation(kind.id, in: base, at: now)
    for question in random.shuffled(base.sections(of: kind).flatMap(\.questions)) {
      guard let question = base.question(question), !consultation.isOver else { break }
      let isUnsure = question.unsure == .any && random.percent(50)
      try consultation.answer(
        question.id, isUnsure ? .unsure : answers.value(of: question, at: now))
    }
    return consultation.endedEarly ? consultation : nil
  }

  private static func values(of question: Question, _ consultation: Consultation) -> [Answer] {
    let values = QuestionValues(consultation.knowledge)
    var answers = RandomAnswers(values, random: SplitMix64(seed: 7))
    return (0..<4).map { _ in answers.value(of: question, at: consultation.now) }
  }

  private static func problems(_ before: Recommendation, _ after: Recommendation) -> [String] {
    zip(before.decisions, after.decisions).compactMap { before, after in
      let place = { (level: Scale.Level?) in
        before.scale.levels.firstIndex { $0.id == level?.id } ?? LevelSet.gap
      }
      guard let level = before.level else { return nil }
      // A gap that is certain is told like a level.
      if after.level == nil, !after.interval.isSettled {
        return "\(before.scale.id) was \(level.id), is not told"
      }
      return place(after.level) > place(level) ? "\(before.scale.id) became graver" : nil
    }
  }
}
