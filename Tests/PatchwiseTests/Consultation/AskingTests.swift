import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("What is asked")
struct AskingTests {
  private static let scales = [Scale.of("fit", ["good", "later", "no"], otherwise: "good")]

  @Test("questions come in the author's order, as long as they can change the outcome")
  func order() throws {
    var consultation = try Knowledge.tiny(
      questions: [.yesNo("c"), .yesNo("a"), .yesNo("idle"), .yesNo("b")], scales: Self.scales,
      rules: [
        .of("one", when: "a and b", raise: ["fit": "later"]),
        .of("two", when: "c", raise: ["fit": "no"]),
      ]
    ).begin()
    #expect(consultation.asks == ["c", "a", "b"])
    try consultation.answer("a", .no)
    #expect(consultation.asks == ["c"])
    try consultation.answer("a", .yes)
    #expect(consultation.asks == ["c", "b"])
    try consultation.answer("c", .yes)
    #expect(consultation.asks.isEmpty)
    #expect(consultation.nextQuestion == nil)
    #expect(consultation.isOver)
    #expect(!consultation.endedEarly)
  }

  @Test("sections are asked one after the other")
  func sections() throws {
    var knowledge = Knowledge.tiny(
      questions: [.yesNo("a"), .yesNo("b"), .yesNo("c")], scales: Self.scales,
      rules: [.of("r", when: "a or b or c", raise: ["fit": "no"])])
    knowledge.sections = [
      Question.Section(id: "last", questions: ["a"]),
      Question.Section(id: "first", questions: ["c", "b"]),
    ]
    knowledge.consultations[0].sections = ["first", "last"]
    #expect(try knowledge.begin().asks == ["c", "b", "a"])
  }

  @Test("a question that hangs on a later one waits for it")
  func hanging() throws {
    var consultation = try Knowledge.tiny(
      questions: [
        .yesNo("a", askedWhen: "d"), .yesNo("b"), .yesNo("c", askedWhen: "a or b"), .yesNo("d"),
      ],
      scales: Self.scales, rules: [.of("r", when: "a and b and c", raise: ["fit": "no"])]
    ).begin()
    #expect(consultation.asks == ["b", "d", "a", "c"])
    try consultation.answer("b", .yes)
    #expect(consultation.asks == ["c", "d", "a"])
    try consultation.answer("d", .no)
    #expect(consultation.asks.isEmpty)
  }

  @Test("a question that hangs on one answered with not sure is asked all the same")
  func hangingOnUnsure() throws {
    var consultation = try Knowledge.tiny(
      questions: [.yesNo("a"), .yesNo("b", askedWhen: "a")], scales: Self.scales,
      rules: [.of("r", when: "b", raise: ["fit": "no"])]
    ).begin()
    #expect(consultation.asks == ["a", "b"])
    try consultation.answer("a", .unsure)
    #expect(consultation.asks == ["b"])
    try consultation.answer("b", .yes)
    #expect(consultation.levels(of: "fit") == "good...no")
  }

  @Test("a question outside the sections does not apply, and tests on it are false")
  func outside() throws {
    var knowledge = Knowledge.tiny(
      questions: [.yesNo("a"), .yesNo("b", askedWhen: "a"), .yesNo("c", askedWhen: "not a")],
      scales: Self.scales,
      rules: [
        .of("r", when: "a or b", raise: ["fit": "later"]),
        .of("s", when: "c", raise: ["fit": "no"]),
      ])
    knowledge.sections[0].questions = ["b", "c"]
    var consultation = try knowledge.begin()
    #expect(consultation.status(of: "a") == .notApplicable)
    #expect(consultation.status(of: "b") == .notApplicable)
    #expect(consultation.asks == ["c"])
    #expect(throws: AnswerRejection.unknownQuestion("a")) { try consultation.answer("a", .yes) }
    try consultation.answer("c", .no)
    #expect(consultation.levels(of: "fit") == "good")
  }

  @Test("advice keeps questions open though the scales are settled")
  func advice() throws {
    var consultation = try Knowledge.tiny(
      questions: [.yesNo("a"), .yesNo("b")], scales: Self.scales,
      rules: [
        .of("r", when: "a", raise: ["fit": "no"]), .of("tips", when: "b and a", advise: ["tip"]),
        .of("more", when: "a", advise: ["tip", "hint"]),
      ], advice: [.of("tip"), .of("hint")]
    ).begin()
    try consultation.answer("a", .yes)
    #expect(consultation.asks.isEmpty)
    consultation.retract("a")
    try consultation.answer("b", .yes)
    #expect(consultation.asks == ["a"])
    try consultation.answer("a", .no)
    #expect(consultation.asks.isEmpty)
    #expect(consultation.truth(ofAdvice: "tip") == .false)
  }

  @Test("scales that are not decided are asked about only where a decided one rests on them")
  func innerScales() throws {
    let scales = Self.scales + [.of("inner", ["low", "high"]), .of("idle", ["low", "high"])]
    var consultation = try Knowledge.tiny(
      questions: [.yesNo("a"), .yesNo("b"), .yesNo("c")], scales: scales,
      rules: [
        .of("one", when: "a", raise: ["inner": "high"]),
        .of("two", when: "b", raise: ["idle": "high"]),
        .of("three", when: "inner is high and c", raise: ["fit": "no"]),
      ], decides: ["fit"]
    ).begin()
    #expect(consultation.asks == ["a", "c"])
    #expect(consultation.levels(of: "inner") == "–...high")
    try consultation.answer("a", .no)
    #expect(consultation.asks.isEmpty)
  }

  @Test("rules that can't raise a scale any further are not asked about")
  func settledBelow() throws {
    var consultation = try Knowledge.tiny(
      questions: [.yesNo("a"), .yesNo("b")], scales: Self.scales,
      rules: [
        .of("one", when: "a", raise: ["fit": "later"]), .of("two", when: "b", raise: ["fit": "no"]),
      ]
    ).begin()
    try consultation.answer("b", .yes)
    #expect(consultation.asks.isEmpty)
    try consultation.answer("b", .unsure)
    #expect(consultation.asks == ["a"])
  }

  @Test("a rule that raises a scale to where it is without any rule is not asked about")
  func raisingToOtherwise() throws {
    let knowledge = Knowledge.tiny(
      questions: [.yesNo("a"), .yesNo("b")], scales: Self.scales,
      rules: [
        .of("one", when: "a", raise: ["fit": "good"]), .of("two", when: "b", raise: ["fit": "no"]),
      ])
    let consultation = try knowledge.begin()
    #expect(consultation.asks == ["b"])
    #expect(consultation.reason(toAsk: "a")?.rules.isEmpty == true)
  }

  // MARK: In doubt

  static let doubtful = Knowledge.tiny(
    questions: [
      .yesNo("a"), .yesNo("b"),
      Question(id: "c", ask: "c?", domain: .yesNo, askedWhen: "a", inDoubt: .skip),
      Question(id: "d", ask: "d?", domain: .yesNo, askedWhen: "c", inDoubt: .skip),
      Question(id: "e", ask: "e?", domain: .yesNo, askedWhen: "a or b", inDoubt: .skip),
      .yesNo("f", askedWhen: "a"),
    ],
    scales: scales,
    rules: [
      .of("r", when: "c and d", raise: ["fit": "no"]), .of("s", when: "e", raise: ["fit": "later"]),
      .of("t", when: "f", raise: ["fit": "later"]),
    ])

  @Test("a question that skips in doubt is asked where it certainly applies, or may come to")
  func asksWhileNotInDoubt() throws {
    var consultation = try Self.doubtful.begin()
    #expect(consultation.asks == ["a", "b", "c", "d", "e", "f"])
    try consultation.answer("a", .yes)
    #expect(consultation.asks == ["c", "d", "e", "f"])
  }

  @Test(
    "where only a not sure leaves open whether it applies, it is not asked and counts as not sure")
  func skipsInDoubt() throws {
    var consultation = try Self.doubtful.begin()
    try consultation.answer("a", .unsure)
    #expect(consultation.asks == ["b", "e", "f"])
    try consultation.answer("b", .no)
    #expect(consultation.asks == ["f"])
    try consultation.answer("f", .no)
    #expect(consultation.isOver)
    #expect(consultation.recommendation?.decisions.first?.level?.id == "no")
    #expect(consultation.recommendation?.reasons.map(\.rule.id) == ["r"])
    #expect(consultation.recommendation?.unsure.map(\.question.id) == ["a"])
    #expect(consultation.recommendation?.unsure.first?.milder.map(\.level.id) == ["good"])
    try consultation.answer("a", .yes)
    #expect(consultation.asks == ["c", "d", "e"])
  }

  @Test("advice that can't be told is not asked about")
  func adviceNotTold() throws {
    var knowledge = Knowledge.tiny(
      questions: [.yesNo("a"), .yesNo("b")], scales: Self.scales,
      rules: [
        .of("one", when: "a", raise: ["fit": "no"]), .of("two", when: "b", advise: ["tip"]),
      ],
      advice: [.of("tip")])
    knowledge.advice[0].onlyAt = [.init("fit", to: ["good", "later"])]
    var consultation = try knowledge.begin()
    #expect(consultation.asks == ["a", "b"])
    #expect(consultation.reason(toAsk: "b")?.rules.map(\.id) == ["two"])
    try consultation.answer("a", .yes)
    #expect(consultation.asks.isEmpty)
    #expect(consultation.reason(toAsk: "b")?.rules.isEmpty == true)
  }

  @Test("a long chain of questions, each hanging on the one before, is sorted in good time")
  func longChain() throws {
    let questions = (0..<400).map { place in
      Question.yesNo(
        Identifier("q\(place)"), askedWhen: place == 399 ? nil : AuthoredText("q\(place + 1)"))
    }
    let consultation = try Knowledge.tiny(
      questions: questions, scales: Self.scales,
      rules: [.of("r", when: "q0", raise: ["fit": "no"])]
    ).begin()
    #expect(consultation.asks.prefix(3) == ["q399", "q398", "q397"])
    #expect(consultation.asks.count == 400)
  }

  @Test("a long chain of questions that skip in doubt is followed only once")
  func longDoubtfulChain() throws {
    let questions = (0..<60).map { place in
      Question(
        id: Identifier("q\(place)"), ask: "?", domain: .yesNo,
        askedWhen: place == 0 ? nil : AuthoredText("q\(place - 1) or q0"), inDoubt: .skip)
    }
    var consultation = try Knowledge.tiny(
      questions: questions, scales: Self.scales,
      rules: [.of("r", when: "q59", raise: ["fit": "no"])]
    ).begin()
    #expect(consultation.asks.count == 60)
    try consultation.answer("q0", .unsure)
    #expect(consultation.isOver)
    #expect(consultation.recommendation?.decisions.first?.level?.id == "no")
  }

  @Test("a chain of a great many definitions and inner scales is followed to its end")
  func longReasoning() throws {
    let count = 20_000
    let definitions = (0..<count).map { place in
      Definition.of(Identifier("d\(place)"), place == 0 ? "a" : AuthoredText("d\(place - 1)"))
    }
    let scales = (0..<count / 10).map {
      Scale.of(Identifier("s\($0)"), ["low", "high"], otherwise: "low")
    }
    let rules = scales.indices.map { place in
      Rule.of(
        Identifier("r\(place)"),
        when: place == 0 ? AuthoredText("d\(count - 1)") : AuthoredText("s\(place - 1) is high"),
        raise: [scales[place].id: "high"])
    }
    let last = try #require(scales.last).id
    var consultation = try Knowledge.tiny(
      questions: [.yesNo("a")], definitions: definitions, scales: scales, rules: rules,
      decides: [last]
    ).begin()
    #expect(consultation.asks == ["a"])
    #expect(
      consultation.reason(toAsk: "a")?.rules.map(\.id) == [Identifier("r\(scales.count - 1)")])
    try consultation.answer("a", .no)
    #expect(consultation.isOver)
    let blocked = try #require(consultation.explanation(of: last)?.blocked.first)
    #expect(blocked.facts.count == scales.count)
    #expect(blocked.facts.last?.answer == .no)
  }
}
