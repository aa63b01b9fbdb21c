/// Tells whether an unanswered question can still change what is told.
///
/// Where `Relevance` walks from everything that is told down to all questions, this walks from one question
/// up, and stops at the first thing that is told. Both find the same. It walks without recursion, so that
/// a long chain can't exhaust the stack.
struct Importance {
  private let program: Program
  private let evaluation: Evaluation
  private let decided: [Int]
  private var seen: Set<EvaluationOrder.Step> = []
  /// The nodes that are still to be looked at.
  private var waiting: [Int] = []

  init(_ program: Program, _ evaluation: Evaluation, decided: [Int]) {
    self.program = program
    self.evaluation = evaluation
    self.decided = decided
  }

  /// Returns whether something that is told rests on an unanswered question.
  mutating func matters(_ question: Int) -> Bool {
    seen.removeAll(keepingCapacity: true)
    waiting = program.testsOf[question]
    while let node = waiting.popLast() {
      guard evaluation.truth(of: node, in: program) == .open else { continue }
      switch program.owners[node] {
      case .node(let owner): waiting.append(owner)
      case .step(.rule(let rule)): if isTold(rule: rule) { return true }
      case .step(let step): if step.isOpen(in: evaluation) { pass(step) }
      }
    }
    return false
  }

  /// Whether a rule raises a scale that is told, or gives advice that is.
  private mutating func isTold(rule place: Int) -> Bool {
    guard evaluation.rules[place] == .open else { return false }
    let rule = program.rules[place]
    for raise in rule.raises
    where raise.level > evaluation.certainLevel(of: raise.scale, in: program) {
      if evaluation.isTold(scale: raise.scale, decided, in: program) { return true }
      pass(.scale(raise.scale))
    }
    for advice in rule.advises where evaluation.advice[advice] == .open {
      if evaluation.mayBeTold(advice, in: program) { return true }
      pass(.advice(advice))
    }
    return false
  }

  /// Goes on to the nodes that look at a step.
  private mutating func pass(_ step: EvaluationOrder.Step) {
    let nodes =
      switch step {
      case .question(let place): program.testsOf[place]
      case .definition(let place): program.mentions.definitions[place]
      case .scale(let place): program.mentions.scales[place]
      case .advice(let place): program.mentions.advice[place]
      // Rules are mentioned by what they raise and give alone.
      case .rule: [Int]()
      }
    if !nodes.isEmpty, seen.insert(step).inserted { waiting += nodes }
  }
}

extension EvaluationOrder.Step {
  /// Whether it is open how it comes out.
  fileprivate func isOpen(in evaluation: Evaluation) -> Bool {
    switch self {
    case .question(let place): evaluation.applies[place] == .open
    case .definition(let place): evaluation.definitions[place] == .open
    case .rule(let place): evaluation.rules[place] == .open
    case .scale(let place): !evaluation.levels[place].isSettled
    case .advice(let place): evaluation.advice[place] == .open
    }
  }
}

extension Evaluation {
  /// Whether the levels of a scale matter to what is told: it is decided, or limits advice that may be.
  func isTold(scale: Int, _ decided: [Int], in program: Program) -> Bool {
    decided.contains(scale) || program.limitedBy[scale].contains { mayBeTold($0, in: program) }
  }

  /// Whether advice may be given, beside a level that is still possible for each scale that limits it.
  func mayBeTold(_ place: Int, in program: Program) -> Bool {
    advice[place] != .false
      && program.toldAt[place].allSatisfy { levels[$0.scale].isAmong($0.mask) != .false }
  }
}
