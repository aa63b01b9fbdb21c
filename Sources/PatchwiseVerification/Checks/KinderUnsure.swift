import Patchwise

/// Looks for people to whom *not sure*, taken as an option, is kinder than another answer would be.
struct KinderUnsure: ProofCheck {
  func diagnostics(of base: KnowledgeBase, in situations: inout [Situations]) -> [Diagnostic] {
    base.knowledge.questions.compactMap { question in
      guard case .option(let option) = question.unsure else { return nil }
      let others = base.optionNames(of: question).map { Identifier<Question.Option>($0) }
      let difference = Situations.Difference(
        question: question,
        first: Dictionary(uniqueKeysWithValues: others.map { ($0, $0 == option) }), second: [:],
        isSecondOpen: true)
      let found = situations.difference(difference, isSecondHigher: true, in: base)
      return found.map { scale, witness in
        Diagnostic(
          .kinderUnsure, severity: .warning,
          "another answer than '\(option)' makes scale '\(scale.id)' more cautious for some",
          at: option.location ?? question.id.location, notes: [Diagnostic.Note(witness)],
          help: "take *not sure* as the most cautious option, or write 'unsure: any'")
      }
    }
  }
}
