public import Patchwise

/// Asks in a consultation only what can still make a difference, as a solver finds.
///
/// A `Consultation` looks at each test by itself, and so now and then asks a question whose answer can't
/// change anything. Here such questions are passed over: a question can matter where two people who
/// agree with the answers so far, and differ in that question alone, are told something else. *Not sure*
/// stands for every value. What is not decided within the budget counts as mattering.
///
/// ```swift
/// var asking = ExactAsking(consultation.kind, in: consultation.knowledge)
/// while let question = asking.nextQuestion(in: consultation) {
///   try consultation.answer(question.id, ask(question))
/// }
/// print(asking.outcome(of: consultation))
/// ```
///
/// It keeps what it learned from one call to the next, and what it says does not depend on that unless
/// the budget is used up.
public struct ExactAsking: Sendable {
  /// What the person came for.
  public let kind: ConsultationKind
  /// The knowledge base that decides.
  public let knowledge: KnowledgeBase
  private let budget: Int
  private var situations: Situations
  private var looksBack = false
  /// What holds where two people are told something else, by whether nothing is in doubt.
  private var differences: [Bool: Literal] = [:]

  /// What a consultation comes to when nothing is left to ask.
  public struct Outcome: Sendable {
    /// For each decided scale, the most cautious level that is possible; nothing for a gap.
    public let levels: [(scale: Scale, level: Scale.Level?)]
    /// The advice that is given, or may be for all that is known, lowest order first.
    public let advice: [Advice]
  }

  /// Begins to ask.
  ///
  /// - Parameters:
  ///   - kind: What the person came for.
  ///   - knowledge: The knowledge base that decides.
  ///   - budget: How many contradictions a search may run into before it is given up.
  public init(
    _ kind: ConsultationKind, in knowledge: KnowledgeBase, budget: Int = Verification.usualBudget
  ) {
    self.kind = kind
    self.knowledge = knowledge
    self.budget = budget
    situations = Situations(of: kind, in: knowledge, hasEarlierReadings: false, budget: budget)
  }

  // MARK: Asking

  /// Returns the question to ask next: the first, in the consultation's order, that can still matter.
  ///
  /// Where a level that ends the consultation or is told at once is certain, but the consultation does
  /// not know yet, it is the consultation's own next question, so that nobody has to wait for it.
  ///
  /// - Parameter consultation: The answers so far, in a consultation of the same kind and knowledge.
  /// - Returns: The question; nothing if nothing is left to ask.
  /// - Complexity: Exponential in the worst case, up to the budget for each open question.
  public mutating func nextQuestion(in consultation: Consultation) -> Question? {
    let open = consultation.openQuestions
    guard let first = open.first else { return nil }
    let agreeing = agreeing(with: consultation)
    if canMatter(first, in: consultation, agreeing) { return first }
    if hasUnseenLevel(in: consultation, agreeing) { return first }
    return open.dropFirst().first { canMatter($0, in: consultation, agreeing) }
  }

  /// Returns whether the answer to a question can change what is told, whatever else is answered.
  ///
  /// After an early end nothing can. After earlier readings, those that leave something open may be
  /// taken for ones that there can't be, so that a question counts as mattering which does not.
  ///
  /// - Parameters:
  ///   - question: A question of the knowledge base.
  ///   - consultation: The answers so far, in a consultation of the same kind and knowledge.
  /// - Returns: Whether it can; so too where that was not decided within the budget.
  public mutating func canMatter(_ question: Question, in consultation: Consultation) -> Bool {
    guard !consultation.endedEarly, situations.asks(question.id) else { return false }
    return canMatter(question, in: consultation, agreeing(with: consultation))
  }

  /// Returns what the consultation comes to; nothing while something is left to ask.
  ///
  /// After an early end it is what the consultation itself recommends.
  ///
  /// - Parameter consultation: The answers so far, in a consultation of the same kind and knowledge.
  /// - Returns: The outcome, which is never less cautious than the most cautious possible one.
  public mutating func outcome(of consultation: Consultation) -> Outcome? {
    guard nextQuestion(in: consultation) == nil else { return nil }
    let scales = kind.decides.compactMap(knowledge.scale)
    if consultation.endedEarly {
      return Outcome(
        levels: scales.map { ($0, consultation.recommendedLevel(of: $0.id)) },
        advice: consultation.recommendationWithoutUnsureEffects?.advice ?? [])
    }
    let agreeing = agreeing(with: consultation)
    var levels: [(Scale, Scale.Level?)] = []
    for scale in scales { levels.append((scale, ceiling(of: scale, agreeing))) }
    var told: [(place: Int, advice: Advice)] = []
    for (place, advice) in knowledge.knowledge.advice.enumerated() where isTold(advice, agreeing) {
      told.append((place, advice))
    }
    told.sort { ($0.advice.order, $0.place) < ($1.advice.order, $1.place) }
    return Outcome(levels: levels, advice: told.map(\.advice))
  }

  // MARK: Working out

  /// What holds for those who agree with a consultation; looks back from the first one that does.
  private mutating func agreeing(with consultation: Consultation) -> [Literal] {
    // What was worked out is about one kind and its knowledge; about others it would be wrong in silence.
    precondition(
      consultation.kind.id == kind.id
        && consultation.knowledge.contentHash == knowledge.contentHash,
      "exact asking is for consultations of the kind and knowledge that it was made for")
    if !consultation.earlier.isEmpty, !looksBack {
      looksBack = true
      differences = [:]
      situations = Situations(of: kind, in: knowledge, budget: budget)
    }
    return situations.literals(agreeingWith: consultation)
  }

  private mutating func canMatter(
    _ question: Question, in consultation: Consultation, _ agreeing: [Literal]
  ) -> Bool {
    let isTold = isToldOtherwise(beyondDoubt: leavesNoDoubt(consultation))
    return situations.matters(question, where: agreeing, isTold)
  }

  private mutating func isToldOtherwise(beyondDoubt: Bool) -> Literal {
    if let known = differences[beyondDoubt] { return known }
    let literal = situations.twinIsToldOtherwise(beyondDoubt: beyondDoubt)
    differences[beyondDoubt] = literal
    return literal
  }

  /// Whether everything will be certain once every question is answered.
  private func leavesNoDoubt(_ consultation: Consultation) -> Bool {
    consultation.now != nil && consultation.earlier.isEmpty
      && !consultation.answered.contains { id in
        consultation.answer(to: id) == .unsure && knowledge.question(id)?.unsure == .any
      }
  }

  /// Whether a level that can't wait is certain, though the consultation does not know.
  private mutating func hasUnseenLevel(
    in consultation: Consultation, _ agreeing: [Literal]
  ) -> Bool {
    for scale in kind.decides.compactMap(knowledge.scale) {
      let floor = consultation.interval(of: scale.id)?.floor
      let start = scale.levels.firstIndex { $0.id == floor?.id }.map { $0 + 1 } ?? 0
      for place in scale.levels.indices.dropFirst(start)
      where scale.levels[place].endsConsultation || scale.levels[place].isToldAtOnce {
        let isBelow = !situations.literal(for: scale, atLeast: place)
        if !situations.isShown(agreeing + [isBelow]) { return true }
      }
    }
    return false
  }

  private mutating func ceiling(of scale: Scale, _ agreeing: [Literal]) -> Scale.Level? {
    for (place, level) in scale.levels.enumerated().reversed() {
      let isReached = situations.literal(for: scale, atLeast: place)
      if situations.allows(agreeing + [isReached]) { return level }
    }
    return nil
  }

  private mutating func isTold(_ advice: Advice, _ agreeing: [Literal]) -> Bool {
    for limit in advice.onlyAt {
      guard let scale = knowledge.scale(limit.scale),
        let level = ceiling(of: scale, agreeing), limit.levels.contains(level.id)
      else { return false }
    }
    let isGiven = situations.literal(forAdvice: advice.id)
    return situations.allows(agreeing + [isGiven])
  }
}

extension Situations {
  /// Returns whether two people for whom some literals hold, and who differ in one question alone, can
  /// be told something else.
  fileprivate mutating func matters(
    _ question: Question, where literals: [Literal], _ isToldOtherwise: Literal
  ) -> Bool {
    let applies = applies(question.id, at: 0)
    return allows([applies, isToldOtherwise] + literals + sameAnswers(butTo: question))
  }

  /// Returns what holds where a second person is told something else.
  ///
  /// While something is in doubt, advice is told beside the most cautious level of each scale that limits
  /// it, which need not be one that it is given beside. So each of these counts by itself then.
  fileprivate mutating func twinIsToldOtherwise(beyondDoubt: Bool) -> Literal {
    let first = told(at: 0, beyondDoubt: beyondDoubt)
    let second = told(at: Self.twin, beyondDoubt: beyondDoubt)
    return circuit.differ(first, second)
  }

  private mutating func told(at reading: Int, beyondDoubt: Bool) -> [Literal] {
    var literals: [Literal] = []
    for scale in kind.decides.compactMap(base.scale) {
      literals += levels(of: scale, at: reading)
    }
    for advice in base.knowledge.advice {
      if beyondDoubt {
        literals.append(literal(for: base.toldWhen(advice), at: reading))
      } else {
        literals.append(literal(for: .test(.init(.advice(advice.id), .isGiven)), at: reading))
        for scale in advice.onlyAt.compactMap({ base.scale($0.scale) }) {
          literals += levels(of: scale, at: reading)
        }
      }
    }
    return literals
  }

  /// Returns whether some literals are known to hold together, and not only not known to contradict.
  fileprivate mutating func isShown(_ literals: [Literal]) -> Bool {
    found.contain(literals) || search(assuming: literals) == .satisfiable
  }
}
