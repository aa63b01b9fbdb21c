/// A condition, and what follows where it holds.
public struct Rule: Hashable, Sendable, Identifiable {
  /// The name it is referred to by.
  public var id: Identifier<Rule>
  /// When the rule holds, in the condition language.
  public var when: AuthoredText
  /// When it does not hold after all.
  public var unless: AuthoredText?
  /// The levels that it raises scales to, in the author's order.
  public var raises: [Raise]
  /// The reason, as a person reads it.
  public var because: AuthoredText
  /// The advice that it gives.
  public var advises: [Identifier<Advice>]
  /// What it rests on.
  public var sources: [Identifier<Citation>]

  /// Creates a rule.
  public init(
    id: Identifier<Rule>, when: AuthoredText, unless: AuthoredText? = nil, raises: [Raise] = [],
    because: AuthoredText, advises: [Identifier<Advice>] = [], sources: [Identifier<Citation>] = []
  ) {
    self.id = id
    self.when = when
    self.unless = unless
    self.raises = raises
    self.because = because
    self.advises = advises
    self.sources = sources
  }

  /// A scale and the level that it is raised to.
  public struct Raise: Hashable, Sendable {
    /// The scale that is raised.
    public var scale: Identifier<Scale>
    /// The level it is raised to, at least.
    public var level: Identifier<Scale.Level>

    /// Creates a raise.
    public init(_ scale: Identifier<Scale>, to level: Identifier<Scale.Level>) {
      self.scale = scale
      self.level = level
    }
  }
}
