import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("Obstacles to a level")
struct ObstaclesTests {
  private func consultation(_ answers: KeyValuePairs<Identifier<Question>, Answer>) throws
    -> Consultation
  {
    var consultation = try ExplanationTests.knowledge.begin()
    for (question, answer) in answers { try consultation.answer(question, answer) }
    return consultation
  }

  private func describe(_ obstacles: [Obstacles.Obstacle]) -> [String] {
    obstacles.map { obstacle in
      let facts = obstacle.facts.map { "\($0.test) \($0.truth)" }.joined(separator: ", ")
      return "\(obstacle.rule.id) to \(obstacle.level.id): \(facts)"
    }
  }

  @Test("a milder level is kept away by every rule above it that holds")
  func milder() throws {
    let over = try consultation(["itch": .yes, "skin": .option("raw"), "age": .number(30)])
    let obstacles = try #require(over.obstacles(to: "good", of: "fit"))
    #expect(obstacles.standing == .milder)
    #expect(
      describe(obstacles.above) == [
        "risky to no: inner is high true, itch is yes true, skin is raw true, "
          + "age at least 12 true, fever is yes false, age less than 18 false",
        "itchy to later: itch is yes true",
      ])
    #expect(obstacles.missing.isEmpty)
    #expect(!obstacles.isBelowOtherwise)
  }

  @Test(
    "a more cautious level is kept away by every rule to it or beyond, with the tests that fail")
  func moreCautious() throws {
    let over = try consultation(["itch": .no, "skin": .option("dry"), "age": .number(30)])
    let obstacles = try #require(over.obstacles(to: "later", of: "fit"))
    #expect(obstacles.standing == .moreCautious)
    #expect(obstacles.above.isEmpty)
    #expect(
      describe(obstacles.missing) == [
        "itchy to later: itch is yes false, skin is oily false",
        "risky to no: inner is high false, itch is yes false, skin is raw false",
        "hot to no: fever is yes false, age less than 18 false, itch is yes false",
      ])
  }

  @Test("the level that is told has none, and one that is open is said to be")
  func toldAndOpen() throws {
    let over = try consultation(["itch": .no, "skin": .option("dry"), "age": .number(30)])
    let told = try #require(over.obstacles(to: "good", of: "fit"))
    #expect(told.standing == .told)
    #expect(told.above.isEmpty && told.missing.isEmpty)
    let begun = try consultation(["itch": .yes])
    #expect(begun.obstacles(to: "good", of: "fit")?.standing == .milder)
    #expect(begun.obstacles(to: "later", of: "fit")?.standing == .open)
    #expect(begun.obstacles(to: "later", of: "none") == nil)
    #expect(begun.obstacles(to: "none", of: "fit") == nil)
  }

  @Test("what would be needed for a milder level is told, if nothing else leads to it")
  func needed() throws {
    var consultation = try Knowledge.tiny(
      questions: [.yesNo("a"), .yesNo("b")],
      scales: [.of("fit", ["one", "two", "three", "four"], otherwise: "two")],
      rules: [
        .of("a", when: "a", raise: ["fit": "four"]), .of("b", when: "b", raise: ["fit": "three"]),
      ]
    ).begin()
    try consultation.answer("a", .yes)
    try consultation.answer("b", .no)
    let three = try #require(consultation.obstacles(to: "three", of: "fit"))
    #expect(three.above.map(\.rule.id) == ["a"])
    #expect(three.missing.map(\.rule.id) == ["b"])
    let two = try #require(consultation.obstacles(to: "two", of: "fit"))
    #expect(two.missing.isEmpty)
    #expect(try #require(consultation.obstacles(to: "one", of: "fit")).isBelowOtherwise)
  }

  /// How many knowledge bases are made up.
  private static let rounds = Soak.rounds(400)

  @Test("no rule is left out, by the naive reading of random knowledge")
  func complete() throws {
    for seed in 0..<UInt64(Self.rounds) {
      let play = try AnsweredPlay(seed: seed)
      let (consultation, knowledge) = (play.consultation, play.base.knowledge)
      guard let situation = play.onlySituation, consultation.isOver, !consultation.endedEarly
      else { continue }
      for scale in consultation.kind.decides.compactMap({ play.base.scale($0) }) {
        let now = situation.level(of: scale.id) ?? LevelSet.gap
        for (place, level) in scale.levels.enumerated() where place != now {
          let obstacles = try #require(consultation.obstacles(to: level.id, of: scale.id))
          let rules = knowledge.rules.indices.filter { rule in
            knowledge.rules[rule].raises.contains { raise in
              guard raise.scale == scale.id,
                let raised = scale.levels.firstIndex(where: { $0.id == raise.level })
              else { return false }
              // Above a milder level all that hold; to a more cautious one all that there are.
              return place < now ? raised > place && situation.holds(rule: rule) : raised >= place
            }
          }.map { knowledge.rules[$0].id }
          let listed = (place < now ? obstacles.above : obstacles.missing).map(\.rule.id)
          #expect(Set(listed) == Set(rules), "seed \(seed), \(scale.id) \(level.id)")
          #expect(listed.count == rules.count)
          // Each carries the tests that decided it, unless it has a condition without any.
          for obstacle in obstacles.above + obstacles.missing {
            #expect(obstacle.facts.allSatisfy { $0.truth != .open }, "seed \(seed)")
          }
        }
      }
    }
  }
}

/// A consultation of random knowledge in which every question was answered for certain.
struct AnsweredPlay {
  let base: KnowledgeBase
  let values: QuestionValues
  private(set) var consultation: Consultation
  private(set) var answers: RandomAnswers

  /// Answers everything, with some answers of *not sure* among them if that is wanted.
  init(seed: UInt64, withUnsure: Bool = false) throws {
    var random = SplitMix64(seed: seed)
    base = try KnowledgeBase(RandomKnowledge(seed: seed).knowledge)
    values = QuestionValues(base)
    answers = RandomAnswers(values, random: SplitMix64(seed: seed &+ 1 << 40))
    let kind = random.pick(base.knowledge.consultations)
    consultation = try Consultation(
      kind.id, in: base, at: Moment(seconds: 1_800_000_000 + random.below(86_400)))
    for question in values.questions(of: kind) {
      try consultation.answer(
        question.id,
        withUnsure
          ? answers.answer(to: question, at: consultation.now)
          : answers.value(of: question, at: consultation.now))
    }
  }

  /// The situations that agree with a consultation of this knowledge.
  func situations(of consultation: Consultation) -> SituationSpace {
    var reading = Reading(consultation.kind, now: consultation.now)
    for id in consultation.answered { reading.answers[id] = consultation.answer(to: id) }
    return SituationSpace(values, [reading])
  }

  /// The one situation that agrees with the answers.
  var onlySituation: NaiveEvaluator? {
    var random = SplitMix64(seed: 0)
    let space = situations(of: consultation)
    return space.count == 1 ? space.situations(atMost: 1, &random).first : nil
  }
}
