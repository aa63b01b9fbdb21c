// What is said of each rejection is for those who made the request, in whole sentences; it may be worded
// otherwise in any release. A program looks at the case instead.

extension AnswerRejection: CustomStringConvertible {
  /// A sentence that says what the question takes.
  public var description: String {
    switch self {
    case .unknownQuestion(let id): "There is no question '\(id)' in this consultation."
    case .wrongKind(let id, let domain), .outOfRange(let id, let domain):
      "Question '\(id)' takes \(domain.taken)."
    case .unknownOption(let option, let id): "Question '\(id)' has no option '\(option)'."
    case .unsureRefused(let id): "Question '\(id)' does not take 'not sure'."
    }
  }
}

extension StateRejection: CustomStringConvertible {
  /// A sentence that says why the consultation can't be taken up.
  public var description: String {
    switch self {
    case .otherKnowledge(let held, let expected):
      "The consultation was held with the knowledge '\(held)', and this is '\(expected)'."
    case .otherEdition(let held, let expected) where held.version == expected.version:
      "The knowledge has changed since, although both are version \(expected.version)."
    case .otherEdition(let held, let expected):
      "The consultation was held with version \(held.version) of the knowledge, and this is \(expected.version)."
    case .unknownConsultation(let unknown): unknown.description
    case .rejected(let rejection): rejection.description
    }
  }
}

extension UnknownConsultation: CustomStringConvertible {
  /// A sentence with the name that was probably meant, or else all there are.
  public var description: String {
    let names = known.map(\.name)
    let cure = "There is: \(names.joined(separator: ", "))."
    return UnknownName.text("consultation", id.name, among: names, otherwise: cure)
  }
}

extension Question.Domain {
  /// The kind of answer that is taken, after "takes".
  fileprivate var taken: String {
    switch self {
    case .one: "one of its options"
    case .any: "any of its options, or none"
    case .yesNo: "'yes' or 'no'"
    case .number(let range, let unit):
      "a number from \(range.lowerBound.plain) to \(range.upperBound.plain)"
        + (unit.map { " (\($0))" } ?? "")
    case .duration(let range): "a length of time from \(range.lowerBound) to \(range.upperBound)"
    case .date: "a day"
    case .ingredients: "any of the tags of its lexicons, or none"
    }
  }
}
