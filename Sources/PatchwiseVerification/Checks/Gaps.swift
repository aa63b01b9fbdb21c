import Patchwise

/// Looks for situations in which nothing is said on a decided scale.
struct Gaps: ProofCheck {
  func diagnostics(of base: KnowledgeBase, in situations: inout [Situations]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for scale in base.knowledge.scales where scale.otherwise == nil {
      let levels = scale.levels.map(\.id.name)
      let gap = Condition.not(.test(.init(.scale(scale.id), .isAny(of: levels))))
      for place in situations.indices where situations[place].kind.decides.contains(scale.id) {
        guard let witness = situations[place].witness(of: gap) else { continue }
        found.append(
          Diagnostic(
            .gap, severity: .warning,
            "scale '\(scale.id)' has no level for some in consultation '\(situations[place].kind.id)'",
            at: scale.id.location, notes: [Diagnostic.Note(witness)],
            help: "say 'otherwise' at the scale, or add a rule"))
        break
      }
    }
    return found
  }
}
