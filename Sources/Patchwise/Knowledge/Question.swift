/// Something a person is asked, and the values an answer can have.
public struct Question: Hashable, Sendable, Identifiable {
  /// The name it is referred to by.
  public var id: Identifier<Question>
  /// The question as it is put to the person.
  public var ask: AuthoredText
  /// A few words that name the question in lists.
  public var short: AuthoredText?
  /// The values an answer can have.
  public var domain: Domain
  /// The end of its range or ordered options towards which no answer may ever make advice milder.
  ///
  /// Nothing is promised without it, nor where the values have no order.
  public var cautiousEnd: End?
  /// What *not sure* means here.
  public var unsure: UnsurePolicy
  /// Other words for *none*, where several options can be chosen.
  public var noneWords: [AuthoredText]
  /// The question in plainer words, for who is not sure; only a second *not sure* is then taken.
  public var plainer: AuthoredText?
  /// When the question applies, in the condition language; always, if there is none.
  public var askedWhen: AuthoredText?
  /// What happens while only answers of *not sure* leave open whether it applies.
  public var inDoubt: InDoubt
  /// Why it is asked.
  public var why: AuthoredText?
  /// A longer hint on how to answer.
  public var help: AuthoredText?
  /// Whether the answer can ever become another one.
  public var changes: Change?
  /// What it rests on.
  public var sources: [Identifier<Citation>]

  /// Creates a question; what is left out has the meaning of a key left out in a file.
  public init(
    id: Identifier<Question>, ask: AuthoredText, short: AuthoredText? = nil, domain: Domain,
    cautiousEnd: End? = nil, unsure: UnsurePolicy = .any, noneWords: [AuthoredText] = [],
    plainer: AuthoredText? = nil,
    askedWhen: AuthoredText? = nil, inDoubt: InDoubt = .ask, why: AuthoredText? = nil,
    help: AuthoredText? = nil, changes: Change? = nil, sources: [Identifier<Citation>] = []
  ) {
    self.id = id
    self.ask = ask
    self.short = short
    self.domain = domain
    self.cautiousEnd = cautiousEnd
    self.unsure = unsure
    self.noneWords = noneWords
    self.plainer = plainer
    self.askedWhen = askedWhen
    self.inDoubt = inDoubt
    self.why = why
    self.help = help
    self.changes = changes
    self.sources = sources
  }

  /// The words that name the question in lists; its id if the author gave none.
  public var name: String {
    short?.string ?? id.name.split(separator: "-").joined(separator: " ")
  }

  /// The closed set of values an answer can have.
  public enum Domain: Hashable, Sendable {
    /// One of some options; in their order from low to high if they are ordered.
    case one([Option], ordered: Bool)
    /// Any set of some options, the empty one included.
    case any([Option])
    /// Yes or no.
    case yesNo
    /// A number in a range that includes both ends, in a unit that has a name but no meaning here.
    case number(ClosedRange<Double>, unit: AuthoredText?)
    /// A length of time in a range that includes both ends.
    case duration(ClosedRange<TimeSpan>)
    /// A calendar day.
    case date
    /// The set of tags that lexicons find in a list of ingredients.
    case ingredients([Identifier<Lexicon>])

    /// Whether an answer is a set of options.
    public var takesSeveral: Bool {
      switch self {
      case .any, .ingredients: true
      case .one, .yesNo, .number, .duration, .date: false
      }
    }
  }

  /// One of the answers that a question offers.
  public struct Option: Hashable, Sendable, Identifiable {
    /// The name it is referred to by.
    public var id: Identifier<Option>
    /// The option as a person reads it.
    public var label: AuthoredText
    /// Other words that a person may use for it.
    public var also: [AuthoredText]
    /// A hint that is shown with it on request.
    public var help: AuthoredText?
    /// Whether choosing it must never make advice milder.
    public var isWarning: Bool

    /// Creates an option.
    public init(
      id: Identifier<Option>, label: AuthoredText, also: [AuthoredText] = [],
      help: AuthoredText? = nil, isWarning: Bool = false
    ) {
      self.id = id
      self.label = label
      self.also = also
      self.help = help
      self.isWarning = isWarning
    }
  }

  /// One of the two ends of ordered options or of a range, as they are declared.
  public enum End: String, Hashable, Sendable, CaseIterable {
    /// The first option, or the low end of the range.
    case first
    /// The last option, or the high end of the range.
    case last
  }

  /// What *not sure* means at a question.
  public enum UnsurePolicy: Hashable, Sendable {
    /// It stands for every possible value.
    case any
    /// It counts as one option at once.
    case option(Identifier<Option>)
    /// It is not accepted.
    case refused
  }

  /// Whether a question is put to somebody who is not sure of what it follows from.
  public enum InDoubt: String, Hashable, Sendable, CaseIterable {
    /// It is asked.
    case ask
    /// It is left out and counts as *not sure* as well.
    case skip
  }

  /// Whether and how an answer can change.
  public enum Change: String, Hashable, Sendable, CaseIterable {
    /// It stays as it is.
    case never
    /// Waiting can change it.
    case inTime = "in time"
    /// The person can change it.
    case byChoice = "by choice"
  }
}
