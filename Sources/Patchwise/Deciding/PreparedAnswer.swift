/// An answer to a question that was checked and looked up, to be given as often as one likes.
///
/// It is good for all that decides by the same kind of consultation of the same knowledge base.
public struct PreparedAnswer: Hashable, Sendable {
  /// The place of the question.
  let question: Int
  let value: DecisionInput.Value
}
