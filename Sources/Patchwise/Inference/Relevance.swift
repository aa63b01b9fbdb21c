/// Finds the unanswered questions that something undecided still rests on.
///
/// It walks from what is open down to the tests that keep it open. A question that it does not reach
/// can't matter; one that it reaches may turn out not to. It walks without recursion, so that a long
/// chain can't exhaust the stack.
struct Relevance {
  private let program: Program
  private let evaluation: Evaluation
  /// The unanswered questions found so far, by place, without those that are left out.
  private(set) var questions: Set<Int> = []
  /// The open tests found so far on each question that was answered with *not sure*, by place.
  ///
  /// A question that is not among them can't matter either.
  private(set) var unsureTests: [Int: [Program.Node]] = [:]
  private let leftOut: Set<Int>
  private var seen: Set<EvaluationOrder.Step> = []
  /// The nodes that are still to be looked at.
  private var waiting: [Int] = []

  init(_ program: Program, _ evaluation: Evaluation, leftOut: Set<Int>) {
    self.program = program
    self.evaluation = evaluation
    self.leftOut = leftOut
  }

  /// Adds what a scale rests on while more than one of its levels is possible.
  mutating func visit(scale: Int) {
    enter(scale: scale)
    walk()
  }

  /// Adds what advice rests on while it is open whether it is given.
  mutating func visit(advice: Int) {
    enter(advice: advice)
    walk()
  }

  private mutating func walk() {
    while let place = waiting.popLast() { look(at: place) }
  }

  private mutating func enter(scale: Int) {
    guard !evaluation.levels[scale].isSettled, seen.insert(.scale(scale)).inserted else { return }
    let certain = evaluation.certainLevel(of: scale, in: program)
    for raiser in program.raisers[scale] where raiser.level > certain { enter(rule: raiser.rule) }
  }

  private mutating func enter(advice: Int) {
    guard evaluation.advice[advice] == .open, seen.insert(.advice(advice)).inserted else { return }
    for rule in program.givers[advice] { enter(rule: rule) }
  }

  private mutating func enter(rule place: Int) {
    guard evaluation.rules[place] == .open, seen.insert(.rule(place)).inserted else { return }
    let rule = program.rules[place]
    waiting.append(rule.when)
    if let unless = rule.unless { waiting.append(unless) }
  }

  private mutating func enter(applicabilityOf question: Int) {
    guard evaluation.applies[question] == .open, seen.insert(.question(question)).inserted,
      let askedWhen = program.askedWhen[question]
    else { return }
    waiting.append(askedWhen)
  }

  private mutating func look(at place: Int) {
    guard evaluation.truth(of: place, in: program) == .open else { return }
    let node = program.nodes[place]
    switch node.kind {
    case .not, .all, .any, .atLeast: waiting.append(contentsOf: node.parts)
    case .definition:
      if seen.insert(.definition(node.subject)).inserted {
        waiting.append(program.definitions[node.subject])
      }
    // An earlier reading is over; nothing about it can be asked now.
    case _ where node.reading != .current: break
    case .scale: enter(scale: node.subject)
    case .advice: enter(advice: node.subject)
    case .isAmong, .includesAny, .includesAll, .compares, .isBetween, .passed:
      switch evaluation.facts.slots[node.subject] {
      case .unanswered where !leftOut.contains(node.subject): questions.insert(node.subject)
      case .unsure: unsureTests[node.subject, default: []].append(node)
      default: break
      }
      enter(applicabilityOf: node.subject)
    }
  }
}
