/// The order in which everything can be worked out, each after what it rests on.
///
/// A question rests on what its `asked when` mentions, a rule on its conditions, a scale or advice on the
/// rules that raise or give it. Earlier readings are settled already and make nobody wait.
struct EvaluationOrder {
  /// Something to be worked out: its place in the knowledge's list of its kind.
  enum Step: Hashable, Sendable {
    case question(Int)
    case definition(Int)
    case rule(Int)
    case scale(Int)
    case advice(Int)
  }

  private(set) var steps: [Step] = []
  /// The members of a circle, each resting on the next, if there is one.
  private(set) var circle: [Step]?

  /// What each step rests on.
  private var needs: [Step: [Step]] = [:]
  private let knowledge: Knowledge

  init(_ knowledge: Knowledge, _ names: NameIndex, _ conditions: KnowledgeChecker.Conditions) {
    self.knowledge = knowledge
    for place in knowledge.questions.indices {
      needs[.question(place)] = Self.subjects(conditions.askedWhen[place], names)
    }
    for place in knowledge.definitions.indices {
      needs[.definition(place)] = Self.subjects(conditions.definitions[place], names)
    }
    for (place, rule) in knowledge.rules.enumerated() {
      let condition = conditions.rules[place]
      needs[.rule(place)] =
        Self.subjects(condition.when, names) + Self.subjects(condition.unless, names)
      for raise in rule.raises {
        if let scale = names.scales[raise.scale] {
          needs[.scale(scale), default: []].append(.rule(place))
        }
      }
      for id in rule.advises {
        if let advice = names.advice[id] {
          needs[.advice(advice), default: []].append(.rule(place))
        }
      }
    }
    let all =
      knowledge.questions.indices.map(Step.question)
      + knowledge.definitions.indices.map(Step.definition)
      + knowledge.rules.indices.map(Step.rule) + knowledge.scales.indices.map(Step.scale)
      + knowledge.advice.indices.map(Step.advice)
    sort(all)
  }

  /// For each step, by its place in the order, the later ones that rest on it.
  var dependents: [[Int]] {
    let places = Dictionary(
      steps.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var dependents: [[Int]] = Array(repeating: [], count: steps.count)
    for (place, step) in steps.enumerated() {
      for need in (needs[step] ?? []).withoutRepeats() {
        if let other = places[need] { dependents[other].append(place) }
      }
    }
    return dependents
  }

  /// Sorts depth first without recursion, so that a long chain can't exhaust the stack.
  private mutating func sort(_ all: [Step]) {
    var done: Set<Step> = []
    var open: Set<Step> = []
    for root in all where !done.contains(root) {
      var path = [(step: root, next: 0)]
      open.insert(root)
      while let (step, next) = path.last {
        let required = needs[step] ?? []
        guard next < required.count else {
          steps.append(step)
          done.insert(step)
          open.remove(step)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let need = required[next]
        if open.contains(need) {
          circle = path.map(\.step).drop { $0 != need }.filter {
            if case .rule = $0 { false } else { true }
          }
          return
        }
        if !done.contains(need) {
          path.append((need, 0))
          open.insert(need)
        }
      }
    }
  }

  private static func subjects(_ condition: Condition?, _ names: NameIndex) -> [Step] {
    guard let condition else { return [] }
    switch condition {
    case .test(let test):
      guard test.reading == .current else { return [] }
      let step: Step? =
        switch test.subject {
        case .question(let id): names.questions[id].map(Step.question)
        case .scale(let id): names.scales[id].map(Step.scale)
        case .advice(let id): names.advice[id].map(Step.advice)
        }
      return step.map { [$0] } ?? []
    case .definition(let id): return names.definitions[id].map { [.definition($0)] } ?? []
    case .not(let inner): return subjects(inner, names)
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      return parts.flatMap { subjects($0, names) }
    }
  }

  /// What a step is called, for diagnostics.
  func name(_ step: Step) -> (kind: String, name: String, location: SourceLocation?) {
    switch step {
    case .question(let place):
      ("question", knowledge.questions[place].id.name, knowledge.questions[place].id.location)
    case .definition(let place):
      ("definition", knowledge.definitions[place].id.name, knowledge.definitions[place].id.location)
    case .rule(let place):
      ("rule", knowledge.rules[place].id.name, knowledge.rules[place].id.location)
    case .scale(let place):
      ("scale", knowledge.scales[place].id.name, knowledge.scales[place].id.location)
    case .advice(let place):
      ("advice", knowledge.advice[place].id.name, knowledge.advice[place].id.location)
    }
  }
}
