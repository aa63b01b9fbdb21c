/// Sentences of their own by which people may mean an answer to a question.
///
/// What a hint points to is never taken as it is: the person is asked whether it is meant.
public struct Hint: Hashable, Sendable {
  /// The question.
  public var question: Identifier<Question>
  /// The option that may be meant: `yes` or `no` at a yes-no question, `none` where several can be chosen.
  public var option: Identifier<Question.Option>
  /// What is typed, written like the phrases of an alarm.
  ///
  /// Words count in any form that has the same stem, and long ones with a slip in them.
  public var phrases: [AuthoredText]

  /// Creates a hint.
  public init(
    _ question: Identifier<Question>, _ option: Identifier<Question.Option>,
    phrases: [AuthoredText]
  ) {
    self.question = question
    self.option = option
    self.phrases = phrases
  }
}
