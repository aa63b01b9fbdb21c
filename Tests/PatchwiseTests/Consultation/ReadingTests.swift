import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("Earlier readings, days and the clock")
struct ReadingTests {
  static let course = Knowledge.tiny(
    questions: [
      .yesNo("red"), .number("size", 0...10), .yesNo("new", askedWhen: "not previous red"),
    ],
    scales: [.of("reaction", ["none-yet", "weak", "strong"], otherwise: "none-yet")],
    rules: [
      .of("again", when: "red and previous red", raise: ["reaction": "strong"]),
      .of("once", when: "earlier red", raise: ["reaction": "weak"]),
      .of("worse", when: "earlier reaction is strong", raise: ["reaction": "strong"]),
    ])

  /// Readings one after the other, each with an answer to `red`; *not sure* to all else.
  private func readings(_ answers: [Answer?]) throws -> [Consultation] {
    let base = try KnowledgeBase(Self.course)
    return try answers.reduce(into: []) { readings, answer in
      var reading = try Consultation("visit", in: base, earlier: readings)
      if let answer { try reading.answer("red", answer) }
      readings.append(reading)
    }
  }

  @Test(
    "the last reading is the previous one, all before are earlier ones",
    arguments: [
      ([], "none-yet"), ([.yes], "none-yet"), ([.yes, .yes], "strong"), ([.yes, .no], "weak"),
      ([.yes, .no, .yes], "weak"), ([.yes, .yes, .no], "strong"), ([.no, .no, .yes], "none-yet"),
    ] as [([Answer], String)])
  func earlier(answers: [Answer], level: String) throws {
    let last = try #require(try readings(answers.isEmpty ? [.no] : answers).last)
    #expect(last.levels(of: "reaction") == level)
  }

  @Test("a test on a reading that does not exist is false")
  func noReading() throws {
    let first = try Self.course.begin()
    #expect(first.truth(of: "again") == .false)
    #expect(first.truth(of: "once") == .false)
    let previous = Condition.test(.init(.question("red"), .isAny(of: ["yes"]), at: .previous))
    #expect(first.truth(of: .not(previous)) == .true)
    #expect(first.asks.isEmpty)
    #expect(first.status(of: "new") == .unanswered)
  }

  @Test("what was left open or unsure at an earlier reading can't be asked any more")
  func openEarlier() throws {
    for answer in [nil, Answer.unsure] {
      let last = try #require(try readings([answer, .yes]).last)
      #expect(last.levels(of: "reaction") == "none-yet...strong")
      #expect(last.asks.isEmpty)
      #expect(last.recommendation?.decisions.first?.level?.id == "strong")
    }
  }

  @Test("whether a question applies can rest on an earlier reading")
  func applicability() throws {
    #expect(try readings([.yes, .no]).last?.status(of: "new") == .notApplicable)
    #expect(try readings([.no, .no]).last?.status(of: "new") == .unanswered)
  }

  @Test("an earlier reading must meet both ends of a range by itself")
  func betweenAtOneReading() throws {
    var knowledge = Self.course
    knowledge.rules = [
      .of("middling", when: "earlier size between 4 and 6", raise: ["reaction": "strong"])
    ]
    let base = try KnowledgeBase(knowledge)
    var (small, large) = (try Consultation("visit", in: base), try Consultation("visit", in: base))
    try small.answer("size", .number(1))
    try large.answer("size", .number(9))
    let last = try Consultation("visit", in: base, earlier: [small, large])
    #expect(last.levels(of: "reaction") == "none-yet")
  }

  // MARK: The clock

  static let days = Knowledge.tiny(
    questions: [.date("used"), .yesNo("itch", askedWhen: "used less than 14 days ago")],
    scales: [.of("fit", ["good", "later"], otherwise: "good")],
    rules: [.of("fresh", when: "used less than 3 days ago", raise: ["fit": "later"])])

  @Test(
    "a day is so long ago by the consultation's clock",
    arguments: [
      ("2026-03-10 00:00", true), ("2026-03-08 00:00", true), ("2026-03-07 08:01", true),
      ("2026-03-07 08:00", false), ("2026-03-07 00:00", false), ("2024-02-29", false),
    ])
  func passed(day: String, isFresh: Bool) throws {
    var consultation = try Self.days.begin(at: Moment("2026-03-10 08:00"))
    try consultation.answer("used", .date(try #require(Moment(day))))
    #expect(consultation.levels(of: "fit") == (isFresh ? "later" : "good"))
  }

  @Test("as the clock moves, what follows from a day moves too")
  func clock() throws {
    var consultation = try Self.days.begin(at: Moment("2026-03-10 08:00"))
    try consultation.answer("used", .date(try #require(Moment("2026-03-09"))))
    #expect(consultation.levels(of: "fit") == "later")
    consultation.now = Moment("2026-03-12 23:59")
    #expect(consultation.levels(of: "fit") == "good")
    #expect(consultation.status(of: "itch") == .unanswered)
    consultation.now = Moment("2026-04-01 08:00")
    #expect(consultation.status(of: "itch") == .notApplicable)
  }

  @Test("without a clock tests on days stay open, and nothing is asked in vain")
  func noClock() throws {
    var consultation = try Self.days.begin()
    #expect(consultation.asks == ["used"])
    try consultation.answer("used", .date(Moment(seconds: 0)))
    #expect(consultation.levels(of: "fit") == "good...later")
    #expect(consultation.asks.isEmpty)
    #expect(consultation.recommendation?.decisions.first?.level?.id == "later")
    consultation.now = Moment(seconds: 0) + TimeSpan(days: 9)
    #expect(consultation.levels(of: "fit") == "good")
  }

  @Test("an earlier reading keeps its own clock")
  func clockOfReading() throws {
    var knowledge = Self.days
    knowledge.rules[0].when = "previous used less than 3 days ago"
    let base = try KnowledgeBase(knowledge)
    var first = try Consultation("visit", in: base, at: Moment("2026-03-10 08:00"))
    try first.answer("used", .date(try #require(Moment("2026-03-09"))))
    let second = try Consultation(
      "visit", in: base, at: Moment("2026-03-30 08:00"), earlier: [first])
    #expect(second.levels(of: "fit") == "later")
  }
}
