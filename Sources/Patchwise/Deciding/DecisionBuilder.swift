/// Turns what a consultation without earlier readings works out into a network.
struct DecisionBuilder<Network: DecisionNetwork> {
  typealias Literal = Network.Literal

  private let program: Program
  private let inputs: [DecisionInput]
  private(set) var network: Network
  private var applies: [Literal]
  private var definitions: [Literal]
  private var ruleLiterals: [Literal]
  private var adviceLiterals: [Literal]
  /// For each scale and level, what rules it out.
  ///
  /// The first is the gap. There is nothing until it is asked for.
  private var ruledOutLiterals: [[Literal]?]

  init(_ form: DecisionForm) {
    program = form.knowledge.program
    inputs = form.inputs
    network = Network(inputs)
    applies = Array(repeating: .never, count: inputs.count)
    definitions = Array(repeating: .never, count: program.definitions.count)
    ruleLiterals = Array(repeating: .never, count: program.rules.count)
    adviceLiterals = Array(repeating: .never, count: program.givers.count)
    ruledOutLiterals = Array(repeating: nil, count: program.raisers.count)
    for step in program.steps { add(step) }
  }

  // MARK: Outcomes

  /// What holds where each rule does.
  mutating func rules() -> [Literal] { ruleLiterals.map { network.outcome($0) } }

  /// What holds where each piece of advice is given.
  mutating func advice() -> [Literal] { adviceLiterals.map { network.outcome($0) } }

  /// What holds where each level of a scale is ruled out; the first is the gap.
  mutating func ruledOut(_ scale: Int) -> [Literal] {
    levels(of: scale).map { network.outcome($0) }
  }

  // MARK: Steps

  private mutating func add(_ step: EvaluationOrder.Step) {
    switch step {
    case .question(let place):
      guard inputs[place].isAsked else { return }
      applies[place] = program.askedWhen[place].map { literal($0) } ?? .always
    case .definition(let place): definitions[place] = literal(program.definitions[place])
    case .rule(let place):
      let rule = program.rules[place]
      var parts = conjuncts(rule.when)
      if let unless = rule.unless { parts.append(literal(unless).opposite) }
      ruleLiterals[place] = network.all(parts)
    // Few scales are looked at by rules; those that are get their levels then.
    case .scale: break
    case .advice(let place):
      adviceLiterals[place] = network.any(program.givers[place].map { ruleLiterals[$0] })
    }
  }

  /// A level is ruled out if no rule raises the scale to it, or one certainly raises it higher.
  private mutating func levels(of scale: Int) -> [Literal] {
    if let literals = ruledOutLiterals[scale] { return literals }
    var raising = Array(repeating: [Literal](), count: program.levelCounts[scale] + 1)
    for raiser in program.raisers[scale] {
      raising[raiser.level + 1].append(ruleLiterals[raiser.rule])
    }
    // The level that needs no rule; a gap if there is none.
    raising[program.otherwise[scale] + 1] = [.always]
    var isHigher = Literal.never
    var literals = raising.indices.map { _ in Literal.never }
    for level in raising.indices.reversed() {
      let isRaised = network.any(raising[level])
      literals[level] = network.any([isRaised.opposite, isHigher])
      isHigher = network.any([isHigher, isRaised])
    }
    ruledOutLiterals[scale] = literals
    return literals
  }

  // MARK: Conditions

  private mutating func literal(_ place: Int) -> Literal {
    let node = program.nodes[place]
    switch node.kind {
    case .not: return literal(node.parts.lowerBound).opposite
    case .all: return network.all(conjuncts(place))
    case .any: return network.any(disjuncts(place))
    case .atLeast:
      if let (question, mask) = options(node.parts) {
        return network.all([applies[question], network.includes(node.subject, of: mask, question)])
      }
      return network.atLeast(node.subject, of: node.parts.map { literal($0) })
    case .definition: return definitions[node.subject]
    // There is no reading before this one.
    case _ where node.reading != .current: return .never
    case .scale: return level(of: node.subject, isAmong: node.mask)
    case .advice: return adviceLiterals[node.subject]
    case .isAmong, .includesAny, .includesAll, .compares, .isBetween, .passed:
      return network.all(conjuncts(place))
    }
  }

  /// The parts that must all hold for the condition at a node to hold.
  private mutating func conjuncts(_ place: Int) -> [Literal] {
    let node = program.nodes[place]
    if node.kind == .all { return node.parts.flatMap { conjuncts($0) } }
    if node.looksAtQuestion, node.reading == .current {
      return [applies[node.subject]] + tests(node)
    }
    return [literal(place)]
  }

  /// The parts of which one must hold for the condition at a node to hold.
  private mutating func disjuncts(_ place: Int) -> [Literal] {
    let node = program.nodes[place]
    return node.kind == .any ? node.parts.flatMap { disjuncts($0) } : [literal(place)]
  }

  /// The question and the options of conditions that each ask for one more option of it.
  private func options(_ places: Range<Int>) -> (question: Int, mask: UInt64)? {
    guard let question = places.first.map({ program.nodes[$0].subject }) else { return nil }
    var mask: UInt64 = 0
    for node in program.nodes[places] {
      guard node.kind == .includesAny, node.reading == .current, node.subject == question,
        node.mask.nonzeroBitCount == 1, node.mask & mask == 0
      else { return nil }
      mask |= node.mask
    }
    return (question, mask)
  }

  private mutating func level(of scale: Int, isAmong mask: UInt64) -> Literal {
    var (meant, others): ([Literal], [Literal]) = ([], [])
    for (place, literal) in levels(of: scale).enumerated() {
      if place > 0, mask & (1 << UInt64(place - 1)) != 0 {
        meant.append(literal)
      } else {
        others.append(literal)
      }
    }
    return network.join(holds: network.all(others), fails: network.all(meant))
  }

  /// What must hold of the value of a question for a test on it to hold.
  private mutating func tests(_ node: Program.Node) -> [Literal] {
    let question = node.subject
    switch node.kind {
    case .compares, .passed: return [reaches(node.cuts[0], question, node.comparison.meansAbove)]
    case .isBetween:
      return [reaches(node.cuts[0], question, true), reaches(node.cuts[1], question, false)]
    case .includesAll:
      return [network.includes(node.mask.nonzeroBitCount, of: node.mask, question)]
    case .isAmong where node.mask == program.optionMasks[question]: return []
    default:
      return [
        inputs[question].form == .one
          ? network.isAmong(node.mask, question) : network.includes(1, of: node.mask, question)
      ]
    }
  }

  private mutating func reaches(
    _ cut: DecisionInput.Cut, _ question: Int, _ isMeant: Bool
  ) -> Literal {
    guard let place = inputs[question].place(of: cut) else { return .never }
    let literal = network.reaches(place, question)
    return isMeant ? literal : literal.opposite
  }
}

extension Condition.Comparison {
  /// Whether it holds above its threshold rather than below.
  fileprivate var meansAbove: Bool { self == .atLeast || self == .moreThan }
}
