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
  /// The consultation in which its readings are taken.
  public var followUp: FollowUp?
  /// What it rests on.
  public var sources: [Identifier<Citation>]

  /// Creates a plan.
  public init(
    id: Identifier<Plan>, title: AuthoredText, steps: [Step] = [], readings: [Reading] = [],
    stopSigns: [AuthoredText] = [], lasts: TimeSpan? = nil, watch: TimeSpan? = nil,
    then: AuthoredText? = nil, followUp: FollowUp? = nil, sources: [Identifier<Citation>] = []
  ) {
    self.id = id
    self.title = title
    self.steps = steps
    self.readings = readings
    self.stopSigns = stopSigns
    self.lasts = lasts
    self.watch = watch
    self.then = then
    self.followUp = followUp
    self.sources = sources
  }

  /// The consultation in which readings are taken, and what of it the plan knows.
  public struct FollowUp: Hashable, Sendable {
    /// The kind of consultation.
    public var consultation: Identifier<ConsultationKind>
    /// What is known from the start.
    public var answers: [Choice]
    /// The question that the time since the first step answers, while steps are done.
    public var since: Identifier<Question>?
    /// What is so while steps are done.
    public var duringSteps: [Choice]
    /// What is so while the spot is watched after the last step.
    public var duringWatch: [Choice]
    /// The question that the time since the last step answers, while it is watched.
    public var sinceSteps: Identifier<Question>?
    /// What is so after a reading that was late.
    public var late: [Choice]
    /// What is so after a reading that was missed.
    public var missed: [Choice]
    /// The levels from which on the plan has failed and is over.
    public var ends: [Rule.Raise]
    /// The levels with which the plan has come to what it was for, so that nothing of it is to come.
    public var reaches: [Rule.Raise]
    /// What is so for good once the plan was ended so; later consultations ask whether it is.
    public var learnt: [Choice]
    /// The questions whose answers are compared with later ones once the plan was ended so.
    public var compares: [Identifier<Question>]
    /// What calls for another look soon.
    public var again: Again?
    /// The consultation about what happens between two readings.
    public var between: Between?

    /// Creates a follow-up.
    public init(
      _ consultation: Identifier<ConsultationKind>, answers: [Choice] = [],
      since: Identifier<Question>? = nil, duringSteps: [Choice] = [], duringWatch: [Choice] = [],
      sinceSteps: Identifier<Question>? = nil, late: [Choice] = [], missed: [Choice] = [],
      ends: [Rule.Raise] = [], reaches: [Rule.Raise] = [], learnt: [Choice] = [],
      compares: [Identifier<Question>] = [], again: Again? = nil,
      between: Between? = nil
    ) {
      self.consultation = consultation
      self.answers = answers
      self.since = since
      self.duringSteps = duringSteps
      self.duringWatch = duringWatch
      self.sinceSteps = sinceSteps
      self.late = late
      self.missed = missed
      self.ends = ends
      self.reaches = reaches
      self.learnt = learnt
      self.compares = compares
      self.again = again
      self.between = between
    }

    /// What calls for another look soon, beside the readings of the plan.
    public struct Again: Hashable, Sendable {
      /// How long after a look.
      public var after: TimeSpan
      /// The levels that call for it when one of them is reached.
      public var from: [Rule.Raise]
      /// What is so from then on.
      public var answers: [Choice]

      /// Creates what calls for another look.
      public init(after: TimeSpan, from: [Rule.Raise], answers: [Choice] = []) {
        self.after = after
        self.from = from
        self.answers = answers
      }
    }

    /// The consultation about what happens between two readings, and what the plan knows of it.
    public struct Between: Hashable, Sendable {
      /// The kind of consultation.
      public var consultation: Identifier<ConsultationKind>
      /// What is known from the start.
      public var answers: [Choice]

      /// Creates the consultation about what happens between two readings.
      public init(_ consultation: Identifier<ConsultationKind>, answers: [Choice] = []) {
        self.consultation = consultation
        self.answers = answers
      }
    }

    /// An option of a question.
    public struct Choice: Hashable, Sendable {
      /// The question.
      public var question: Identifier<Question>
      /// The option.
      public var option: Identifier<Question.Option>

      /// Creates a choice.
      public init(_ question: Identifier<Question>, _ option: Identifier<Question.Option>) {
        self.question = question
        self.option = option
      }
    }
  }

  /// Something to do in the course of a plan.
  public struct Step: Hashable, Sendable {
    /// What to do, as a person reads it.
    public var text: AuthoredText
    /// After how long it is done again, until the last step; whole days, or a part of a day that fits into it
    /// some number of times.
    public var every: TimeSpan?
    /// What it rests on.
    public var sources: [Identifier<Citation>]

    /// Creates a step.
    public init(
      _ text: AuthoredText, every: TimeSpan? = nil, sources: [Identifier<Citation>] = []
    ) {
      self.text = text
      self.every = every
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
