package import Patchwise

/// What some situations come to, all of them together.
package struct ExactOutcome {
  /// For each scale the places of its levels, −1 standing for a gap.
  package private(set) var levels: [Identifier<Scale>: Set<Int>] = [:]
  /// For each rule, by place, whether it holds.
  package private(set) var rules: [Set<Bool>]
  /// For each piece of advice, whether it is given.
  package private(set) var advice: [Identifier<Advice>: Set<Bool>] = [:]
  /// For each question, whether it applies.
  package private(set) var applies: [Identifier<Question>: Set<Bool>] = [:]

  /// Goes through situations of some knowledge.
  package init(_ knowledge: Knowledge, _ situations: some Sequence<NaiveEvaluator>) {
    rules = knowledge.rules.map { _ in [] }
    for situation in situations {
      for scale in knowledge.scales {
        levels[scale.id, default: []].insert(situation.level(of: scale.id) ?? -1)
      }
      for place in knowledge.rules.indices { rules[place].insert(situation.holds(rule: place)) }
      for id in knowledge.advice.map(\.id) { advice[id, default: []].insert(situation.isGiven(id)) }
      for id in knowledge.questions.map(\.id) {
        applies[id, default: []].insert(situation.applies(id))
      }
    }
  }

  /// Returns the least cautious level that a situation comes to.
  package func floor(of scale: Identifier<Scale>) -> Int? { levels[scale]?.min() }

  /// Returns the most cautious level that a situation comes to.
  package func ceiling(of scale: Identifier<Scale>) -> Int? { levels[scale]?.max() }
}
