package import Patchwise

/// What the naive evaluator looks up, gathered once from the readable form of a knowledge base.
package struct NaiveBase {
  /// The conditions of the rules, in their order, each with its `unless`.
  let rules: [Condition]
  let definitions: [Identifier<Definition>: Condition]
  let askedWhen: [Identifier<Question>: Condition]
  /// The questions in the sections of each consultation.
  let asked: [Identifier<ConsultationKind>: Set<Identifier<Question>>]
  let levels: [Identifier<Scale>: [String]]
  let otherwise: [Identifier<Scale>: Int]
  /// The rules that raise each scale, and the places of the levels they raise it to.
  private(set) var raises: [Identifier<Scale>: [(rule: Int, level: Int)]] = [:]
  /// The rules that give each piece of advice.
  private(set) var gives: [Identifier<Advice>: [Int]] = [:]

  /// Gathers what a knowledge base says.
  package init(_ base: KnowledgeBase) {
    let knowledge = base.knowledge
    rules = knowledge.rules.map(base.condition)
    definitions = Dictionary(
      uniqueKeysWithValues: knowledge.definitions.map { ($0.id, base.condition(of: $0.id)) })
    askedWhen = Dictionary(
      uniqueKeysWithValues: knowledge.questions.compactMap { question in
        base.askedWhen(question.id).map { (question.id, $0) }
      })
    asked = Dictionary(
      uniqueKeysWithValues: knowledge.consultations.map { kind in
        (kind.id, Set(base.sections(of: kind).flatMap(\.questions)))
      })
    let levels = Dictionary(
      uniqueKeysWithValues: knowledge.scales.map { ($0.id, $0.levels.map(\.id.name)) })
    self.levels = levels
    otherwise = Dictionary(
      uniqueKeysWithValues: knowledge.scales.compactMap { scale in
        scale.levels.firstIndex { $0.id == scale.otherwise }.map { (scale.id, $0) }
      })
    for (place, rule) in knowledge.rules.enumerated() {
      for raise in rule.raises {
        guard let level = levels[raise.scale]?.firstIndex(of: raise.level.name) else { continue }
        raises[raise.scale, default: []].append((place, level))
      }
      for advice in rule.advises { gives[advice, default: []].append(place) }
    }
  }

  /// All tests of all conditions.
  var tests: [Condition.Test] {
    (rules + definitions.values + askedWhen.values).flatMap(\.tests)
  }
}
