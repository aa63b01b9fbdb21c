import PatchwiseTestSupport
import Testing

@testable import Patchwise

/// The engine beside the naive evaluator, in every state that small consultations can be in.
@Suite("In every state of small knowledge")
struct ExhaustiveEquivalenceTests {
  /// Knowledge so small that every set of answers can be tried.
  struct Small: CustomTestStringConvertible, Sendable {
    var name: String
    var knowledge: Knowledge
    /// How many states and situations there must be, so that none gets lost.
    var states: Int
    var situations: Int
    var testDescription: String { name }
  }

  static let now = Moment(seconds: 1_800_000_000)

  @Test("floor and ceiling hold what is possible, and meet once all is known", arguments: all)
  func agrees(small: Small) throws {
    var count = 0
    try forEachState(of: small) { consultation, situations in
      let comparison = Comparison(consultation)
      var problems = situations.flatMap(comparison.unsoundness)
      if situations.count == 1 { problems += comparison.inexactness(in: situations[0]) }
      #expect(problems.isEmpty, "\(consultation.answered)")
      #expect(count > 0 || situations.count == small.situations)
      count += 1
      return problems.isEmpty
    }
    #expect(count == small.states)
  }

  @Test("the possible levels are exact where no question is looked at twice")
  func isExact() throws {
    try forEachState(of: Self.apart) { consultation, situations in
      let knowledge = consultation.knowledge.knowledge
      let outcome = ExactOutcome(knowledge, situations)
      for (scale, levels) in zip(knowledge.scales, consultation.evaluation.levels) {
        #expect(levels == LevelSet(outcome.levels[scale.id] ?? []))
        #expect(levels.floor == outcome.floor(of: scale.id))
        #expect(levels.ceiling == outcome.ceiling(of: scale.id))
      }
      for (truth, outcomes) in zip(consultation.evaluation.rules, outcome.rules) {
        #expect(outcomes == (truth == .open ? [true, false] : [truth == .true]))
      }
      return true
    }
  }

  /// Goes through all sets of answers, from none on, until it is told to stop.
  private func forEachState(
    of small: Small, _ body: (Consultation, [NaiveEvaluator]) throws -> Bool
  ) throws {
    let base = try KnowledgeBase(small.knowledge)
    let kind = try #require(base.knowledge.consultations.first)
    let values = QuestionValues(base)
    let questions = values.questions(of: kind)
    let choices = questions.map { question in
      [nil, Answer.unsure] + values.of(question, at: Self.now).map { answer($0, to: question) }
    }
    var random = SplitMix64(seed: 0)
    for number in 0..<choices.map(\.count).reduce(1, *) {
      var rest = number
      var consultation = try Consultation(kind.id, in: base, at: Self.now)
      var reading = Reading(kind, now: Self.now)
      for (question, choice) in zip(questions, choices) {
        if let answer = choice[rest % choice.count] {
          try consultation.answer(question.id, answer)
          reading.answers[question.id] = answer
        }
        rest /= choice.count
      }
      let situations = SituationSpace(values, [reading]).situations(atMost: .max, &random)
      guard try body(consultation, situations) else { return }
    }
  }

  private func answer(_ value: SituationValue, to question: Question) -> Answer {
    switch (value, question.domain) {
    case (.options(let names), .any): .options(names.sorted().map { Identifier($0) })
    case (.options(let names), _): .option(Identifier(names.first ?? ""))
    case (.number(let number), .duration): .duration(TimeSpan(seconds: Int(number)))
    case (.number(let number), _): .number(number)
    case (.passed(let seconds), _): .date(Self.now + TimeSpan(seconds: -Int(seconds)))
    }
  }

  // MARK: The knowledge

  static let all = [chain, clock, gaps]

  /// Questions that apply only after others, one of them by an inner scale.
  static let chain = Small(
    name: "a chain of questions",
    knowledge: .tiny(
      questions: [
        .one("skin", ["dry", "oily", "raw"], ordered: true),
        .yesNo("itch", askedWhen: "skin is not dry"),
        .any("signs", ["red", "swollen"], askedWhen: "risk at least middle"),
        .yesNo("calm", askedWhen: "signs includes red or not itch"),
      ],
      definitions: [.of("bad", "signs includes all of (red, swollen) and not calm")],
      scales: [
        .of("risk", ["low", "middle", "high"], otherwise: "low"),
        .of("care", ["none", "see", "run"], otherwise: "none", ending: ["run"]),
      ],
      rules: [
        .of("oily", when: "skin at least oily", raise: ["risk": "middle"]),
        .of("itchy", when: "itch and skin is raw", raise: ["risk": "high"], advise: ["cool"]),
        .of(
          "red", when: "signs includes any of (red, swollen)", unless: "calm",
          raise: ["care": "see"]),
        .of("bad", when: "bad or (risk is high and calm is no)", raise: ["care": "run"]),
      ],
      advice: [.of("cool")]),
    states: 5 * 4 * 6 * 4, situations: 3 * 2 * 4 * 2)

  /// Numbers, lengths of time and days.
  static let clock = Small(
    name: "numbers and times",
    knowledge: .tiny(
      questions: [
        .number("age", 0...99), .duration("since", days: 0...30, askedWhen: "age less than 60"),
        .date("last"),
      ],
      scales: [.of("fit", ["yes", "later", "no"], otherwise: "yes")],
      rules: [
        .of("young", when: "age less than 18 or age more than 60", raise: ["fit": "no"]),
        .of("fresh", when: "since between 2 days and 1 week", raise: ["fit": "later"]),
        .of(
          "twice", when: "last less than 3 days ago and not last less than 1 day ago",
          unless: "since at least 20 days", raise: ["fit": "no"], advise: ["rest"]),
      ],
      advice: [.of("rest")]),
    states: 9 * 11 * 7, situations: 7 * 9 * 5)

  /// Scales without an `otherwise`, rules below it, and counts.
  static let gaps = Small(
    name: "gaps and counts",
    knowledge: .tiny(
      questions: [
        .yesNo("p", unsure: .option("yes")), .yesNo("q"), .any("r", ["a", "b", "c"]),
        .one("s", ["x", "y", "z"], askedWhen: "level is not any of (two, three)"),
      ],
      scales: [
        .of("level", ["one", "two", "three"]),
        .of("last", ["low", "middle", "high"], otherwise: "low"),
      ],
      rules: [
        .of(
          "count", when: "at least 2 of (p, q, r includes a, r includes none of (b, c))",
          raise: ["level": "two"]),
        .of(
          "all", when: "at least 3 of (p, q, r includes all of (a, b))", raise: ["level": "three"]),
        .of("lower", when: "s is not x", raise: ["last": "middle"]),
        .of(
          "upper", when: "level at most two and s is any of (y, z) and tell is not given",
          raise: ["last": "high"]),
        .of("tell", when: "not (p or q)", advise: ["tell"]),
      ],
      advice: [.of("tell")]),
    states: 4 * 4 * 10 * 5, situations: 2 * 2 * 8 * 3)

  /// Every question in one test only.
  static let apart = Small(
    name: "tests apart",
    knowledge: .tiny(
      questions: [.yesNo("p"), .one("q", ["a", "b"]), .any("r", ["c", "d"], askedWhen: "p")],
      scales: [
        .of("fit", ["good", "later", "no"], otherwise: "good"), .of("care", ["see", "run"]),
      ],
      rules: [
        .of("first", when: "q is a", raise: ["fit": "later"]),
        .of("second", when: "r includes c", raise: ["care": "run"]),
      ]),
    states: 4 * 4 * 6, situations: 2 * 2 * 4)
}
