import Patchwise

/// Looks for people who would be told something milder because an option marked `warning` is chosen.
struct MilderWarnings: ProofCheck {
  func diagnostics(of base: KnowledgeBase, in situations: inout [Situations]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for question in base.knowledge.questions {
      let warnings = base.options(of: question).filter(\.isWarning).map(\.id)
      for warning in warnings {
        let pair = Situations.Difference(
          question: question, first: Self.calm(question, warning, warnings), second: [warning: true]
        )
        let difference = situations.difference(pair, isSecondHigher: false, in: base)
        guard let (scale, witness) = difference else { continue }
        found.append(
          Diagnostic(
            .milderWarning, severity: .warning,
            "option '\(warning)' is a warning, and makes scale '\(scale.id)' milder for some",
            at: warning.location ?? question.id.location,
            notes: [
              Diagnostic.Note(witness), Diagnostic.Note("without '\(warning)' it is more cautious"),
            ],
            help: "look for a rule that is held back by it, or take the 'warning' away"))
      }
    }
    return found
  }

  /// What the other one has not chosen: the warning, or, where one option is chosen, any warning.
  private static func calm(
    _ question: Question, _ warning: Identifier<Question.Option>,
    _ warnings: [Identifier<Question.Option>]
  ) -> [Identifier<Question.Option>: Bool] {
    if question.domain.takesSeveral { return [warning: false] }
    return Dictionary(uniqueKeysWithValues: warnings.map { ($0, false) })
  }
}
