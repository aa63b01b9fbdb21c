import Patchwise

/// Looks for statements that cite no source.
///
/// Knowledge that declares no sources at all is a toy, of which nobody expects any.
struct UnsourcedSentences: TextCheck {
  let code = DiagnosticCode.unsourced

  func diagnostics(of base: KnowledgeBase) -> [Diagnostic] {
    let knowledge = base.knowledge
    guard !knowledge.sources.isEmpty else { return [] }
    let byKind: [[Diagnostic]] = [
      rules(knowledge.rules),
      knowledge.advice.filter(\.sources.isEmpty).map { warning("advice", $0.id) },
      levels(of: knowledge), knowledge.plans.flatMap(parts),
      knowledge.topics.filter(\.sources.isEmpty).map { warning("topic", $0.id) },
      knowledge.alarms.filter(\.sources.isEmpty).map { warning("alarm", $0.id) },
      knowledge.promises.filter(\.sources.isEmpty).map { warning("promise", $0.id) },
    ]
    return byKind.flatMap { $0 }
  }

  /// The rules of one table share its sources, so only the first of them is reported, as the table.
  private func rules(_ rules: [Rule]) -> [Diagnostic] {
    var tables: Set<String> = []
    return rules.filter(\.sources.isEmpty).compactMap { rule in
      // No other names have a slash in them.
      guard let slash = rule.id.name.firstIndex(of: "/") else { return warning("rule", rule.id) }
      let table = String(rule.id.name[..<slash])
      guard tables.insert(table).inserted else { return nil }
      return warning("table", Identifier<Rule>(table, at: rule.id.location))
    }
  }

  /// The levels that a person can be told and that say something.
  private func levels(of knowledge: Knowledge) -> [Diagnostic] {
    let decided = Set(knowledge.consultations.flatMap(\.decides))
    return knowledge.scales.filter { decided.contains($0.id) }.flatMap(\.levels)
      .filter { !$0.say.isEmpty && $0.sources.isEmpty }.map { warning("level", $0.id) }
  }

  /// A plan, and each step and reading of it, which may come from elsewhere than the plan as a whole.
  private func parts(of plan: Plan) -> [Diagnostic] {
    let steps = plan.steps.enumerated().filter { $0.element.sources.isEmpty }.map { place, step in
      Diagnostic(
        .unsourced, severity: .warning, "step \(place + 1) of plan '\(plan.id)' cites no source",
        at: step.text.location ?? plan.id.location,
        help: "write it as '{ do: …, sources: [SOURCE] }'")
    }
    return (plan.sources.isEmpty ? [warning("plan", plan.id)] : []) + steps
      + plan.readings.filter(\.sources.isEmpty).map { warning("reading", $0.id) }
  }

  private func warning<Subject>(_ kind: String, _ id: Identifier<Subject>) -> Diagnostic {
    Diagnostic(
      .unsourced, severity: .warning, "\(kind) '\(id)' cites no source", at: id.location,
      help: "add 'sources: [SOURCE]'")
  }
}
