import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("Explanations")
struct ExplanationTests {
  static let knowledge = Knowledge.tiny(
    questions: [
      .yesNo("itch"), .one("skin", ["dry", "oily", "raw"]), .number("age", 0...99),
      .yesNo("fever", askedWhen: "age less than 18"),
    ],
    definitions: [.of("sore", "itch and skin is raw")],
    scales: [
      .of("inner", ["low", "high"], otherwise: "low"),
      .of("fit", ["good", "later", "no"], otherwise: "good"),
    ],
    rules: [
      .of("risk", when: "sore", raise: ["inner": "high"]),
      .of("itchy", when: "itch or skin is oily", raise: ["fit": "later"]),
      .of(
        "risky", when: "inner is high and age at least 12", unless: "fever", raise: ["fit": "no"]),
      .of("hot", when: "at least 2 of (fever, itch, skin is dry)", raise: ["fit": "no"]),
    ], decides: ["fit"])

  private func consultation(_ answers: KeyValuePairs<Identifier<Question>, Answer>) throws
    -> Consultation
  {
    var consultation = try Self.knowledge.begin()
    for (question, answer) in answers { try consultation.answer(question, answer) }
    return consultation
  }

  private func describe(_ facts: [Explanation.Fact]) -> [String] {
    facts.map { "\($0.test): \($0.truth)\($0.answer.map { " by \($0)" } ?? "")" }
  }

  @Test(
    "the rules at the level support it, those above that failed are blocked, with the tests that decided"
  )
  func settled() throws {
    let explanation = try #require(
      try consultation(["itch": .yes, "skin": .option("raw"), "age": .number(8), "fever": .no])
        .explanation(of: "fit"))
    #expect(explanation.scale.id == "fit")
    #expect(explanation.interval.isSettled)
    try #require(explanation.supports.map(\.rule.id) == ["itchy"])
    #expect(explanation.supports.map(\.isCertain) == [true])
    #expect(describe(explanation.supports[0].facts) == ["itch is yes: true by option(yes)"])
    try #require(explanation.blocked.map(\.rule.id) == ["risky", "hot"])
    #expect(explanation.blocked.map(\.level.id) == ["no", "no"])
    #expect(describe(explanation.blocked[0].facts) == ["age at least 12: false by number(8.0)"])
    #expect(
      describe(explanation.blocked[1].facts)
        == ["fever is yes: false by option(no)", "skin is dry: false by option(raw)"])
  }

  @Test("the facts go through definitions and negations, down to each test once")
  func facts() throws {
    let consultation = try consultation(["itch": .yes, "skin": .option("raw"), "age": .number(12)])
    let risk = try #require(consultation.knowledge.rule("risk"))
    #expect(
      describe(consultation.facts(behind: risk))
        == ["itch is yes: true by option(yes)", "skin is raw: true by option(raw)"])
    let risky = try #require(consultation.knowledge.rule("risky"))
    #expect(describe(consultation.facts(behind: risky)) == ["fever is yes: open"])
    var over = consultation
    try over.answer("fever", .yes)
    #expect(describe(over.facts(behind: risky)) == ["fever is yes: true by option(yes)"])
    try over.answer("fever", .no)
    #expect(
      describe(over.facts(behind: risky))
        == [
          "inner is high: true", "itch is yes: true by option(yes)",
          "skin is raw: true by option(raw)", "age at least 12: true by number(12.0)",
          "fever is yes: false by option(no)",
        ])
    #expect(
      over.facts(behind: risky).map(\.rule) == ["risky", "risk", "risk", "risky", "risky"])
  }

  @Test("while questions are open, what is already certain is explained")
  func open() throws {
    let explanation = try #require(
      try consultation(["itch": .yes, "age": .number(30)]).explanation(of: "fit"))
    #expect(explanation.interval.floor?.id == "later")
    #expect(explanation.interval.ceiling?.id == "no")
    #expect(explanation.level?.id == "later")
    #expect(explanation.supports.map(\.rule.id) == ["itchy"])
    #expect(explanation.supports.map(\.isCertain) == [true])
    #expect(explanation.blocked.isEmpty)
    #expect(try consultation([:]).explanation(of: "fit")?.supports.isEmpty == true)
  }

  @Test("when nothing more is asked, what may hold supports the recommended level")
  func unsure() throws {
    let explanation = try #require(
      try consultation(["itch": .yes, "age": .number(30), "skin": .unsure]).explanation(of: "fit"))
    #expect(explanation.level?.id == "no")
    try #require(explanation.supports.map(\.rule.id) == ["risky", "hot"])
    #expect(explanation.supports.map(\.isCertain) == [false, false])
    #expect(describe(explanation.supports[1].facts) == ["skin is dry: open by unsure"])
  }

  @Test("a level that no rule raised has no support")
  func otherwise() throws {
    let explanation = try #require(
      try consultation(["itch": .no, "skin": .option("dry"), "age": .number(30)]).explanation(
        of: "fit"))
    #expect(explanation.supports.isEmpty)
    #expect(explanation.level?.id == "good")
    #expect(explanation.blocked.map(\.rule.id) == ["risky", "hot", "itchy"])
    #expect(try consultation([:]).explanation(of: "no-such-scale") == nil)
  }

  @Test("what keeps a rule from holding is followed through inner scales, advice and definitions")
  func through() throws {
    let knowledge = Knowledge.tiny(
      questions: [.yesNo("a"), .yesNo("b"), .yesNo("c"), .yesNo("d", askedWhen: "c")],
      definitions: [.of("not-b", "not b")],
      scales: [
        .of("inner", ["low", "middle", "high"], otherwise: "low"),
        .of("out", ["good", "later", "no"], otherwise: "good"),
      ],
      rules: [
        .of("one", when: "a", raise: ["inner": "high"]),
        .of("two", when: "not-b", raise: ["inner": "middle"], advise: ["tip"]),
        .of("three", when: "inner is high and b", raise: ["out": "no"]),
        .of("four", when: "inner is low or tip is not given", raise: ["out": "later"]),
        .of("five", when: "d", raise: ["out": "later"]),
      ], advice: [.of("tip")], decides: ["out"])
    var consultation = try knowledge.begin()
    for (question, answer) in [("a", Answer.no), ("b", .no), ("c", .no)] {
      try consultation.answer(Identifier(question), answer)
    }
    let explanation = try #require(consultation.explanation(of: "out"))
    #expect(explanation.level?.id == "good")
    try #require(explanation.blocked.map(\.rule.id) == ["three", "four", "five"])
    #expect(
      describe(explanation.blocked[0].facts)
        == [
          "inner is high: false", "a is yes: false by option(no)", "b is yes: false by option(no)",
        ])
    #expect(
      describe(explanation.blocked[1].facts)
        == ["inner is low: false", "b is yes: false by option(no)", "tip is given: true"])
    #expect(
      describe(explanation.blocked[2].facts) == [
        "d is yes: false", "c is yes: false by option(no)",
      ])
  }

  @Test("an answer that was set aside is no fact")
  func setAside() throws {
    let consultation = try consultation(["age": .number(8), "fever": .yes, "itch": .no])
    var older = consultation
    try older.answer("age", .number(40))
    let hot = try #require(older.knowledge.rule("hot"))
    let fever = older.facts(behind: hot).first { $0.test.subject == .question("fever") }
    #expect(fever?.truth == .false)
    #expect(fever?.answer == nil)
  }

  @Test(
    "a question is asked because of the open rules for decided scales and advice that rest on it")
  func reason() throws {
    let start = try consultation([:])
    #expect(start.reason(toAsk: "skin")?.rules.map(\.id) == ["itchy", "risky", "hot"])
    #expect(start.reason(toAsk: "age")?.rules.map(\.id) == ["risky", "hot"])
    let itchy = try consultation(["itch": .yes])
    #expect(itchy.reason(toAsk: "skin")?.rules.map(\.id) == ["risky", "hot"])
    #expect(itchy.reason(toAsk: "skin")?.question.id == "skin")
    #expect(itchy.reason(toAsk: "itch")?.rules.isEmpty == true)
    #expect(itchy.reason(toAsk: "no-such-question") == nil)
  }

  @Test("the reason to ask can be advice alone")
  func adviceReason() throws {
    var knowledge = Self.knowledge
    knowledge.questions.append(.yesNo("sun"))
    knowledge.sections[0].questions.append("sun")
    knowledge.advice = [.of("shade")]
    knowledge.rules.append(.of("sunny", when: "sun", advise: ["shade"]))
    #expect(try knowledge.begin().reason(toAsk: "sun")?.rules.map(\.id) == ["sunny"])
  }
}
