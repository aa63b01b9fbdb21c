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
/// This is a second reading of what the knowledge language means: every question has one value or does
/// not apply, every condition is true or false. It shares no code with the engine's inference.
package final class NaiveEvaluator {
  private let base: NaiveBase
  private let asked: Set<Identifier<Question>>
  /// A value for each question of the consultation, whether it applies or not.
  package let values: [Identifier<Question>: SituationValue]
  /// The readings before this one, oldest first.
  package let earlier: [NaiveEvaluator]
  private var knownApplicability: [Identifier<Question>: Bool] = [:]
  private var knownRules: [Int: Bool] = [:]

  /// Describes a situation.
  ///
  /// - Parameters:
  ///   - base: The knowledge whose conditions are read.
  ///   - kind: The consultation, outside of whose sections no question applies.
  ///   - values: A value for each question of the consultation.
  ///   - earlier: The readings before this one, oldest first.
  package init(
    _ base: NaiveBase, _ kind: ConsultationKind,
    values: [Identifier<Question>: SituationValue], earlier: [NaiveEvaluator] = []
  ) {
    self.base = base
    self.values = values
    self.earlier = earlier
    asked = base.asked[kind.id] ?? []
  }

  /// Returns whether a question applies.
  package func applies(_ question: Identifier<Question>) -> Bool {
    guard asked.contains(question) else { return false }
    guard let askedWhen = base.askedWhen[question] else { return true }
    if let known = knownApplicability[question] { return known }
    let applies = holds(askedWhen)
    knownApplicability[question] = applies
    return applies
  }

  /// Returns the place of a scale's level; nothing in a gap.
  package func level(of scale: Identifier<Scale>) -> Int? {
    let raised = (base.raises[scale] ?? []).filter { holds(rule: $0.rule) }.map(\.level)
    return raised.max() ?? base.otherwise[scale]
  }

  /// Returns whether the `when` of the rule at a place holds and its `unless` does not.
  package func holds(rule place: Int) -> Bool {
    if let known = knownRules[place] { return known }
    let holds = holds(base.rules[place])
    knownRules[place] = holds
    return holds
  }

  /// Returns whether some rule that holds gives the advice.
  package func isGiven(_ advice: Identifier<Advice>) -> Bool {
    base.gives[advice]?.contains(where: holds(rule:)) ?? false
  }

  /// Returns whether a condition holds.
  package func holds(_ condition: Condition) -> Bool {
    switch condition {
    case .test(let test): holds(test)
    case .definition(let definition): base.definitions[definition].map(holds) ?? false
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
      guard case .isAny(let names) = test.relation, let level = level(of: id) else { return false }
      return base.levels[id].map { names.contains($0[level]) } ?? false
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
      compare(number, comparison, threshold.value)
    case (.isBetween(let low, let high), .number(let number)):
      !(number < low.value) && !(high.value < number)
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
