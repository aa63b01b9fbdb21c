import ArgumentParser
import Patchwise
import PatchwiseDialogue
import PatchwiseTranscripts

/// A plan that was begun in a saved consultation.
struct FollowedPlan {
  /// The number of the consultation.
  let number: Int
  let saved: SavedConsultation
  let course: Course
  /// Whether something has ended it before its time.
  let hasEnded: Bool

  /// The plan that was begun in a consultation; nothing if none was, or if it goes on in another one.
  init?(_ number: Int, _ saved: SavedConsultation, of knowledge: KnowledgeBase) {
    guard saved.successor == nil, let course = saved.course(in: knowledge) else { return nil }
    (self.number, self.saved, self.course) = (number, saved, course)
    hasEnded = saved.hasEnded(course.plan, in: knowledge)
  }

  /// Returns the plans that were begun in a store, those that are over included.
  ///
  /// - Throws: `FileProblem` if the store can't be read.
  static func all(in store: Store, of knowledge: KnowledgeBase) throws(FileProblem) -> [Self] {
    var plans: [Self] = []
    for number in try store.numbers() {
      if let plan = Self(number, try store.read(number), of: knowledge) { plans.append(plan) }
    }
    return plans
  }

  /// Returns the plan of a consultation; where none is named, one that is due, or the last one.
  ///
  /// - Throws: `FileProblem` if there is none, or if the store can't be read.
  static func chosen(
    _ number: Int?, in store: Store, of knowledge: KnowledgeBase, at now: Moment
  ) throws(FileProblem) -> Self {
    let running = try all(in: store, of: knowledge).filter { $0.canBeRead(at: now) }
    let chosen =
      number.map { number in running.first { $0.number == number } }
      ?? running.first { $0.isDue(at: now) } ?? running.last
    if let chosen { return chosen }
    let which = number.map { "Consultation \($0) follows no plan" } ?? "No plan is being followed"
    throw FileProblem("\(which). 'patchwise begin' begins one")
  }

  /// How long after its end a plan can still be read, as what follows it may be.
  private static let afterwards = TimeSpan(seconds: 60 * 86_400)

  /// Whether it can still be read, though maybe nothing of it is to come.
  func canBeRead(at now: Moment) -> Bool { !hasEnded && now <= course.ends + Self.afterwards }

  /// Whether something of it is still to come, or to be heard.
  func isRunning(at now: Moment) -> Bool {
    !hasEnded && (now <= course.ends || awaitsLastLook(at: now))
  }

  /// Whether it is time to look.
  func isDue(at now: Moment) -> Bool { course.due(at: now) != nil || awaitsLastLook(at: now) }

  /// Whether its days are over, and what follows was not asked for since.
  private func awaitsLastLook(at now: Moment) -> Bool {
    now > course.ends && canBeRead(at: now) && course.plan.then != nil
      && !course.looks.contains { $0 >= course.ends }
  }

  /// What it is called: by the first note if there is one.
  var name: String { saved.beginning?.notes.first ?? course.plan.title.string }

  /// Says in a line or two what is due, or what comes next.
  func text(at now: Moment) -> String {
    let count = course.looks.count
    let missed = course.turns(at: now).filter { $0.state == .missed }.count
    let done =
      (count == 0
        ? "nothing read yet" : count == 1 ? "1 reading so far" : "\(count) readings so far")
      + (missed == 0 ? "" : ", \(missed) missed")
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
        "its days are over; look once more to hear what comes next"
      } else {
        "watch it until \(Phrasing.wallClock(course.ends))"
      }
    return "Day \(max(1, course.day(at: now))) of \"\(name)\": \(what) (\(done))."
  }

  // MARK: Consultations about it

  /// The conversation in its file, if another one can be held behind it.
  ///
  /// A consultation that broke off, or that was held with other knowledge, has no place before another.
  func held(with base: KnowledgeBase) -> Dialogue? {
    let held = saved.edition == base.edition ? saved.dialogue(with: base) : nil
    return held?.consultation?.isOver == true && held?.alarm == nil ? held : nil
  }

  /// What a conversation has to know to be about it.
  func following(at now: Moment, in base: KnowledgeBase, after held: Dialogue?) -> Following? {
    guard let followUp = course.plan.followUp else { return nil }
    // What the plan says that came before, such as which it was, is still so.
    let before = saved.beginnings.compactMap { base.plan($0.plan)?.followUp?.answers }.joined()
    let answers = base.answers(Array(before)).merging(course.answers(at: now, in: base)) { $1 }
    var known = [followUp.consultation: answers]
    if let between = followUp.between {
      known[between.consultation] = base.answers(between.answers)
    }
    return Following(name, known: known, earlier: held?.consultations ?? [])
  }

  /// What it has shown for good, if it was ended; nothing if it wasn't.
  func lesson(with base: KnowledgeBase) -> Lesson? {
    guard hasEnded, let followUp = course.plan.followUp else { return nil }
    // Holding it again takes time, at the start of every conversation.
    let held = followUp.compares.isEmpty ? nil : saved.dialogue(with: base)
    let consultations = held?.consultations ?? []
    let compared = followUp.compares.compactMap { id in
      consultations.reversed().lazy.compactMap { $0.answer(to: id) }.first.map { (id, $0) }
    }
    return Lesson(
      name, answers: base.answers(followUp.learnt),
      compared: Dictionary(uniqueKeysWithValues: compared))
  }
}

extension Dialogue {
  /// The consultations that were held in it, oldest first.
  fileprivate var consultations: [Consultation] { earlier + [consultation].compactMap(\.self) }
}
