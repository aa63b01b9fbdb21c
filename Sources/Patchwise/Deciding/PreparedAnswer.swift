/// An answer to a question that was checked and looked up, to be given as often as one likes.
///
/// It is good for all that decides by the same kind of consultation of the same knowledge base.
public struct PreparedAnswer: Hashable, Sendable {
  let value: DecisionInput.Value
  // Behind the value there is room for it.
  private let place: UInt32

  init(question: Int, value: DecisionInput.Value) {
    place = UInt32(question)
    self.value = value
  }

  /// The place of its question.
  var question: Int { Int(place) }
}
