/// Names and phrases that stand on labels, sorted under tags.
public struct Lexicon: Hashable, Sendable, Identifiable {
  /// The name it is referred to by.
  public var id: Identifier<Lexicon>
  /// The tags, in the order of the author.
  public var tags: [Tag]

  /// Creates a lexicon.
  public init(id: Identifier<Lexicon>, tags: [Tag]) {
    self.id = id
    self.tags = tags
  }

  /// What some names or phrases have in common.
  public struct Tag: Hashable, Sendable, Identifiable {
    /// The name it is referred to by.
    public var id: Identifier<Question.Option>
    /// The tag as a person reads it.
    public var label: AuthoredText
    /// Whole names as they stand on labels; upper and lower case do not matter.
    public var names: [AuthoredText]
    /// What is found anywhere in a text, as whole words in this order; `…` stands for up to three words.
    public var phrases: [AuthoredText]

    /// Creates a tag.
    public init(
      id: Identifier<Question.Option>, label: AuthoredText, names: [AuthoredText] = [],
      phrases: [AuthoredText] = []
    ) {
      self.id = id
      self.label = label
      self.names = names
      self.phrases = phrases
    }
  }
}
