package import Patchwise

/// Small knowledge made up at random, the same for the same seed.
///
/// It is always valid: what a condition rests on was made up before it, so there are no circles.
package struct RandomKnowledge {
  /// The knowledge itself.
  package private(set) var knowledge = Knowledge(id: "random", title: "Random", version: "1")
  private var random: SplitMix64
  private var conditions: RandomCondition

  /// Makes up knowledge.
  package init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    knowledge.questions = (0..<random.within(2...6)).map { Self.question($0, &random) }
    knowledge.scales = (0..<random.within(2...4)).map { Self.scale($0, &random) }
    knowledge.advice = (0..<random.within(0...2)).map {
      Advice.of(Identifier("do\($0)"), order: 9 - $0)
    }
    for place in knowledge.advice.indices where random.percent(40) {
      let scale = random.pick(knowledge.scales)
      let levels = scale.levels.prefix(random.within(1...scale.levels.count)).map(\.id)
      knowledge.advice[place].onlyAt = [Advice.Limit(scale.id, to: levels)]
    }
    conditions = RandomCondition(
      anything: knowledge.questions.map(RandomCondition.Subject.question)
        + knowledge.scales.map(RandomCondition.Subject.scale)
        + knowledge.advice.map(RandomCondition.Subject.advice),
      random: SplitMix64(seed: random.next()))
    self.random = random
    addConditions()
    addConsultations()
  }

  // MARK: Questions and scales

  private static func question(_ place: Int, _ random: inout SplitMix64) -> Question {
    let id = Identifier<Question>("q\(place)")
    let unsure: Question.UnsurePolicy = random.percent(85) ? .any : .refused
    let options = Array(["a", "b", "c", "d"].prefix(random.within(2...4)))
    switch random.below(13) {
    case 0...2: return .yesNo(id, unsure: random.percent(20) ? .option("no") : unsure)
    case 3...5:
      let counts = random.percent(20)
      return .one(
        id, options, ordered: random.percent(50),
        unsure: counts ? .option(Identifier(random.pick(options))) : unsure)
    case 6...7:
      return .any(
        id, Array(options.prefix(3)), unsure: random.percent(15) ? .option("a") : unsure)
    case 8...9: return .number(id, 0...10, unit: random.percent(50) ? "years" : nil, unsure: unsure)
    case 10...11: return .duration(id, days: 0...10, unsure: unsure)
    default: return .date(id, unsure: unsure)
    }
  }

  private static func scale(_ place: Int, _ random: inout SplitMix64) -> Scale {
    let levels = Array(["low", "middle", "high", "top"].prefix(random.within(2...4)))
    let otherwise = random.percent(80) ? levels[0] : random.pick(levels)
    return .of(
      Identifier("s\(place)"), levels,
      otherwise: random.percent(70) ? Identifier(otherwise) : nil,
      ending: random.percent(25) ? Set(levels.suffix(1)) : [])
  }

  // MARK: Conditions

  /// Goes through questions and scales in a random order, each of which may rest on those before.
  private mutating func addConditions() {
    var questions = knowledge.questions.indices.map(\.self)[...]
    var scales = knowledge.scales.indices.map(\.self)[...]
    var advice = knowledge.advice[...]
    learn(question: questions.removeFirst())
    while !questions.isEmpty || !scales.isEmpty {
      if random.percent(25) { define() }
      if let place = questions.first, scales.isEmpty || random.percent(60) {
        questions.removeFirst()
        learn(question: place)
      } else {
        let group = scales.prefix(random.within(1...2)).map { knowledge.scales[$0] }
        scales = scales.dropFirst(group.count)
        decide(group, advice.prefix(1).map(\.self))
        advice = advice.dropFirst()
      }
    }
  }

  private mutating func condition() -> AuthoredText {
    AuthoredText(conditions.condition(depth: random.below(3)))
  }

  private mutating func learn(question place: Int) {
    if !conditions.known.isEmpty, random.percent(35) {
      knowledge.questions[place].askedWhen = condition()
      if random.percent(30) { knowledge.questions[place].inDoubt = .skip }
    }
    conditions.known.append(.question(knowledge.questions[place]))
  }

  private mutating func define() {
    let definition = Definition(
      id: Identifier("def\(knowledge.definitions.count)"), condition: condition())
    knowledge.definitions.append(definition)
    conditions.known.append(.definition(definition))
  }

  /// Adds rules that raise some scales and give some advice, which can then be rested on.
  private mutating func decide(_ scales: [Scale], _ advice: [Advice]) {
    for _ in 0..<random.within(2...4) {
      let raises = random.shuffled(scales).prefix(random.within(1...scales.count)).map {
        Rule.Raise($0.id, to: random.pick(Self.raisable($0)).id)
      }
      knowledge.rules.append(
        Rule(
          id: Identifier("r\(knowledge.rules.count)"), when: condition(),
          unless: random.percent(25) ? condition() : nil, raises: raises, because: "It is so.",
          advises: advice.map(\.id).filter { _ in random.percent(50) }))
    }
    conditions.known += scales.map { .scale($0) } + advice.map { .advice($0) }
  }

  /// The levels that rules can raise a scale to, which are none below its `otherwise`.
  private static func raisable(_ scale: Scale) -> [Scale.Level] {
    let least = scale.levels.firstIndex { $0.id == scale.otherwise } ?? 0
    return Array(scale.levels[least...])
  }

  // MARK: Consultations

  private mutating func addConsultations() {
    for name in ["visit", "check"].prefix(random.within(1...2)) {
      let questions = random.shuffled(knowledge.questions.map(\.id)).filter { _ in
        random.percent(85)
      }
      let cut = random.within(0...questions.count)
      let sections = [questions.prefix(cut), questions.dropFirst(cut)].enumerated().map {
        Question.Section(id: Identifier("\(name)-\($0.offset)"), questions: Array($0.element))
      }
      knowledge.sections += sections
      let scales = random.shuffled(knowledge.scales.map(\.id))
      knowledge.consultations.append(
        ConsultationKind(
          id: Identifier(name), title: AuthoredText(name), sections: sections.map(\.id),
          decides: Array(scales.prefix(random.within(1...scales.count)))))
    }
  }
}
