/// A knowledge base with every name turned into a number, ready to be worked out.
///
/// Built once when a knowledge base is made, and never changed. Conditions are nodes in one array; a
/// node's parts stand side by side, so that working out follows numbers and neither allocates nor
/// counts references.
struct Program: Sendable {
  /// One step of a condition.
  struct Node: Sendable {
    enum Kind: UInt8, Sendable {
      case not, all, any, atLeast, definition
      case isAmong, includesAny, includesAll, compares, isBetween, passed, scale, advice
    }

    var kind: Kind
    var reading = Condition.Reading.current
    var comparison = Condition.Comparison.atLeast
    /// The question, scale, advice or definition that is looked at; the count of `atLeast`.
    var subject = 0
    /// Options or levels, bit n for the nth.
    var mask: UInt64 = 0
    var threshold = 0.0
    /// The upper end of `isBetween`.
    var upper = 0.0
    var parts = 0..<0
  }

  /// A rule: its conditions, and what it raises, by place.
  struct CompiledRule: Sendable {
    var when: Int
    var unless: Int?
    var raises: [(scale: Int, level: Int)]
    var advises: [Int]
  }

  private(set) var nodes: [Node] = []
  private(set) var askedWhen: [Int?] = []
  private(set) var definitions: [Int] = []
  private(set) var rules: [CompiledRule] = []
  /// For each scale, the rules that raise it and to what.
  private(set) var raisers: [[(rule: Int, level: Int)]]
  /// For each piece of advice, the rules that give it.
  private(set) var givers: [[Int]]
  private(set) var otherwise: [Int]
  /// For each scale, the least cautious level that ends a consultation, if there is one.
  let firstEnding: [Int?]
  /// For each question, whether it is left out while it is not sure that it applies.
  let skipsInDoubt: [Bool]
  /// For each piece of advice, the levels it is told at: bits of the levels of some scales.
  private(set) var toldAt: [[(scale: Int, mask: UInt64)]]
  /// For each question, a bit for every option.
  private(set) var optionMasks: [UInt64]
  /// Everything that is worked out, each step after what it rests on.
  let steps: [EvaluationOrder.Step]
  /// For each step, by place, the later ones that rest on it.
  let dependents: [[Int]]
  /// For each question, the place of the step that works out whether it applies.
  let questionSteps: [Int]

  init(_ knowledge: Knowledge, _ names: NameIndex, _ conditions: KnowledgeChecker.Conditions) {
    let order = EvaluationOrder(knowledge, names, conditions)
    steps = order.steps
    dependents = order.dependents
    var questionSteps = Array(repeating: 0, count: knowledge.questions.count)
    for (place, step) in order.steps.enumerated() {
      if case .question(let question) = step { questionSteps[question] = place }
    }
    self.questionSteps = questionSteps
    raisers = Array(repeating: [], count: knowledge.scales.count)
    givers = Array(repeating: [], count: knowledge.advice.count)
    otherwise = zip(knowledge.scales, names.levels).map { scale, levels in
      scale.otherwise.flatMap { levels.firstIndex(of: $0.name) } ?? LevelSet.gap
    }
    firstEnding = knowledge.scales.map(\.firstEnding)
    skipsInDoubt = knowledge.questions.map { $0.inDoubt == .skip }
    toldAt = knowledge.advice.map { advice in
      advice.onlyAt.compactMap { limit in
        names.scales[limit.scale].map { scale in
          (scale, Self.mask(limit.levels.map(\.name), of: names.levels[scale]))
        }
      }
    }
    optionMasks = names.options.map { $0.count == 64 ? .max : (1 << UInt64($0.count)) - 1 }
    askedWhen = conditions.askedWhen.map { condition in condition.map { add($0, names) } }
    definitions = conditions.definitions.map { add($0 ?? .all([]), names) }
    for (place, rule) in knowledge.rules.enumerated() {
      let condition = conditions.rules[place]
      let compiled = CompiledRule(
        when: add(condition.when ?? .any([]), names),
        unless: condition.unless.map { add($0, names) },
        raises: rule.raises.compactMap { raise in
          guard let scale = names.scales[raise.scale],
            let level = names.levels[scale].firstIndex(of: raise.level.name)
          else { return nil }
          return (scale, level)
        },
        advises: rule.advises.compactMap { names.advice[$0] })
      for raise in compiled.raises { raisers[raise.scale].append((place, raise.level)) }
      for advice in compiled.advises { givers[advice].append(place) }
      rules.append(compiled)
    }
  }

  private mutating func add(_ condition: Condition, _ names: NameIndex) -> Int {
    let place = nodes.count
    nodes.append(Node(kind: .all))
    add(condition, names, at: place)
    return place
  }

  private mutating func add(_ condition: Condition, _ names: NameIndex, at place: Int) {
    switch condition {
    // An empty `any` never holds; it stands for a test that makes no sense, which checking refuses.
    case .test(let test): nodes[place] = Self.node(test, names) ?? Node(kind: .any)
    case .definition(let id):
      nodes[place] = Node(kind: .definition, subject: names.definitions[id] ?? 0)
    case .not(let inner): addParts([inner], names, at: place, Node(kind: .not))
    case .all(let parts): addParts(parts, names, at: place, Node(kind: .all))
    case .any(let parts): addParts(parts, names, at: place, Node(kind: .any))
    case .atLeast(let count, let parts):
      addParts(parts, names, at: place, Node(kind: .atLeast, subject: count))
    }
  }

  private mutating func addParts(
    _ parts: [Condition], _ names: NameIndex, at place: Int, _ node: Node
  ) {
    let range = nodes.count..<nodes.count + parts.count
    nodes[place] = node
    nodes[place].parts = range
    nodes.append(contentsOf: repeatElement(Node(kind: .all), count: parts.count))
    for (place, part) in zip(range, parts) { add(part, names, at: place) }
  }

  /// Turns one test into a node; nothing if it looks at what there is not, or asks what has no sense.
  static func node(_ test: Condition.Test, _ names: NameIndex) -> Node? {
    switch test.subject {
    case .question(let id):
      guard let place = names.questions[id] else { return nil }
      var node = Node(kind: .isAmong, reading: test.reading, subject: place)
      let options = names.options[place]
      switch test.relation {
      case .isAny(let chosen): node.mask = mask(chosen, of: options)
      case .includesAny(let chosen):
        (node.kind, node.mask) = (.includesAny, mask(chosen, of: options))
      case .includesAll(let chosen):
        (node.kind, node.mask) = (.includesAll, mask(chosen, of: options))
      case .compares(let comparison, let threshold):
        (node.kind, node.comparison, node.threshold) = (.compares, comparison, threshold.value)
      case .isBetween(let low, let high):
        (node.kind, node.threshold, node.upper) = (.isBetween, low.value, high.value)
      case .passed(let comparison, let span):
        (node.kind, node.comparison) = (.passed, comparison)
        node.threshold = Double(span.seconds)
      case .isGiven: return nil
      }
      return node
    case .scale(let id):
      guard let place = names.scales[id], case .isAny(let chosen) = test.relation else {
        return nil
      }
      return Node(
        kind: .scale, reading: test.reading, subject: place,
        mask: mask(chosen, of: names.levels[place]))
    case .advice(let id):
      guard let place = names.advice[id], case .isGiven = test.relation else { return nil }
      return Node(kind: .advice, reading: test.reading, subject: place)
    }
  }

  static func mask(_ chosen: some Sequence<String>, of values: [String]) -> UInt64 {
    chosen.reduce(0) { mask, name in
      values.firstIndex(of: name).map { mask | 1 << UInt64($0) } ?? mask
    }
  }
}
