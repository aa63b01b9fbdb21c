/// Answers to one question that come to the same.
public struct AnswerGroup: Hashable, Sendable {
  /// The question.
  public let question: Identifier<Question>
  /// The answers that were tried, each of which comes to it.
  public let answers: [Answer]
  /// Where every number or length of time comes to it; nothing at a question of another kind.
  public let range: Range?

  /// Some numbers or lengths of time, up to the ends of what the question takes.
  public struct Range: Hashable, Sendable {
    /// The lower end; nothing if there is none but that of the question.
    public let lower: Bound?
    /// The upper end; nothing if there is none but that of the question.
    public let upper: Bound?
  }

  /// An end of a range.
  public struct Bound: Hashable, Sendable {
    /// The number or length of time at the end.
    public let answer: Answer
    /// Whether it belongs to the range itself.
    public let isIncluded: Bool
  }
}
