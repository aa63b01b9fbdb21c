import Patchwise

/// Looks for questions of which one answer ends the consultation, asked after others that can't do that.
///
/// A question that is asked only of some has to wait for what that hangs on.
struct LateEndings: Check {
  let code = DiagnosticCode.lateEnding

  func findings(in subject: inout Subject) -> [Finding] {
    var found: [Finding] = []
    var reported: Set<Identifier<Question>> = []
    for place in subject.situations.indices {
      let kind = subject.situations[place].kind
      guard let ending = subject.situations[place].literalForEnding() else { continue }
      var before: Identifier<Question>?
      for id in subject.base.sections(of: kind).flatMap(\.questions) {
        guard let question = subject.base.question(id) else { continue }
        guard subject.situations[place].hasAnswer(to: question, implying: ending) else {
          before = before ?? id
          continue
        }
        guard let before, question.askedWhen == nil, reported.insert(id).inserted else { continue }
        found.append(
          Finding(
            Diagnostic(
              code, severity: .warning,
              "question '\(id)' can end consultation '\(kind.id)', and '\(before)' comes before it",
              at: id.location, help: "ask it first")))
      }
    }
    return found
  }
}

extension Situations {
  /// Returns what holds where the consultation ends early; nothing if it never does.
  fileprivate mutating func literalForEnding() -> Literal? {
    var literals: [Literal] = []
    for scale in kind.decides.compactMap({ base.scale($0) }) {
      guard let level = scale.firstEnding else { continue }
      literals.append(literal(for: scale, atLeast: level))
    }
    return literals.isEmpty ? nil : circuit.or(literals)
  }

  /// Returns whether a question has an answer with which a literal holds whatever else is answered.
  fileprivate mutating func hasAnswer(to question: Question, implying literal: Literal) -> Bool {
    let applies = applies(question.id, at: 0)
    for answer in answers(to: question)
    where allows([applies] + answer) && !allows([applies, !literal] + answer) {
      return true
    }
    return false
  }

  /// For each option, or each region of a number, what holds where it is the answer.
  private mutating func answers(to question: Question) -> [[Literal]] {
    switch question.domain {
    case .yesNo, .one, .any, .ingredients: return options(of: question, at: 0).map { [$0] }
    case .number, .duration, .date:
      let row = [circuit.yes] + regions(of: question, at: 0)
      return row.indices.map { $0 + 1 < row.count ? [row[$0], !row[$0 + 1]] : [row[$0]] }
    }
  }
}
