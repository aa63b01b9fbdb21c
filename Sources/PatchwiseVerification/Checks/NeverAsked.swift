import Patchwise

/// Looks for questions that apply to nobody in any consultation that lists them.
///
/// A question that rests on one that is not asked itself is not reported beside that one.
struct NeverAsked: Check {
  let code = DiagnosticCode.neverAsked

  func findings(in subject: inout Subject) -> [Finding] {
    let base = subject.base
    let listed = base.listedQuestions
    var never: [Question] = []
    for question in base.knowledge.questions where listed.contains(question.id) {
      if !subject.isAsked(question, Claim(code, question.id.name)) { never.append(question) }
    }
    let asked = listed.subtracting(never.map(\.id))
    return never.filter { question in
      base.askedWhen(question.id).map { base.mentionedQuestions(in: $0).isSubset(of: asked) }
        ?? false
    }.map { question in
      Finding(
        Diagnostic(
          code, severity: .warning, "question '\(question.id)' applies to nobody",
          at: question.askedWhen?.location ?? question.id.location,
          help: "look for tests that exclude each other, or remove it"))
    }
  }
}

extension Subject {
  /// Returns whether a question applies to anybody in a consultation that lists it.
  mutating func isAsked(_ question: Question, _ claim: Claim? = nil) -> Bool {
    for place in situations.indices where situations[place].asks(question.id) {
      let applies = situations[place].applies(question.id, at: 0)
      if situations[place].allows([applies], claim) { return true }
    }
    return false
  }
}
