/// Gathers the tests that make something hold, keep it from holding, or leave it open.
///
/// It goes through definitions, through the rules of the scales and advice that are tested, and through
/// what a question follows from that does not apply or may not, down to the questions. It walks
/// without recursion, so that a long chain can't exhaust the stack.
struct FactWalk {
  private(set) var facts: [Explanation.Fact] = []
  private let consultation: Consultation
  private let program: Program
  private let evaluation: Evaluation
  private let conditions: KnowledgeChecker.Conditions
  /// Whether it goes on from a scale or advice to the rules behind it.
  private let goesThrough: Bool
  /// What is still to be looked at, the next one last.
  private var waiting: [Part] = []
  private var seen: Set<Key> = []
  private var rules: Set<Int> = []

  /// A part of a condition, in its readable and in its compiled form, and the rule that it belongs to.
  private struct Part {
    var condition: Condition
    var node: Int
    var rule: Int
  }

  private enum Key: Hashable {
    case test(Condition.Test, rule: Int)
    case definition(Int, rule: Int)
  }

  init(_ consultation: Consultation, through goesThrough: Bool = true) {
    self.consultation = consultation
    self.goesThrough = goesThrough
    program = consultation.knowledge.program
    evaluation = consultation.evaluation
    conditions = consultation.knowledge.conditions
  }

  /// Forgets what was gathered, to begin anew.
  mutating func restart() { (facts, seen, rules) = ([], [], []) }

  /// Adds the facts behind a rule, at its place.
  mutating func gather(rule place: Int) {
    enter(rules: [place])
    while let part = waiting.popLast() { look(at: part) }
  }

  /// Puts parts before everything else that waits, in their order.
  private mutating func wait(_ parts: some BidirectionalCollection<Part>) {
    waiting.append(contentsOf: parts.reversed())
  }

  private mutating func enter(rules places: [Int]) {
    for place in places.reversed() where rules.insert(place).inserted { wait(parts(of: place)) }
  }

  /// The conditions of a rule that had a share in how it came out.
  private func parts(of place: Int) -> [Part] {
    let (rule, condition) = (program.rules[place], conditions.rules[place])
    let truth = evaluation.rules[place]
    var parts: [Part] = []
    if let when = condition.when, evaluation.truth(of: rule.when, in: program) == truth {
      parts.append(Part(condition: when, node: rule.when, rule: place))
    }
    if let unless = condition.unless, let node = rule.unless,
      !evaluation.truth(of: node, in: program) == truth
    {
      parts.append(Part(condition: unless, node: node, rule: place))
    }
    return parts
  }

  private mutating func look(at part: Part) {
    let truth = evaluation.truth(of: part.node, in: program)
    let node = program.nodes[part.node]
    switch part.condition {
    case .test(let test):
      guard seen.insert(.test(test, rule: part.rule)).inserted else { return }
      facts.append(
        Explanation.Fact(
          test: test, truth: truth, answer: consultation.answer(behind: test),
          rule: consultation.knowledge.knowledge.rules[part.rule].id))
      if test.reading == .current { enter(node, truth, rule: part.rule) }
    case .definition:
      guard seen.insert(.definition(node.subject, rule: part.rule)).inserted,
        let condition = conditions.definitions[node.subject]
      else { return }
      wait([
        Part(condition: condition, node: program.definitions[node.subject], rule: part.rule)
      ])
    case .not(let inner):
      wait([Part(condition: inner, node: node.parts.lowerBound, rule: part.rule)])
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      // A part that came out as the whole did had a share in it; where the whole is open, a part that
      // is certain had none.
      let places = node.parts.filter { evaluation.truth(of: $0, in: program) == truth }
      wait(
        places.map {
          Part(
            condition: parts[$0 - node.parts.lowerBound], node: $0, rule: part.rule)
        })
    }
  }

  /// Goes on to what a test rests on that came out in some way.
  private mutating func enter(_ node: Program.Node, _ truth: Truth, rule: Int) {
    switch node.kind {
    case .scale: if goesThrough { enter(rules: rulesBehind(node, truth)) }
    case .advice:
      guard goesThrough else { return }
      enter(rules: program.givers[node.subject].filter { evaluation.rules[$0] == truth })
    default:
      let applies = evaluation.applies[node.subject]
      guard applies != .true, applies == truth, let place = program.askedWhen[node.subject],
        let condition = conditions.askedWhen[node.subject],
        evaluation.facts.isAsked[node.subject]
      else { return }
      wait([Part(condition: condition, node: place, rule: rule)])
    }
  }

  /// The rules that put a scale where a test found it, or would have put it elsewhere.
  private func rulesBehind(_ node: Program.Node, _ truth: Truth) -> [Int] {
    let levels = evaluation.levels[node.subject]
    func isMeant(_ level: Int) -> Bool {
      level >= 0 && node.mask & (1 << UInt64(level)) != 0
    }
    let isAbove = (0..<max(0, levels.floor)).contains(where: isMeant)
    return program.raisers[node.subject].filter { rule, level in
      switch (truth, evaluation.rules[rule]) {
      case (.open, .open): level > levels.floor
      case (.true, .true): level == levels.floor
      case (.true, .false): level > levels.ceiling && !isMeant(level)
      case (.false, .true): level == levels.floor && isAbove
      case (.false, .false): level > levels.ceiling && isMeant(level)
      default: false
      }
    }.map(\.rule)
  }
}
