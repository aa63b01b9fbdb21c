import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("A level that ends the consultation")
struct EndingTests {
  static let knowledge = Knowledge.tiny(
    questions: [.yesNo("throat"), .yesNo("itch"), .yesNo("calm")],
    scales: [
      .of("fit", ["good", "no"], otherwise: "good"),
      .of("care", ["see", "run"], otherwise: "see", ending: ["run"]),
    ],
    rules: [
      .of("swollen", when: "throat", unless: "calm", raise: ["care": "run"], advise: ["call"]),
      .of("itchy", when: "itch", raise: ["fit": "no"], advise: ["cool"]),
    ], advice: [.of("cool"), .of("call")])

  @Test("ends it the moment it is certain, and leaves everything else open")
  func ends() throws {
    var consultation = try Self.knowledge.begin()
    try consultation.answer("throat", .yes)
    #expect(!consultation.endedEarly)
    #expect(consultation.asks == ["itch", "calm"])
    try consultation.answer("calm", .no)
    #expect(consultation.endedEarly)
    #expect(consultation.isOver)
    #expect(consultation.asks.isEmpty)
    #expect(consultation.levels(of: "fit") == "good...no")
    let recommendation = try #require(consultation.recommendation)
    #expect(recommendation.endedEarly)
    #expect(recommendation.decisions.map(\.level?.id) == [nil, "run"])
    #expect(recommendation.decisions.first?.interval.ceiling?.id == "no")
    #expect(recommendation.advice.map(\.id) == ["call"])
    #expect(recommendation.reasons.map(\.rule.id) == ["swollen"])
    #expect(recommendation.reasons.map(\.scales) == [["care"]])
    #expect(recommendation.unsure.isEmpty)
  }

  @Test("tells the scales that were settled by then")
  func settled() throws {
    var consultation = try Self.knowledge.begin()
    for (question, answer) in [("itch", Answer.no), ("throat", .yes), ("calm", .no)] {
      try consultation.answer(Identifier(question), answer)
    }
    #expect(consultation.recommendation?.decisions.map(\.level?.id) == ["good", "run"])
  }

  @Test("does not end it while it is only possible")
  func possible() throws {
    var consultation = try Self.knowledge.begin()
    try consultation.answer("throat", .unsure)
    try consultation.answer("calm", .no)
    #expect(!consultation.endedEarly)
    try consultation.answer("itch", .no)
    #expect(consultation.isOver)
    #expect(!consultation.endedEarly)
    #expect(consultation.recommendation?.decisions.map(\.level?.id) == ["good", "run"])
  }

  @Test("goes on when the answer is changed or taken back")
  func changed() throws {
    var consultation = try Self.knowledge.begin()
    try consultation.answer("throat", .yes)
    try consultation.answer("calm", .no)
    consultation.retract("calm")
    #expect(!consultation.endedEarly)
    #expect(consultation.asks == ["itch", "calm"])
    #expect(consultation.recommendation == nil)
    try consultation.answer("calm", .yes)
    #expect(consultation.asks == ["itch"])
  }

  @Test("ends it from below too: a more cautious level than an ending one is certain")
  func above() throws {
    var consultation = try Knowledge.tiny(
      questions: [.yesNo("a"), .yesNo("b")],
      scales: [.of("care", ["see", "run", "fly"], otherwise: "see", ending: ["run"])],
      rules: [
        .of("r", when: "a", raise: ["care": "fly"]), .of("s", when: "b", raise: ["care": "run"]),
      ]
    ).begin()
    try consultation.answer("b", .yes)
    #expect(consultation.endedEarly)
    #expect(consultation.levels(of: "care") == "run...fly")
    #expect(consultation.recommendation?.decisions.first?.level?.id == "run")
    #expect(consultation.recommendation?.reasons.map(\.rule.id) == ["s"])
    #expect(consultation.explanation(of: "care")?.supports.map(\.rule.id) == ["s"])
    try consultation.answer("b", .no)
    try consultation.answer("a", .yes)
    #expect(consultation.endedEarly)
  }

  // MARK: Not sure before the end

  /// A scale with two levels that end the consultation, and one with none.
  static let care = Knowledge.tiny(
    questions: [
      .yesNo("throat"), .yesNo("rash"), .yesNo("faint"), .yesNo("sun"), .yesNo("rain"),
      .yesNo("hives", askedWhen: "throat"),
    ],
    scales: [
      .of(
        "care", ["none", "today", "ambulance"], otherwise: "none", ending: ["today", "ambulance"]),
      .of("skin", ["fine", "sore"], otherwise: "fine"),
      .of("walk", ["go", "stay"], otherwise: "go"),
    ],
    rules: [
      .of("throat", when: "throat", raise: ["care": "ambulance"], advise: ["call"]),
      .of("rash", when: "rash", raise: ["care": "today"], advise: ["book"]),
      .of("faint", when: "faint", raise: ["care": "ambulance"], advise: ["lie"]),
      .of("faint-throat", when: "faint and throat", raise: ["care": "ambulance"]),
      .of("hives", when: "throat", raise: ["skin": "sore"]),
      .of("sunny", when: "sun or throat", raise: ["walk": "stay"]),
    ], advice: [.of("call"), .of("book"), .of("lie")])

  @Test("a not sure before the end counts as the most cautious answer, and never asked as none")
  func unsureBeforeTheEnd() throws {
    var consultation = try Self.care.begin()
    try consultation.answer("throat", .unsure)
    try consultation.answer("rash", .yes)
    let recommendation = try #require(consultation.recommendation)
    #expect(recommendation.endedEarly)
    #expect(recommendation.decisions.map(\.level?.id) == ["ambulance", "sore", nil])
    #expect(recommendation.decisions.map(\.endedConsultation) == [true, false, false])
    #expect(recommendation.advice.map(\.id) == ["call", "book"])
    #expect(recommendation.possibleAdvice == ["call"])
    #expect(recommendation.reasons.map(\.rule.id) == ["throat", "rash", "hives"])
    #expect(recommendation.reasons.map(\.isCertain) == [false, true, false])
    #expect(consultation.explanation(of: "care")?.supports.map(\.rule.id) == ["throat"])
    try consultation.answer("throat", .no)
    #expect(consultation.recommendation?.decisions.map(\.level?.id) == ["today", "fine", nil])
    #expect(consultation.recommendation?.advice.map(\.id) == ["book"])
  }

  @Test("what follows from a not sure together with what was never asked does not count")
  func unsureAndUnasked() throws {
    let knowledge = Self.care.changed { $0.rules.removeFirst() }
    var consultation = try knowledge.begin()
    try consultation.answer("throat", .unsure)
    try consultation.answer("rash", .yes)
    #expect(consultation.recommendation?.decisions.first?.level?.id == "today")
  }

  @Test("a question that is left out in doubt counts as not sure after an early end too")
  func leftOut() throws {
    let knowledge = Self.care.changed { knowledge in
      knowledge.rules[0].when = "hives"
      knowledge.questions[5].inDoubt = .skip
    }
    var consultation = try knowledge.begin()
    try consultation.answer("throat", .unsure)
    try consultation.answer("rash", .yes)
    #expect(consultation.recommendation?.decisions.first?.level?.id == "ambulance")
  }

  @Test("ends nothing on a scale that the consultation does not decide")
  func undecided() throws {
    var knowledge = Self.knowledge
    knowledge.consultations[0].decides = ["fit"]
    var consultation = try knowledge.begin()
    try consultation.answer("throat", .yes)
    try consultation.answer("calm", .no)
    #expect(!consultation.endedEarly)
    #expect(consultation.asks == ["itch"])
  }
}
