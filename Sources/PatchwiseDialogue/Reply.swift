public import Patchwise

/// What a conversation says to a line, and what became of the line.
public struct Reply: Sendable {
  /// What is said.
  public var blocks: [Block]
  /// What became of the line.
  public var outcome: Outcome

  /// What became of a line.
  public enum Outcome: Hashable, Sendable {
    /// It was taken as the answer to a question.
    case answered(Identifier<Question>, Answer)
    /// It chose what to talk about.
    case began(Identifier<ConsultationKind>)
    /// It could not be taken.
    case refused
    /// It was asked back whether it was meant so.
    case askedBack
    /// It was a command, which has been carried out.
    case served
    /// It was a question about the subject, which has been answered.
    case told(Identifier<Topic>)
    /// It meant danger.
    case alarmed(Identifier<Alarm>)
  }
}

/// What a conversation is waiting for.
public enum Awaiting: Hashable, Sendable {
  /// Which consultation to begin.
  case consultation
  /// The answer to a question.
  case question(Identifier<Question>)
  /// Nothing in particular: the recommendation has been given, or an alarm has stopped everything.
  case anythingElse
}
