import PatchwiseTestSupport
import Testing

@testable import Patchwise

/// What a consultation says, to be compared with another one of the same knowledge base.
struct Conclusions: Equatable {
  var applies: [Truth]
  var rules: [Truth]
  var levels: [LevelSet]
  var advice: [Truth]
  var open: [String]

  init(_ consultation: Consultation) {
    applies = consultation.evaluation.applies
    rules = consultation.evaluation.rules
    levels = consultation.evaluation.levels
    advice = consultation.evaluation.advice
    open = consultation.openQuestions.map(\.id.name)
  }
}

/// Holds what the engine says against what the naive evaluator finds.
///
/// It gives sentences instead of failing at once, so that a random test can name its seed with them.
struct Comparison {
  let knowledge: Knowledge
  let consultation: Consultation

  init(_ consultation: Consultation) {
    knowledge = consultation.knowledge.knowledge
    self.consultation = consultation
  }

  /// What is called certain, but is otherwise in a situation that agrees with the answers.
  func unsoundness(in situation: NaiveEvaluator) -> [String] {
    var problems: [String] = []
    let evaluation = consultation.evaluation
    for (scale, levels) in zip(knowledge.scales, evaluation.levels) {
      let level = situation.level(of: scale.id) ?? LevelSet.gap
      if !levels.contains(level) { problems.append("\(scale.id) cannot be at \(level)") }
      if level < levels.floor || level > levels.ceiling {
        problems.append("\(scale.id) is at \(level), not in \(levels.floor)...\(levels.ceiling)")
      }
    }
    func check(_ name: @autoclosure () -> String, _ truth: Truth, _ holds: Bool) {
      if truth != .open, truth != Truth(holds) {
        problems.append("\(name()) is \(holds), not \(truth)")
      }
    }
    for (place, truth) in evaluation.rules.enumerated() {
      check("rule \(place)", truth, situation.holds(rule: place))
    }
    for (advice, truth) in zip(knowledge.advice, evaluation.advice) {
      check("advice \(advice.id)", truth, situation.isGiven(advice.id))
    }
    for (question, truth) in zip(knowledge.questions, evaluation.applies) {
      check("that \(question.id) applies", truth, situation.applies(question.id))
    }
    return problems
  }

  /// What is not certain, or not as it is, though everything was answered.
  func inexactness(in situation: NaiveEvaluator) -> [String] {
    let evaluation = consultation.evaluation
    let open =
      zip(knowledge.scales, evaluation.levels).filter { !$1.isSettled }.map { "\($0.0.id) is open" }
      + zip(knowledge.rules, evaluation.rules).filter { $1 == .open }.map { "\($0.0.id) is open" }
    return open + unsoundness(in: situation)
  }

  /// What is asked though it can't apply, or told though something is still to be asked.
  func wrongQuestions(in situations: [NaiveEvaluator], allIsKnown: Bool) -> [String] {
    var problems: [String] = []
    let evaluation = consultation.evaluation
    for question in consultation.openQuestions {
      guard let place = consultation.knowledge.names.questions[question.id] else { continue }
      if evaluation.applies[place] == .false { problems.append("\(question.id) does not apply") }
      if consultation.answer(to: question.id) != nil {
        problems.append("\(question.id) is answered")
      }
    }
    if allIsKnown, let next = consultation.nextQuestion,
      !situations.allSatisfy({ $0.applies(next.id) })
    {
      problems.append("\(next.id) is asked, but need not apply")
    }
    if let next = consultation.nextQuestion,
      consultation.reason(toAsk: next.id)?.rules.isEmpty != false
    {
      problems.append("nothing is said on why \(next.id) is asked")
    }
    // The next question is found from below, and all that are open from above.
    if consultation.nextQuestion?.id != consultation.openQuestions.first?.id {
      problems.append("it asks another question than the first of those that are open")
    }
    if consultation.openCount(upTo: .max) != consultation.openQuestions.count {
      problems.append("it counts other questions than those that are open")
    }
    if consultation.endedEarly && !consultation.isOver { problems.append("it ended and asks") }
    let isTold = consultation.recommendation != nil
    if consultation.isOver != (consultation.nextQuestion == nil) || consultation.isOver != isTold {
      problems.append("it is neither over nor goes on")
    }
    return problems
  }

  /// The levels of the decided scales, and the advice, that an over consultation can't change any more.
  var outcome: [String] {
    consultation.kind.decides.map { scale in
      let interval = consultation.interval(of: scale)
      let (floor, ceiling) = (
        interval?.floor?.id.name ?? "gap", interval?.ceiling?.id.name ?? "gap"
      )
      return "\(scale) \(floor)...\(ceiling)"
    }
      + (consultation.recommendation?.advice ?? []).map(\.id.name)
  }
}
