/// Phrases that mean danger wherever they are typed.
public struct Alarm: Hashable, Sendable, Identifiable {
  /// The name it is referred to by.
  public var id: Identifier<Alarm>
  /// What is typed, as whole words in this order; `…` stands for up to three words in between.
  ///
  /// All of what ` & ` joins has to be in the line, in whatever order, and one of what ` | ` joins.
  public var phrases: [AuthoredText]
  /// What may mean it, written like phrases: the person is asked whether it is happening.
  ///
  /// Where one stands in a line, a phrase that has no word but its words is asked about, too.
  public var doubtful: [AuthoredText]
  /// The levels that the alarm raises scales to.
  public var raises: [Rule.Raise]
  /// The advice that it gives.
  public var advises: [Identifier<Advice>]
  /// What it rests on.
  public var sources: [Identifier<Citation>]

  /// Creates an alarm.
  public init(
    id: Identifier<Alarm>, phrases: [AuthoredText], doubtful: [AuthoredText] = [],
    raises: [Rule.Raise], advises: [Identifier<Advice>] = [],
    sources: [Identifier<Citation>] = []
  ) {
    self.id = id
    self.phrases = phrases
    self.doubtful = doubtful
    self.raises = raises
    self.advises = advises
    self.sources = sources
  }
}
