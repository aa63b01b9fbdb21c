import Patchwise

/// Looks for situations in which nothing is said on a decided scale.
struct Gaps: Check {
  let code = DiagnosticCode.gap

  func findings(in subject: inout Subject) -> [Finding] {
    var found: [Finding] = []
    for scale in subject.base.knowledge.scales where scale.otherwise == nil {
      let levels = scale.levels.map(\.id.name)
      let gap = Condition.not(.test(.init(.scale(scale.id), .isAny(of: levels))))
      for place in subject.situations.indices
      where subject.situations[place].kind.decides.contains(scale.id) {
        let claim = Claim(code, scale.id.name)
        guard let witness = subject.situations[place].smallestWitness(of: gap, claim) else {
          continue
        }
        let count = subject.situations[place].count(where: gap, budget: Verification.countingBudget)
        let people = count.map { "in \($0.grouped) situation\($0 == 1 ? "" : "s")" } ?? "for some"
        found.append(
          Finding(
            Diagnostic(
              code, severity: .warning,
              "scale '\(scale.id)' has no level \(people) of consultation '\(witness.consultation)'",
              at: scale.id.location, notes: [subject.note(on: witness)],
              help: "say 'otherwise' at the scale, or add a rule"),
            witness: witness, where: gap))
        break
      }
    }
    return found
  }
}
