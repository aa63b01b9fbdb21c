import Patchwise
import PatchwiseTranscripts

/// A plan that is being followed, in a saved consultation.
struct RunningCourse {
  /// The number of the consultation.
  let number: Int
  let saved: SavedConsultation
  let course: Course
  let beginning: SavedConsultation.Beginning

  /// Returns the plans that are being followed in a store, and not over.
  ///
  /// - Throws: `FileProblem` if the store can't be read.
  static func all(
    in store: Store, of knowledge: KnowledgeBase, at now: Moment
  ) throws(FileProblem) -> [RunningCourse] {
    var running: [RunningCourse] = []
    for number in try store.numbers() {
      let saved = try store.read(number)
      guard let course = saved.course(in: knowledge), let beginning = saved.beginning,
        !saved.hasEnded(course.plan, in: knowledge), now <= course.ends
      else { continue }
      running.append(
        RunningCourse(number: number, saved: saved, course: course, beginning: beginning))
    }
    return running
  }

  /// What it is called: by the first note if there is one.
  var name: String { beginning.notes.first ?? course.plan.title.string }

  /// Says in a line or two what is due, or what comes next.
  func text(at now: Moment) -> String {
    let count = course.looks.count
    let done =
      count == 0 ? "nothing read yet" : count == 1 ? "1 reading so far" : "\(count) readings so far"
    let what =
      if course.day(at: now) < 1 {
        "begins \(course.began)"
      } else if let due = course.due(at: now) {
        due.state == .overdue
          ? "the look that was due until \(due.closes) is late; look now" : "time to look"
      } else if let next = course.next(at: now) {
        "next look \(next.opens)"
      } else {
        "watch it until \(course.ends)"
      }
    return "Day \(max(1, course.day(at: now))) of \"\(name)\": \(what) (\(done))."
  }
}
