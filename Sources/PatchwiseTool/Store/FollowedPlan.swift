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
  /// What has ended it before its time; nothing if nothing has.
  let ending: SavedConsultation.Ending?
  /// The plan that follows once this one has come to what it was for.
  let next: Plan?

  /// The plan that was begun in a consultation; nothing if none was, or if it goes on in another one.
  init?(_ number: Int, _ saved: SavedConsultation, of knowledge: KnowledgeBase) {
    guard let course = saved.course(in: knowledge) else { return nil }
    (self.number, self.saved, self.course) = (number, saved, course)
    ending = saved.ending(of: course.plan, in: knowledge)
    next = course.plan.followUp?.reaches.lazy.compactMap { reached in
      knowledge.scale(reached.scale)?.levels.first { $0.id == reached.level }?.plan
    }.first.flatMap(knowledge.plan)
    // What has ended goes on nowhere.
    if !hasEnded, saved.successor != nil { return nil }
  }

  /// Whether something has ended it before its time.
  var hasEnded: Bool { ending != nil }

  /// Returns the plans that were begun in a store, those that are over included.
  ///
  /// A file that is not as it was saved may have held one, or more of one; that is said.
  ///
  /// - Throws: `FileProblem` if the store can't be read.
  static func all(in store: Store, of knowledge: KnowledgeBase) throws(FileProblem) -> [Self] {
    var plans: [Self] = []
    for number in try store.numbers() {
      let saved: SavedConsultation
      do throws(FileProblem) {
        saved = try store.read(number)
      } catch {
        Console.remark("\(error.message), and no plan in it is followed.")
        continue
      }
      if case .altered(let line)? = saved.damage {
        Console.remark(
          Store.altered(number, line, ", and no plan in it is followed.").message)
      } else if let plan = Self(number, saved, of: knowledge) {
        plans.append(plan)
      }
    }
    return plans
  }

  /// Returns the plan of a consultation; where none is named, one that is due, or the last one.
  ///
  /// - Throws: `FileProblem` if there is none.
  static func chosen(
    _ number: Int?, among all: [Self], at now: Moment
  ) throws(FileProblem) -> Self {
    if let number, let over = all.first(where: { $0.number == number }), over.hasEnded {
      throw FileProblem("The plan of consultation \(number) is over: 'patchwise show \(number)'")
    }
    let running = all.filter { $0.isOpen(at: now) }
    let chosen =
      number.map { number in running.first { $0.number == number } }
      ?? running.first { $0.isDue(at: now) } ?? running.last
    if let chosen { return chosen }
    let which = number.map { "Consultation \($0) follows no plan" } ?? "No plan is being followed"
    throw FileProblem("\(which). 'patchwise begin' begins one")
  }

  /// Why a look can't count now; nothing if it can.
  ///
  /// A clock that was set back by more than a journey explains would make a missed look a coming one.
  func reasonNotToRead(at now: Moment) -> String? {
    if let alarm = saved.openAlarm {
      return
        "Something urgent was said \(Phrasing.wallClock(alarm)). Please start 'patchwise' first, which asks "
        + "whether it came of \"\(name)\""
    }
    if now < course.began {
      return
        "\"\(name)\" begins \(Phrasing.wallClock(course.began)); there is nothing to look at before"
    }
    if let last = course.looks.last, now + TimeSpan(seconds: 86_400) < last {
      return
        "The clock says \(Phrasing.wallClock(now)), but the last look at \"\(name)\" was taken "
        + "\(Phrasing.wallClock(last)). Please set the clock right first"
    }
    return nil
  }

  /// How long after its end a plan can still be read, as what follows it may be.
  private static let afterwards = TimeSpan(seconds: 60 * 86_400)

  /// Whether it can still be read, though maybe nothing of it is to come.
  func isOpen(at now: Moment) -> Bool { !hasEnded && now <= course.ends + Self.afterwards }

  /// Whether something of it is still to come, or to be heard.
  func isRunning(at now: Moment) -> Bool {
    !hasEnded
      && (now <= course.ends || awaitsLastLook(at: now) || saved.openAlarm != nil
        || mayShow(at: now) && (course.due(at: now) ?? course.next(at: now)) != nil
        || course.reached.map { now <= $0 + Self.reminding } ?? false)
  }

  /// Whether something may still come of it, though its days may be over.
  func mayShow(at now: Moment) -> Bool {
    !hasEnded && now <= max(course.ends, course.looks.last ?? course.ends) + Self.showing
  }

  /// How long after the last look or day something may come of a plan.
  private static let showing = TimeSpan(seconds: 30 * 86_400)

  /// How long it is said what follows a plan that has come to what it was for.
  private static let reminding = TimeSpan(seconds: 14 * 86_400)

  /// Whether it is time to look.
  func isDue(at now: Moment) -> Bool {
    saved.openAlarm != nil
      || reasonNotToRead(at: now) == nil
        && (course.due(at: now) != nil || awaitsLastLook(at: now))
  }

  /// Whether its days are over, and what follows was not asked for since.
  private func awaitsLastLook(at now: Moment) -> Bool {
    now > course.ends && isOpen(at: now) && course.plan.then != nil
      && !course.looks.contains { $0 >= course.ends }
  }

  /// What is said of it in the days after something has ended it; nothing later.
  func lastWord(at now: Moment, in knowledge: KnowledgeBase) -> String? {
    guard let ending, let last = ending.moment, now <= last + TimeSpan(seconds: 3 * 86_400)
    else { return nil }
    return "\"\(name)\" is over (\(ending.text(in: knowledge))). If anything gets worse, tell me."
  }

  /// Whether another plan can be begun that a conversation has come to recommend.
  func leavesRoom(for dialogue: Dialogue) -> Bool {
    !hasEnded && saved.openAlarm == nil && !dialogue.recommends(course.plan.id)
  }

  /// How many readings were missed.
  func missed(at now: Moment) -> Int {
    course.turns(at: now).count { $0.state == .missed }
  }

  /// What it is called: by the first note if there is one.
  var name: String { saved.beginning?.notes.first ?? course.plan.title.string }

  /// Says in a line or two what is due, or what comes next.
  func text(at now: Moment) -> String {
    if saved.openAlarm == nil, now >= course.began, let reason = reasonNotToRead(at: now) {
      return "\(reason)."
    }
    let count = course.looks.count
    let missed = missed(at: now)
    let done =
      (count == 0
        ? "nothing read yet" : count == 1 ? "1 reading so far" : "\(count) readings so far")
      + (missed == 0 ? "" : ", \(missed) missed")
    let what =
      if let alarm = saved.openAlarm {
        "something urgent was said \(Phrasing.wallClock(alarm)); 'patchwise' asks whether it came of this"
      } else if now < course.began {
        "begins \(Phrasing.wallClock(course.began))"
      } else if saved.breaksOff(between: course.plan) {
        "what you began to tell is not finished; 'patchwise resume \(number)' goes on with it"
      } else if course.reached != nil {
        "done"
          + (next.map { "; 'patchwise begin \(number)' begins \"\($0.title)\"" } ?? "")
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

  /// What it has shown for good, if it was ended; nothing if it wasn't.
  func lesson(with base: KnowledgeBase) -> Lesson? {
    guard hasEnded, let followUp = course.plan.followUp else { return nil }
    // Holding it again takes time, at the start of every conversation.
    let held = followUp.compares.isEmpty ? nil : saved.dialogue(with: base)
    let consultations = held?.finishedConsultations ?? []
    let compared = followUp.compares.compactMap { id in
      consultations.reversed().lazy.compactMap { $0.answer(to: id) }.first.map { (id, $0) }
    }
    return Lesson(
      name, answers: base.answers(followUp.learnt),
      compared: Dictionary(compared) { first, _ in first })
  }
}
