import Patchwise

/// Looks for people who would be told something milder because an option marked `warning` is chosen.
struct MilderWarnings: Check {
  let code = DiagnosticCode.milderWarning

  func findings(in subject: inout Subject) -> [Finding] {
    var found: [Finding] = []
    for question in subject.base.knowledge.questions {
      let warnings = subject.base.options(of: question).filter(\.isWarning).map(\.id)
      for warning in warnings {
        let pair = Situations.Difference(
          question: question, first: Self.calm(question, warning, warnings), second: [warning: true]
        )
        let claim = Claim(code, "\(question.id)-\(warning)")
        let difference = subject.difference(pair, isSecondHigher: false, claim)
        guard let (scale, witness) = difference else { continue }
        found.append(
          Finding(
            Diagnostic(
              code, severity: .warning,
              "option '\(warning)' is a warning, and makes scale '\(scale.id)' milder for some",
              at: warning.location ?? question.id.location,
              notes: [
                subject.note(on: witness),
                Diagnostic.Note("without '\(warning)' it is more cautious"),
              ],
              help: "look for a rule that is held back by it, or take the 'warning' away"),
            witness: witness))
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
