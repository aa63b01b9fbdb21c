/// A plan on a calendar: when each of its readings is due, and which were taken in time.
///
/// Its moments are those of the person's own wall clock, so that nothing moves when the clock is put forward
/// or back by an hour.
public struct Course: Hashable, Sendable {
  /// The plan.
  public let plan: Plan
  /// When its first step was done.
  public let began: Moment
  /// When something was looked at, in order.
  public let looks: [Moment]
  /// From when on to look once more, because of what was seen at a look, in order.
  public let calls: [Moment]
  /// When it came to what it was for, which is its end; nothing if it did not yet.
  public let reached: Moment?

  /// Creates a course.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - began: When its first step was done.
  ///   - looks: When something was looked at, in whatever order.
  ///   - calls: From when on to look once more, because of what was seen at a look, in whatever order.
  ///   - reached: When it came to what it was for.
  public init(
    _ plan: Plan, began: Moment, looks: [Moment] = [], calls: [Moment] = [], reached: Moment? = nil
  ) {
    self.plan = plan
    self.began = began
    self.looks = looks.sorted()
    self.calls = calls.sorted()
    self.reached = reached
  }

  /// One reading of the plan on the calendar.
  public struct Turn: Hashable, Sendable {
    /// What is looked for, and when.
    public let reading: Plan.Reading
    /// From when on it is in time.
    public let opens: Moment
    /// Until when it is in time.
    public let closes: Moment
    /// What became of it.
    public let state: State
  }

  /// What became of a reading.
  public enum State: Hashable, Sendable {
    /// It is not due yet.
    case coming
    /// It is due now.
    case due
    /// It was taken in time.
    case taken(at: Moment)
    /// It was taken too late, but before the next one was due.
    case late(at: Moment)
    /// It was not taken before the next one was due, or before the watching was over.
    case missed
    /// Its time is over, and it can still be taken late.
    case overdue
  }

  /// The readings, in order of time, as they stand at a moment.
  ///
  /// A look counts for the last reading that was due by then; what comes before the first one counts for
  /// none. A reading without `within` may be taken until the next one is due.
  ///
  /// - Parameter now: What the clock says.
  /// - Returns: A turn for each reading of the plan; where it came to what it was for, for those until then.
  /// - Complexity: Proportional to the number of readings times that of looks.
  public func turns(at now: Moment) -> [Turn] {
    let readings = plan.readings.filter { began + $0.at <= reached ?? began + $0.at }
      .sorted { $0.at < $1.at }
    return readings.indices.map { place in
      let reading = readings[place]
      let opens = began + reading.at
      let next = place + 1 < readings.count ? began + readings[place + 1].at : ends
      let closes = min(reading.within.map { opens + $0 } ?? next, next)
      return Turn(
        reading: reading, opens: opens, closes: closes,
        state: state(opens, closes, before: next, at: now))
    }
  }

  private func state(_ opens: Moment, _ closes: Moment, before next: Moment, at now: Moment)
    -> State
  {
    let look = looks.first {
      $0 >= opens && $0 < max(next, closes + TimeSpan(seconds: 1)) && $0 <= now
    }
    if let look { return look <= closes ? .taken(at: look) : .late(at: look) }
    if now < opens { return .coming }
    if now <= closes { return .due }
    return now < next ? .overdue : .missed
  }

  /// A step that is done again and again.
  public struct Round: Hashable, Sendable {
    /// What to do.
    public let step: Plan.Step
    /// After how long it is done again.
    public let every: TimeSpan
    /// When it is done for the first time.
    public let first: Moment
    /// When it is done for the last time.
    public let last: Moment
  }

  /// The steps that are done again and again, from the beginning until before the last step is done.
  public var rounds: [Round] {
    plan.steps.compactMap { step in
      guard let every = step.every, every.seconds > 0, lastStep > began else { return nil }
      let times = ((lastStep - began).seconds - 1) / every.seconds
      let last = began + TimeSpan(seconds: times * every.seconds)
      return Round(step: step, every: every, first: began, last: last)
    }
  }

  /// When the last step is done.
  public var lastStep: Moment {
    let last = plan.readings.map(\.at).max() ?? TimeSpan(seconds: 0)
    let planned = began + max(plan.lasts ?? last, last)
    return min(planned, reached ?? planned)
  }

  /// When the last step was done and the watching after it is over, or when it came to what it was for.
  public var ends: Moment { reached ?? lastStep + (plan.watch ?? TimeSpan(seconds: 0)) }

  /// The reading that is to be taken now, if one is; where only another look is called for, until when it is
  /// late is not told.
  public func due(at now: Moment) -> Turn? {
    turns(at: now).last { $0.state == .due || $0.state == .overdue }
      ?? anotherLook(at: now).flatMap { $0.state == .due ? $0 : nil }
  }

  /// The next reading that is not due yet, or another look before it.
  public func next(at now: Moment) -> Turn? {
    let next = turns(at: now).first { $0.state == .coming }
    guard let another = anotherLook(at: now), another.state == .coming else { return next }
    return next.map { $0.opens <= another.opens ? $0 : another } ?? another
  }

  /// The look that the last one called for.
  private func anotherLook(at now: Moment) -> Turn? {
    guard reached == nil, let call = calls.last, !looks.contains(where: { $0 >= call }) else {
      return nil
    }
    return Turn(
      reading: Plan.Reading(id: "again", at: call - began), opens: call, closes: max(call, ends),
      state: now < call ? .coming : .due)
  }

  /// Whether a look that one called for was not taken in time: within as long again as it was to be waited for.
  private func hasMissedCall(at now: Moment) -> Bool {
    guard let after = plan.followUp?.again?.after else { return false }
    return calls.contains { call in
      !looks.contains { $0 >= call && $0 <= call + after } && now > call + after
    }
  }

  /// Which day it is, from 1 on; below 1 before it began.
  public func day(at now: Moment) -> Int {
    let days = (now.startOfDay - began.startOfDay).seconds / 86_400
    return days + 1
  }

  /// What is known of it at a moment, as answers to the questions of its follow-up.
  ///
  /// - Parameters:
  ///   - now: What the clock says, when a reading is taken.
  ///   - knowledge: The knowledge base that the plan is from.
  /// - Returns: What its plan says from the start and of the days it is in, how long ago it began or its last
  ///   step was done, and which readings were late or missed; nothing of what the plan does not name.
  public func answers(
    at now: Moment, in knowledge: KnowledgeBase
  ) -> [Identifier<Question>: Answer] {
    guard let followUp = plan.followUp else { return [:] }
    var answers: [Identifier<Question>: Answer] = [:]
    var choices = followUp.answers
    if now < lastStep {
      choices += followUp.duringSteps
      if let since = followUp.since, now >= began { answers[since] = .duration(now - began) }
    } else if now < ends {
      choices += followUp.duringWatch
      if let since = followUp.sinceSteps { answers[since] = .duration(now - lastStep) }
    }
    let states = turns(at: now).map(\.state)
    choices += states.contains(where: \.isLate) ? followUp.late : []
    choices += states.contains(.missed) || hasMissedCall(at: now) ? followUp.missed : []
    choices += calls.isEmpty ? [] : followUp.again?.answers ?? []
    return answers.merging(knowledge.answers(choices)) { $1 }
  }
}

extension KnowledgeBase {
  /// The answers that some choices come to; those of one question that takes several are one answer.
  package func answers(_ choices: [Plan.FollowUp.Choice]) -> [Identifier<Question>: Answer] {
    var answers: [Identifier<Question>: Answer] = [:]
    for choice in choices {
      guard let question = question(choice.question) else { continue }
      let before = answers[question.id]?.options ?? []
      answers[question.id] =
        question.domain.takesSeveral
        ? .options((before + [choice.option]).withoutRepeats()) : .option(choice.option)
    }
    return answers
  }
}

extension Course.State {
  /// Whether a reading was taken late, or would be if it were taken now.
  fileprivate var isLate: Bool {
    switch self {
    case .late, .overdue: true
    case .coming, .due, .taken, .missed: false
    }
  }
}
