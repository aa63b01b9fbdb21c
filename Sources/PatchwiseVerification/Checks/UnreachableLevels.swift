import Patchwise

/// Looks for levels that no situation of any consultation leads to.
struct UnreachableLevels: ProofCheck {
  func diagnostics(of base: KnowledgeBase, in situations: inout [Situations]) -> [Diagnostic] {
    base.knowledge.scales.flatMap { scale in
      scale.levels.filter { level in
        let test = Condition.test(.init(.scale(scale.id), .isAny(of: [level.id.name])))
        return !situations.indices.contains { situations[$0].isPossible(test) }
      }.map { level in
        Diagnostic(
          .unreachableLevel, severity: .warning,
          "nobody comes to level '\(level.id)' of scale '\(scale.id)'",
          at: level.id.location ?? scale.id.location,
          help: "add a rule that raises the scale to it, or remove it")
      }
    }
  }
}
