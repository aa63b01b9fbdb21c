/// Something to do, given by the rules that name it.
public struct Advice: Hashable, Sendable, Identifiable {
  /// The name it is referred to by.
  public var id: Identifier<Advice>
  /// What to do, as a person reads it.
  public var say: AuthoredText
  /// What it is listed under.
  public var place: Place
  /// The recommended levels beside which it is told; always, if there are none.
  ///
  /// Whether the advice is given does not depend on it.
  public var onlyAt: [Limit]
  /// Lower comes first.
  public var order: Int
  /// What it rests on.
  public var sources: [Identifier<Citation>]

  /// The order of advice for which the author gave none.
  public static let defaultOrder = 100

  /// Creates a piece of advice.
  public init(
    id: Identifier<Advice>, say: AuthoredText, place: Place = .general, onlyAt: [Limit] = [],
    order: Int = Advice.defaultOrder, sources: [Identifier<Citation>] = []
  ) {
    self.id = id
    self.say = say
    self.place = place
    self.onlyAt = onlyAt
    self.order = order
    self.sources = sources
  }

  /// Some levels of a scale, one of which has to be recommended.
  public struct Limit: Hashable, Sendable {
    /// The scale.
    public var scale: Identifier<Scale>
    /// Its levels.
    public var levels: [Identifier<Scale.Level>]

    /// Creates a limit.
    public init(_ scale: Identifier<Scale>, to levels: [Identifier<Scale.Level>]) {
      self.scale = scale
      self.levels = levels
    }
  }

  /// The part of a recommendation that advice belongs to.
  public enum Place: Hashable, Sendable {
    /// What is good to know besides.
    case general
    /// What to do instead.
    case instead
    /// What belongs to one scale; if that is not decided, it is told with the general advice.
    case scale(Identifier<Scale>)
  }
}
