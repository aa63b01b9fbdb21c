import Patchwise

/// Looks for people who would be told something milder because an option marked `warning` is chosen, or
/// because an answer is nearer to the cautious end of its question.
struct MilderWarnings: Check {
  let code = DiagnosticCode.milderWarning

  func findings(in subject: inout Subject) -> [Finding] {
    var found: [Finding] = []
    for question in subject.base.knowledge.questions {
      found += milderOptions(of: question, in: &subject)
      found += milderSteps(of: question, in: &subject)
    }
    return found
  }

  // MARK: Warnings

  private func milderOptions(of question: Question, in subject: inout Subject) -> [Finding] {
    var found: [Finding] = []
    let options = subject.base.options(of: question)
    for (place, warning) in options.enumerated() where warning.isWarning {
      let pair = Situations.Difference(
        question: question, first: Self.calm(question, place, options), second: [place: true])
      let claim = Claim(code, "\(question.id)-\(warning.id)")
      let difference = subject.difference(pair, isSecondHigher: false, claim)
      guard let (scale, witness) = difference else { continue }
      found.append(
        Finding(
          Diagnostic(
            code, severity: .warning,
            "option '\(warning.id)' is a warning, and makes scale '\(scale.id)' milder for some",
            at: warning.id.location ?? question.id.location,
            notes: [
              subject.note(on: witness),
              Diagnostic.Note("without '\(warning.id)' it is more cautious"),
            ],
            help: "look for a rule that is held back by it, or take the 'warning' away"),
          witness: witness))
    }
    return found
  }

  /// What the other one has not chosen: the warning, or, where one option is chosen, any warning.
  private static func calm(
    _ question: Question, _ warning: Int, _ options: [Question.Option]
  ) -> [Int: Bool] {
    if question.domain.takesSeveral { return [warning: false] }
    let warnings = options.indices.filter { options[$0].isWarning }
    return Dictionary(uniqueKeysWithValues: warnings.map { ($0, false) })
  }

  // MARK: Steps towards the cautious end

  /// Between any two answers lie steps from one to the next, so that only these are looked at.
  private func milderSteps(of question: Question, in subject: inout Subject) -> [Finding] {
    guard let end = question.cautiousEnd else { return [] }
    let answers = subject.situations.first?.orderedAnswers(to: question) ?? []
    var found: [Finding] = []
    for (low, high) in zip(answers.indices, answers.indices.dropFirst()) {
      let (near, far) = end == .last ? (high, low) : (low, high)
      let pair = Situations.Difference(
        question: question, first: Self.choice(far, of: question),
        second: Self.choice(near, of: question))
      let claim = Claim(code, "\(question.id)-step-\(high)")
      let difference = subject.difference(pair, isSecondHigher: false, claim)
      guard let (scale, witness) = difference else { continue }
      let text = AnswerNotation.text(of: answers[near])
      found.append(
        Finding(
          Diagnostic(
            code, severity: .warning,
            "answer '\(text)' is nearer to the cautious end, and makes scale '\(scale.id)' milder for some",
            at: answers[near].option?.location ?? question.id.location,
            notes: [
              subject.note(on: witness), Diagnostic.Note("with '\(text)' it is less cautious"),
            ],
            help: "look for a rule that is held back by it, or take the 'cautious end' away"),
          witness: witness))
    }
    return found
  }

  /// What is chosen by whose answer stands at a place in the order.
  private static func choice(_ place: Int, of question: Question) -> [Int: Bool] {
    if case .one = question.domain { return [place: true] }
    return [place - 1: true, place: false]
  }
}

extension Answer {
  /// The option that is chosen, where it is one.
  fileprivate var option: Identifier<Question.Option>? {
    if case .option(let option) = self { option } else { nil }
  }
}
