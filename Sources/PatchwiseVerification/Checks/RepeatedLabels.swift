import Patchwise

/// Looks for options of one question, and levels of one scale, that a person could not tell apart.
struct RepeatedLabels: TextCheck {
  let code = DiagnosticCode.repeatedLabel

  func diagnostics(of base: KnowledgeBase) -> [Diagnostic] {
    base.knowledge.questions.flatMap { question in
      switch question.domain {
      case .one(let options, _), .any(let options): repeated(options, of: question)
      case .yesNo, .number, .duration, .date, .ingredients: [] as [Diagnostic]
      }
    } + base.knowledge.scales.flatMap(repeated)
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

  /// The other names of levels that another level of the scale has too, so that nobody can ask by them.
  ///
  /// A title may stand for several levels that differ in what is said.
  private func repeated(in scale: Scale) -> [Diagnostic] {
    scale.levels.enumerated().flatMap { place, level in
      level.also.compactMap { name -> Diagnostic? in
        let key = name.string.lowercased()
        let earlier = scale.levels[..<place].first { other in
          other.also.contains { $0.string.lowercased() == key }
        }
        let titled = scale.levels.first { $0.id != level.id && $0.name.lowercased() == key }
        guard let other = titled ?? earlier else { return nil }
        return Diagnostic(
          .repeatedLabel, severity: .warning,
          "level '\(level.id)' of scale '\(scale.id)' is called '\(name)' like another one",
          at: name.location ?? level.id.location,
          notes: [Diagnostic.Note("the other is here", at: other.id.location)],
          help: "leave that name out, or call one of them otherwise")
      }
    }
  }
}
