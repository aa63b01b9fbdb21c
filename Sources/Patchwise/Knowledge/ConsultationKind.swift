/// What a person can come for: the questions that may be asked, and the scales that are decided.
public struct ConsultationKind: Hashable, Sendable, Identifiable {
  /// The name it is referred to by.
  public var id: Identifier<ConsultationKind>
  /// The title as a person reads it.
  public var title: AuthoredText
  /// Other words for it.
  public var also: [AuthoredText]
  /// Sentences of their own by which people may mean it, written like the phrases of an alarm.
  ///
  /// The person is asked whether it is meant.
  public var hints: [AuthoredText]
  /// In the order in which they are asked; a question outside them does not apply.
  public var sections: [Identifier<Question.Section>]
  /// The scales it decides, in the order in which they are told.
  public var decides: [Identifier<Scale>]

  /// Creates a kind of consultation.
  public init(
    id: Identifier<ConsultationKind>, title: AuthoredText, also: [AuthoredText] = [],
    hints: [AuthoredText] = [], sections: [Identifier<Question.Section>],
    decides: [Identifier<Scale>]
  ) {
    self.id = id
    self.title = title
    self.also = also
    self.hints = hints
    self.sections = sections
    self.decides = decides
  }
}
