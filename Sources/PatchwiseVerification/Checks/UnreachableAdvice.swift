import Patchwise

/// Looks for advice that rules give, but only beside levels that its `only at` rules out.
///
/// Advice whose rules all hold for nobody is not reported beside them.
struct UnreachableAdvice: Check {
  let code = DiagnosticCode.unreachableAdvice

  func findings(in subject: inout Subject) -> [Finding] {
    // An alarm gives advice without any situation.
    let alarms = Set(subject.base.knowledge.alarms.flatMap(\.advises))
    var found: [Finding] = []
    for advice in subject.base.knowledge.advice where !alarms.contains(advice.id) {
      let told = subject.base.toldWhen(advice)
      guard !subject.isPossible(told, Claim(code, advice.id.name)) else { continue }
      let given = Condition.test(.init(.advice(advice.id), .isGiven))
      guard let witness = subject.witness(of: given) else { continue }
      found.append(
        Finding(
          Diagnostic(
            code, severity: .warning, "nobody is told advice '\(advice.id)'",
            at: advice.id.location, notes: [subject.note(on: witness)],
            help: "add the levels that these people come to to its 'only at', or remove it"),
          witness: witness))
    }
    return found
  }
}
