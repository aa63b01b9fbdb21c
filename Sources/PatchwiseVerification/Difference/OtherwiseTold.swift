package import Patchwise

/// Looks for people who are told something else after a small change of knowledge.
///
/// What is told are the levels of the decided scales and the advice. Where a level ends the consultation,
/// it is that level alone and the advice of the rules that raise it, because nothing else need be known
/// then. What a condition on an earlier reading looks at counts as told, because it may be at the next.
package struct OtherwiseTold: Sendable {
  /// What a search came to.
  package enum Answer: Sendable {
    /// Somebody is told something else.
    case somebody(Witness)
    /// Everybody is told the same.
    case nobody
    /// The search took too long.
    case undecided
  }

  private let consultations: [Told]
  private let tests: [Condition.Test]

  /// What is told in one consultation.
  private struct Told: Sendable {
    var situations: Situations
    var literals: [Literal]
    /// What holds of a person whose conversation shows what is told: at most one rule ends it, because
    /// nothing is asked any more after the first.
    var isPlain: Literal
  }

  /// Builds what is told under the knowledge as it is.
  ///
  /// - Parameters:
  ///   - base: The knowledge as it is.
  ///   - conditions: All conditions that a change may bring in.
  ///   - budget: How many contradictions a search may run into before it is given up.
  package init(
    _ base: KnowledgeBase, afterChangesTo conditions: [Condition],
    budget: Int = Verification.usualBudget
  ) {
    let tests = base.testsOnEarlierReadings
    self.tests = tests
    consultations = base.knowledge.consultations.map { kind in
      var situations = Situations(of: kind, in: base, budget: budget, cutLike: conditions)
      let literals = situations.toldAtTheEnd(lookedBackAtBy: tests)
      let isPlain = situations.endsByOneRule()
      return Told(situations: situations, literals: literals, isPlain: isPlain)
    }
  }

  /// Returns whether anybody is told something else under changed knowledge.
  ///
  /// - Parameter other: The knowledge with other conditions or other things that its rules do.
  /// - Returns: Somebody who is, if there is anybody.
  package func search(under other: KnowledgeBase) -> Answer {
    var answer = Answer.nobody
    for told in consultations {
      var changed = told.situations.under(other)
      let differs = changed.circuit.differ(
        told.literals, changed.toldAtTheEnd(lookedBackAtBy: tests))
      for assumptions in [[differs, told.isPlain], [differs]] {
        switch changed.search(assuming: assumptions) {
        case .satisfiable: return .somebody(told.situations.witness(foundBy: changed))
        case .unknown: answer = .undecided
        case .unsatisfiable: break
        }
      }
    }
    return answer
  }
}

extension Situations {
  /// All that is told when the consultation is over, and what a later reading may look back at.
  fileprivate mutating func toldAtTheEnd(lookedBackAtBy tests: [Condition.Test]) -> [Literal] {
    let scales = kind.decides.compactMap { base.scale($0) }
    var ends: [Literal] = []
    for scale in scales { ends.append(end(of: scale)) }
    let isOpen = !circuit.or(ends)
    var literals: [Literal] = []
    for (scale, end) in zip(scales, ends) {
      let isTold = circuit.or([isOpen, end])
      for level in levels(of: scale, at: 0) { literals.append(circuit.and([isTold, level])) }
    }
    for advice in base.knowledge.advice {
      var given = [circuit.and([isOpen, literal(for: base.toldWhen(advice))])]
      for rule in base.knowledge.rules where rule.advises.contains(advice.id) && endsIt(rule) {
        given.append(literal(for: rule))
      }
      literals.append(circuit.or(given))
    }
    for test in tests { literals.append(literal(for: .test(.init(test.subject, test.relation)))) }
    return literals
  }

  /// What holds where no more than one rule ends the consultation.
  fileprivate mutating func endsByOneRule() -> Literal {
    var literals: [Literal] = []
    for rule in base.knowledge.rules where endsIt(rule) { literals.append(literal(for: rule)) }
    return !circuit.atLeast(2, of: literals)
  }

  /// What holds where a scale reaches a level that ends the consultation.
  private mutating func end(of scale: Scale) -> Literal {
    scale.firstEnding.map { literal(for: scale, atLeast: $0) }
      ?? circuit.no
  }

  /// Whether a rule raises a decided scale to a level that ends the consultation.
  private func endsIt(_ rule: Rule) -> Bool {
    rule.raises.contains { raise in
      kind.decides.contains(raise.scale)
        && base.scale(raise.scale)?.levels.first { $0.id == raise.level }?.endsConsultation == true
    }
  }
}
