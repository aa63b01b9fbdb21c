import Patchwise

/// Why a scale is not at some level: every rule that stands between, with what the person said.
struct ObstaclesScreen {
  /// How many groups of reasons that don't hold are shown, unless the person asks for all.
  static let limit = 5

  private let obstacles: Obstacles
  private let limit: Int
  private let consultation: Consultation
  private var knowledge: KnowledgeBase { consultation.knowledge }

  /// Shows the most part of what stands between, or all of it.
  init(_ obstacles: Obstacles, inFull: Bool = false, in consultation: Consultation) {
    self.obstacles = obstacles
    limit = inFull ? .max : Self.limit
    self.consultation = consultation
  }

  var blocks: [Block] {
    [.heading(Phrasing.whyNot(obstacles.scale.name, obstacles.level.name))] + standing
  }

  private var standing: [Block] {
    switch obstacles.standing {
    case .told: return [.paragraph(Phrasing.isTold)]
    case .open: return [.paragraph(Phrasing.isStillOpen)]
    case .milder: return [.paragraph(Phrasing.isMoreCautious(told))] + held + neverReached + missing
    case .moreCautious:
      let exact = obstacles.missing.filter { $0.level.id == obstacles.level.id }
      let beyond = obstacles.missing.filter { $0.level.id != obstacles.level.id }
      guard !exact.isEmpty else {
        return [.paragraph(Phrasing.noReasonLeadsThere)] + further(beyond)
      }
      let here = limit == .max ? exact : exact.filter { !isElsewhere($0) }
      let elsewhere = exact.count - here.count
      return
        (here.isEmpty
        ? [.paragraph(Phrasing.nothingCallsForIt)]
        : [.paragraph(Phrasing.noneHolds(here.count))] + items(here, atMost: limit))
        + (elsewhere > 0 ? [.paragraph(Phrasing.elsewhere(elsewhere))] : []) + further(beyond)
    }
  }

  /// The level that is told, or certain by now.
  private var told: String { StandingWords(consultation).text(of: obstacles.scale) }

  /// The rules that hold the scale above the level.
  private var held: [Block] {
    obstacles.above.isEmpty ? [] : [.paragraph(Phrasing.held)] + items(obstacles.above)
  }

  private var neverReached: [Block] {
    obstacles.isBelowOtherwise ? [.paragraph(Phrasing.isNeverTold)] : []
  }

  /// The rules without which the level is not reached either.
  private var missing: [Block] {
    obstacles.missing.isEmpty
      ? [] : [.paragraph(Phrasing.alsoNeeded)] + items(obstacles.missing)
  }

  /// How many rules lead further still, which are listed under their own level.
  private func further(_ beyond: [Obstacles.Obstacle]) -> [Block] {
    beyond.isEmpty
      ? [] : [.paragraph(Phrasing.leadFurther(beyond.count, beyond[0].level.name))]
  }

  /// Whether a rule is about nothing that this consultation asks.
  private func isElsewhere(_ obstacle: Obstacles.Obstacle) -> Bool {
    let asked = Set(knowledge.sections(of: consultation.kind).flatMap(\.questions))
    let questions = obstacle.facts.compactMap { fact in
      if case .question(let id) = fact.test.subject { id } else { nil }
    }
    return !questions.isEmpty && asked.isDisjoint(with: questions)
  }

  /// The tests of a rule that decided how it came out; of those that are open only what they look at.
  private func tests(of obstacle: Obstacles.Obstacle) -> [String] {
    let facts = obstacle.facts.filter { $0.rule == obstacle.rule.id }
    let open = facts.filter { $0.truth == .open }.compactMap { fact -> String? in
      switch fact.test.subject {
      case .question(let id): knowledge.question(id)?.name
      case .scale(let id): knowledge.scale(id)?.name
      case .advice: nil
      }
    }.withoutRepeats()
    return facts.filter { $0.truth != .open }.compactMap(FactWords(consultation).text)
      .withoutRepeats() + (open.isEmpty ? [] : [Phrasing.notKnown(open)])
  }

  /// Each rule with the tests by which it came out so; rules with the same tests together.
  private func items(
    _ obstacles: [Obstacles.Obstacle], atMost limit: Int = .max
  ) -> [Block] {
    var groups: [(tests: [String], reasons: [String])] = []
    for obstacle in obstacles {
      let tests = tests(of: obstacle)
      let because = obstacle.rule.because.string
      let reason =
        obstacle.truth == .open ? Phrasing.mayApply(because) : because
      if let place = groups.firstIndex(where: { $0.tests == tests }) {
        if !groups[place].reasons.contains(reason) { groups[place].reasons.append(reason) }
      } else {
        groups.append((tests, [reason]))
      }
    }
    let more = groups.dropFirst(limit).reduce(0) { $0 + $1.reasons.count }
    return groups.prefix(limit).flatMap { tests, reasons in
      reasons.map { .item(marker: "-", $0) }
        + (tests.isEmpty ? [] : [.detail(Phrasing.tests(tests))])
    } + (more > 0 ? [.paragraph(Phrasing.moreObstacles(more))] : [])
  }
}

/// Says how a test came out, and what the person had said.
struct FactWords {
  private let consultation: Consultation
  private var knowledge: KnowledgeBase { consultation.knowledge }

  init(_ consultation: Consultation) { self.consultation = consultation }

  /// A test as a sentence: what is looked for, and what was said.
  func text(of fact: Explanation.Fact) -> String? {
    switch fact.test.subject {
    case .question(let id):
      guard let question = knowledge.question(id) else { return nil }
      let wanted = ConditionWords(knowledge).text(of: fact.test.relation, at: question)
      return Phrasing.test(question.name, wanted, said(fact, question), fact.truth)
    case .scale(let id):
      guard let scale = knowledge.scale(id) else { return nil }
      return Phrasing.test(
        scale.name, ConditionWords(knowledge).text(of: fact.test.relation, on: scale),
        Phrasing.itIs(StandingWords(consultation).text(of: scale), because(of: scale, fact.truth)),
        fact.truth)
    case .advice(let id):
      guard let advice = knowledge.advice(id) else { return nil }
      return Phrasing.test(Phrasing.adviceEffect, advice.say.string, "", fact.truth)
    }
  }

  /// What holds a scale that is not told by itself, where a test on it holds.
  private func because(of scale: Scale, _ truth: Truth) -> [String] {
    guard truth == .true, !consultation.kind.decides.contains(scale.id) else { return [] }
    return consultation.explanation(of: scale.id)?.supports.map(\.rule.because.string) ?? []
  }

  private func said(_ fact: Explanation.Fact, _ question: Question) -> String {
    if fact.test.reading != .current { return Phrasing.atEarlierReading }
    if let answer = fact.answer {
      return answer == .unsure
        ? Phrasing.you(Phrasing.notSure)
        : Phrasing.you(AnswerWords(knowledge).text(of: answer, to: question))
    }
    return consultation.status(of: question.id) == .unanswered
      ? Phrasing.notAsked : Phrasing.doesNotApply
  }
}

/// Says what a test looks for.
struct ConditionWords {
  private let knowledge: KnowledgeBase

  init(_ knowledge: KnowledgeBase) { self.knowledge = knowledge }

  func text(of relation: Condition.Relation, at question: Question) -> String {
    let words = AnswerWords(knowledge)
    func labels(_ names: [String]) -> [String] {
      names.map { words.label(of: Identifier($0), in: question) }
    }
    func quantity(_ quantity: Condition.Quantity) -> String {
      switch quantity {
      case .number(let number): words.text(of: .number(number), to: question)
      case .duration(let span): words.text(of: .duration(span), to: question)
      }
    }
    return switch relation {
    case .isAny(let names), .includesAny(let names): Phrasing.either(labels(names))
    case .includesAll(let names): Phrasing.list(labels(names).map(Phrasing.quoted), "and")
    case .compares(let comparison, let threshold): "\(comparison.rawValue) \(quantity(threshold))"
    case .isBetween(let low, let high): "\(quantity(low)) to \(quantity(high))"
    case .passed(let comparison, let span): "\(comparison.rawValue) \(Phrasing.text(span)) ago"
    case .isGiven: ""
    }
  }

  func text(of relation: Condition.Relation, on scale: Scale) -> String {
    guard case .isAny(let names) = relation else { return "" }
    let levels = scale.levels.filter { names.contains($0.id.name) }
    return Phrasing.list(levels.map { Phrasing.quoted($0.name) }, "or")
  }

  /// Some answers to one question, beside what the person said.
  func text(of group: AnswerGroup, beside said: Answer?) -> String {
    Phrasing.few(texts(of: group, beside: said))
  }

  /// Each of some answers to one question, beside what the person said.
  func texts(of group: AnswerGroup, beside said: Answer?) -> [String] {
    guard let question = knowledge.question(group.question) else { return [] }
    if let range = group.range { return [text(of: range, to: question)] }
    if question.domain.takesSeveral {
      return group.answers.map { difference($0, said, question) }.withoutRepeats()
    }
    let words = AnswerWords(knowledge)
    return group.answers.map { Phrasing.quoted(words.text(of: $0, to: question)) }
  }

  private func text(of range: AnswerGroup.Range, to question: Question) -> String {
    func said(_ bound: AnswerGroup.Bound) -> String {
      AnswerWords(knowledge).text(of: bound.answer, to: question)
    }
    switch (range.lower, range.upper) {
    case (nil, nil): return Phrasing.anyAnswer
    case (let lower?, nil): return Phrasing.from(said(lower), isIncluded: lower.isIncluded)
    case (nil, let upper?): return Phrasing.upTo(said(upper), isIncluded: upper.isIncluded)
    case (let lower?, let upper?):
      if lower.answer == upper.answer { return said(lower) }
      return Phrasing.list(
        [
          Phrasing.from(said(lower), isIncluded: lower.isIncluded),
          Phrasing.upTo(said(upper), isIncluded: upper.isIncluded),
        ], "and")
    }
  }

  /// The options that an answer leaves out or adds.
  private func difference(_ answer: Answer, _ said: Answer?, _ question: Question) -> String {
    let words = AnswerWords(knowledge)
    let (now, then) = (said?.options ?? [], answer.options)
    let without = now.filter { !then.contains($0) }.map { words.label(of: $0, in: question) }
    let also = then.filter { !now.contains($0) }.map { words.label(of: $0, in: question) }
    if then.isEmpty { return Phrasing.quoted(words.text(of: answer, to: question)) }
    if now.isEmpty { return Phrasing.list(also.map(Phrasing.quoted), "and") }
    return Phrasing.list(
      (without.isEmpty ? [] : [Phrasing.without(without)])
        + (also.isEmpty ? [] : [Phrasing.also(also)]), "and")
  }
}
