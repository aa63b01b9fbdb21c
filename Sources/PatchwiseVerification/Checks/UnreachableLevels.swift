import Patchwise

/// Looks for levels that no situation of any consultation leads to.
struct UnreachableLevels: ProofCheck {
  func diagnostics(of base: KnowledgeBase, in situations: inout [Situations]) -> [Diagnostic] {
    let alarms = base.knowledge.alarms.flatMap(\.raises)
    return base.knowledge.scales.flatMap { scale in
      scale.levels.filter { level in
        // An alarm leads there without any situation.
        guard !alarms.contains(.init(scale.id, to: level.id)) else { return false }
        let test = Condition.test(.init(.scale(scale.id), .isAny(of: [level.id.name])))
        return !situations.indices.contains { situations[$0].isPossible(test) }
      }.map { level in
        Diagnostic(
          .unreachableLevel, severity: .warning,
          "nobody comes to level '\(level.id)' of scale '\(scale.id)'",
          at: level.id.location ?? scale.id.location,
          help: help(on: level, of: scale))
      }
    }
  }

  /// A rule can't lead below the level that holds without any, nor to that one where others always do.
  private func help(on level: Scale.Level, of scale: Scale) -> String {
    let names = scale.levels.map(\.id)
    let least = scale.otherwise.flatMap { names.firstIndex(of: $0) } ?? 0
    guard let place = names.firstIndex(of: level.id), place <= least,
      let otherwise = scale.otherwise
    else { return "add a rule that raises the scale to it, or remove it" }
    return place < least
      ? "say 'otherwise: \(level.id)' instead of '\(otherwise)', or remove it"
      : "look for a rule that always holds, or remove it"
  }
}
