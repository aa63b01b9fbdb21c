import Patchwise

/// Looks for rules whose conditions hold in no situation of any consultation.
///
/// A question that no consultation asks is reported itself, and what rests on it is not.
struct DeadRules: ProofCheck {
  func diagnostics(of base: KnowledgeBase, in situations: inout [Situations]) -> [Diagnostic] {
    let asked = Set(base.knowledge.consultations.flatMap(base.sections).flatMap(\.questions))
    var found: [Diagnostic] = []
    for rule in base.knowledge.rules {
      let condition = base.condition(of: rule)
      guard !situations.isPossibleAnywhere(condition),
        base.mentionedQuestions(in: condition).isSubset(of: asked)
      else { continue }
      found.append(
        Diagnostic(
          .deadRule, severity: .warning, "rule '\(rule.id)' holds for nobody", at: rule.id.location,
          help: "look for tests that exclude each other, or remove it"))
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
