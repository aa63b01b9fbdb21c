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
    case general
    /// What to do instead.
    case instead
    case scale(Identifier<Scale>)
  }
}

/// A course of days with steps and readings, such as a test protocol.
public struct Plan: Hashable, Sendable, Identifiable {
  /// The name it is referred to by.
  public var id: Identifier<Plan>
  /// The title as a person reads it.
  public var title: AuthoredText
  /// What to do, in order.
  public var steps: [Step]
  /// What is read, in order of time.
  public var readings: [Reading]
  /// What ends the plan at once.
  public var stopSigns: [AuthoredText]
  /// From the first step to the last.
  public var lasts: TimeSpan?
  /// How long to keep looking afterwards.
  public var watch: TimeSpan?
  /// What follows.
  public var then: AuthoredText?
  /// What it rests on.
  public var sources: [Identifier<Citation>]

  /// Creates a plan.
  public init(
    id: Identifier<Plan>, title: AuthoredText, steps: [Step] = [], readings: [Reading] = [],
    stopSigns: [AuthoredText] = [], lasts: TimeSpan? = nil, watch: TimeSpan? = nil,
    then: AuthoredText? = nil, sources: [Identifier<Citation>] = []
  ) {
    self.id = id
    self.title = title
    self.steps = steps
    self.readings = readings
    self.stopSigns = stopSigns
    self.lasts = lasts
    self.watch = watch
    self.then = then
    self.sources = sources
  }

  /// Something to do in the course of a plan.
  public struct Step: Hashable, Sendable {
    /// What to do, as a person reads it.
    public var text: AuthoredText
    /// What it rests on.
    public var sources: [Identifier<Citation>]

    /// Creates a step.
    public init(_ text: AuthoredText, sources: [Identifier<Citation>] = []) {
      self.text = text
      self.sources = sources
    }
  }

  /// A look at the result, at a stated time.
  public struct Reading: Hashable, Sendable, Identifiable {
    /// The name it is referred to by.
    public var id: Identifier<Reading>
    /// After the first step.
    public var at: TimeSpan
    /// How much later it may still be read.
    public var within: TimeSpan?
    /// What it looks for.
    public var lookFor: [AuthoredText]
    /// What it rests on.
    public var sources: [Identifier<Citation>]

    /// Creates a reading.
    public init(
      id: Identifier<Reading>, at: TimeSpan, within: TimeSpan? = nil, lookFor: [AuthoredText] = [],
      sources: [Identifier<Citation>] = []
    ) {
      self.id = id
      self.at = at
      self.within = within
      self.lookFor = lookFor
      self.sources = sources
    }
  }
}
