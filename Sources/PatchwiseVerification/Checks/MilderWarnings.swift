import Patchwise

/// Looks for people who would be told something milder because an option marked `warning` is chosen.
struct MilderWarnings: ProofCheck {
  func diagnostics(of base: KnowledgeBase, in situations: inout [Situations]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for question in base.knowledge.questions {
      let options = base.options(of: question)
      let warnings = options.filter(\.isWarning).map(\.id)
      for warning in warnings {
        let difference = Situations.Difference(
          question: question, first: Self.calm(question, warning, warnings), second: [warning: true]
        )
        guard let problem = problem(of: warning, difference, in: base, &situations) else {
          continue
        }
        found.append(problem)
      }
    }
    return found
  }

  /// What the other one has not chosen: the warning, or, where one option is chosen, any warning.
  private static func calm(
    _ question: Question, _ warning: Identifier<Question.Option>,
    _ warnings: [Identifier<Question.Option>]
  ) -> [Identifier<Question.Option>: Bool] {
    if case .any = question.domain { return [warning: false] }
    return Dictionary(uniqueKeysWithValues: warnings.map { ($0, false) })
  }

  private func problem(
    of warning: Identifier<Question.Option>, _ difference: Situations.Difference,
    in base: KnowledgeBase, _ situations: inout [Situations]
  ) -> Diagnostic? {
    for place in situations.indices where situations[place].asks(difference.question.id) {
      for scale in situations[place].kind.decides.compactMap({ base.scale($0) })
      where !scale.isHint {
        let witness = situations[place].witness(
          ofDifferenceIn: scale, between: difference, isSecondHigher: false)
        guard let witness else { continue }
        return Diagnostic(
          .milderWarning, severity: .warning,
          "option '\(warning)' is a warning, and makes scale '\(scale.id)' milder for some",
          at: warning.location ?? difference.question.id.location,
          notes: [
            Diagnostic.Note(witness), Diagnostic.Note("without '\(warning)' it is more cautious"),
          ],
          help: "look for a rule that is held back by it, or take the 'warning' away")
      }
    }
    return nil
  }
}
