import Patchwise

/// Looks for people to whom *not sure*, taken as an option, is kinder than another answer would be.
struct KinderUnsure: Check {
  let code = DiagnosticCode.kinderUnsure

  func findings(in subject: inout Subject) -> [Finding] {
    var found: [Finding] = []
    for question in subject.base.knowledge.questions {
      guard case .option(let option) = question.unsure else { continue }
      let others = subject.base.optionNames(of: question).enumerated()
      let pair = Situations.Difference(
        question: question,
        first: Dictionary(
          uniqueKeysWithValues: others.map { ($0.offset, $0.element == option.name) }),
        second: [:],
        isSecondOpen: true)
      let difference = subject.difference(
        pair, isSecondHigher: true, Claim(code, question.id.name))
      guard let (scale, witness) = difference else { continue }
      found.append(
        Finding(
          Diagnostic(
            code, severity: .warning,
            "another answer than '\(option)' makes scale '\(scale.id)' more cautious for some",
            at: option.location ?? question.id.location, notes: [subject.note(on: witness)],
            help: "take *not sure* as the most cautious option, or write 'unsure: any'"),
          witness: witness))
    }
    return found
  }
}
