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
