import Patchwise
import PatchwiseDialogue
import PatchwiseTranscripts

/// A plan that is being followed, in a saved consultation.
struct RunningCourse {
  /// The number of the consultation.
  let number: Int
  let saved: SavedConsultation
  let course: Course

  /// Returns the plans that are being followed in a store, and not over.
  ///
  /// - Throws: `FileProblem` if the store can't be read.
  static func all(
    in store: Store, of knowledge: KnowledgeBase, at now: Moment
  ) throws(FileProblem) -> [RunningCourse] {
    var running: [RunningCourse] = []
    for number in try store.numbers() {
      let saved = try store.read(number)
      guard saved.successor == nil, let course = saved.course(in: knowledge),
        !saved.hasEnded(course.plan, in: knowledge), now <= course.ends + afterwards
      else { continue }
      running.append(RunningCourse(number: number, saved: saved, course: course))
    }
    return running
  }

  /// Whether nothing of it is still to come, though what follows it may be read.
  func isOver(at now: Moment) -> Bool { now > course.ends }

  /// Returns the plan of a consultation; where none is named, one that is due, or the last one.
  ///
  /// - Throws: `FileProblem` if there is none, or if the store can't be read.
  static func chosen(
    _ number: Int?, in store: Store, of knowledge: KnowledgeBase, at now: Moment
  ) throws(FileProblem) -> RunningCourse {
    let running = try all(in: store, of: knowledge, at: now)
    let chosen =
      number.map { number in running.first { $0.number == number } }
      ?? running.first { $0.course.due(at: now) != nil } ?? running.last
    if let chosen { return chosen }
    let which = number.map { "Consultation \($0) follows no plan" } ?? "No plan is being followed"
    throw FileProblem("\(which). 'patchwise begin' begins one")
  }

  /// How long after its end a plan can still be read, as what follows it may be.
  private static let afterwards = TimeSpan(seconds: 60 * 86_400)

  /// What it is called: by the first note if there is one.
  var name: String { saved.beginning?.notes.first ?? course.plan.title.string }

  /// Says in a line or two what is due, or what comes next.
  func text(at now: Moment) -> String {
    let count = course.looks.count
    let done =
      count == 0 ? "nothing read yet" : count == 1 ? "1 reading so far" : "\(count) readings so far"
    let what =
      if course.day(at: now) < 1 {
        "begins \(Phrasing.wallClock(course.began))"
      } else if let due = course.due(at: now) {
        due.state == .overdue
          ? "the look that was due until \(Phrasing.wallClock(due.closes)) is late; look now"
          : "time to look"
      } else if let next = course.next(at: now) {
        "next look \(Phrasing.wallClock(next.opens))"
      } else if now > course.ends {
        "its days are over; 'patchwise follow-up \(number)' reads what comes after"
      } else {
        "watch it until \(Phrasing.wallClock(course.ends))"
      }
    return "Day \(max(1, course.day(at: now))) of \"\(name)\": \(what) (\(done))."
  }
}
