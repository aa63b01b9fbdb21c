/// A knowledge base with every name turned into a number, ready to be worked out.
///
/// Built once when a knowledge base is made, and never changed. Conditions are nodes in one array; a
/// node's parts stand side by side, so that working out follows numbers and neither allocates nor
/// counts references.
final class Program: Sendable {
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

  let nodes: [Node]
  let askedWhen: [Int?]
  let definitions: [Int]
  let rules: [CompiledRule]
  /// For each scale, the rules that raise it and to what.
  let raisers: [[(rule: Int, level: Int)]]
  /// For each piece of advice, the rules that give it.
  let givers: [[Int]]
  let otherwise: [Int]
  /// For each scale, how many levels it has.
  let levelCounts: [Int]
  /// For each scale, the least cautious level that ends a consultation, if there is one.
  let firstEnding: [Int?]
  /// For each question, whether it is left out while it is not sure that it applies.
  let skipsInDoubt: [Bool]
  /// For each piece of advice, the levels it is told at: bits of the levels of some scales.
  let toldAt: [[(scale: Int, mask: UInt64)]]
  /// For each question, a bit for every option.
  let optionMasks: [UInt64]
  /// Everything that is worked out, each step after what it rests on.
  let steps: [EvaluationOrder.Step]
  /// For each step, by place, the later ones that rest on it.
  let dependents: [[Int]]
  /// For each question, the place of the step that works out whether it applies.
  let questionSteps: [Int]
  /// For each scale, where its levels begin among those of all.
  let firstLevels: [Int]
  /// For each node, the one that it is a part of, or what its condition belongs to.
  let owners: [Owner]
  /// For each question, the nodes that look at its present answer.
  let testsOf: [[Int]]
  /// The nodes that look at the present outcome of each definition, scale and piece of advice.
  let mentions: (definitions: [[Int]], scales: [[Int]], advice: [[Int]])
  /// For each scale, the advice that only goes with some of its levels.
  let limitedBy: [[Int]]
  /// The questions that are left out while it is not sure that they apply.
  let doubters: [Int]
  /// Those steps, in their order, on which it rests whether they apply.
  let stepsBehindDoubters: [EvaluationOrder.Step]

  /// What a node belongs to.
  enum Owner: Sendable {
    case node(Int)
    case step(EvaluationOrder.Step)
  }

  init(_ knowledge: Knowledge, _ names: NameIndex, _ conditions: KnowledgeChecker.Conditions) {
    let order = EvaluationOrder(knowledge, names, conditions)
    steps = order.steps
    dependents = order.dependents
    var questionSteps = Array(repeating: 0, count: knowledge.questions.count)
    for (place, step) in order.steps.enumerated() {
      if case .question(let question) = step { questionSteps[question] = place }
    }
    self.questionSteps = questionSteps
    otherwise = zip(knowledge.scales, names.levels).map { scale, levels in
      scale.otherwise.flatMap { levels.firstIndex(of: $0.name) } ?? LevelSet.gap
    }
    levelCounts = names.levels.map(\.count)
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
    doubters = skipsInDoubt.indices.filter { [skipsInDoubt] in skipsInDoubt[$0] }
    var isBehind = Array(repeating: false, count: order.steps.count)
    for question in doubters { isBehind[questionSteps[question]] = true }
    // What rests on a step comes after it.
    for place in order.steps.indices.reversed() where !isBehind[place] {
      isBehind[place] = dependents[place].contains { isBehind[$0] }
    }
    stepsBehindDoubters = zip(order.steps, isBehind).filter(\.1).map(\.0)
    var limitedBy = Array(repeating: [Int](), count: knowledge.scales.count)
    for (advice, limits) in toldAt.enumerated() {
      for limit in limits { limitedBy[limit.scale].append(advice) }
    }
    self.limitedBy = limitedBy
    var levelCount = 0
    firstLevels = names.levels.map { levels in
      defer { levelCount += levels.count }
      return levelCount
    }
    var writer = NodeWriter(names: names)
    askedWhen = conditions.askedWhen.enumerated().map { place, condition in
      condition.map { writer.add($0, of: .question(place)) }
    }
    definitions = conditions.definitions.enumerated().map { place, condition in
      writer.add(condition ?? .all([]), of: .definition(place))
    }
    rules = zip(knowledge.rules, conditions.rules).enumerated().map { place, rule in
      let (rule, condition) = rule
      return CompiledRule(
        when: writer.add(condition.when ?? .any([]), of: .rule(place)),
        unless: condition.unless.map { writer.add($0, of: .rule(place)) },
        raises: rule.raises.compactMap { raise in
          guard let scale = names.scales[raise.scale],
            let level = names.levels[scale].firstIndex(of: raise.level.name)
          else { return nil }
          return (scale, level)
        },
        advises: rule.advises.compactMap { names.advice[$0] })
    }
    nodes = writer.nodes
    owners = writer.owners
    var testsOf = Array(repeating: [Int](), count: knowledge.questions.count)
    var mentions = (
      definitions: Array(repeating: [Int](), count: knowledge.definitions.count),
      scales: Array(repeating: [Int](), count: knowledge.scales.count),
      advice: Array(repeating: [Int](), count: knowledge.advice.count)
    )
    for (place, node) in writer.nodes.enumerated() where node.reading == .current {
      switch node.kind {
      case .not, .all, .any, .atLeast: break
      case .definition: mentions.definitions[node.subject].append(place)
      case .scale: mentions.scales[node.subject].append(place)
      case .advice: mentions.advice[node.subject].append(place)
      case .isAmong, .includesAny, .includesAll, .compares, .isBetween, .passed:
        testsOf[node.subject].append(place)
      }
    }
    self.testsOf = testsOf
    self.mentions = mentions
    var raisers = Array(repeating: [(rule: Int, level: Int)](), count: knowledge.scales.count)
    var givers = Array(repeating: [Int](), count: knowledge.advice.count)
    for (place, rule) in rules.enumerated() {
      for raise in rule.raises { raisers[raise.scale].append((place, raise.level)) }
      for advice in rule.advises { givers[advice].append(place) }
    }
    self.raisers = raisers
    self.givers = givers
  }

  /// Writes conditions down as nodes, one behind the other.
  private struct NodeWriter {
    let names: NameIndex
    private(set) var nodes: [Node] = []
    private(set) var owners: [Owner] = []

    init(names: NameIndex) { self.names = names }

    mutating func add(_ condition: Condition, of step: EvaluationOrder.Step) -> Int {
      let place = nodes.count
      owners.append(.step(step))
      nodes.append(Node(kind: .all))
      add(condition, at: place)
      return place
    }

    private mutating func add(_ condition: Condition, at place: Int) {
      switch condition {
      // An empty `any` never holds; it stands for a test that makes no sense, which checking refuses.
      case .test(let test): nodes[place] = Program.node(test, names) ?? Node(kind: .any)
      case .definition(let id):
        nodes[place] = Node(kind: .definition, subject: names.definitions[id] ?? 0)
      case .not(let inner): addParts([inner], at: place, Node(kind: .not))
      case .all(let parts): addParts(parts, at: place, Node(kind: .all))
      case .any(let parts): addParts(parts, at: place, Node(kind: .any))
      case .atLeast(let count, let parts):
        addParts(parts, at: place, Node(kind: .atLeast, subject: count))
      }
    }

    private mutating func addParts(
      _ parts: [Condition], at place: Int, _ node: Node
    ) {
      let range = nodes.count..<nodes.count + parts.count
      nodes[place] = node
      nodes[place].parts = range
      nodes.append(contentsOf: repeatElement(Node(kind: .all), count: parts.count))
      owners.append(contentsOf: repeatElement(.node(place), count: parts.count))
      for (place, part) in zip(range, parts) { add(part, at: place) }
    }
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
