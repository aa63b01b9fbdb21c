/// What stands between a person and a level of a scale: the complete answer to *why not that*.
public struct Obstacles: Sendable {
  /// The scale.
  public let scale: Scale
  /// The level that was asked about.
  public let level: Scale.Level
  /// How it lies to what is told.
  public let standing: Standing
  /// Every rule that holds the scale above the level, most cautious first.
  ///
  /// Those that certainly do, and, once nothing more is asked, those that may, which count too.
  public let above: [Obstacle]
  /// Every rule that would raise the scale to the level or beyond and doesn't certainly hold, least
  /// cautious first; at a level below what is told only those to the level itself, and only if it would
  /// not be reached without one.
  public let missing: [Obstacle]
  /// Whether no situation comes to the level, because the scale's `otherwise` is more cautious.
  public let isBelowOtherwise: Bool

  /// How a level lies to what is told.
  public enum Standing: Hashable, Sendable {
    /// It is what is told.
    case told
    /// Questions are open, and the scale may still come to it.
    case open
    /// It is milder than what is told, or than what is certain while questions are open.
    case milder
    /// It is more cautious than what is told, or can't be reached any more while questions are open.
    case moreCautious
  }

  /// A rule that stands between.
  public struct Obstacle: Sendable {
    /// The rule.
    public let rule: Rule
    /// The level that it raises the scale to.
    public let level: Scale.Level
    /// Whether it holds, as far as is known.
    public let truth: Truth
    /// The tests by which it came out so, down to the questions.
    public let facts: [Explanation.Fact]
  }
}

extension Consultation {
  /// Returns what stands between the person and a level; nothing if there is no such scale or level.
  ///
  /// No rule is left out. After an early end nothing is told of a scale that did not bring it about, so
  /// that a level of it is more cautious than what is told, and every rule to it missing.
  ///
  /// - Parameters:
  ///   - level: The level that was asked about.
  ///   - id: The scale it belongs to.
  /// - Returns: The rules above the level that hold, and those to it that don't.
  public func obstacles(
    to level: Identifier<Scale.Level>, of id: Identifier<Scale>
  ) -> Obstacles? {
    guard let place = knowledge.names.scales[id],
      let asked = knowledge.names.levels[place].firstIndex(of: level.name)
    else { return nil }
    let scale = knowledge.knowledge.scales[place]
    let raisers = knowledge.program.raisers[place]
    let standing = standing(of: asked, on: place)
    let otherwise = knowledge.program.otherwise[place]
    let above = raisers.filter { $0.level > asked && counts(rule: $0.rule) }
    let isReached =
      otherwise == asked || raisers.contains { $0.level == asked && counts(rule: $0.rule) }
    let missing = raisers.filter { raiser in
      guard evaluation.rules[raiser.rule] != .true else { return false }
      return switch standing {
      case .told: false
      case .milder: raiser.level == asked && !isReached
      case .open, .moreCautious: raiser.level >= asked
      }
    }
    func obstacle(_ raiser: (rule: Int, level: Int)) -> Obstacles.Obstacle {
      let rule = knowledge.knowledge.rules[raiser.rule]
      return Obstacles.Obstacle(
        rule: rule, level: scale.levels[raiser.level], truth: evaluation.rules[raiser.rule],
        facts: facts(behind: rule))
    }
    return Obstacles(
      scale: scale, level: scale.levels[asked], standing: standing,
      above: above.sorted { ($1.level, $0.rule) < ($0.level, $1.rule) }.map(obstacle),
      missing: missing.sorted { ($0.level, $0.rule) < ($1.level, $1.rule) }.map(obstacle),
      isBelowOtherwise: asked < otherwise)
  }

  private func standing(of asked: Int, on scale: Int) -> Obstacles.Standing {
    let levels = evaluation.levels[scale]
    if isOver {
      let told = recommendedLevel(of: scale)
      return asked == told ? .told : asked < told ? .milder : .moreCautious
    }
    if levels.contains(asked) { return levels.isSettled ? .told : .open }
    return asked < levels.floor ? .milder : .moreCautious
  }

  /// Whether a rule counts in what is told: it certainly holds, or may when nothing more is asked.
  private func counts(rule place: Int) -> Bool {
    switch evaluation.rules[place] {
    case .true: true
    case .open: isOver && (earlyEnd?.outlook.rules[place].canHold ?? true)
    case .false: false
    }
  }
}
