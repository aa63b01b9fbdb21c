import Patchwise

/// Looks for options of one question that a person could not tell apart.
struct RepeatedLabels: TextCheck {
  let code = DiagnosticCode.repeatedLabel

  func diagnostics(of base: KnowledgeBase) -> [Diagnostic] {
    base.knowledge.questions.flatMap { question in
      switch question.domain {
      case .one(let options, _), .any(let options): repeated(options, of: question)
      case .yesNo, .number, .duration, .date, .ingredients: [] as [Diagnostic]
      }
    }
  }

  private func repeated(_ options: [Question.Option], of question: Question) -> [Diagnostic] {
    var first: [String: Question.Option] = [:]
    return options.compactMap { option in
      let label = option.label.string.lowercased()
      guard let earlier = first[label] else {
        first[label] = option
        return nil
      }
      return Diagnostic(
        .repeatedLabel, severity: .warning,
        "two options of question '\(question.id)' read '\(option.label)'",
        at: option.label.location ?? option.id.location,
        notes: [
          Diagnostic.Note("the first is here", at: earlier.label.location ?? earlier.id.location)
        ],
        help: "say in the label what makes the difference")
    }
  }
}
