extension Question {
  /// A group of questions that belong together.
  public struct Section: Hashable, Sendable, Identifiable {
    /// The name it is referred to by.
    public var id: Identifier<Section>
    /// The title as a person reads it.
    public var title: AuthoredText?
    /// In the order in which they are asked.
    public var questions: [Identifier<Question>]

    /// Creates a section.
    public init(
      id: Identifier<Section>, title: AuthoredText? = nil, questions: [Identifier<Question>]
    ) {
      self.id = id
      self.title = title
      self.questions = questions
    }
  }
}
