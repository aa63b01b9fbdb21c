import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("Changing answers")
struct ChangedAnswerTests {
  static let knowledge = Knowledge.tiny(
    questions: [
      .one("who", ["adult", "child"]), .yesNo("pregnant", askedWhen: "who is adult"),
      .number("week", 1...42, askedWhen: "pregnant"), .yesNo("itch"),
    ],
    scales: [.of("fit", ["good", "later", "no"], otherwise: "good")],
    rules: [
      .of("child", when: "who is child", raise: ["fit": "later"]),
      .of("early", when: "week less than 13", raise: ["fit": "no"]),
      .of("itchy", when: "itch", raise: ["fit": "later"]),
    ])

  private func answered() throws -> Consultation {
    var consultation = try Self.knowledge.begin()
    try consultation.answer("who", .option("adult"))
    try consultation.answer("pregnant", .yes)
    try consultation.answer("week", .number(8))
    try consultation.answer("itch", .no)
    return consultation
  }

  @Test("later answers that still apply are kept, and what no longer applies is set aside")
  func change() throws {
    var consultation = try answered()
    #expect(consultation.levels(of: "fit") == "no")
    try consultation.answer("who", .option("child"))
    #expect(consultation.levels(of: "fit") == "later")
    #expect(consultation.status(of: "who") == .answered(.option("child")))
    #expect(consultation.status(of: "pregnant") == .setAside(.yes))
    #expect(consultation.status(of: "week") == .setAside(.number(8)))
    #expect(consultation.status(of: "itch") == .answered(.no))
    #expect(consultation.answered == ["who", "pregnant", "week", "itch"])
    #expect(consultation.asks.isEmpty)
    #expect(consultation.recommendation?.reasons.map(\.rule.id) == ["child"])
  }

  @Test("answers that were set aside count again once they apply again")
  func changeBack() throws {
    var consultation = try answered()
    let before = Conclusions(consultation)
    try consultation.answer("who", .option("child"))
    #expect(Conclusions(consultation) != before)
    try consultation.answer("who", .option("adult"))
    #expect(Conclusions(consultation) == before)
    #expect(consultation.status(of: "week") == .answered(.number(8)))
  }

  @Test("an answer can be given before it applies")
  func early() throws {
    var consultation = try Self.knowledge.begin()
    try consultation.answer("week", .number(8))
    #expect(consultation.status(of: "week") == .answered(.number(8)))
    try consultation.answer("pregnant", .no)
    #expect(consultation.status(of: "week") == .setAside(.number(8)))
    try consultation.answer("pregnant", .yes)
    #expect(consultation.levels(of: "fit") == "good...no")
    try consultation.answer("who", .option("adult"))
    #expect(consultation.levels(of: "fit") == "no")
  }

  @Test("an answer that was taken back is asked for again")
  func retract() throws {
    var consultation = try answered()
    consultation.retract("pregnant")
    #expect(consultation.answered == ["who", "week", "itch"])
    #expect(consultation.status(of: "pregnant") == .unanswered)
    #expect(consultation.asks == ["pregnant"])
    #expect(consultation.levels(of: "fit") == "good...no")
    try consultation.answer("pregnant", .yes)
    #expect(consultation.levels(of: "fit") == "no")
    #expect(consultation.answered == ["who", "week", "itch", "pregnant"])
    consultation.retract("no-such-question")
    #expect(consultation.answered.count == 4)
  }

  @Test(
    "a question that does not apply is not unknown: tests on it are false, their negations true")
  func notApplicable() throws {
    let who = Condition.test(.init(.question("pregnant"), .isAny(of: ["yes"])))
    let week = Condition.test(.init(.question("week"), .compares(.atLeast, .number(1))))
    var consultation = try Self.knowledge.begin()
    #expect(consultation.status(of: "pregnant") == .unanswered)
    #expect(consultation.truth(of: who) == .open)
    try consultation.answer("who", .option("child"))
    #expect(consultation.status(of: "pregnant") == .notApplicable)
    #expect(consultation.truth(of: who) == .false)
    #expect(consultation.truth(of: .not(who)) == .true)
    #expect(consultation.truth(of: week) == .false)
    #expect(consultation.truth(of: .not(week)) == .true)
    #expect(consultation.status(of: "no-such-question") == .notApplicable)
  }

  @Test("is not is true where a question does not apply")
  func isNot() throws {
    var knowledge = Self.knowledge
    knowledge.rules = [
      .of("r", when: "pregnant is not yes and pregnant is not no", raise: ["fit": "no"])
    ]
    var consultation = try knowledge.begin()
    try consultation.answer("who", .option("child"))
    #expect(consultation.levels(of: "fit") == "no")
    try consultation.answer("who", .option("adult"))
    try consultation.answer("pregnant", .no)
    #expect(consultation.levels(of: "fit") == "good")
  }

  @Test("not sure whether a question applies leaves its answer open")
  func mayApply() throws {
    var consultation = try answered()
    try consultation.answer("pregnant", .unsure)
    #expect(consultation.status(of: "week") == .answered(.number(8)))
    #expect(consultation.levels(of: "fit") == "good...no")
    #expect(consultation.isOver)
  }
}
