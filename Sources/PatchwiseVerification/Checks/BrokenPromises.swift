import Patchwise

/// Looks for a situation in which a promise is not kept.
struct BrokenPromises: ProofCheck {
  func diagnostics(of base: KnowledgeBase, in situations: inout [Situations]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for promise in base.knowledge.promises {
      let (whenever, then) = base.conditions(of: promise)
      for place in situations.indices
      where promise.isAbout(situations[place].kind) {
        let broken = Condition.all([whenever, .not(then)])
        guard let witness = situations[place].witness(of: broken) else { continue }
        found.append(
          Diagnostic(
            .brokenPromise, severity: .warning,
            "promise '\(promise.id)' is broken in consultation '\(situations[place].kind.id)'",
            at: promise.id.location, notes: [Diagnostic.Note(witness)],
            help: "add a rule for it, or promise less"))
        break
      }
    }
    return found
  }
}

extension Promise {
  /// Whether it speaks of a kind of consultation.
  fileprivate func isAbout(_ kind: ConsultationKind) -> Bool {
    consultations.isEmpty || consultations.contains(kind.id)
  }
}
