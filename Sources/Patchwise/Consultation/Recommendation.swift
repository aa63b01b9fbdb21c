/// What a consultation comes to: the most cautious outcome of all that is still possible.
public struct Recommendation: Sendable {
  /// The decided scales, in the order in which they are told.
  public let decisions: [Decision]
  /// The advice that is given, lowest order first.
  public let advice: [Advice]
  /// The rules behind the decisions, in the author's order.
  public let reasons: [Reason]
  /// The questions answered with *not sure*, and what knowing would change.
  public let unsure: [UnsureEffect]
  /// Whether a level was reached that ended the consultation before everything was asked.
  public let endedEarly: Bool

  /// What one scale comes to.
  public struct Decision: Sendable {
    /// The scale.
    public let scale: Scale
    /// The level; nothing for a gap, and for a scale that was still open when the consultation ended.
    public let level: Scale.Level?
    /// The levels that are possible.
    public let interval: LevelInterval
  }

  /// A rule that holds, or may hold for all that is known, and what it was for.
  public struct Reason: Sendable {
    /// The rule.
    public let rule: Rule
    /// Whether the rule certainly holds; it counts even if it only may.
    public let isCertain: Bool
    /// The decided scales that it keeps from a milder level.
    public let scales: [Identifier<Scale>]
  }

  /// What it would matter to know.
  public struct UnsureEffect: Sendable {
    /// The question that was answered with *not sure*.
    public let question: Question
    /// For each scale that could come out milder, the mildest level that one answer could bring.
    public let milder: [(scale: Scale, level: Scale.Level)]
  }
}

extension Consultation {
  /// What the consultation comes to; nothing while a question that could change it is unanswered.
  public var recommendation: Recommendation? {
    guard isOver else { return nil }
    let ended = endingScale
    let scales = kind.decides.compactMap { knowledge.names.scales[$0] }
    let decisions = scales.map { place in
      let scale = knowledge.knowledge.scales[place]
      let set = evaluation.levels[place]
      let index =
        ended == nil || set.isSettled ? set.ceiling : place == ended ? set.floor : LevelSet.gap
      return Recommendation.Decision(
        scale: scale, level: index == LevelSet.gap ? nil : scale.levels[index],
        interval: interval(of: scale.id) ?? LevelInterval(floor: nil, ceiling: nil))
    }
    let counted: Set<Truth> = ended == nil ? [.true, .open] : [.true]
    return Recommendation(
      decisions: decisions, advice: advice(counting: counted),
      reasons: reasons(for: zip(scales, decisions).map { ($0, $1.level) }, counting: counted),
      unsure: ended == nil ? unsureEffects(on: scales) : [], endedEarly: ended != nil)
  }

  /// The advice that holds with one of some truths, lowest order first.
  public func advice(counting truths: Set<Truth>) -> [Advice] {
    zip(knowledge.knowledge.advice, evaluation.advice).enumerated()
      .filter { truths.contains($0.element.1) }
      .sorted { ($0.element.0.order, $0.offset) < ($1.element.0.order, $1.offset) }
      .map(\.element.0)
  }

  private func reasons(
    for decisions: [(scale: Int, level: Scale.Level?)], counting truths: Set<Truth>
  ) -> [Recommendation.Reason] {
    let knowledge = knowledge.knowledge
    return knowledge.rules.indices.compactMap { place in
      let rule = knowledge.rules[place]
      guard truths.contains(evaluation.rules[place]) else { return nil }
      let scales = decisions.filter { scale, level in
        rule.raises.contains { $0.scale == knowledge.scales[scale].id && $0.level == level?.id }
      }
      guard !scales.isEmpty || !rule.advises.isEmpty else { return nil }
      return Recommendation.Reason(
        rule: rule, isCertain: evaluation.rules[place] == .true,
        scales: scales.map { knowledge.scales[$0.scale].id })
    }
  }

  private func unsureEffects(on scales: [Int]) -> [Recommendation.UnsureEffect] {
    answered.compactMap { id in
      guard answers(id, isUnsure: true), let question = knowledge.question(id) else { return nil }
      var mildest = Dictionary(
        uniqueKeysWithValues: scales.map { ($0, evaluation.levels[$0].ceiling) })
      for answer in knowledge.sampleAnswers(to: question) {
        var other = self
        guard (try? other.answer(id, answer)) != nil else { continue }
        for scale in scales {
          mildest[scale] = min(
            mildest[scale] ?? LevelSet.gap, other.evaluation.levels[scale].ceiling)
        }
      }
      let milder = scales.compactMap { place -> (scale: Scale, level: Scale.Level)? in
        guard let level = mildest[place], level >= 0, level < evaluation.levels[place].ceiling
        else { return nil }
        let scale = knowledge.knowledge.scales[place]
        return (scale, scale.levels[level])
      }
      return Recommendation.UnsureEffect(question: question, milder: milder)
    }
  }

  /// Whether a question applies, or may, and was answered with a *not sure* that stands for every value.
  private func answers(_ id: Identifier<Question>, isUnsure: Bool) -> Bool {
    guard let place = knowledge.names.questions[id], evaluation.applies[place] != .false else {
      return false
    }
    return (evaluation.facts.slots[place] == .unsure) == isUnsure
  }
}
