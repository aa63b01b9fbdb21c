/// Where everything that has a name stands in its list.
///
/// The first of two things with one name wins; `KnowledgeChecker` reports the second.
final class NameIndex: Sendable {
  let questions: [Identifier<Question>: Int]
  let definitions: [Identifier<Definition>: Int]
  let scales: [Identifier<Scale>: Int]
  let rules: [Identifier<Rule>: Int]
  let advice: [Identifier<Advice>: Int]
  let plans: [Identifier<Plan>: Int]
  let lexicons: [Identifier<Lexicon>: Int]
  let sections: [Identifier<Question.Section>: Int]
  let consultations: [Identifier<ConsultationKind>: Int]
  /// Sources and their facts: the source's place in its list, and the fact's within the source.
  let citations: [Identifier<Citation>: (source: Int, fact: Int?)]
  /// The names of each question's options, in order; tags for ingredients, nothing for numbers.
  let options: [[String]]
  /// The names of each scale's levels, in order.
  let levels: [[String]]

  init(_ knowledge: Knowledge) {
    questions = Self.index(knowledge.questions)
    definitions = Self.index(knowledge.definitions)
    scales = Self.index(knowledge.scales)
    rules = Self.index(knowledge.rules)
    advice = Self.index(knowledge.advice)
    plans = Self.index(knowledge.plans)
    lexicons = Self.index(knowledge.lexicons)
    sections = Self.index(knowledge.sections)
    consultations = Self.index(knowledge.consultations)
    var citations: [Identifier<Citation>: (source: Int, fact: Int?)] = [:]
    for (place, source) in knowledge.sources.enumerated() {
      citations.insert(Identifier(source.id.name), (place, nil))
      for (factPlace, fact) in source.facts.enumerated() {
        citations.insert(Identifier(fact.id.name), (place, factPlace))
      }
    }
    self.citations = citations
    let lexiconIndex = lexicons
    options = knowledge.questions.map { question in
      switch question.domain {
      case .one(let options, _), .any(let options): options.map(\.id.name)
      case .yesNo: ["yes", "no"]
      case .number, .duration, .date: []
      case .ingredients(let names):
        names.compactMap { lexiconIndex[$0] }
          .flatMap { knowledge.lexicons[$0].tags.map(\.id.name) }
          .withoutRepeats()
      }
    }
    levels = knowledge.scales.map { $0.levels.map(\.id.name) }
  }

  private static func index<Element: Identifiable>(
    _ elements: [Element]
  ) -> [Element.ID: Int] {
    Dictionary(
      elements.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The names that conditions can mention.
  func conditionNames(in knowledge: Knowledge) -> [String] {
    knowledge.questions.map(\.id.name) + knowledge.definitions.map(\.id.name)
      + knowledge.scales.map(\.id.name) + knowledge.advice.map(\.id.name)
  }
}

extension Dictionary {
  /// Stores a value unless the key has one.
  fileprivate mutating func insert(_ key: Key, _ value: Value) {
    if self[key] == nil { self[key] = value }
  }
}
