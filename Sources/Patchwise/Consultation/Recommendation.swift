/// What a consultation comes to: the most cautious outcome of all that is still possible.
public struct Recommendation: Sendable {
  /// The decided scales, in the order in which they are told.
  public let decisions: [Decision]
  /// The advice that is given, lowest order first.
  public let advice: [Advice]
  /// Those of it that are given only because they may apply, for all that is known.
  public let possibleAdvice: Set<Identifier<Advice>>
  /// The rules behind the decisions and behind the advice that is told, in the author's order.
  public let reasons: [Reason]
  /// The questions answered with *not sure*, and what knowing would change.
  public let unsure: [UnsureEffect]
  /// Whether a level was reached that ends the consultation, so that nothing more was asked, if
  /// anything was left to ask.
  public let endedEarly: Bool

  /// Returns the level that a scale is told at.
  ///
  /// - Parameter scale: One of the scales that are decided.
  /// - Returns: The level; nothing if it has none, or if the scale is not decided here.
  public func level(of scale: Identifier<Scale>) -> Scale.Level? {
    decisions.first { $0.scale.id == scale }?.level
  }

  /// What one scale comes to.
  public struct Decision: Sendable {
    /// The scale.
    public let scale: Scale
    /// The level; nothing for a gap, and where a question that matters was not asked before an early
    /// end.
    public let level: Scale.Level?
    /// The levels that are possible.
    public let interval: LevelInterval
    /// Whether the scale reached a level that ended the consultation early.
    public let endedConsultation: Bool
  }

  /// A rule that holds, or may hold for all that is known, and what it was for.
  public struct Reason: Sendable {
    /// The rule.
    public let rule: Rule
    /// Whether the rule certainly holds; it counts even if it only may.
    public let isCertain: Bool
    /// The decided scales whose level it raises them to; none if it is only behind advice.
    public let scales: [Identifier<Scale>]
    /// The rules that hold the inner scales which it looks at, in the author's order.
    public let restingOn: [Rule]
  }

  /// What it would matter to know.
  public struct UnsureEffect: Sendable {
    /// The question that was answered with *not sure*.
    public let question: Question
    /// For each scale that could come out milder, the mildest level that one answer could bring.
    ///
    /// Not every set of many options is tried, so that a milder one may have been missed.
    public let milder: [(scale: Scale, level: Scale.Level)]
    /// Whether an answer was found with which other advice would be told.
    public let changesAdvice: Bool
    /// Whether no single answer to this question can change a level or advice, as is certain.
    public let changesNothing: Bool
  }
}

extension Consultation {
  /// What the consultation comes to; nothing while a question that could change it is unanswered.
  ///
  /// After an early end it is what the answers may bring, *not sure* included, because nothing else
  /// was asked.
  public var recommendation: Recommendation? { recommendation(withUnsureEffects: true) }

  /// What the consultation comes to, for those who don't look at what knowing more would change.
  package var recommendationWithoutUnsureEffects: Recommendation? {
    recommendation(withUnsureEffects: false)
  }

  private func recommendation(withUnsureEffects: Bool) -> Recommendation? {
    guard isOver else { return nil }
    let scales = decided
    let levels = scales.map(recommendedLevel)
    let told = told
    let advice = told.map { knowledge.knowledge.advice[$0] }
    let decisions = zip(scales, levels).map { place, index in
      let scale = knowledge.knowledge.scales[place]
      return Recommendation.Decision(
        scale: scale, level: index == LevelSet.gap ? nil : scale.levels[index],
        interval: interval(of: scale.id) ?? LevelInterval(floor: nil, ceiling: nil),
        endedConsultation: earlyEnd?.scales.contains(place) ?? false)
    }
    return Recommendation(
      decisions: decisions, advice: advice,
      possibleAdvice: Set(
        zip(told, advice).filter { evaluation.advice[$0.0] == .open }.map(\.1.id)),
      reasons: reasons(for: Array(zip(scales, levels)), and: Set(told)),
      unsure: endedEarly || !withUnsureEffects ? [] : unsureEffects(on: scales),
      endedEarly: endedEarly)
  }

  /// The advice that is certain so far, beside levels that are, lowest order first.
  public var certainAdvice: [Advice] {
    places { place in
      evaluation.advice[place] == .true
        && knowledge.program.toldAt[place].allSatisfy {
          evaluation.levels[$0.scale].isAmong($0.mask) == .true
        }
    }.map { knowledge.knowledge.advice[$0] }
  }

  /// The places of the advice that the recommendation tells, lowest order first.
  private var told: [Int] {
    places { place in
      counts(evaluation.advice[place], earlyEnd?.outlook.advice[place])
        && knowledge.program.isTold(place, at: recommendedLevel(of:))
    }
  }

  /// The places of some advice, lowest order first.
  private func places(where isMeant: (Int) -> Bool) -> [Int] {
    let advice = knowledge.knowledge.advice
    return advice.indices.filter(isMeant)
      .sorted { (advice[$0].order, $0) < (advice[$1].order, $1) }
  }

  /// The level that is recommended, or the most cautious one that is possible yet.
  package func recommendedLevel(of id: Identifier<Scale>) -> Scale.Level? {
    guard let place = knowledge.names.scales[id] else { return nil }
    let level = recommendedLevel(of: place)
    return level == LevelSet.gap ? nil : knowledge.knowledge.scales[place].levels[level]
  }

  /// The decided scales that reached a level which ended the consultation early.
  package var scalesThatEndedIt: [Scale] {
    earlyEnd?.scales.map { knowledge.knowledge.scales[$0] } ?? []
  }

  /// The level that is recommended: the most cautious one that is possible.
  ///
  /// After an early end, a scale that reached its end is told at the most cautious level that the
  /// answers may bring, *not sure* included; what was never asked raises nothing. Another scale is told
  /// where every question that matters to it was answered, and otherwise has a gap.
  func recommendedLevel(of scale: Int) -> Int {
    earlyEnd?.levels[scale] ?? evaluation.levels[scale].ceiling
  }

  /// Whether something open or certain counts, which after an early end depends on what was asked.
  private func counts(_ truth: Truth, _ prospect: Outlook.Prospect?) -> Bool {
    truth == .true || (truth == .open && (prospect?.canHold ?? true))
  }

  /// The rules that hold a scale at a level: those that certainly do, or else those that may.
  func holders(of scale: Int, at level: Int) -> [Int] {
    let raisers = knowledge.program.raisers[scale].filter { $0.level == level }.map(\.rule)
    let certain = raisers.filter { evaluation.rules[$0] == .true }
    guard certain.isEmpty, level != knowledge.program.otherwise[scale] else { return certain }
    return raisers.filter { counts(evaluation.rules[$0], earlyEnd?.outlook.rules[$0]) }
  }

  private func reasons(
    for decisions: [(scale: Int, level: Int)], and toldAdvice: Set<Int>
  ) -> [Recommendation.Reason] {
    let (scales, rules) = (knowledge.knowledge.scales, knowledge.knowledge.rules)
    var held: [Int: [Identifier<Scale>]] = [:]
    for (scale, level) in decisions {
      for rule in Set(holders(of: scale, at: level)) {
        held[rule, default: []].append(scales[scale].id)
      }
    }
    let givers = Set(toldAdvice.flatMap { knowledge.program.givers[$0] })
      .filter { gives($0, any: toldAdvice) }
    var walk = FactWalk(self, through: false)
    return givers.union(held.keys).sorted().map { place in
      Recommendation.Reason(
        rule: rules[place], isCertain: evaluation.rules[place] == .true, scales: held[place] ?? [],
        restingOn: innerReasons(for: place, &walk))
    }
  }

  private func innerReasons(for rule: Int, _ walk: inout FactWalk) -> [Rule] {
    walk.restart()
    walk.gather(rule: rule)
    let scales = walk.facts.compactMap { fact -> Int? in
      guard case .scale(let id) = fact.test.subject, !kind.decides.contains(id) else { return nil }
      return knowledge.names.scales[id]
    }
    let places = scales.flatMap { scale in
      holders(
        of: scale, at: earlyEnd?.outlook.ceilings[scale] ?? evaluation.levels[scale].ceiling)
    }
    return Set(places).sorted().map { knowledge.knowledge.rules[$0] }
  }

  /// Whether a rule gives some advice: certainly, or possibly where none certainly does.
  private func gives(_ rule: Int, any advice: Set<Int>) -> Bool {
    knowledge.program.rules[rule].advises.contains { place in
      advice.contains(place)
        && evaluation.rules[rule] == evaluation.advice[place]
        && counts(evaluation.rules[rule], earlyEnd?.outlook.rules[rule])
    }
  }

  private func unsureEffects(on scales: [Int]) -> [Recommendation.UnsureEffect] {
    let (program, evaluation) = (knowledge.program, evaluation)
    let tests = relevance.unsureTests
    let doubtful = evaluation.advice.indices.filter { place in
      evaluation.mayBeTold(place, in: knowledge.program)
        && (evaluation.advice[place] == .open
          || !program.toldAt[place].allSatisfy { evaluation.levels[$0.scale].isSettled })
    }
    let told = doubtful.map { evaluation.tells($0, in: program) }
    return answered.compactMap { id in
      guard let place = knowledge.names.questions[id], evaluation.applies[place] != .false,
        evaluation.facts.slots[place] == .unsure
      else { return nil }
      let question = knowledge.knowledge.questions[place]
      guard let tests = tests[place] else {
        return Recommendation.UnsureEffect(
          question: question, milder: [], changesAdvice: false, changesNothing: true)
      }
      let samples = SampleValues(
        of: question, among: tests, optionCount: knowledge.names.options[place].count, at: now)
      var mildest = scales.map { evaluation.levels[$0].ceiling }
      var changesAdvice = false
      for value in samples.values {
        let other = evaluation.changing(place, to: value, in: program)
        mildest = zip(mildest, scales).map { min($0, other.levels[$1].ceiling) }
        changesAdvice =
          changesAdvice || zip(doubtful, told).contains { other.tells($0, in: program) != $1 }
      }
      let milder = zip(mildest, scales).filter { $0 < evaluation.levels[$1].ceiling }
      return Recommendation.UnsureEffect(
        question: question,
        milder: milder.filter { $0.0 >= 0 }.map { level, place in
          (knowledge.knowledge.scales[place], knowledge.knowledge.scales[place].levels[level])
        },
        changesAdvice: changesAdvice,
        changesNothing: milder.isEmpty && !changesAdvice && samples.isComplete)
    }
  }
}

extension Program {
  /// Whether advice goes with some levels of the scales that limit it.
  func isTold(_ advice: Int, at level: (Int) -> Int) -> Bool {
    toldAt[advice].allSatisfy { LevelSet([level($0.scale)]).isAmong($0.mask) == .true }
  }
}

extension Evaluation {
  /// Whether advice is told beside the most cautious levels that are possible.
  func tells(_ place: Int, in program: Program) -> Bool {
    advice[place] != .false && program.isTold(place) { levels[$0].ceiling }
  }
}
