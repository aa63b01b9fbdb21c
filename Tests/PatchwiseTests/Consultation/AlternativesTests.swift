import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("Alternatives")
struct AlternativesTests {
  private static let knowledge = Knowledge.tiny(
    questions: [
      changing(.any("signs", ["red", "sore", "dry"]), .inTime),
      changing(.number("age", 0...99), .never),
      changing(.yesNo("perfume"), .byChoice), changing(.yesNo("acid"), .byChoice),
    ],
    scales: [
      .of("care", ["none", "see", "run"], otherwise: "none", ending: ["run"]),
      .of("fit", ["good", "later", "no"], otherwise: "good"),
    ],
    rules: [
      .of("red", when: "signs includes red", raise: ["care": "run"]),
      .of("sore", when: "signs includes any of (sore, dry)", raise: ["care": "see"]),
      .of("old", when: "age at least 65", raise: ["fit": "later"]),
      .of("strong", when: "perfume or acid", raise: ["fit": "no"]),
    ])

  private static func changing(_ question: Question, _ change: Question.Change) -> Question {
    var question = question
    question.changes = change
    return question
  }

  private func consultation(_ answers: KeyValuePairs<Identifier<Question>, Answer>) throws
    -> Consultation
  {
    var consultation = try Self.knowledge.begin()
    for (question, answer) in answers { try consultation.answer(question, answer) }
    return consultation
  }

  private func describe(_ alternatives: [Alternative]) -> [String] {
    alternatives.map { alternative in
      let answers = alternative.answers.map { group in
        "\(group.question) \(group.answers.map { Notes.text(of: $0) }.joined(separator: "|"))"
      }
      let outcomes = alternative.outcomes.map { outcome in
        "\(outcome.scale) \(outcome.interval.ceiling?.id.name ?? "gap")"
      }
      return "\(alternative.origin): \(answers.joined(separator: " & ")) → "
        + outcomes.joined(separator: ", ")
    }
  }

  @Test("are looked for by a clock that is absurd, too", arguments: [Int.min, .max])
  func absurdClock(seconds: Int) throws {
    let knowledge = Knowledge.tiny(
      questions: [Self.changing(.date("since"), .inTime)],
      scales: [.of("care", ["none", "see"], otherwise: "none")],
      rules: [.of("new", when: "since less than 3 days ago", raise: ["care": "see"])])
    var consultation = try knowledge.begin(at: Moment(seconds: seconds))
    try consultation.answer("since", .unsure)
    #expect(consultation.recommendation != nil)
    #expect(consultation.alternatives != nil)
  }

  @Test("single answers and pairs are found, each the smallest, by what it takes")
  func milder() throws {
    let alternatives = try #require(
      try consultation([
        "signs": .options(["sore", "dry"]), "age": .number(70), "perfume": .yes, "acid": .yes,
      ]).alternatives)
    #expect(
      describe(alternatives.milder) == [
        "inTime: signs none → care none", "byChoice: perfume no & acid no → fit later",
      ])
    #expect(alternatives.isComplete)
    #expect(describe(alternatives.moreCautious) == ["inTime: signs red,sore,dry → care run"])
  }

  @Test("of several options only those are left out that have to be")
  func fewestOptions() throws {
    let alternatives = try #require(
      try consultation([
        "signs": .options(["sore"]), "age": .number(70), "perfume": .no, "acid": .no,
      ]).alternatives)
    #expect(
      describe(alternatives.milder) == [
        "inTime: signs none → care none", "never: age 0.0|32.5 → fit good",
      ])
    let age = try #require(alternatives.milder.last?.answers.first?.range)
    #expect(age.lower == nil)
    #expect(age.upper?.answer == .number(65))
    #expect(age.upper?.isIncluded == false)
  }

  @Test("an option that changes nothing beside another is not left out with it")
  func onlyWhatCounts() throws {
    var consultation = try Knowledge.tiny(
      questions: [Self.changing(.any("signs", ["red", "dry"]), .inTime)],
      scales: [
        .of("care", ["none", "see"], otherwise: "none"),
        .of("fit", ["good", "no"], otherwise: "good"),
      ],
      rules: [
        .of("red", when: "signs includes red", raise: ["care": "see"]),
        .of("dry", when: "signs includes dry", raise: ["fit": "no"]),
      ]
    ).begin()
    try consultation.answer("signs", .options(["red", "dry"]))
    let milder = describe(try #require(consultation.alternatives).milder)
    #expect(
      milder == [
        "inTime: signs dry → care none", "inTime: signs red → fit good",
      ])
  }

  @Test("time makes more of itself only, so that nobody waits to get younger")
  func time() throws {
    var consultation = try Knowledge.tiny(
      questions: [
        Self.changing(.number("age", 0...99, unit: "years"), .inTime),
        Self.changing(.number("pain", 0...10), .inTime),
      ],
      scales: [
        .of("fit", ["good", "no"], otherwise: "good"),
        .of("care", ["none", "see"], otherwise: "none"),
      ],
      rules: [
        .of("age", when: "age less than 18 or age at least 65", raise: ["fit": "no"]),
        .of("pain", when: "pain at least 5", raise: ["care": "see"]),
      ]
    ).begin()
    try consultation.answer("pain", .number(7))
    try consultation.answer("age", .number(70))
    #expect(
      try #require(consultation.alternatives).milder.map(\.origin) == [.never, .inTime])
    try consultation.answer("age", .number(17))
    #expect(
      try #require(consultation.alternatives).milder.map(\.origin) == [.inTime, .inTime])
  }

  @Test("pairs are told in the order of the options, the first question before the second")
  func orderOfPairs() throws {
    var consultation = try Knowledge.tiny(
      questions: [.one("a", ["now", "one", "two"]), .one("b", ["now", "one", "two"])],
      scales: [.of("fit", ["good", "no"], otherwise: "good")],
      rules: [
        .of(
          "r", when: "not ((a is one and b is two) or (a is two and b is one))",
          raise: ["fit": "no"])
      ]
    ).begin()
    try consultation.answer("a", .option("now"))
    try consultation.answer("b", .option("now"))
    #expect(
      describe(try #require(consultation.alternatives).milder) == [
        "unstated: a one & b two → fit good", "unstated: a two & b one → fit good",
      ])
  }

  @Test("finding out is told apart, and nothing is told while there is no recommendation")
  func knowing() throws {
    let unsure = try consultation([
      "signs": .options([]), "age": .number(30), "perfume": .unsure, "acid": .no,
    ])
    #expect(
      describe(try #require(unsure.alternatives).milder) == [
        "knowing: perfume no → fit good"
      ])
    #expect(try consultation(["age": .number(3)]).alternatives == nil)
    #expect(try consultation(["signs": .options(["red"])]).alternatives == nil)
  }

  @Test("what would end the consultation is no way to something milder")
  func endings() throws {
    var consultation = try Knowledge.tiny(
      questions: [.one("how", ["skin", "needle", "drip"])],
      scales: [
        .of("care", ["none", "run"], otherwise: "none", ending: ["run"]),
        .of("fit", ["good", "no"], otherwise: "good"),
      ],
      rules: [
        .of("drip", when: "how is drip", raise: ["care": "run"]),
        .of("needle", when: "how is needle", raise: ["fit": "no"]),
      ]
    ).begin()
    try consultation.answer("how", .option("needle"))
    let alternatives = try #require(consultation.alternatives)
    #expect(describe(alternatives.milder) == ["unstated: how skin → fit good"])
    #expect(alternatives.moreCautious.map { $0.answers.map(\.answers) } == [[[.option("drip")]]])
  }

  // MARK: Random knowledge

  private static let rounds = Soak.rounds(400)

  @Test("each is right by the naive evaluator, and none of its parts is enough")
  func rightAndSmallest() throws {
    var count = 0
    for seed in 0..<UInt64(Self.rounds) {
      let play = try AnsweredPlay(seed: seed, withUnsure: true)
      guard let alternatives = play.consultation.alternatives else { continue }
      for (direction, some) in [
        (Alternative.Direction.milder, alternatives.milder),
        (.moreCautious, alternatives.moreCautious),
      ] {
        for alternative in some {
          count += 1
          for answers in combinations(of: alternative.answers) {
            let after = try changed(play.consultation, answers)
            for outcome in alternative.outcomes {
              checkNaively(outcome, in: after, play, "seed \(seed) \(answers)")
            }
          }
          let answers = combinations(of: alternative.answers)[0]
          let isSmallest = alternative.outcomes.filter { $0.direction == direction }
            .contains { outcome in
              answers.indices.allSatisfy { left in
                var part = answers
                part.remove(at: left)
                guard !part.isEmpty, let after = try? changed(play.consultation, part) else {
                  return true
                }
                // What would end the consultation is no way to something milder.
                return direction == .milder && after.endedEarly
                  || Self.direction(of: outcome.scale, from: play.consultation, to: after)
                    != direction
              }
            }
          #expect(isSmallest, "seed \(seed) \(answers)")
        }
      }
    }
    #expect(count > Self.rounds / 4)
  }

  @Test("every answer and every pair that makes a scale milder holds one of them")
  func complete() throws {
    var count = 0
    for seed in 0..<UInt64(Self.rounds / 4) {
      let play = try AnsweredPlay(seed: seed, withUnsure: true)
      guard let alternatives = play.consultation.alternatives, alternatives.isComplete else {
        continue
      }
      let questions = play.values.questions(of: play.consultation.kind)
      for (place, first) in questions.enumerated() {
        for second in questions[place...] {
          for one in answers(to: first, in: play) {
            for two in second.id == first.id ? [one] : answers(to: second, in: play) {
              let after = try changed(play.consultation, [(first.id, one), (second.id, two)])
              guard !after.endedEarly else { continue }
              for scale in play.consultation.kind.decides
              where Self.direction(of: scale, from: play.consultation, to: after) == .milder {
                count += 1
                let meant = [first.id, second.id]
                let isFound = alternatives.milder.contains { alternative in
                  alternative.outcomes.contains { $0.scale == scale && $0.direction == .milder }
                    && alternative.answers.allSatisfy { meant.contains($0.question) }
                }
                #expect(isFound, "seed \(seed): \(first.id) \(one), \(second.id) \(two)")
              }
            }
          }
        }
      }
    }
    #expect(count > 100)
  }

  private typealias Change = (question: Identifier<Question>, answer: Answer)

  private func changed(_ consultation: Consultation, _ changes: [Change]) throws -> Consultation {
    var after = consultation
    for change in changes { try after.answer(change.question, change.answer) }
    return after
  }

  private func combinations(of groups: [AnswerGroup]) -> [[Change]] {
    groups.reduce([[]]) { some, group in
      some.flatMap { changes in group.answers.map { changes + [(group.question, $0)] } }
    }
  }

  private func answers(to question: Question, in play: AnsweredPlay) -> [Answer] {
    var answers = play.answers
    return (0..<6).map { _ in answers.value(of: question, at: play.consultation.now) }
  }

  private static func place(_ level: Scale.Level?, _ scale: Scale) -> Int {
    level.flatMap { level in scale.levels.firstIndex { $0.id == level.id } } ?? LevelSet.gap
  }

  private static func direction(
    of id: Identifier<Scale>, from before: Consultation, to after: Consultation
  ) -> Alternative.Direction? {
    guard let scale = before.knowledge.scale(id), let levels = after.interval(of: id) else {
      return nil
    }
    let told = place(before.recommendedLevel(of: id), scale)
    let (floor, ceiling) = (place(levels.floor, scale), place(levels.ceiling, scale))
    return ceiling < told && ceiling >= 0 ? .milder : floor > told ? .moreCautious : nil
  }

  private func checkNaively(
    _ outcome: Alternative.Outcome, in after: Consultation, _ play: AnsweredPlay,
    _ note: @autoclosure () -> String
  ) {
    guard let scale = play.base.scale(outcome.scale) else { return }
    let told = Self.place(play.consultation.recommendedLevel(of: scale.id), scale)
    var random = SplitMix64(seed: 1)
    for situation in play.situations(of: after).situations(atMost: 12, &random) {
      let level = situation.level(of: scale.id) ?? LevelSet.gap
      switch outcome.direction {
      case .milder:
        #expect(level < told, "\(note())")
        #expect(level <= Self.place(outcome.interval.ceiling, scale), "\(note())")
      case .moreCautious: #expect(level > told, "\(note())")
      case .open: break
      }
    }
  }
}

/// Answers in short.
private enum Notes {
  static func text(of answer: Answer) -> String {
    switch answer {
    case .option(let id): id.name
    case .options([]): "none"
    case .options(let ids): ids.map(\.name).joined(separator: ",")
    case .number(let number): "\(number)"
    default: "\(answer)"
    }
  }
}
