import PatchwiseTestSupport
import Testing

@testable import Patchwise
@testable import PatchwiseVerification

/// Proofs on two people who differ in one answer, beside trying every pair of situations.
@Suite("Two people who differ in one answer")
struct TwinTests {
  private func found(_ knowledge: Knowledge) throws -> [String] {
    Verification.diagnostics(of: try KnowledgeBase(knowledge))
      .filter { [.milderWarning, .kinderUnsure].contains($0.code) }
      .map { ([$0.message] + $0.notes.map(\.message)).joined(separator: " – ") }
  }

  private static func signs(_ rule: Rule, unsure: Question.UnsurePolicy = .any) -> Knowledge {
    var knowledge = Knowledge.tiny(
      questions: [.any("signs", ["throat", "itch"], unsure: unsure), .yesNo("old")],
      scales: [.of("care", ["fine", "see", "run"], otherwise: "fine")],
      rules: [.of("t", when: "signs includes throat", raise: ["care": "run"]), rule])
    knowledge.questions[0].domain = .any([
      Question.Option(id: "throat", label: "Throat", isWarning: true),
      Question.Option(id: "itch", label: "Itch"),
    ])
    return knowledge
  }

  @Test("a warning that holds a rule back is found with somebody for whom it does")
  func milderWarning() throws {
    let rule = Rule.of("i", when: "signs includes itch and old", raise: ["care": "see"])
    #expect(try found(Self.signs(rule)) == [])
    var knowledge = Self.signs(rule)
    knowledge.rules[0].raises = [.init("care", to: "see")]
    knowledge.rules[1].unless = "signs includes throat"
    knowledge.rules[1].raises = [.init("care", to: "run")]
    #expect(
      try found(knowledge) == [
        "option 'throat' is a warning, and makes scale 'care' milder for some – for example with signs: itch; old: yes – without 'throat' it is more cautious"
      ])
  }

  @Test("a scale that is only a hint may go either way")
  func hint() throws {
    var knowledge = Self.signs(Rule.of("i", when: "signs includes itch", raise: ["care": "run"]))
    knowledge.rules[1].unless = "signs includes throat"
    knowledge.rules[0].raises = [.init("care", to: "see")]
    #expect(try found(knowledge).count == 1)
    knowledge.scales[0].isHint = true
    #expect(try found(knowledge) == [])
  }

  @Test("a warning among options of which one is chosen is compared with those that are none")
  func oneOption() throws {
    func skin(_ condition: AuthoredText) throws -> [String] {
      var knowledge = Knowledge.tiny(
        questions: [.one("skin", ["calm", "sore", "raw"])],
        scales: [.of("care", ["fine", "see"], otherwise: "fine")],
        rules: [.of("r", when: condition, raise: ["care": "see"])])
      knowledge.questions[0].domain = .one(
        [
          Question.Option(id: "calm", label: "Calm"),
          Question.Option(id: "sore", label: "Sore", isWarning: true),
          Question.Option(id: "raw", label: "Raw", isWarning: true),
        ], ordered: false)
      return try found(knowledge)
    }
    // Of two warnings one may well be the graver.
    #expect(try skin("skin is raw") == [])
    #expect(try skin("skin is not calm") == [])
    #expect(try skin("skin is not raw").count == 1)
    #expect(try skin("skin is calm").count == 2)
  }

  @Test("not sure that counts as a kinder option is found, wherever the other one matters")
  func kinderUnsure() throws {
    let rule = Rule.of("i", when: "signs includes itch and old", raise: ["care": "see"])
    #expect(try found(Self.signs(rule, unsure: .option("throat"))) == [])
    #expect(try found(Self.signs(rule, unsure: .option("itch"))).count == 1)
    var graver = Self.signs(rule, unsure: .option("throat"))
    graver.rules[0].raises = [.init("care", to: "see")]
    graver.rules[1].raises = [.init("care", to: "run")]
    #expect(
      try found(graver) == [
        "another answer than 'throat' makes scale 'care' more cautious for some – for example with signs: throat; old: yes"
      ])
  }

  @Test("on random knowledge, what is found is what trying every pair of situations finds")
  func randomKnowledge() throws {
    var counts = (held: 0, broken: 0)
    for seed in 0..<UInt64(3_000) {
      var random = SplitMix64(seed: seed &+ 991)
      let base = try KnowledgeBase(Self.withWarnings(RandomKnowledge(seed: seed).knowledge))
      guard base.allConditions.flatMap(\.tests).allSatisfy({ $0.reading == .current }) else {
        continue
      }
      let kind = try #require(base.knowledge.consultations.first)
      let values = QuestionValues(base)
      let space = SituationSpace(values, [Reading(kind, now: Moment(seconds: 1_800_000_000))])
      guard space.count <= 8_000 else { continue }
      let all = space.situations(atMost: .max, &random)
      var situations = Situations(of: kind, in: base)
      for question in base.knowledge.questions where situations.asks(question.id) {
        for warning in base.options(of: question).filter(\.isWarning).map(\.id) {
          guard case .any = question.domain else { continue }
          let difference = Situations.Difference(
            question: question, first: [warning: false], second: [warning: true])
          for scale in kind.decides.compactMap({ base.scale($0) }) {
            let isProved =
              situations.witness(
                ofDifferenceIn: scale, between: difference, isSecondHigher: false) == nil
            let isShown = Self.lowers(scale, warning, of: question, among: all)
            #expect(isProved == !isShown, "seed \(seed): \(question.id) \(warning) \(scale.id)")
            if isShown { counts.broken += 1 } else { counts.held += 1 }
          }
        }
      }
    }
    #expect(counts.held > 200 && counts.broken > 20)
  }

  /// Marks the first option of each question of which several options can be chosen as a warning.
  private static func withWarnings(_ knowledge: Knowledge) -> Knowledge {
    var knowledge = knowledge
    for place in knowledge.questions.indices {
      guard case .any(var options) = knowledge.questions[place].domain, !options.isEmpty else {
        continue
      }
      options[0].isWarning = true
      knowledge.questions[place].domain = .any(options)
    }
    return knowledge
  }

  /// Whether adding a warning to what is chosen lowers a scale in any pair of situations.
  private static func lowers(
    _ scale: Scale, _ warning: Identifier<Question.Option>, of question: Question,
    among all: [NaiveEvaluator]
  ) -> Bool {
    var least: [[Identifier<Question>: SituationValue]: Int] = [:]
    func chosen(_ situation: NaiveEvaluator) -> Set<String> {
      if case .options(let chosen) = situation.values[question.id] { chosen } else { [] }
    }
    let applying = all.filter { $0.applies(question.id) }
    for situation in applying where chosen(situation).contains(warning.name) {
      var key = situation.values
      key[question.id] = .options(chosen(situation).subtracting([warning.name]))
      least[key] = situation.level(of: scale.id) ?? -1
    }
    return applying.contains { situation in
      !chosen(situation).contains(warning.name)
        && least[situation.values].map { $0 < situation.level(of: scale.id) ?? -1 } ?? false
    }
  }
}
