import Patchwise

/// Looks for rules whose conditions hold in no situation of any consultation.
///
/// A question that no consultation asks is reported itself, and what rests on it is not.
struct DeadRules: Check {
  let code = DiagnosticCode.deadRule

  func findings(in subject: inout Subject) -> [Finding] {
    let base = subject.base
    let asked = Set(base.knowledge.consultations.flatMap(base.sections).flatMap(\.questions))
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

extension KnowledgeBase {
  /// The questions that a condition tests, itself or by the definitions that it names.
  fileprivate func mentionedQuestions(in condition: Condition) -> Set<Identifier<Question>> {
    switch condition {
    case .test(let test): if case .question(let id) = test.subject { [id] } else { [] }
    case .definition(let id): mentionedQuestions(in: self.condition(of: id))
    case .not(let inner): mentionedQuestions(in: inner)
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      parts.reduce(into: []) { $0.formUnion(mentionedQuestions(in: $1)) }
    }
  }
}
