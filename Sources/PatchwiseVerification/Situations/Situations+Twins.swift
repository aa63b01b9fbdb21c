package import Patchwise

// Two people at the same reading who differ in one answer.
extension Situations {
  /// One who may answer a question otherwise than somebody who answers all the rest the same.
  package struct Difference {
    /// The question in which they may differ.
    package var question: Question
    /// What the first chooses, by the place of an option; what is left out is open.
    ///
    /// Of a number or a length of time, it is whether the value lies above the region at that place.
    package var first: [Int: Bool]
    /// What the second chooses, in the same way; what is left out is the same as for the first where
    /// several options can be chosen, and open where one can.
    package var second: [Int: Bool]
    /// Whether the second may choose whatever is left out.
    package var isSecondOpen = false
  }

  /// Returns somebody who is told a more cautious level of a scale than the second of two people who
  /// differ in one answer is, or the other way round; nothing if there is nobody.
  ///
  /// - Parameters:
  ///   - scale: The scale.
  ///   - difference: How the two differ.
  ///   - isSecondHigher: Whether the second is to be the one with the more cautious level.
  ///   - claim: What is shown where there is nobody.
  /// - Returns: The first of the two.
  mutating func witness(
    ofDifferenceIn scale: Scale, between difference: Difference, isSecondHigher: Bool,
    _ claim: Claim? = nil
  ) -> Witness? {
    let (first, second) = (levels(of: scale, at: 0), levels(of: scale, at: Self.twin))
    let question = difference.question
    let applies = applies(question.id, at: 0)
    let (own, other) = (values(of: question, at: 0), values(of: question, at: Self.twin))
    var isHigherAt: [Literal] = []
    for (own, other) in zip(first, second) {
      isHigherAt.append(isSecondHigher ? circuit.and([other, !own]) : circuit.and([own, !other]))
    }
    var assumptions = [applies, circuit.or(isHigherAt)]
    assumptions += sameAnswers(butTo: question)
    for place in own.indices {
      if let isChosen = difference.first[place] {
        assumptions.append(isChosen ? own[place] : !own[place])
      }
      if let isChosen = difference.second[place] {
        assumptions.append(isChosen ? other[place] : !other[place])
      } else if question.domain.takesSeveral, !difference.isSecondOpen {
        assumptions += readings[Self.twin].same[question.id].map { [$0[place]] } ?? []
      }
    }
    return witness(where: assumptions, claim)
  }

  /// Returns whether two people who differ in one answer alone can be told something different.
  ///
  /// What conditions on an earlier reading look at counts as told, because it may be at the next one.
  ///
  /// - Parameters:
  ///   - question: The question in which they differ.
  ///   - claim: What is shown where they can't.
  /// - Returns: Whether they can.
  mutating func matters(_ question: Question, _ claim: Claim? = nil) -> Bool {
    let isTold = [applies(question.id, at: 0), twinIsToldSomethingElse()]
    return allows(isTold + sameAnswers(butTo: question), claim)
  }

  private mutating func twinIsToldSomethingElse() -> Literal {
    if let known = twinDiffers { return known }
    let (first, second) = (told(at: 0), told(at: Self.twin))
    let literal = circuit.differ(first, second)
    twinDiffers = literal
    return literal
  }

  /// All that is told at a reading: levels, advice, and what a later reading may look back at.
  private mutating func told(at reading: Int) -> [Literal] {
    var literals: [Literal] = []
    for scale in kind.decides.compactMap({ base.scale($0) }) {
      literals += levels(of: scale, at: reading)
    }
    for advice in base.knowledge.advice {
      literals.append(literal(for: base.toldWhen(advice), at: reading))
    }
    for test in base.testsOnEarlierReadings {
      let now = Condition.test(.init(test.subject, test.relation))
      literals.append(literal(for: now, at: reading))
    }
    return literals
  }

  /// The literals that tell the values of a question apart, in order.
  private mutating func values(of question: Question, at reading: Int) -> [Literal] {
    switch question.domain {
    case .yesNo, .one, .any, .ingredients: options(of: question, at: reading)
    case .number, .duration, .date: regions(of: question, at: reading)
    }
  }

  /// What makes two people give the same answers to all questions but one.
  func sameAnswers(butTo question: Question) -> [Literal] {
    base.knowledge.questions.filter { $0.id != question.id }
      .flatMap { readings[Self.twin].same[$0.id] ?? [] }
  }
}

extension Subject {
  /// Returns a scale that comes out otherwise for the second of two people, and the first of them.
  ///
  /// Scales that are only a hint may come out as they will.
  mutating func difference(
    _ difference: Situations.Difference, isSecondHigher: Bool, _ claim: Claim
  ) -> (scale: Scale, witness: Witness)? {
    for place in situations.indices where situations[place].asks(difference.question.id) {
      for scale in situations[place].kind.decides.compactMap({ base.scale($0) })
      where !scale.isHint {
        let witness = situations[place].witness(
          ofDifferenceIn: scale, between: difference, isSecondHigher: isSecondHigher,
          Claim(claim.code, "\(claim.name)-\(scale.id)"))
        if let witness { return (scale, witness) }
      }
    }
    return nil
  }
}
