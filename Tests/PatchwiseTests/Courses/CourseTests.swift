import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("Courses")
struct CourseTests {
  /// 10 March 2026, 20:00.
  private static let began = Moment(seconds: 1_773_172_800)

  /// Three readings: after an hour, a day and three days, with four days of watching after seven.
  private static let plan = Plan(
    id: "week", title: "A week",
    readings: [
      Plan.Reading(id: "hour", at: hours(1), within: hours(2)),
      Plan.Reading(id: "day", at: hours(24), within: hours(12)),
      Plan.Reading(id: "three", at: hours(72)),
    ], lasts: hours(168), watch: hours(96),
    followUp: Plan.FollowUp(
      "look", answers: [.init("plan", "week")], since: "since",
      duringSteps: [.init("stage", "steps")], duringWatch: [.init("stage", "watch")],
      sinceSteps: "watched", late: [.init("skipped", "late")],
      missed: [.init("skipped", "missed")]))

  private static func hours(_ count: Int) -> TimeSpan { TimeSpan(seconds: count * 3_600) }

  private func course(_ looks: Int...) -> Course {
    Course(Self.plan, began: Self.began, looks: looks.map { Self.began + Self.hours($0) })
  }

  private func states(_ course: Course, after hours: Int) -> [String] {
    course.turns(at: Self.began + Self.hours(hours)).map {
      switch $0.state {
      case .coming: "coming"
      case .due: "due"
      case .taken: "taken"
      case .late: "late"
      case .missed: "missed"
      case .overdue: "overdue"
      }
    }
  }

  @Test(
    "a reading is coming, due, overdue and missed as time goes on",
    arguments: [
      (0, ["coming", "coming", "coming"]), (1, ["due", "coming", "coming"]),
      (3, ["due", "coming", "coming"]), (4, ["overdue", "coming", "coming"]),
      (23, ["overdue", "coming", "coming"]), (24, ["missed", "due", "coming"]),
      (36, ["missed", "due", "coming"]), (37, ["missed", "overdue", "coming"]),
      (72, ["missed", "missed", "due"]), (263, ["missed", "missed", "due"]),
      (265, ["missed", "missed", "missed"]),
    ])
  func states(hours: Int, expected: [String]) {
    #expect(states(course(), after: hours) == expected)
  }

  @Test(
    "a look counts for the reading that was due by then, in time or late",
    arguments: [
      ([1], ["taken", "missed", "missed"]), ([3], ["taken", "missed", "missed"]),
      ([4], ["late", "missed", "missed"]), ([0], ["missed", "missed", "missed"]),
      ([24], ["missed", "taken", "missed"]), ([23], ["late", "missed", "missed"]),
      ([37], ["missed", "late", "missed"]), ([1, 30, 80], ["taken", "taken", "taken"]),
      ([2, 40, 300], ["taken", "late", "missed"]), ([80, 30, 1], ["taken", "taken", "taken"]),
    ] as [([Int], [String])])
  func looks(hours: [Int], expected: [String]) {
    let looks = hours.map { Self.began + Self.hours($0) }
    #expect(states(Course(Self.plan, began: Self.began, looks: looks), after: 400) == expected)
  }

  @Test("what is due, what comes next, which day it is and when it ends")
  func now() {
    let begun = Self.began
    #expect(course().due(at: begun)?.reading.id == nil)
    #expect(course().next(at: begun)?.reading.id == "hour")
    #expect(course().due(at: begun + Self.hours(2))?.reading.id == "hour")
    #expect(course(2).due(at: begun + Self.hours(3))?.reading.id == nil)
    #expect(course(2).next(at: begun + Self.hours(3))?.reading.id == "day")
    #expect(course(2).due(at: begun + Self.hours(40))?.reading.id == "day")
    #expect(course().ends == begun + Self.hours(264))
    // It began at 20:00, so that midnight makes it the second day.
    #expect([0, 3, 4, 28].map { course().day(at: begun + Self.hours($0)) } == [1, 1, 2, 3])
    #expect(course().day(at: begun + Self.hours(-24)) == 0)
    let plain = Plan(id: "p", title: "P", readings: [Plan.Reading(id: "r", at: Self.hours(5))])
    #expect(Course(plain, began: begun).ends == begun + Self.hours(5))
    #expect(Course(plain, began: begun).turns(at: begun + Self.hours(5)).map(\.state) == [.due])
  }

  @Test("a look that another one called for comes, is due, and is over when it was taken")
  func calls() {
    func course(_ looks: Int...) -> Course {
      Course(
        Self.plan, began: Self.began, looks: looks.map { Self.began + Self.hours($0) },
        calls: [Self.began + Self.hours(30)])
    }
    func due(_ course: Course, _ hours: Int) -> String? {
      course.due(at: Self.began + Self.hours(hours))?.reading.id.name
    }
    func next(_ course: Course, _ hours: Int) -> String? {
      course.next(at: Self.began + Self.hours(hours))?.reading.id.name
    }
    #expect(due(course(1, 25), 29) == nil)
    #expect(next(course(1, 25), 29) == "again")
    #expect(due(course(1, 25), 30) == "again")
    #expect(next(course(1, 25), 30) == "three")
    #expect(due(course(1, 25, 30), 31) == nil)
    #expect(next(course(1, 25, 30), 31) == "three")
  }

  @Test("what is known at a reading: the plan, the time, and what was late or missed")
  func answers() throws {
    let base = try KnowledgeBase(
      .tiny(
        questions: [
          .one("plan", ["week", "other"]), .one("stage", ["steps", "watch"]),
          .any("skipped", ["late", "missed"]), .yesNo("x"),
        ], scales: [.of("a", ["b"], otherwise: "b")],
        rules: [
          .of(
            "r", when: "plan is week and stage is steps and x and skipped includes late",
            advise: ["t"])
        ], advice: [.of("t")]))
    func known(_ course: Course, _ hours: Int) -> [String] {
      course.answers(at: Self.began + Self.hours(hours), in: base)
        .map { "\($0): \(AnswerNotation.text(of: $1))" }.sorted()
    }
    #expect(known(course(), 2) == ["plan: week", "since: 2 hours", "stage: steps"])
    #expect(
      known(course(), 4) == ["plan: week", "since: 4 hours", "skipped: late", "stage: steps"])
    #expect(known(course(2), 24) == ["plan: week", "since: 1 day", "stage: steps"])
    #expect(
      known(course(), 37) == [
        "plan: week", "since: 37 hours", "skipped: late, missed", "stage: steps",
      ])
    #expect(known(course(), -1) == ["plan: week", "stage: steps"])
    #expect(known(course(1, 24, 72), 167) == ["plan: week", "since: 167 hours", "stage: steps"])
    #expect(known(course(1, 24, 72), 168) == ["plan: week", "stage: watch", "watched: 0 minutes"])
    #expect(known(course(1, 24, 72), 240) == ["plan: week", "stage: watch", "watched: 3 days"])
    #expect(known(course(1, 24, 72), 264) == ["plan: week"])
    #expect(
      Course(Plan(id: "p", title: "P"), began: Self.began).answers(at: Self.began, in: base) == [:])
  }

  @Test("with any one reading skipped or late that is known at the end, whatever else was done")
  func oneFault() throws {
    let readings = Self.plan.readings
    let times = readings.map { $0.at }
    for (place, reading) in readings.enumerated() {
      let others = times.enumerated().filter { $0.offset != place }.map { Self.began + $0.element }
      let missed = Course(Self.plan, began: Self.began, looks: others)
      let end = missed.ends + TimeSpan(seconds: 60)
      #expect(missed.turns(at: end)[place].state == .missed)
      guard let within = reading.within else { continue }
      let tooLate = Self.began + reading.at + within + TimeSpan(seconds: 60)
      let late = Course(Self.plan, began: Self.began, looks: others + [tooLate])
      #expect(late.turns(at: end)[place].state == .late(at: tooLate))
    }
  }
}
