/// Where a statement comes from.
public struct Source: Hashable, Sendable, Identifiable {
  /// The name it is referred to by.
  public var id: Identifier<Source>
  /// The title as a person reads it.
  public var title: AuthoredText
  /// Who published it, or its authors.
  public var publisher: AuthoredText?
  /// The year of publication.
  public var year: Int?
  /// Where it can be found.
  public var address: AuthoredText?
  /// How strong it is.
  public var evidence: Evidence
  /// Whether the text itself was read.
  public var seen: Seen?
  /// When somebody last compared the knowledge with it.
  public var reviewed: Moment?
  /// When that is to be done again.
  public var reviewBy: Moment?
  /// What is to be known about it, such as how it was seen.
  public var note: AuthoredText?
  /// The single statements that are used of it.
  public var facts: [Fact]

  /// Creates a source.
  public init(
    id: Identifier<Source>, title: AuthoredText, publisher: AuthoredText? = nil, year: Int? = nil,
    address: AuthoredText? = nil, evidence: Evidence, seen: Seen? = nil, reviewed: Moment? = nil,
    reviewBy: Moment? = nil, note: AuthoredText? = nil, facts: [Fact] = []
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.year = year
    self.address = address
    self.evidence = evidence
    self.seen = seen
    self.reviewed = reviewed
    self.reviewBy = reviewBy
    self.note = note
    self.facts = facts
  }

  /// How strong a source is.
  public enum Evidence: String, Hashable, Sendable, CaseIterable {
    /// A public body says so, or the law.
    case regulator
    /// A professional body advises so.
    case guideline
    /// A review of studies.
    case review
    /// A single study.
    case trial
    /// The opinion of somebody who knows the subject.
    case expert
    /// A personal or commercial page.
    case personal
    /// A careful choice of the authors themselves.
    case editorial
  }

  /// Whether a text was read, is remembered, or the statement is our own choice.
  public enum Seen: String, Hashable, Sendable, CaseIterable {
    /// The text itself was read.
    case found
    /// It is remembered, and was not read again.
    case recalled
    /// It is the authors' own choice.
    case rule
  }

  /// A single statement of a source.
  public struct Fact: Hashable, Sendable, Identifiable {
    /// The name it is referred to by.
    public var id: Identifier<Fact>
    /// Whether the statement was read, is remembered, or is our own choice.
    public var seen: Seen

    /// Creates a fact.
    public init(id: Identifier<Fact>, seen: Seen) {
      self.id = id
      self.seen = seen
    }
  }
}
