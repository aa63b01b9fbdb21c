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
      return problem(of: option, difference, in: base, &situations)
    }
  }

  private func problem(
    of option: Identifier<Question.Option>, _ difference: Situations.Difference,
    in base: KnowledgeBase, _ situations: inout [Situations]
  ) -> Diagnostic? {
    for place in situations.indices where situations[place].asks(difference.question.id) {
      for scale in situations[place].kind.decides.compactMap({ base.scale($0) })
      where !scale.isHint {
        let witness = situations[place].witness(
          ofDifferenceIn: scale, between: difference, isSecondHigher: true)
        guard let witness else { continue }
        return Diagnostic(
          .kinderUnsure, severity: .warning,
          "another answer than '\(option)' makes scale '\(scale.id)' more cautious for some",
          at: option.location ?? difference.question.id.location, notes: [Diagnostic.Note(witness)],
          help: "take *not sure* as the most cautious option, or write 'unsure: any'")
      }
    }
    return nil
  }
}
