import PatchwiseTestSupport
import Testing

@testable import Patchwise
@testable import PatchwiseVerification

/// Exact asking beside trying every pair of situations that agree with the answers.
@Suite("Exact asking")
struct ExactAskingTests {
  private static let now = Moment(seconds: 1_800_000_000)

  private func next(_ consultation: Consultation) -> String? {
    var asking = ExactAsking(consultation.kind, in: consultation.knowledge)
    return asking.nextQuestion(in: consultation)?.id.name
  }

  @Test("a question that can't matter is passed over, and the outcome is as if it had been asked")
  func passesOver() throws {
    // Whoever is old or young is to see somebody, and one test on age can't see the other.
    let base = try KnowledgeBase(
      .tiny(
        questions: [.yesNo("old"), .yesNo("sore")],
        scales: [.of("care", ["fine", "see", "run"], otherwise: "fine")],
        rules: [
          .of("old", when: "old", raise: ["care": "see"], advise: ["rest"]),
          .of("young", when: "not old", raise: ["care": "see"], advise: ["rest"]),
          .of("sore", when: "sore and sore is no", raise: ["care": "run"]),
        ], advice: [.of("rest")]))
    let kind = try #require(base.knowledge.consultations.first)
    let consultation = try Consultation(kind.id, in: base, at: Self.now)
    #expect(consultation.openQuestions.map(\.id) == ["old", "sore"])
    var asking = ExactAsking(kind, in: base)
    #expect(asking.nextQuestion(in: consultation) == nil)
    let told = asking.outcome(of: consultation)
    let outcome = try #require(told)
    #expect(outcome.levels.map { $0.level?.id } == ["see"])
    #expect(outcome.advice.map(\.id) == ["rest"])
  }

  @Test(
    "a level that can't wait is asked for until the consultation knows", arguments: [true, false])
  func cannotWait(endsConsultation: Bool) throws {
    var scale = Scale.of("care", ["fine", "run"], otherwise: "fine")
    scale.levels[1].endsConsultation = endsConsultation
    scale.levels[1].isToldAtOnce = !endsConsultation
    let base = try KnowledgeBase(
      .tiny(
        questions: [.yesNo("old"), .yesNo("sore"), .yesNo("dry")],
        scales: [scale, .of("fit", ["good", "no"], otherwise: "good")],
        rules: [
          .of("old", when: "old and sore", raise: ["care": "run"]),
          .of("young", when: "not old and sore", raise: ["care": "run"]),
          .of("dry", when: "dry", raise: ["fit": "no"]),
        ]))
    var consultation = try Consultation("visit", in: base, at: Self.now)
    #expect(next(consultation) == "sore")
    try consultation.answer("sore", .option("yes"))
    #expect(next(consultation) == "old")
    try consultation.answer("old", .option("no"))
    #expect(next(consultation) == (endsConsultation ? nil : "dry"))
  }

  @Test("what is not decided within the budget counts as mattering")
  func budget() throws {
    // Two pigeons clash whatever is answered, which takes a long search to find out.
    let base = try KnowledgeBase(BudgetTests.pigeons)
    let kind = try #require(base.knowledge.consultations.first)
    let consultation = try Consultation(kind.id, in: base)
    var asking = ExactAsking(kind, in: base)
    #expect(asking.nextQuestion(in: consultation) == nil)
    asking = ExactAsking(kind, in: base, budget: 5)
    #expect(asking.nextQuestion(in: consultation)?.id == "p0")
  }

  @Test("on random knowledge it asks just what matters, and comes to just what is possible")
  func randomKnowledge() throws {
    var counts = Counts()
    for seed in 0..<UInt64(Soak.rounds(1_500)) {
      guard var play = try ExactPlay(seed: seed) else { continue }
      try play.run()
      #expect(play.problems.isEmpty, "seed \(seed): \(play.problems.joined(separator: "; "))")
      counts.add(play.counts)
      guard play.problems.isEmpty else { return }
    }
    #expect(counts.mattering > 300 && counts.idle > 80 && counts.doubtful > 80, "\(counts)")
    #expect(counts.asked < counts.usuallyAsked, "\(counts)")
  }

  @Test("after earlier readings it never passes over what matters")
  func earlierReadings() throws {
    var counts = Counts()
    for seed in 0..<UInt64(Soak.rounds(600)) {
      guard var play = try ExactPlay(seed: seed, looksBack: true) else { continue }
      try play.run()
      #expect(play.problems.isEmpty, "seed \(seed): \(play.problems.joined(separator: "; "))")
      counts.add(play.counts)
      guard play.problems.isEmpty else { return }
    }
    #expect(counts.mattering > 100 && counts.idle > 5, "\(counts)")
  }
}

/// How often random plays met something.
private struct Counts {
  /// Open questions that matter, that don't, and those of consultations with answers of *not sure*.
  var (mattering, idle, doubtful) = (0, 0, 0)
  /// Questions asked exactly and by the consultation itself.
  var (asked, usuallyAsked) = (0, 0)

  mutating func add(_ other: Counts) {
    mattering += other.mattering
    idle += other.idle
    doubtful += other.doubtful
    asked += other.asked
    usuallyAsked += other.usuallyAsked
  }
}

/// One consultation of random knowledge with exact asking, compared with every situation at each step.
private struct ExactPlay {
  private let base: KnowledgeBase
  private let kind: ConsultationKind
  private let values: QuestionValues
  private let looksBack: Bool
  private let earlier: [Consultation]
  private var random: SplitMix64
  private var answers: RandomAnswers
  private var consultation: Consultation
  private var asking: ExactAsking
  private(set) var counts = Counts()
  private(set) var problems: [String] = []

  /// Nothing if there are too many situations to try, or nothing to look back at.
  init?(seed: UInt64, looksBack: Bool = false) throws {
    random = SplitMix64(seed: seed &+ 77)
    base = try KnowledgeBase(RandomKnowledge(seed: seed &+ 9_000).knowledge)
    let isBack = base.allConditions.flatMap(\.tests).contains { $0.reading != .current }
    guard isBack == looksBack else { return nil }
    kind = random.pick(base.knowledge.consultations)
    values = QuestionValues(base)
    self.looksBack = looksBack
    let now = Moment(seconds: 1_800_000_000 + random.below(86_400))
    answers = RandomAnswers(values, random: SplitMix64(seed: seed))
    guard SituationSpace(values, [Reading(kind, now: now)]).count <= 1_000 else { return nil }
    var earlier: [Consultation] = []
    for _ in 0..<(looksBack ? random.within(1...2) : 0) {
      var reading = try Consultation(kind.id, in: base, at: now, earlier: earlier)
      for question in values.questions(of: kind) where random.percent(90) {
        try reading.answer(question.id, answers.value(of: question, at: now))
      }
      earlier.append(reading)
    }
    self.earlier = earlier
    let isWithoutClock = random.percent(10) && !looksBack
    let clock = isWithoutClock ? nil : now
    consultation = try Consultation(kind.id, in: base, at: clock, earlier: earlier)
    asking = ExactAsking(kind, in: base)
  }

  mutating func run() throws {
    var usual = consultation
    var given: [Identifier<Question>: Answer] = [:]
    for question in values.questions(of: kind) {
      given[question.id] = answers.answer(to: question, at: consultation.now)
    }
    while let next = usual.nextQuestion {
      try usual.answer(next.id, given[next.id] ?? .unsure)
      counts.usuallyAsked += 1
    }
    while true {
      check()
      guard let next = asking.nextQuestion(in: consultation) else { break }
      try consultation.answer(next.id, given[next.id] ?? .unsure)
      counts.asked += 1
    }
    checkOutcome()
  }

  private var isInDoubt: Bool {
    !consultation.earlier.isEmpty || consultation.now == nil
      || consultation.answered.contains {
        consultation.answer(to: $0) == .unsure && base.question($0)?.unsure == .any
      }
  }

  /// Whether there is nothing to look back at, and a clock by which days are so long ago.
  private var isExact: Bool { !looksBack && consultation.now != nil }

  private mutating func situations() -> [NaiveEvaluator]? {
    let readings = (earlier + [consultation]).map { consultation in
      var reading = Reading(kind, now: consultation.now)
      for id in consultation.answered { reading.answers[id] = consultation.answer(to: id) }
      return reading
    }
    let space = SituationSpace(values, readings)
    return space.count <= 1_000 ? space.situations(atMost: .max, &random) : nil
  }

  // MARK: Checks

  private mutating func check() {
    guard let situations = situations() else { return }
    let next = asking.nextQuestion(in: consultation)
    var firstMattering: String?
    for question in consultation.openQuestions {
      let matters = matters(question.id, situations)
      let canMatter = asking.canMatter(question, in: consultation)
      if matters, !canMatter { problems.append("\(question.id) matters") }
      if !matters, canMatter, isExact { problems.append("\(question.id) does not matter") }
      if canMatter, firstMattering == nil { firstMattering = question.id.name }
      if canMatter { counts.mattering += 1 } else { counts.idle += 1 }
      if isInDoubt { counts.doubtful += 1 }
    }
    if let next, next.id.name != firstMattering, next != consultation.nextQuestion {
      problems.append("\(next.id) is asked before its turn")
    }
    if next == nil, firstMattering != nil { problems.append("it asks nothing") }
    if let next, !isInDoubt, firstMattering == next.id.name,
      !situations.allSatisfy({ $0.applies(next.id) })
    {
      problems.append("\(next.id) is asked, but need not apply")
    }
  }

  /// Whether two situations that differ in one question alone are told something else.
  private func matters(_ id: Identifier<Question>, _ situations: [NaiveEvaluator]) -> Bool {
    var told: [[[Identifier<Question>: SituationValue]]: [Int]] = [:]
    for situation in situations {
      var others = (situation.earlier + [situation]).map(\.values)
      others[others.count - 1][id] = nil
      let outcome = self.told(situation)
      if let known = told[others], known != outcome { return true }
      told[others] = outcome
    }
    return false
  }

  private func told(_ situation: NaiveEvaluator) -> [Int] {
    var told = kind.decides.map { situation.level(of: $0) ?? -1 }
    for advice in base.knowledge.advice {
      let isGiven = situation.isGiven(advice.id)
      let limits = advice.onlyAt.map { ($0, situation.level(of: $0.scale)) }
      if isInDoubt {
        told += [isGiven ? 1 : 0] + limits.map { $0.1 ?? -1 }
      } else {
        let isMeant = limits.allSatisfy { allows($0, $1) }
        told.append(isGiven && isMeant ? 1 : 0)
      }
    }
    return told
  }

  private func allows(_ limit: Advice.Limit, _ level: Int?) -> Bool {
    guard let scale = base.scale(limit.scale), let level, level >= 0 else { return false }
    return limit.levels.contains(scale.levels[level].id)
  }

  private mutating func checkOutcome() {
    guard let outcome = asking.outcome(of: consultation) else {
      problems.append("it comes to nothing")
      return
    }
    guard !consultation.endedEarly, let situations = situations() else { return }
    let exact = ExactOutcome(base.knowledge, situations)
    for (scale, level) in outcome.levels {
      let place = level.flatMap { scale.levels.firstIndex(of: $0) } ?? -1
      let ceiling = exact.ceiling(of: scale.id) ?? -1
      if place < ceiling { problems.append("\(scale.id) is too mild") }
      if place > ceiling, isExact { problems.append("\(scale.id) is too cautious") }
    }
    guard isExact else { return }
    let told = base.knowledge.advice.filter { advice in
      exact.advice[advice.id]?.contains(true) == true
        && advice.onlyAt.allSatisfy { allows($0, exact.ceiling(of: $0.scale)) }
    }.map(\.id.name).sorted()
    if told != outcome.advice.map(\.id.name).sorted() { problems.append("other advice is told") }
  }
}
