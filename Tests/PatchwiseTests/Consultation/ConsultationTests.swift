import PatchwiseTestSupport
import Testing

@testable import Patchwise

extension Consultation {
  /// The levels between which a scale lies, such as `good...no`; a gap is a dash.
  func levels(of scale: Identifier<Scale>) -> String? {
    interval(of: scale).map { interval in
      let (floor, ceiling) = (interval.floor?.id.name ?? "–", interval.ceiling?.id.name ?? "–")
      return floor == ceiling ? floor : "\(floor)...\(ceiling)"
    }
  }

  /// The names of the open questions, in the order of asking.
  var asks: [String] { openQuestions.map(\.id.name) }
}

@Suite("A consultation in progress")
struct ConsultationTests {
  static let knowledge = Knowledge.tiny(
    questions: [.yesNo("itch"), .one("skin", ["dry", "oily", "raw"]), .number("age", 0...99)],
    scales: [.of("fit", ["good", "later", "no"], otherwise: "good")],
    rules: [
      .of("itchy", when: "itch", raise: ["fit": "later"]),
      .of("raw", when: "skin is raw", unless: "age at least 70", raise: ["fit": "no"]),
    ])

  @Test("floor and ceiling close in with every answer")
  func interval() throws {
    var consultation = try Self.knowledge.begin()
    #expect(consultation.levels(of: "fit") == "good...no")
    try consultation.answer("itch", .yes)
    #expect(consultation.levels(of: "fit") == "later...no")
    try consultation.answer("skin", .option("raw"))
    #expect(consultation.levels(of: "fit") == "later...no")
    try consultation.answer("age", .number(70))
    #expect(consultation.levels(of: "fit") == "later")
    #expect(consultation.interval(of: "fit")?.isSettled == true)
    try consultation.answer("age", .number(69.9))
    #expect(consultation.levels(of: "fit") == "no")
  }

  @Test("the most cautious rule wins, in whatever order rules are written")
  func mostCautious() throws {
    for rules in [Self.knowledge.rules, Self.knowledge.rules.reversed()] {
      var knowledge = Self.knowledge
      knowledge.rules = rules
      var consultation = try knowledge.begin()
      try consultation.answer("itch", .yes)
      try consultation.answer("skin", .option("raw"))
      try consultation.answer("age", .number(20))
      #expect(consultation.levels(of: "fit") == "no")
    }
  }

  @Test("rules, advice and any condition are true, false or still open")
  func truths() throws {
    var knowledge = Self.knowledge
    knowledge.advice = [.of("tip")]
    knowledge.rules.append(.of("tips", when: "fit is no", advise: ["tip"]))
    var consultation = try knowledge.begin()
    #expect(consultation.truth(of: "raw") == .open)
    #expect(consultation.truth(ofAdvice: "tip") == .open)
    let raw = consultation.knowledge.condition(of: knowledge.rules[1])
    #expect(consultation.truth(of: raw) == .open)
    try consultation.answer("skin", .option("dry"))
    #expect(consultation.truth(of: "raw") == .false)
    #expect(consultation.truth(ofAdvice: "tip") == .false)
    #expect(consultation.truth(of: .not(raw)) == .true)
    #expect(consultation.truth(of: Identifier<Rule>("no-such-rule")) == nil)
    #expect(consultation.truth(ofAdvice: "no-such-advice") == nil)
    #expect(consultation.interval(of: "no-such-scale") == nil)
  }

  @Test("a situation that no rule decides is a gap where there is no otherwise")
  func gap() throws {
    var knowledge = Self.knowledge
    knowledge.scales[0].otherwise = nil
    var consultation = try knowledge.begin()
    #expect(consultation.levels(of: "fit") == "–...no")
    try consultation.answer("itch", .no)
    try consultation.answer("skin", .option("dry"))
    #expect(consultation.levels(of: "fit") == "–")
    let decision = try #require(consultation.recommendation?.decisions.first)
    #expect(decision.level == nil)
    let isNot = Condition.not(.test(.init(.scale("fit"), .isAny(of: ["good"]))))
    #expect(consultation.truth(of: isNot) == .true)
  }

  @Test("a consultation of unknown kind tells the known ones")
  func unknownKind() throws {
    let base = try KnowledgeBase(Self.knowledge)
    let error = #expect(throws: UnknownConsultation.self) { try Consultation("trip", in: base) }
    #expect(error?.id == "trip")
    #expect(error?.known == ["visit"])
  }

  @Test("going back is keeping an earlier value")
  func value() throws {
    var consultation = try Self.knowledge.begin()
    try consultation.answer("itch", .no)
    let earlier = consultation
    try consultation.answer("skin", .option("raw"))
    #expect(earlier.answered == ["itch"])
    #expect(earlier.levels(of: "fit") == "good...no")
    #expect(consultation.answered == ["itch", "skin"])
  }

  @Test("nothing is known of a condition on what the knowledge does not have, or that has no sense")
  func foreignCondition() throws {
    let consultation = try Self.knowledge.begin()
    for test in [
      Condition.Test(.question("nobody"), .isAny(of: ["yes"])),
      Condition.Test(.scale("nobody"), .isAny(of: ["good"])),
      Condition.Test(.advice("nobody"), .isGiven),
      Condition.Test(.scale("fit"), .compares(.atLeast, .number(0))),
      Condition.Test(.question("itch"), .isGiven),
      Condition.Test(.scale("fit"), .isGiven),
      Condition.Test(.scale("fit"), .isAny(of: ["good", "nobody"])),
      Condition.Test(.question("itch"), .isAny(of: ["nobody"])),
    ] {
      #expect(consultation.truth(of: .test(test)) == nil, "\(test)")
      #expect(consultation.truth(of: .not(.test(test))) == nil, "\(test)")
      #expect(consultation.truth(of: .any([.all([]), .test(test)])) == nil, "\(test)")
    }
    #expect(consultation.truth(of: .definition("nobody")) == nil)
  }

  @Test("how many of some conditions hold is open while it depends on what was not answered")
  func counted() throws {
    let questions = ["a", "b", "c", "d"].map { Question.yesNo(Identifier($0)) }
    let base = try KnowledgeBase(
      .tiny(
        questions: questions, scales: [.of("fit", ["good", "no"], otherwise: "good")],
        rules: [.of("r", when: "at least 3 of (a, b, c, d)", raise: ["fit": "no"])]))
    var consultation = try Consultation("visit", in: base)
    for (question, answer) in [("a", .yes), ("b", .no), ("c", .no)]
      as [(Identifier<Question>, Answer)]
    {
      try consultation.answer(question, answer)
    }
    for (text, truth) in [
      ("at least 1 of (a, b)", .true), ("at least 2 of (a, b, c)", .false),
      ("at least 2 of (a, d)", .open), ("at least 2 of (b, c, d)", .false),
      ("at least 1 of (b, d)", .open),
    ] as [(AuthoredText, Truth)] {
      #expect(try consultation.truth(of: base.condition(text)) == truth, "\(text)")
    }
  }

  @Test("an earlier reading that was taken with other knowledge is read anew")
  func foreignReading() throws {
    let old = Knowledge.tiny(
      questions: [.yesNo("gone"), .yesNo("itch"), .number("size", 0...100)],
      scales: [.of("fit", ["good", "later", "no"], otherwise: "good")],
      rules: [.of("r", when: "gone or itch or size more than 50", raise: ["fit": "no"])])
    var reading = try old.begin()
    try reading.answer("gone", .yes)
    try reading.answer("size", .number(80))
    try reading.answer("itch", .yes)
    let new = Knowledge.tiny(
      questions: [.number("size", 0...10), .yesNo("itch")],
      scales: [.of("fit", ["good", "no"], otherwise: "good")],
      rules: [.of("before", when: "earlier itch", raise: ["fit": "no"])])
    let now = try new.begin(earlier: [reading])
    #expect(now.levels(of: "fit") == "no")
    #expect(now.earlier.map(\.answered) == [["itch"]])
    var other = new
    other.consultations[0].id = "other"
    #expect(throws: UnknownConsultation.self) { try other.begin("other", earlier: [reading]) }
  }
}
