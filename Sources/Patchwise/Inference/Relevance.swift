/// Finds the unanswered questions that something undecided still rests on.
///
/// It walks from what is open down to the tests that keep it open. A question that it does not reach
/// can't matter; one that it reaches may turn out not to.
struct Relevance {
  private let program: Program
  private let evaluation: Evaluation
  /// The unanswered questions found so far, by place.
  private(set) var questions: Set<Int> = []
  private var seen: Set<EvaluationOrder.Step> = []

  init(_ program: Program, _ evaluation: Evaluation) {
    self.program = program
    self.evaluation = evaluation
  }

  /// Adds what a scale rests on while more than one of its levels is possible.
  mutating func visit(scale: Int) {
    guard !evaluation.levels[scale].isSettled, seen.insert(.scale(scale)).inserted else { return }
    let certain = evaluation.certainLevel(of: scale, in: program)
    for raiser in program.raisers[scale] where raiser.level > certain { visit(rule: raiser.rule) }
  }

  /// Adds what advice rests on while it is open whether it is given.
  mutating func visit(advice: Int) {
    guard evaluation.advice[advice] == .open, seen.insert(.advice(advice)).inserted else { return }
    for rule in program.givers[advice] { visit(rule: rule) }
  }

  /// Adds what a rule rests on while it is open whether it holds.
  mutating func visit(rule place: Int) {
    guard evaluation.rules[place] == .open, seen.insert(.rule(place)).inserted else { return }
    let rule = program.rules[place]
    visit(node: rule.when)
    if let unless = rule.unless { visit(node: unless) }
  }

  /// Whether an unanswered question is put at all.
  ///
  /// One that skips in doubt is not while only answers of *not sure* leave open whether it applies; it
  /// then counts as *not sure* itself.
  private func isAsked(_ question: Int) -> Bool {
    guard program.skipsInDoubt[question], evaluation.applies[question] == .open else { return true }
    var relevance = Relevance(program, evaluation)
    relevance.visit(applicabilityOf: question)
    return !relevance.questions.isEmpty
  }

  /// Adds what it rests on whether a question applies.
  mutating func visit(applicabilityOf question: Int) {
    guard evaluation.applies[question] == .open, seen.insert(.question(question)).inserted,
      let askedWhen = program.askedWhen[question]
    else { return }
    visit(node: askedWhen)
  }

  private mutating func visit(node place: Int) {
    guard evaluation.truth(of: place, in: program) == .open else { return }
    let node = program.nodes[place]
    switch node.kind {
    case .not, .all, .any, .atLeast: for part in node.parts { visit(node: part) }
    case .definition:
      if seen.insert(.definition(node.subject)).inserted {
        visit(node: program.definitions[node.subject])
      }
    // An earlier reading is over; nothing about it can be asked now.
    case _ where node.reading != .current: break
    case .scale: visit(scale: node.subject)
    case .advice: visit(advice: node.subject)
    case .isAmong, .includesAny, .includesAll, .compares, .isBetween, .passed:
      if evaluation.facts.slots[node.subject] == .unanswered, isAsked(node.subject) {
        questions.insert(node.subject)
      }
      visit(applicabilityOf: node.subject)
    }
  }
}
