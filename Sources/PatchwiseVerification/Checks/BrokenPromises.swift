import Patchwise

/// Looks for a situation in which a promise is not kept.
struct BrokenPromises: Check {
  let code = DiagnosticCode.brokenPromise

  func findings(in subject: inout Subject) -> [Finding] {
    var found: [Finding] = []
    for promise in subject.base.knowledge.promises {
      let (whenever, then) = subject.base.conditions(of: promise)
      let broken = Condition.all([whenever, .not(then)])
      for place in subject.situations.indices where promise.isAbout(subject.situations[place].kind)
      {
        let claim = Claim(code, promise.id.name)
        guard
          let witness = subject.situations[place].smallestWitness(
            of: broken, claim)
        else { continue }
        found.append(
          Finding(
            Diagnostic(
              code, severity: .warning,
              "promise '\(promise.id)' is broken in consultation '\(witness.consultation)'",
              at: promise.id.location, notes: [subject.note(on: witness)],
              help: "add a rule for it, or promise less"),
            witness: witness, where: broken))
        break
      }
    }
    return found
  }
}

extension Promise {
  /// Whether it speaks of a kind of consultation.
  func isAbout(_ kind: ConsultationKind) -> Bool {
    consultations.isEmpty || consultations.contains(kind.id)
  }
}
