/// A question that people ask about the subject, and its answer.
public struct Topic: Hashable, Sendable, Identifiable {
  /// The name it is referred to by.
  public var id: Identifier<Topic>
  /// The title as a person reads it.
  public var title: AuthoredText
  /// How people phrase it.
  public var askedAs: [AuthoredText]
  /// What the belief turns out to be, if the topic is one.
  public var verdict: Verdict?
  /// The answer in a few sentences.
  public var answer: AuthoredText
  /// What it rests on.
  public var sources: [Identifier<Citation>]

  /// Creates a topic.
  public init(
    id: Identifier<Topic>, title: AuthoredText, askedAs: [AuthoredText] = [],
    verdict: Verdict? = nil, answer: AuthoredText, sources: [Identifier<Citation>] = []
  ) {
    self.id = id
    self.title = title
    self.askedAs = askedAs
    self.verdict = verdict
    self.answer = answer
    self.sources = sources
  }

  /// What a belief turns out to be.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    case myth, reality, open
  }
}

/// Phrases that mean danger wherever they are typed.
public struct Alarm: Hashable, Sendable, Identifiable {
  /// The name it is referred to by.
  public var id: Identifier<Alarm>
  /// What is typed, as whole words in this order; `…` stands for up to three words in between.
  public var phrases: [AuthoredText]
  /// The levels that the alarm raises scales to.
  public var raises: [Rule.Raise]
  /// The advice that it gives.
  public var advises: [Identifier<Advice>]
  /// What it rests on.
  public var sources: [Identifier<Citation>]

  /// Creates an alarm.
  public init(
    id: Identifier<Alarm>, phrases: [AuthoredText], raises: [Rule.Raise],
    advises: [Identifier<Advice>] = [], sources: [Identifier<Citation>] = []
  ) {
    self.id = id
    self.phrases = phrases
    self.raises = raises
    self.advises = advises
    self.sources = sources
  }
}

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
