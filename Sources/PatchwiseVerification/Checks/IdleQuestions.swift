import Patchwise

/// Looks for questions whose answers make no difference to anybody.
///
/// Where there are no rules yet, no answer can make one, and that is known.
struct IdleQuestions: Check {
  let code = DiagnosticCode.idleQuestion

  func findings(in subject: inout Subject) -> [Finding] {
    guard !subject.base.knowledge.rules.isEmpty else { return [] }
    var found: [Finding] = []
    for question in subject.base.knowledge.questions
    where subject.isAsked(question) && !subject.matters(question, Claim(code, question.id.name)) {
      found.append(
        Finding(
          Diagnostic(
            code, severity: .warning, "no answer to question '\(question.id)' makes a difference",
            at: question.id.location, help: "add the rule that is missing, or remove it")))
    }
    return found
  }
}

extension Subject {
  /// Returns whether an answer makes a difference in any consultation.
  fileprivate mutating func matters(_ question: Question, _ claim: Claim) -> Bool {
    for place in situations.indices
    where situations[place].asks(question.id) && situations[place].matters(question, claim) {
      return true
    }
    return false
  }
}
