package import Patchwise

/// What one question's answer would be in a situation, if the question applies.
package enum SituationValue: Hashable, Sendable {
  /// The options chosen.
  case options(Set<String>)
  /// A number, or a length of time in seconds.
  case number(Double)
  /// How many seconds have passed since a day.
  case passed(Double)
}

/// One reading of a course in one situation, worked out slowly and plainly.
///
/// This is a second reading of the *Meaning* section of the design: every question has one value or does
/// not apply, every condition is true or false. It shares no code with the engine's inference.
package final class NaiveEvaluator {
  private let base: KnowledgeBase
  private let asked: Set<Identifier<Question>>
  private let values: [Identifier<Question>: SituationValue]
  private let earlier: [NaiveEvaluator]
  private var knownApplicability: [Identifier<Question>: Bool] = [:]
  private var knownLevels: [Identifier<Scale>: Int?] = [:]

  /// Describes a situation.
  ///
  /// - Parameters:
  ///   - base: The knowledge base whose conditions are read.
  ///   - kind: The consultation, outside of whose sections no question applies.
  ///   - values: A value for each question of the consultation.
  ///   - earlier: The readings before this one, oldest first.
  package init(
    _ base: KnowledgeBase, _ kind: ConsultationKind,
    values: [Identifier<Question>: SituationValue], earlier: [NaiveEvaluator] = []
  ) {
    self.base = base
    self.values = values
    self.earlier = earlier
    asked = Set(base.sections(of: kind).flatMap(\.questions))
  }

  /// Returns whether a question applies.
  package func applies(_ question: Identifier<Question>) -> Bool {
    guard asked.contains(question) else { return false }
    if let known = knownApplicability[question] { return known }
    let applies = base.askedWhen(question).map(holds) ?? true
    knownApplicability[question] = applies
    return applies
  }

  /// Returns the place of a scale's level; nothing in a gap.
  package func level(of scale: Scale) -> Int? {
    if let known = knownLevels[scale.id] { return known }
    var raised: [Int] = []
    for rule in base.knowledge.rules {
      for raise in rule.raises where raise.scale == scale.id && holds(rule) {
        raised += scale.levels.indices.filter { scale.levels[$0].id == raise.level }
      }
    }
    let otherwise = scale.levels.indices.first { scale.levels[$0].id == scale.otherwise }
    let level = raised.max() ?? otherwise
    knownLevels[scale.id] = .some(level)
    return level
  }

  /// Returns whether a rule's `when` holds and its `unless` does not.
  package func holds(_ rule: Rule) -> Bool { holds(base.condition(of: rule)) }

  /// Returns whether some rule that holds gives the advice.
  package func isGiven(_ advice: Identifier<Advice>) -> Bool {
    base.knowledge.rules.contains { $0.advises.contains(advice) && holds($0) }
  }

  /// Returns whether a condition holds.
  package func holds(_ condition: Condition) -> Bool {
    switch condition {
    case .test(let test): holds(test)
    case .definition(let definition): holds(base.condition(of: definition))
    case .not(let inner): !holds(inner)
    case .all(let parts): parts.allSatisfy(holds)
    case .any(let parts): parts.contains(where: holds)
    case .atLeast(let count, let parts): parts.filter(holds).count >= count
    }
  }

  private func holds(_ test: Condition.Test) -> Bool {
    switch test.reading {
    case .current: holdsNow(test)
    case .previous: earlier.last?.holdsNow(test) ?? false
    case .earlier: earlier.contains { $0.holdsNow(test) }
    }
  }

  private func holdsNow(_ test: Condition.Test) -> Bool {
    switch test.subject {
    case .advice(let advice): return isGiven(advice)
    case .scale(let id):
      guard case .isAny(let names) = test.relation, let scale = base.scale(id),
        let level = level(of: scale)
      else { return false }
      return names.contains(scale.levels[level].id.name)
    case .question(let question):
      guard applies(question), let value = values[question] else { return false }
      return holds(test.relation, of: value)
    }
  }

  private func holds(_ relation: Condition.Relation, of value: SituationValue) -> Bool {
    switch (relation, value) {
    case (.isAny(let names), .options(let chosen)): !chosen.isDisjoint(with: names)
    case (.includesAny(let names), .options(let chosen)): !chosen.isDisjoint(with: names)
    case (.includesAll(let names), .options(let chosen)): chosen.isSuperset(of: names)
    case (.compares(let comparison, let threshold), .number(let number)):
      compare(number, comparison, threshold)
    case (.passed(let comparison, let span), .passed(let seconds)):
      compare(seconds, comparison, Double(span.seconds))
    default: false
    }
  }

  private func compare(
    _ number: Double, _ comparison: Condition.Comparison, _ threshold: Double
  ) -> Bool {
    switch comparison {
    case .atLeast: !(number < threshold)
    case .atMost: !(threshold < number)
    case .moreThan: threshold < number
    case .lessThan: number < threshold
    }
  }
}
