import PatchwiseTestSupport

@testable import Patchwise
@testable import PatchwiseVerification

/// Holds engine, solver and naive evaluator against each other in one consultation.
///
/// It gives sentences instead of failing at once, so that a random test can name its seed with them.
struct Agreement {
  private let base: KnowledgeBase
  private var situations: Situations
  private let naive: NaiveBase
  /// What solver and naive evaluator are asked about, once for all.
  private let scales: [(scale: Scale, levels: [Literal])]
  private let rules: [Literal]
  private let advice: [Literal]
  private let applicability: [(place: Int, literal: Literal)]
  let kind: ConsultationKind

  init(on kind: ConsultationKind, of base: KnowledgeBase, _ naive: NaiveBase) {
    self.base = base
    self.kind = kind
    self.naive = naive
    var situations = Situations(of: kind, in: base, hasEarlierReadings: false)
    let knowledge = base.knowledge
    scales = knowledge.scales.map { ($0, situations.levels(of: $0, at: 0)) }
    rules = knowledge.rules.map { situations.literal(for: $0) }
    advice = knowledge.advice.map { situations.literal(forAdvice: $0.id) }
    applicability = knowledge.questions.enumerated().map {
      ($0, situations.literal(forApplicabilityOf: $1.id))
    }
    self.situations = situations
  }

  /// What a situation comes to: levels (a gap is below the first), rules, advice, and what applies.
  private struct Outcome: Equatable {
    var levels: [Int]
    var rules: [Bool]
    var advice: [Bool]
    var applies: [Bool]
  }

  /// What the three disagree about in a situation.
  ///
  /// - Parameters:
  ///   - situation: A consultation in which every question has an answer that is certain.
  ///   - values: The same answers, for the naive evaluator.
  ///   - partial: A consultation that agrees with it, and may leave something open.
  /// - Returns: A sentence for each problem; none if they agree.
  mutating func problems(
    in situation: Consultation, _ values: [Identifier<Question>: SituationValue],
    leavingOpen partial: Consultation? = nil
  ) -> [String] {
    let expected = outcome(NaiveEvaluator(naive, kind, values: values))
    var problems: [String] = []
    if engineOutcome(situation) != expected {
      problems.append("the engine comes to something else")
    }
    if solverOutcome(situation) != expected {
      problems.append("the solver comes to something else")
    }
    if let partial { problems += self.problems(in: partial, expected) }
    return problems
  }

  private func outcome(_ situation: NaiveEvaluator) -> Outcome {
    let knowledge = base.knowledge
    return Outcome(
      levels: knowledge.scales.map { situation.level(of: $0.id) ?? LevelSet.gap },
      rules: knowledge.rules.indices.map { situation.holds(rule: $0) },
      advice: knowledge.advice.map { situation.isGiven($0.id) },
      applies: knowledge.questions.map { situation.applies($0.id) })
  }

  /// What the engine comes to; nothing if it leaves anything open.
  private func engineOutcome(_ situation: Consultation) -> Outcome? {
    let evaluation = situation.evaluation
    let truths = evaluation.rules + evaluation.advice + evaluation.applies
    guard evaluation.levels.allSatisfy(\.isSettled), !truths.contains(.open) else { return nil }
    return Outcome(
      levels: evaluation.levels.map(\.ceiling), rules: evaluation.rules.map { $0 == .true },
      advice: evaluation.advice.map { $0 == .true }, applies: evaluation.applies.map { $0 == .true }
    )
  }

  /// What the solver comes to; nothing if it finds no such person.
  private mutating func solverOutcome(_ situation: Consultation) -> Outcome? {
    let agreeing = situations.literals(agreeingWith: situation)
    guard situations.circuit.solver.solve(assuming: agreeing) == .satisfiable else { return nil }
    let solver = situations.circuit.solver
    return Outcome(
      levels: scales.map { $0.levels.count(where: solver.holds) - 1 },
      rules: rules.map(solver.holds), advice: advice.map(solver.holds),
      applies: applicability.map { solver.holds($0.literal) })
  }

  /// What the engine calls certain though the situation is otherwise, or the solver finds somebody else.
  private mutating func problems(in partial: Consultation, _ expected: Outcome) -> [String] {
    let evaluation = partial.evaluation
    var problems: [String] = []
    for (levels, level) in zip(evaluation.levels, expected.levels) where !levels.contains(level) {
      problems.append("a level that is reached is called impossible")
    }
    let truths = zip(
      evaluation.rules + evaluation.advice + evaluation.applies,
      expected.rules + expected.advice + expected.applies)
    for (truth, holds) in truths where truth != .open && truth != Truth(holds) {
      problems.append("what is otherwise is called certain")
    }
    let agreeing = situations.literals(agreeingWith: partial)
    func isPossible(_ literal: Literal) -> Bool {
      situations.circuit.solver.solve(assuming: agreeing + [literal]) == .satisfiable
    }
    for (place, (_, levels)) in scales.enumerated() {
      let set = evaluation.levels[place]
      let above = set.ceiling + 1
      if above < levels.count, isPossible(levels[above]) {
        problems.append("somebody is above the ceiling")
      }
      if set.floor >= 0, isPossible(!levels[set.floor]) {
        problems.append("somebody is below the floor")
      }
    }
    return problems
  }
}
