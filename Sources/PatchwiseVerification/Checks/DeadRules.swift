import Patchwise

/// Looks for rules whose conditions hold in no situation of any consultation.
struct DeadRules: ProofCheck {
  func diagnostics(of base: KnowledgeBase, in situations: inout [Situations]) -> [Diagnostic] {
    base.knowledge.rules.filter { rule in
      !situations.indices.contains { situations[$0].isPossible(base.condition(of: rule)) }
    }.map { rule in
      Diagnostic(
        .deadRule, severity: .warning, "rule '\(rule.id)' holds for nobody", at: rule.id.location,
        help: "look for tests that exclude each other, or remove it")
    }
  }
}
