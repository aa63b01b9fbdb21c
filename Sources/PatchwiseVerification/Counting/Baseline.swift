public import BigInt
public import Patchwise

/// What a knowledge base tells, and to how many: a page to be kept beside it and compared.
///
/// It counts the situations of each consultation at its first reading. Whenever anybody is told another
/// level, some count is another one, unless just as many changed places.
public struct Baseline: Sendable {
  /// What one consultation tells.
  public struct Consultation: Sendable {
    /// The consultation.
    public let kind: ConsultationKind
    /// How many situations it has; nothing if counting was not finished.
    public let situations: BigUInt?
    /// The levels that it decides.
    public let levels: [Level]
  }

  /// The situations in which a scale is at one level.
  public struct Level: Sendable {
    /// The scale.
    public let scale: Scale
    /// The level; nothing for a gap.
    public let level: Scale.Level?
    /// How many situations these are; nothing if counting was not finished.
    public let situations: BigUInt?
    /// The rules that raise the scale to the level, in the author's order.
    public let rules: [Rule]
  }

  /// The consultations, in the order of the knowledge.
  public let consultations: [Consultation]

  /// Counts what everybody is told.
  ///
  /// - Parameters:
  ///   - base: The knowledge.
  ///   - budget: How many times each count may try a value.
  /// - Complexity: Exponential in the worst case; counts stop at their budget.
  public init(of base: KnowledgeBase, budget: Int = 200_000) {
    consultations = base.knowledge.consultations.map { kind in
      let situations = Situations(of: kind, in: base, hasEarlierReadings: false)
      func count(_ condition: Condition) -> BigUInt? {
        situations.count(where: condition, budget: budget)
      }
      let levels = kind.decides.compactMap { base.scale($0) }.flatMap { scale in
        let names = scale.levels.map(\.id.name)
        let gap = Condition.not(.test(.init(.scale(scale.id), .isAny(of: names))))
        let gaps = scale.otherwise == nil ? [Level(scale, nil, count(gap), in: base)] : []
        return gaps
          + scale.levels.map { level in
            let isThere = Condition.test(.init(.scale(scale.id), .isAny(of: [level.id.name])))
            return Level(scale, level, count(isThere), in: base)
          }
      }
      return Consultation(kind: kind, situations: situations.count(budget: budget), levels: levels)
    }
  }
}

extension Baseline.Level {
  fileprivate init(
    _ scale: Scale, _ level: Scale.Level?, _ situations: BigUInt?, in base: KnowledgeBase
  ) {
    self.init(
      scale: scale, level: level, situations: situations,
      rules: base.knowledge.rules.filter { rule in
        rule.raises.contains { $0.scale == scale.id && $0.level == level?.id }
      })
  }
}
