/// Tells of everything that is open whether it still rests on some unanswered question.
///
/// Where `Relevance` finds the questions behind one thing, this goes once through all things in the
/// order in which they are worked out.
struct Reach {
  private(set) var rules: [Bool]
  private(set) var questions: [Bool]
  private var definitions: [Bool]
  private var scales: [Bool]
  private var advice: [Bool]
  private let program: Program
  private let evaluation: Evaluation

  /// Which questions are sought: whether one is, given whether what it follows from rests on such.
  typealias Sought = (_ question: Int, _ followsFromSought: Bool) -> Bool

  /// Works out what rests on the unanswered questions that are sought.
  ///
  /// - Parameters:
  ///   - program: The program.
  ///   - evaluation: What is known.
  ///   - steps: The steps that are worked out, in their order; left out, all of them.
  ///   - isSought: Which questions are sought.
  /// - Complexity: Proportional to the number of nodes of the steps.
  init(
    _ program: Program, _ evaluation: Evaluation, through steps: [EvaluationOrder.Step]? = nil,
    to isSought: Sought
  ) {
    self.program = program
    self.evaluation = evaluation
    rules = Array(repeating: false, count: evaluation.rules.count)
    questions = Array(repeating: false, count: evaluation.applies.count)
    definitions = Array(repeating: false, count: evaluation.definitions.count)
    scales = Array(repeating: false, count: evaluation.levels.count)
    advice = Array(repeating: false, count: evaluation.advice.count)
    for step in steps ?? program.steps {
      switch step {
      case .question(let place):
        questions[place] = program.askedWhen[place].map { reaches($0, isSought) } ?? false
      case .definition(let place):
        definitions[place] = reaches(program.definitions[place], isSought)
      case .rule(let place):
        guard evaluation.rules[place] == .open else { continue }
        let rule = program.rules[place]
        rules[place] =
          reaches(rule.when, isSought) || rule.unless.map { reaches($0, isSought) } ?? false
      case .scale(let place):
        guard !evaluation.levels[place].isSettled else { continue }
        let certain = evaluation.certainLevel(of: place, in: program)
        scales[place] = program.raisers[place].contains { $0.level > certain && rules[$0.rule] }
      case .advice(let place):
        guard evaluation.advice[place] == .open else { continue }
        advice[place] = program.givers[place].contains { rules[$0] }
      }
    }
  }

  private func reaches(_ place: Int, _ isSought: Sought) -> Bool {
    guard evaluation.truth(of: place, in: program) == .open else { return false }
    let node = program.nodes[place]
    switch node.kind {
    case .not, .all, .any, .atLeast: return node.parts.contains { reaches($0, isSought) }
    case .definition: return definitions[node.subject]
    case _ where node.reading != .current: return false
    case .scale: return scales[node.subject]
    case .advice: return advice[node.subject]
    case .isAmong, .includesAny, .includesAll, .compares, .isBetween, .passed:
      let follows = questions[node.subject]
      return follows
        || evaluation.facts.slots[node.subject] == .unanswered && isSought(node.subject, follows)
    }
  }
}

extension Evaluation {
  /// The unanswered questions that are not put, because it stays in doubt whether they apply.
  ///
  /// One that skips in doubt is left out while only answers of *not sure* leave open whether it
  /// applies; it then counts as *not sure* itself.
  func questionsLeftOut(in program: Program) -> Set<Int> {
    let doubtful = program.doubters.filter {
      applies[$0] == .open && facts.slots[$0] == .unanswered
    }
    guard !doubtful.isEmpty else { return [] }
    let reach = Reach(program, self, through: program.stepsBehindDoubters) {
      question, followsFromAsked in
      followsFromAsked || !program.skipsInDoubt[question] || applies[question] != .open
    }
    return Set(doubtful.filter { !reach.questions[$0] })
  }
}
