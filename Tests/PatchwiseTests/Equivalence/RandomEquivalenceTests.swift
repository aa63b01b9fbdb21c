import PatchwiseTestSupport
import Testing

@testable import Patchwise

/// The engine beside the naive evaluator, on knowledge and answers made up at random.
@Suite("On random knowledge")
struct RandomEquivalenceTests {
  /// How many knowledge bases are made up.
  static let rounds = Soak.rounds(3_000)

  @Test("the engine says what holds in every situation, at every step of a consultation")
  func agreesWithNaiveEvaluator() throws {
    var failures = 0
    for seed in 0..<UInt64(Self.rounds) {
      var play = try RandomPlay(seed: seed)
      try play.run()
      guard !play.problems.isEmpty else { continue }
      Issue.record("seed \(seed): \(Set(play.problems).sorted().joined(separator: "; "))")
      failures += 1
      if failures == 5 { return }
    }
  }
}

/// One consultation of random knowledge, checked at every step.
struct RandomPlay {
  /// How many situations are looked at where more agree with the answers.
  static let situationLimit = 6

  private let base: KnowledgeBase
  private let values: QuestionValues
  private var answers: RandomAnswers
  private var random: SplitMix64
  private var readings: [Reading] = []
  private var consultation: Consultation
  private var earlier: [Consultation] = []
  private(set) var problems: [String] = []

  init(seed: UInt64) throws {
    random = SplitMix64(seed: ~seed)
    base = try KnowledgeBase(RandomKnowledge(seed: seed).knowledge)
    values = QuestionValues(base)
    answers = RandomAnswers(values, random: SplitMix64(seed: seed &+ 1 << 40))
    var now = random.percent(90) ? Moment(seconds: 1_800_000_000 + random.below(86_400)) : nil
    let kind = random.pick(base.knowledge.consultations)
    for _ in 0..<max(0, random.below(6) - 3) {
      var reading = try Consultation(kind.id, in: base, at: now, earlier: earlier)
      for question in base.knowledge.questions where random.percent(80) {
        try? reading.answer(question.id, answers.answer(to: question, at: now))
      }
      readings.append(Self.reading(reading))
      earlier.append(reading)
      now = now.map { $0 + TimeSpan(days: 2) }
    }
    consultation = try Consultation(kind.id, in: base, at: now, earlier: earlier)
    readings.append(Reading(kind, now: now))
  }

  private static func reading(_ consultation: Consultation) -> Reading {
    var reading = Reading(consultation.kind, now: consultation.now)
    for id in consultation.answered { reading.answers[id] = consultation.answer(to: id) }
    return reading
  }

  mutating func run() throws {
    for _ in 0..<random.within(1...3) {
      switch answers.move(in: consultation) {
      case .answer(let id, let answer): try consultation.answer(id, answer)
      case .retract(let id): consultation.retract(id)
      case nil: break
      }
      readings[readings.count - 1] = Self.reading(consultation)
      check(isThorough: false)
    }
    for _ in base.knowledge.questions {
      guard let next = consultation.nextQuestion else { break }
      try consultation.answer(next.id, answers.answer(to: next, at: consultation.now))
    }
    readings[readings.count - 1] = Self.reading(consultation)
    check(isThorough: true)
    if !consultation.isOver { problems.append("it never ends") }
    try checkEnd()
    try checkDetours()
    try checkCompletion()
  }

  // MARK: Checks

  /// Whether a reading leaves nothing open: all is answered, and there is a clock.
  private func isKnown(_ reading: Reading) -> Bool {
    reading.now != nil && !reading.answers.values.contains(.unsure)
      && values.questions(of: reading.kind).allSatisfy { reading.answers[$0.id] != nil }
  }

  /// Whether what is open will be known once it is answered.
  private var canBeKnown: Bool {
    consultation.now != nil && readings.dropLast().allSatisfy(isKnown)
      && !consultation.answered.contains { consultation.answer(to: $0) == .unsure }
  }

  private mutating func check(isThorough: Bool) {
    let situations = SituationSpace(values, readings)
      .situations(atMost: isThorough ? Self.situationLimit : 2, &random)
    let comparison = Comparison(consultation)
    problems += situations.flatMap(comparison.unsoundness)
    problems += comparison.wrongQuestions(in: situations, allIsKnown: canBeKnown)
    if consultation.endedEarly,
      let scale = consultation.earlyEnd?.scales.first.map({ base.knowledge.scales[$0] })
    {
      let levels = scale.levels.indices.filter { scale.levels[$0].endsConsultation }
      problems +=
        situations
        .filter { ($0.level(of: scale.id) ?? LevelSet.gap) < levels.min() ?? .max }
        .map { _ in "it ended early, though \(scale.id) need not be at an ending level" }
    }
  }

  /// Whatever is said to the questions that were not asked, the outcome stays.
  private mutating func checkEnd() throws {
    guard !consultation.endedEarly else { return }
    let outcome = Comparison(consultation).outcome
    for _ in 0..<2 {
      var other = consultation
      for question in base.knowledge.questions where other.status(of: question.id) != .notApplicable
      {
        guard other.answer(to: question.id) == nil else { continue }
        // A question that is left out in doubt counts as *not sure*, and that alone changes nothing.
        let isLeftOut = question.inDoubt == .skip
        if isLeftOut, question.unsure != .any { continue }
        try other.answer(
          question.id,
          isLeftOut ? .unsure : answers.value(of: question, at: consultation.now))
        let changed = Comparison(other).outcome
        if changed != outcome {
          problems.append("\(question.id) was not asked: \(outcome), \(changed)")
        }
      }
    }
  }

  /// The order of answers, and answers that were taken back, make no difference.
  private mutating func checkDetours() throws {
    var fresh = try Consultation(
      consultation.kind.id, in: base, at: consultation.now, earlier: earlier)
    for id in random.shuffled(consultation.answered) {
      guard let question = base.question(id), let answer = consultation.answer(to: id) else {
        continue
      }
      let detour = answers.value(of: question, at: consultation.now)
      if random.percent(50) { try fresh.answer(id, detour) }
      if random.percent(30) { fresh.retract(id) }
      try fresh.answer(id, answer)
    }
    if Conclusions(fresh) != Conclusions(consultation) {
      problems.append("the order of answers matters")
    }
  }

  /// Where everything was answered, everything is certain.
  private mutating func checkCompletion() throws {
    guard consultation.now != nil, readings.dropLast().allSatisfy(isKnown) else { return }
    for id in base.sections(of: consultation.kind).flatMap(\.questions) {
      let isCertain = consultation.answer(to: id).map { $0 != .unsure } ?? false
      guard !isCertain, let question = base.question(id) else { continue }
      try consultation.answer(id, answers.value(of: question, at: consultation.now))
    }
    readings[readings.count - 1] = Self.reading(consultation)
    for situation in SituationSpace(values, readings).situations(atMost: 2, &random) {
      problems += Comparison(consultation).inexactness(in: situation)
    }
  }
}
