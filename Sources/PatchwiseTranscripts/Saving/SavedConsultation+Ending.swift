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
    let stop = rowsSincePlan.lazy.filter { $0.hasPrefix(Mark.stopOpening) }.first
    return stop.flatMap { Moment($0.dropFirst(Mark.stopOpening.count)) }.map { .alarm(at: $0) }
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
      if row.hasPrefix(Mark.alarmOpening) {
        Moment(row.dropFirst(Mark.alarmOpening.count)).map { alarms.append($0) }
      } else if row == Mark.noAlarmLine {
        _ = alarms.popLast()
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
    /// The last one did not come of it, or was none.
    case noAlarm
    /// The plan was ended because of it.
    case stopped(at: Moment)

    static let alarmOpening = "# alarm at "
    static let noAlarmLine = "# no alarm"
    static let stopOpening = "# stopped at "

    /// The line that says so.
    var line: String {
      switch self {
      case .alarm(let moment): "\(Self.alarmOpening)\(moment)\n"
      case .noAlarm: "\(Self.noAlarmLine)\n"
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
