package import Patchwise

// What is recommended, what it rests on, and how a plan goes on.
extension Phrasing {
  // MARK: The recommendation

  static func plan(_ title: String) -> String { "How: \(title)" }
  static func lasts(_ span: TimeSpan) -> String { "It takes \(span)." }
  static func watch(_ span: TimeSpan) -> String { "Keep watching for \(span) after the last time." }
  static func reading(_ span: TimeSpan, lookingFor signs: [String]) -> String {
    "After \(span): \(signs.map(sentence).joined(separator: " "))"
  }
  static let gap = "I can't say anything about this with what I know."
  static let otherwise = "Nothing in your answers asks for more care than this."
  static func possible(_ reason: String) -> String {
    "You weren't sure, so it may apply: \(reason)"
  }
  static func possibleAdvice(_ advice: String) -> String { "If it applies to you: \(advice)" }
  static func unsureMatters(_ question: String, _ changes: [String]) -> String {
    changes.isEmpty
      ? "\(question): knowing this might change the answer."
      : "\(question): knowing this could change the answer (\(changes.joined(separator: "; ")))."
  }
  static func unsureChange(_ scale: String, _ level: String) -> String { "\(scale) → \(level)" }
  static func unsureNoMatter(_ questions: [String]) -> String {
    questions.count == 1
      ? "\(questions[0]): knowing this alone would not change the answer."
      : "\(list(questions, "and")): knowing only one of these would not change the answer."
  }
  static func morePossible(_ count: Int) -> String {
    count == 1
      ? "One more reason may apply. \"explain\" shows it."
      : "\(count) more reasons may apply. \"explain\" shows them."
  }

  // MARK: Sources

  static func citation(_ citation: Citation) -> String {
    let source = citation.source
    let who = source.publisher?.string ?? source.title.string
    let parts = [who, source.year.map(String.init), evidence(source.evidence)].compactMap { $0 }
    return parts.joined(separator: ", ")
  }

  static func evidence(_ evidence: Source.Evidence) -> String {
    switch evidence {
    case .regulator: "official body"
    case .guideline: "professional guidance"
    case .review: "review of studies"
    case .trial: "study"
    case .expert: "expert opinion"
    case .personal: "personal or trade page"
    case .editorial: "our own careful choice"
    }
  }

  static func seen(_ seen: Source.Seen) -> String {
    switch seen {
    case .found: "read"
    case .recalled: "from memory, not read again"
    case .rule: "our own choice"
    }
  }

  static let noSources = "Nothing has been said yet that rests on a source."

  // MARK: Courses

  static func turn(_ state: Course.State, closes: Moment) -> String {
    switch state {
    case .taken: done
    case .late: "\(done), but \(late)"
    case .missed: missed
    case .due: "\(dueNow), until \(wallClock(closes))"
    case .overdue: "\(dueNow), but \(late)"
    case .coming: stillToCome
    }
  }
  static let done = "done"
  static let late = "late"
  static let missed = "missed"
  static let dueNow = "due now"
  static let stillToCome = "still to come"
  static func onDay(_ day: Int, _ moment: Moment) -> String {
    day < 1 ? wallClock(moment) : "Day \(day), \(wallClock(moment))"
  }
  static func youAreHere(_ place: String) -> String { "You are here: \(place)" }
  static func round(_ step: String, every: TimeSpan, last: Moment) -> String {
    "Every \(every) until \(wallClock(last)): \(step)"
  }
  static let watchingEnds = "the watching is over"
  static func legend(_ signs: [(sign: String, meaning: String)]) -> String {
    signs.map { "\($0.sign) \($0.meaning)" }.joined(separator: ", ")
  }

  /// A moment as a person reads it, such as `Thu 26 Nov 20:15`.
  package static func wallClock(_ moment: Moment) -> String {
    let (_, month, day) = moment.date
    return "\(weekdays[moment.weekday]) \(day) \(months[month - 1]) \(moment.description.suffix(5))"
  }
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
