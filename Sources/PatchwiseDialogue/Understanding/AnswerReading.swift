import Patchwise

/// What a typed line may mean at a question.
enum AnswerReading: Hashable, Sendable {
  /// It says exactly this.
  case certain(Answer)
  /// It probably says this, and the person should confirm it.
  case probable(Answer)
  /// It may say any of these options.
  case ambiguous([Identifier<Question.Option>])
  /// It says nothing that the question takes, for this reason.
  case refused(Refusal)

  /// The same reading, to be confirmed where it was certain; *not sure* needs no confirmation.
  var asDoubtful: AnswerReading {
    if case .certain(let answer) = self, answer != .unsure { .probable(answer) } else { self }
  }

  /// Whether it needs no confirmation.
  var isCertain: Bool { if case .certain = self { true } else { false } }

  /// Whether it says nothing that the question takes.
  var isRefused: Bool { if case .refused = self { true } else { false } }

  /// The one option that it says, certainly or probably.
  var option: Identifier<Question.Option>? {
    switch self {
    case .certain(.option(let id)), .probable(.option(let id)): id
    default: nil
    }
  }

  /// Why a line was not taken as an answer.
  enum Refusal: Error, Hashable, Sendable {
    case notUnderstood
    /// Of several parts some were not understood, and the others say these options.
    case partNotUnderstood([String], beside: [Identifier<Question.Option>])
    /// It denies something, so that it can't be read as the thing itself.
    case negated
    case severalWhereOne
    /// It says yes where it has to say which.
    case yesWhereWhich
    case numberMissing
    case numberOutOfRange
    /// It says between what the number lies, or leaves it out.
    case notExact
    case wrongUnit(String)
    case unitMissing
    case noSuchNumber(Int)
    case dateMissing
    case unsureRefused
    case noneRefused
    case skipRefused
  }
}
