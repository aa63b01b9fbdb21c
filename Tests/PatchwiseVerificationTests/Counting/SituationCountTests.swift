import BigInt
import PatchwiseTestSupport
import Testing

@testable import Patchwise
@testable import PatchwiseVerification

/// The counter beside the naive evaluator, which goes through every situation.
@Suite("Counting situations")
struct SituationCountTests {
  /// All situations of a consultation, each once.
  private struct Listing {
    private(set) var situations: [NaiveEvaluator] = []

    /// Lists the situations; nothing if there are too many values to go through.
    init?(of kind: ConsultationKind, in base: KnowledgeBase, atMost limit: Int) {
      let values = QuestionValues(base)
      let questions = values.questions(of: kind)
      let choices = questions.map { Self.values(of: $0, values, in: base) }
      guard choices.map({ Double($0.count) }).reduce(1, *) <= Double(limit) else { return nil }
      var seen: Set<[Int]> = []
      for number in 0..<choices.map(\.count).reduce(1, *) {
        var rest = number
        var places: [Int] = []
        for choice in choices {
          places.append(rest % choice.count)
          rest /= choice.count
        }
        let chosen = zip(questions, zip(choices, places)).map { ($0.id, $1.0[$1.1]) }
        let situation = NaiveEvaluator(
          values.naive, kind, values: Dictionary(uniqueKeysWithValues: chosen))
        let told = zip(questions, places).map { situation.applies($0.id) ? $1 : -1 }
        if seen.insert(told).inserted { situations.append(situation) }
      }
    }

    /// The values of a question, one for each region between the thresholds of all conditions.
    private static func values(
      of question: Question, _ values: QuestionValues, in base: KnowledgeBase
    ) -> [SituationValue] {
      let thresholds = base.allConditions.flatMap(\.tests)
        .filter { $0.subject == .question(question.id) }
        .flatMap { Self.thresholds(of: $0.relation) }
      var all = values.of(question, at: nil)
      if case .date = question.domain {
        // A second before each length of time, just then, and a second after.
        all = (thresholds + [0]).flatMap { [$0 - 1, $0, $0 + 1] }.map { .passed($0) }
      }
      var seen: Set<[Bool]> = []
      return all.filter { value in
        switch value {
        case .options: true
        case .number(let number), .passed(let number):
          seen.insert(thresholds.map { number < $0 } + thresholds.map { number == $0 }).inserted
        }
      }
    }

    private static func thresholds(of relation: Condition.Relation) -> [Double] {
      switch relation {
      case .compares(_, let threshold): [threshold.value]
      case .isBetween(let low, let high): [low.value, high.value]
      case .passed(_, let span): [Double(span.seconds)]
      case .isAny, .includesAny, .includesAll, .isGiven: []
      }
    }
  }

  private func condition(_ scale: Scale, _ level: Scale.Level) -> Condition {
    .test(.init(.scale(scale.id), .isAny(of: [level.id.name])))
  }

  @Test("counts on random knowledge are those of going through every situation")
  func randomKnowledge() throws {
    var (spaces, partial) = (0, 0)
    for seed in 0..<UInt64(Soak.rounds(250)) {
      let base = try KnowledgeBase(RandomKnowledge(seed: seed).knowledge)
      for kind in base.knowledge.consultations {
        guard let listing = Listing(of: kind, in: base, atMost: 600) else { continue }
        let all = listing.situations
        let situations = Situations(of: kind, in: base)
        #expect(situations.count().map { Int($0) } == all.count, "seed \(seed)")
        spaces += 1
        for condition in base.allConditions {
          let expected = all.count { $0.holds(condition) }
          if expected != 0 && expected != all.count { partial += 1 }
          #expect(
            situations.count(where: condition).map { Int($0) } == expected,
            "seed \(seed): \(condition)")
        }
        for scale in base.knowledge.scales {
          for (place, level) in scale.levels.enumerated() {
            #expect(
              situations.count(where: condition(scale, level)).map { Int($0) }
                == all.count { $0.level(of: scale.id) == place },
              "seed \(seed): \(scale.id) is \(level.id)")
          }
        }
      }
    }
    #expect(spaces > 100 && partial > 400)
  }

  @Test("the levels of a scale and its gap share out all situations")
  func levels() throws {
    for seed in 0..<UInt64(Soak.rounds(60)) {
      let base = try KnowledgeBase(RandomKnowledge(seed: seed).knowledge)
      for kind in base.knowledge.consultations {
        let situations = Situations(of: kind, in: base)
        for scale in base.knowledge.scales {
          let levels = scale.levels.map { condition(scale, $0) }
          let counts = (levels + [.not(.any(levels))]).compactMap { situations.count(where: $0) }
          #expect(counts.count == levels.count + 1)
          #expect(counts.reduce(0, +) == situations.count(), "seed \(seed): \(scale.id)")
        }
      }
    }
  }

  @Test("a question that does not apply has one value, and one that is not asked has none")
  func doesNotApply() throws {
    let knowledge = Knowledge.tiny(
      questions: [
        .yesNo("itch"), .any("where", ["face", "neck", "hand"], askedWhen: "itch"),
        .number("age", 0...99, askedWhen: "where includes face"),
        .duration("since", days: 0...9, askedWhen: "itch"), .date("last", askedWhen: "itch"),
        .one("kind", ["a", "b", "c"], askedWhen: "age at least 18"), .yesNo("hums"),
      ],
      definitions: [
        .of("lately", "since at most 2 days"), .of("since-then", "last less than 3 days ago"),
        .of("noisy", "hums"),
      ])
    let base = try KnowledgeBase(knowledge.changed { $0.sections[0].questions.removeLast() })
    let situations = Situations(of: base.knowledge.consultations[0], in: base)
    func count(_ condition: String) throws -> BigUInt? {
      situations.count(where: try base.condition(AuthoredText(condition)))
    }
    // Ages: below 18, 18, above; with each of the latter two one of three kinds.
    let wheres = 4 + 4 * (1 + 3 + 3)
    #expect(situations.count() == BigUInt(1 + wheres * 3 * 3))
    #expect(try count("not itch") == 1)
    #expect(try count("lately") == BigUInt(wheres * 2 * 3))
    #expect(try count("kind is b") == BigUInt(4 * 2 * 3 * 3))
    #expect(try count("noisy") == 0)
  }

  @Test("a list of ingredients counts as the set of its tags")
  func ingredients() throws {
    func lexicon(_ id: Identifier<Lexicon>, _ tags: [Identifier<Question.Option>]) -> Lexicon {
      Lexicon(
        id: id,
        tags: tags.map { Lexicon.Tag(id: $0, label: "A tag", names: [AuthoredText($0.name)]) })
    }
    let label = Question(id: "label", ask: "Label?", domain: .ingredients(["plants", "oils"]))
    let base = try KnowledgeBase(
      Knowledge.tiny(
        questions: [label, .yesNo("sure", askedWhen: "label includes any of (citrus, palm)")]
      ).changed {
        $0.lexicons = [lexicon("plants", ["aloe", "citrus"]), lexicon("oils", ["palm"])]
      }
    )
    let situations = Situations(of: base.knowledge.consultations[0], in: base)
    // Three of the four sets of citrus and palm ask for an answer.
    #expect(situations.count() == BigUInt(2 * (1 + 3 * 2)))
    #expect(situations.count(where: try base.condition("label includes aloe")) == 7)
  }

  @Test("there are no readings before the one whose situations are counted")
  func earlierReadings() throws {
    let base = try KnowledgeBase(
      .tiny(
        questions: [.yesNo("itch"), .yesNo("worse", askedWhen: "previous itch or earlier itch")],
        scales: [.of("fit", ["good", "no"], otherwise: "good")],
        rules: [.of("r", when: "itch and not earlier itch", raise: ["fit": "no"])]))
    let situations = Situations(of: base.knowledge.consultations[0], in: base)
    #expect(situations.count() == 2)
    #expect(situations.count(where: condition(base.knowledge.scales[0], "no")) == 1)
  }

  private func condition(_ scale: Scale, _ level: String) -> Condition {
    .test(.init(.scale(scale.id), .isAny(of: [level])))
  }

  @Test("a count that was not finished within its budget is none")
  func budget() throws {
    let base = try KnowledgeBase(
      .tiny(
        questions: [.any("signs", ["a", "b", "c", "d"])],
        definitions: [.of("some", "signs includes any of (a, b) or signs includes all of (c, d)")]))
    let situations = Situations(of: base.knowledge.consultations[0], in: base)
    #expect(situations.count(budget: 0) == 16)
    #expect(situations.count(where: .definition("some"), budget: 0) == nil)
    #expect(situations.count(where: .definition("some")) == 13)
  }
}
