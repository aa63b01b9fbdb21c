import Patchwise
import Testing

@testable import PatchwiseDialogue

@Suite("The timeline of a course")
struct CourseTimelineTests {
  /// Monday, 23 November 2026, 20:15.
  private static let began = Moment(seconds: 1_795_464_900)

  private static func hours(_ count: Int) -> TimeSpan { TimeSpan(seconds: count * 3_600) }

  /// Six readings, with four days of watching after the last one.
  private static let plan = Plan(
    id: "week", title: "A week on one radiator",
    readings: [
      Plan.Reading(id: "hour", at: hours(1), within: hours(2)),
      Plan.Reading(id: "one", at: hours(24), within: hours(12)),
      Plan.Reading(id: "two", at: hours(48), within: hours(12)),
      Plan.Reading(id: "three", at: hours(72), within: hours(24)),
      Plan.Reading(id: "five", at: hours(120), within: hours(24)),
      Plan.Reading(id: "seven", at: hours(168), within: hours(24)),
    ], watch: hours(96))

  /// The timeline of a course in which something was looked at after so many hours.
  private func said(
    _ looks: [Int], at hours: Int, width: Int? = nil, isDecorated: Bool = false
  ) -> String {
    let course = Course(
      Self.plan, began: Self.began, looks: looks.map { Self.began + Self.hours($0) })
    let timeline = CourseTimeline(course, at: Self.began + Self.hours(hours))
    return Layout(width: width).text(timeline.blocks(isDecorated: isDecorated))
  }

  @Test("says of each reading when it is and what became of it, and where the clock stands")
  func states() {
    #expect(
      said([1, 37], at: 74) == """
        A week on one radiator
          - Day 1, Mon 23 Nov 21:15: done
          - Day 2, Tue 24 Nov 20:15: done, but late
          - Day 3, Wed 25 Nov 20:15: missed
          - Day 4, Thu 26 Nov 20:15: due now, until Fri 27 Nov 20:15
          - You are here: Day 4, Thu 26 Nov 22:15
          - Day 6, Sat 28 Nov 20:15: still to come
          - Day 8, Mon 30 Nov 20:15: still to come
          - Day 12, Fri 4 Dec 20:15: the watching is over

        """)
  }

  @Test("has a row of signs on top where it may be decorated, and a legend of those in it")
  func signs() {
    #expect(
      said([1, 37], at: 74, width: 40, isDecorated: true).hasPrefix(
        """
        A week on one radiator
        [x] [~] [!] [>] [.] [.]
        [x] done, [~] late, [!] missed, [>] due
        now, [.] still to come

          - Day 1, Mon 23 Nov 21:15: done

        """))
  }

  @Test("says that a reading can still be taken late, and what lies before and after the course")
  func edges() {
    #expect(said([1], at: 40).contains("Day 2, Tue 24 Nov 20:15: due now, but late\n"))
    #expect(
      said([], at: -24).contains(
        """
        radiator
          - You are here: Sun 22 Nov 20:15
          - Day 1, Mon 23 Nov 21:15: still to come
        """))
    #expect(
      said([], at: 300).hasSuffix(
        """
          - Day 12, Fri 4 Dec 20:15: the watching is over
          - You are here: Day 14, Sun 6 Dec 08:15

        """))
    let bare = CourseTimeline(Course(Plan(id: "p", title: "P"), began: Self.began), at: Self.began)
    #expect(
      bare.blocks(isDecorated: true).map(\.text) == [
        "P", "- Day 1, Mon 23 Nov 20:15: the watching is over",
        "- You are here: Day 1, Mon 23 Nov 20:15",
      ])
  }

  @Test("of many readings keeps its signs whole where the row has to be broken")
  func narrow() {
    let many = (1...40).map {
      Plan.Reading(id: Identifier("r\($0)"), at: Self.hours($0))
    }
    let course = Course(Plan(id: "p", title: "P", readings: many), began: Self.began)
    let text = Layout(width: 40).text(
      CourseTimeline(course, at: Self.began).blocks(isDecorated: true))
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("[.] [") }
    #expect(rows.allSatisfy { $0.count <= 40 && $0.count % 4 == 3 })
    #expect(rows.map { $0.split(separator: " ").count }.reduce(0, +) == 40)
  }
}
