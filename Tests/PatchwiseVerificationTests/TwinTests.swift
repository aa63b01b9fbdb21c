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

  @Test("a step towards the cautious end that holds a rule back is found")
  func cautiousEnd() throws {
    func pain(_ end: Question.End?, _ rule: Rule) throws -> [String] {
      var knowledge = Knowledge.tiny(
        questions: [.one("pain", ["calm", "sore", "raw"], ordered: true), .yesNo("old")],
        scales: [.of("care", ["fine", "see", "run"], otherwise: "fine")],
        rules: [.of("r", when: "pain is raw", raise: ["care": "see"]), rule])
      knowledge.questions[0].cautiousEnd = end
      return try found(knowledge)
    }
    let sore = Rule.of("s", when: "pain at least sore and old", raise: ["care": "see"])
    #expect(try pain(.last, sore) == [])
    #expect(try pain(.first, sore).count == 2)
    let onlySore = Rule.of("s", when: "pain is sore and old", raise: ["care": "run"])
    #expect(
      try pain(.last, onlySore) == [
        "answer 'raw' is nearer to the cautious end, and makes scale 'care' milder for some – for example with pain: sore; old: yes – with 'raw' it is less cautious"
      ])
    #expect(try pain(nil, onlySore) == [])
  }

  @Test("a longer time or a larger number is compared with one beside it that is told apart")
  func cautiousEndOfRange() throws {
    func calm(_ end: Question.End, _ condition: AuthoredText) throws -> [String] {
      var knowledge = Knowledge.tiny(
        questions: [.duration("calm", days: 0...60), .number("age", 0...99)],
        scales: [.of("care", ["fine", "see"], otherwise: "fine")],
        rules: [.of("r", when: condition, raise: ["care": "see"])])
      for place in 0...1 { knowledge.questions[place].cautiousEnd = end }
      return try found(knowledge)
    }
    #expect(try calm(.first, "calm less than 4 weeks or age at most 17") == [])
    #expect(try calm(.last, "calm at least 4 weeks and age more than 60") == [])
    #expect(
      try calm(.last, "calm less than 4 weeks and age more than 60") == [
        "answer '4 weeks' is nearer to the cautious end, and makes scale 'care' milder for some – for example with calm: 0 minutes; age: 61 – with '4 weeks' it is less cautious"
      ])
    #expect(try calm(.first, "age between 18 and 60").count == 1)
    #expect(try calm(.last, "age between 18 and 60").count == 1)
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
        for (place, option) in base.options(of: question).enumerated() where option.isWarning {
          guard case .any = question.domain else { continue }
          let warning = option.id
          let difference = Situations.Difference(
            question: question, first: [place: false], second: [place: true])
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

  @Test("on random knowledge, a step is found where trying every pair of situations finds it")
  func randomSteps() throws {
    var counts = (held: 0, broken: 0)
    for seed in 0..<UInt64(800) {
      var random = SplitMix64(seed: seed &+ 991)
      var knowledge = RandomKnowledge(seed: seed).knowledge
      knowledge.consultations.removeLast(knowledge.consultations.count - 1)
      let kind = knowledge.consultations[0]
      let plain = try KnowledgeBase(knowledge)
      let space = SituationSpace(
        QuestionValues(plain), [Reading(kind, now: Moment(seconds: 1_800_000_000))])
      guard space.count <= 600,
        plain.allConditions.flatMap(\.tests).allSatisfy({ $0.reading == .current })
      else { continue }
      let all = space.situations(atMost: .max, &random)
      for place in knowledge.questions.indices {
        var ended = knowledge
        ended.questions[place].cautiousEnd = random.percent(50) ? .first : .last
        let question = ended.questions[place]
        var verification = Verification(try KnowledgeBase(ended))
        let isFound = !verification.findings(of: .milderWarning).isEmpty
        let isShown = Self.decreases(kind.decides, nearerTheEndOf: question, among: all)
        #expect(isFound == isShown, "seed \(seed): \(question.id)")
        if isShown { counts.broken += 1 } else { counts.held += 1 }
      }
    }
    #expect(counts.held > 300 && counts.broken > 30)
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

  /// Whether any scale is lower in one of two situations that differ in a question, nearer to its end.
  private static func decreases(
    _ scales: [Identifier<Scale>], nearerTheEndOf question: Question, among all: [NaiveEvaluator]
  ) -> Bool {
    var groups: [[Identifier<Question>: SituationValue]: [(place: Double, levels: [Int])]] = [:]
    for situation in all where situation.applies(question.id) {
      var rest = situation.values
      guard let place = place(rest.removeValue(forKey: question.id), in: question) else { continue }
      let levels = scales.map { situation.level(of: $0) ?? -1 }
      groups[rest, default: []].append((place, levels))
    }
    return groups.values.contains { group in
      let row = group.sorted { ($0.place < $1.place) == (question.cautiousEnd == .last) }
      return zip(row, row.dropFirst()).contains { zip($0.levels, $1.levels).contains(where: >) }
    }
  }

  /// Where a value stands in the order of a question's values; nothing if they have none.
  private static func place(_ value: SituationValue?, in question: Question) -> Double? {
    switch (question.domain, value) {
    case (.one(let options, ordered: true), .options(let chosen)?):
      options.firstIndex { chosen.contains($0.id.name) }.map(Double.init)
    case (.number, .number(let value)?), (.duration, .number(let value)?): value
    default: nil
    }
  }
}
