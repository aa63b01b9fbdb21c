import Patchwise

/// Looks for rules whose conditions hold in no situation of any consultation.
///
/// A question that no consultation asks is reported itself, and what rests on it is not.
struct DeadRules: Check {
  let code = DiagnosticCode.deadRule

  func findings(in subject: inout Subject) -> [Finding] {
    let base = subject.base
    let asked = base.listedQuestions
    var found: [Finding] = []
    for rule in base.knowledge.rules {
      let condition = base.condition(of: rule)
      guard !subject.isPossible(condition, Claim(code, rule.id.name)),
        base.mentionedQuestions(in: condition).isSubset(of: asked)
      else { continue }
      found.append(
        Finding(
          Diagnostic(
            code, severity: .warning, "rule '\(rule.id)' holds for nobody", at: rule.id.location,
            help: "look for tests that exclude each other, or remove it")))
    }
    return found
  }
}
