import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("The recommendation")
struct RecommendationTests {
  static let knowledge = Knowledge.tiny(
    questions: [
      .yesNo("itch"), .one("skin", ["dry", "oily", "raw"]), .number("age", 0...99),
      .yesNo("calm", unsure: .option("no")),
    ],
    scales: [
      .of("fit", ["good", "later", "no"], otherwise: "good"),
      .of("test", ["short", "long"], otherwise: "short"),
      .of("inner", ["low", "high"], otherwise: "low"),
    ],
    rules: [
      .of("itchy", when: "itch", raise: ["fit": "later", "test": "long"], advise: ["cool"]),
      .of("raw", when: "skin is raw", unless: "calm", raise: ["fit": "no", "inner": "high"]),
      .of("old", when: "age more than 65", raise: ["test": "long"], advise: ["slow", "cool"]),
      .of("well", when: "not itch", advise: ["enjoy"]),
    ],
    advice: [.of("slow"), .of("enjoy", order: 5), .of("cool", order: 20)], decides: ["test", "fit"])

  private func consultation(_ answers: KeyValuePairs<Identifier<Question>, Answer>) throws
    -> Consultation
  {
    var consultation = try Self.knowledge.begin()
    for (question, answer) in answers { try consultation.answer(question, answer) }
    return consultation
  }

  @Test("there is none while a question that could change it is unanswered")
  func open() throws {
    #expect(try consultation([:]).recommendation == nil)
    #expect(
      try consultation(["itch": .yes, "skin": .option("raw"), "calm": .no]).recommendation == nil)
  }

  @Test(
    "it tells the decided scales in their order, the advice in its own, and the rules behind them")
  func whole() throws {
    let recommendation = try #require(
      try consultation(["itch": .yes, "skin": .option("dry"), "age": .number(70)]).recommendation)
    #expect(recommendation.decisions.map(\.scale.id) == ["test", "fit"])
    #expect(recommendation.decisions.map(\.level?.id) == ["long", "later"])
    #expect(recommendation.level(of: "fit")?.id == "later")
    #expect(recommendation.level(of: "inner") == nil)
    #expect(recommendation.advice.map(\.id) == ["cool", "slow"])
    #expect(recommendation.reasons.map(\.rule.id) == ["itchy", "old"])
    #expect(recommendation.reasons.map(\.scales) == [["test", "fit"], ["test"]])
    #expect(recommendation.reasons.map(\.isCertain) == [true, true])
    #expect(recommendation.unsure.isEmpty)
    #expect(!recommendation.endedEarly)
  }

  @Test("a rule that is overruled on every scale and advises nothing is no reason")
  func overruled() throws {
    var knowledge = Self.knowledge
    knowledge.rules[0].advises = []
    knowledge.rules[0].raises.removeLast()
    var consultation = try knowledge.begin()
    for (question, answer) in [
      ("itch", Answer.yes), ("skin", .option("raw")), ("calm", .no), ("age", .number(3)),
    ] { try consultation.answer(Identifier(question), answer) }
    #expect(consultation.recommendation?.reasons.map(\.rule.id) == ["raw"])
  }

  @Test("with something unsure it is the ceiling, and says what knowing would change")
  func unsure() throws {
    let recommendation = try #require(
      try consultation([
        "itch": .no, "skin": .unsure, "age": .unsure, "calm": .unsure,
      ]).recommendation)
    #expect(recommendation.decisions.map(\.level?.id) == ["long", "no"])
    #expect(recommendation.decisions.map(\.interval.floor?.id) == ["short", "good"])
    #expect(recommendation.reasons.map(\.rule.id) == ["raw", "old", "well"])
    #expect(recommendation.reasons.map(\.isCertain) == [false, false, true])
    #expect(recommendation.advice.map(\.id) == ["enjoy", "cool", "slow"])
    // Calm counts as an option at once, so it is not unsure any more.
    #expect(recommendation.unsure.map(\.question.id) == ["skin", "age"])
    #expect(recommendation.unsure.map { $0.milder.map(\.scale.id) } == [["fit"], ["test"]])
    #expect(recommendation.unsure.map { $0.milder.map(\.level.id) } == [["good"], ["short"]])
  }

  @Test("an unsure answer that changes nothing is told without a milder level")
  func unsureForNothing() throws {
    let recommendation = try #require(
      try consultation([
        "itch": .unsure, "skin": .option("raw"), "calm": .no, "age": .number(70),
      ]).recommendation)
    #expect(recommendation.unsure.map(\.question.id) == ["itch"])
    #expect(recommendation.unsure.first?.milder.isEmpty == true)
  }

  @Test("an unsure answer that was set aside is not told")
  func unsureSetAside() throws {
    let knowledge = Knowledge.tiny(
      questions: [.yesNo("a"), .yesNo("b", askedWhen: "a")],
      scales: [.of("fit", ["good", "no"], otherwise: "good")],
      rules: [.of("r", when: "b", raise: ["fit": "no"])])
    var consultation = try knowledge.begin()
    try consultation.answer("b", .unsure)
    try consultation.answer("a", .no)
    #expect(consultation.recommendation?.unsure.isEmpty == true)
    try consultation.answer("a", .yes)
    #expect(consultation.recommendation?.unsure.map(\.question.id) == ["b"])
  }

  @Test("knowing one number between two thresholds can be what makes it milder")
  func unsureBetween() throws {
    let knowledge = Knowledge.tiny(
      questions: [.number("share", 0...1)],
      scales: [.of("fit", ["good", "no"], otherwise: "good")],
      rules: [
        .of("r", when: "share at most 0.2 or share at least 0.4", raise: ["fit": "no"])
      ])
    var consultation = try knowledge.begin()
    try consultation.answer("share", .unsure)
    let recommendation = try #require(consultation.recommendation)
    #expect(recommendation.unsure.first?.milder.map(\.level.id) == ["good"])
  }

  @Test("advice is told only beside the levels that it goes with, and given all the same")
  func onlyAt() throws {
    var knowledge = Self.knowledge
    knowledge.advice[1].onlyAt = [
      .init("test", to: ["short"]), .init("fit", to: ["good", "later"]),
    ]
    func told(_ age: Answer, _ skin: Answer) throws -> Consultation {
      var consultation = try knowledge.begin()
      try consultation.answer("itch", .no)
      try consultation.answer("skin", skin)
      try consultation.answer("age", age)
      if !consultation.isOver { try consultation.answer("calm", .no) }
      return consultation
    }
    let young = try told(.number(30), .option("dry"))
    #expect(young.recommendation?.advice.map(\.id) == ["enjoy"])
    #expect(young.recommendation?.reasons.map(\.rule.id) == ["well"])
    #expect(young.certainAdvice.map(\.id) == ["enjoy"])
    let old = try told(.number(70), .option("dry"))
    #expect(old.recommendation?.advice.map(\.id) == ["cool", "slow"])
    #expect(old.recommendation?.reasons.map(\.rule.id) == ["old"])
    #expect(old.truth(ofAdvice: "enjoy") == .true)
    // What is recommended counts, not what is possible.
    let unsure = try told(.unsure, .option("dry"))
    #expect(unsure.recommendation?.advice.map(\.id) == ["cool", "slow"])
    #expect(unsure.certainAdvice.isEmpty)
    let raw = try told(.number(30), .option("raw"))
    #expect(raw.recommendation?.advice.isEmpty == true)
  }

  @Test("a rule that only may hold is no reason beside one that does")
  func openBesideCertain() throws {
    let knowledge = Knowledge.tiny(
      questions: [.yesNo("a"), .yesNo("b"), .yesNo("c")],
      scales: [.of("fit", ["good", "no"], otherwise: "good")],
      rules: [
        .of("one", when: "a", raise: ["fit": "no"], advise: ["tip"]),
        .of("two", when: "b", raise: ["fit": "no"]),
        .of("three", when: "c", raise: ["fit": "no"], advise: ["tip"]),
      ], advice: [.of("tip")])
    var consultation = try knowledge.begin()
    try consultation.answer("b", .unsure)
    try consultation.answer("a", .yes)
    #expect(consultation.isOver)
    #expect(consultation.recommendation?.reasons.map(\.rule.id) == ["one"])
    #expect(consultation.explanation(of: "fit")?.supports.map(\.rule.id) == ["one"])
    try consultation.answer("a", .no)
    try consultation.answer("c", .no)
    #expect(consultation.recommendation?.reasons.map(\.rule.id) == ["two"])
    #expect(consultation.recommendation?.reasons.map(\.isCertain) == [false])
  }

  // MARK: What knowing would change

  /// What is said of questions answered with *not sure*.
  private func effects(
    _ questions: [Question], _ rules: [Rule], unsure: [Identifier<Question>], at now: Moment? = nil
  ) throws -> [String] {
    var consultation = try Knowledge.tiny(
      questions: questions, scales: [.of("fit", ["good", "later", "no"], otherwise: "good")],
      rules: rules, advice: [.of("tip")]
    ).begin(at: now)
    for id in unsure { try consultation.answer(id, .unsure) }
    return try #require(consultation.recommendation).unsure.map { effect in
      (effect.milder.map { "\($0.scale.id): \($0.level.id)" }
        + (effect.changesAdvice ? ["advice"] : []) + (effect.changesNothing ? ["nothing"] : []))
        .joined(separator: ", ")
    }
  }

  @Test("several options together can be what makes it milder")
  func unsureTogether() throws {
    let signs = Question.any("signs", ["red", "hot", "wet"])
    #expect(
      try effects(
        [signs],
        [
          .of(
            "r", when: "signs includes any of (red, hot, wet) or not signs includes red",
            unless: "at least 2 of (signs includes red, signs includes hot, signs includes wet)",
            raise: ["fit": "no"])
        ], unsure: ["signs"]) == ["fit: good"])
    #expect(
      try effects(
        [signs],
        [.of("r", when: "not signs includes all of (red, hot, wet)", raise: ["fit": "no"])],
        unsure: ["signs"]) == ["fit: good"])
  }

  @Test("a day can be what makes it milder, if the clock is known")
  func unsureDay() throws {
    let rules = [Rule.of("r", when: "last less than 2 weeks ago", raise: ["fit": "no"])]
    #expect(
      try effects([.date("last")], rules, unsure: ["last"], at: Moment(seconds: 1_800_000_000))
        == ["fit: good"])
    #expect(try effects([.date("last")], rules, unsure: ["last"]) == ["nothing"])
  }

  @Test("knowing can change the advice alone")
  func unsureAdvice() throws {
    #expect(
      try effects(
        [.yesNo("a"), .yesNo("b")],
        [
          .of("r", when: "a", advise: ["tip"]), .of("s", when: "b and not b", raise: ["fit": "no"]),
        ],
        unsure: ["a", "b"]) == ["advice", "fit: good"])
  }

  @Test("where not every set of options was tried, nothing is said to be without effect")
  func unsureOfMany() throws {
    let names = (0..<12).map { "o\($0)" }
    let all = names.joined(separator: ", ")
    #expect(
      try effects(
        [.any("signs", names), .any("idle", names)],
        [
          .of(
            "r",
            when: AuthoredText(
              "not at least 4 of (\(names.map { "signs includes \($0)" }.joined(separator: ", ")))"),
            raise: ["fit": "no"]),
          .of("s", when: AuthoredText("idle includes all of (\(all))"), raise: ["fit": "good"]),
        ],
        unsure: ["signs", "idle"]) == ["", "nothing"])
  }
}
