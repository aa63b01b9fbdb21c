public import Patchwise

// What has ended a plan, or may have.
extension SavedConsultation {
  /// What has ended a plan before its time.
  public enum Ending: Hashable, Sendable {
    /// A level that ends it was reached, at a reading or between two; with all levels that were, and when
    /// that was begun to be told.
    case reached([Transcript.Expectation], began: Moment?)
    /// An alarm that was said to have come of it.
    case alarm(at: Moment)
  }

  /// What has ended a plan since it was begun; nothing if nothing has.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - knowledge: The knowledge base that it is from.
  /// - Returns: What ended it first; a consultation that broke off counts with what it had come to at least.
  public func ending(of plan: Plan, in knowledge: KnowledgeBase) -> Ending? {
    let ending = Self.held(in: rowsSincePlan).first {
      Self.reaches(plan.followUp?.ends ?? [], $0.outcome + $0.floors, in: knowledge)
    }
    if let ending { return .reached(ending.outcome + ending.floors, began: ending.began) }
    return rowsSincePlan.lazy.compactMap { row in
      if case .stopped(let moment)? = Mark(row) { .alarm(at: moment) } else { nil }
    }.first
  }

  /// Whether the consultation that was begun last between two readings broke off.
  public func breaksOff(between plan: Plan) -> Bool {
    guard let between = plan.followUp?.between, let last = Self.held(in: rowsSincePlan).last else {
      return false
    }
    return last.kind == between.consultation.name && last.outcome.isEmpty
  }

  /// When alarms were sounded since the plan was begun, or at all if none was, of which nobody has said yet
  /// whether they came of it; oldest first.
  public var openAlarms: [Moment] {
    var alarms: [Moment] = []
    for row in beginning == nil ? rows[...] : rowsSincePlan {
      switch Mark(row) {
      case .alarm(let moment): alarms.append(moment)
      case .noAlarm(let moment):
        if let place = alarms.lastIndex(where: { $0 == moment ?? $0 }) { alarms.remove(at: place) }
      case .stopped, nil: break
      }
    }
    return alarms
  }

  /// The last alarm of which nobody has said yet whether it came of the plan.
  public var openAlarm: Moment? { openAlarms.last }

  /// What a plan has to do with an alarm.
  public enum Mark: Hashable, Sendable {
    /// One was sounded that may have come of it.
    case alarm(at: Moment)
    /// The one of then did not come of it, or was none; where nothing says which, the last one.
    case noAlarm(at: Moment? = nil)
    /// The plan was ended because of it.
    case stopped(at: Moment)

    static let alarmOpening = "# alarm at "
    static let noAlarmLine = "# no alarm"
    static let stopOpening = "# stopped at "

    /// Reads the line that says so, without its end; nothing if it is none.
    public init?(_ line: some StringProtocol) {
      let moment = { (opening: String) in
        line.hasPrefix(opening) ? Moment(line.dropFirst(opening.count)) : nil
      }
      if let alarm = moment(Self.alarmOpening) {
        self = .alarm(at: alarm)
      } else if let stop = moment(Self.stopOpening) {
        self = .stopped(at: stop)
      } else if line == Self.noAlarmLine {
        self = .noAlarm()
      } else if let alarm = moment("\(Self.noAlarmLine) at ") {
        self = .noAlarm(at: alarm)
      } else {
        return nil
      }
    }

    /// The line that says so, with its end.
    public var line: String {
      switch self {
      case .alarm(let moment): "\(Self.alarmOpening)\(moment)\n"
      case .noAlarm(let moment):
        "\(Self.noAlarmLine)\(moment.map { " at \($0)" } ?? "")\n"
      case .stopped(let moment): "\(Self.stopOpening)\(moment)\n"
      }
    }
  }
}

extension SavedConsultation.Writer {
  /// Returns the piece that says what a plan has to do with an alarm.
  public mutating func piece(for mark: SavedConsultation.Mark) -> String {
    sealed("\n\(mark.line)")
  }
}
