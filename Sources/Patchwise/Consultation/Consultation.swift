/// One person's consultation, as a value.
///
/// It stands for every situation that agrees with the answers so far: an unanswered question may have
/// any value, and so may one that was answered with *not sure*. Going back is keeping an earlier value.
///
/// ```swift
/// var consultation = try Consultation("fit", in: knowledge)
/// while let question = consultation.nextQuestion {
///   try consultation.answer(question.id, ask(question))
/// }
/// for decision in consultation.recommendation?.decisions ?? [] {
///   print(decision.scale.name, decision.level?.name ?? "open")
/// }
/// ```
public struct Consultation: Sendable {
  /// The knowledge base that decides.
  public private(set) var knowledge: KnowledgeBase
  /// What the person came for.
  public let kind: ConsultationKind
  /// What the person's clock says; conditions on dates stay open without it.
  public var now: Moment? {
    didSet {
      guard now != oldValue else { return }
      var facts = evaluation.facts
      facts.now = now
      evaluation = Evaluation(knowledge.program, facts)
      settled = 0
      findNextQuestion()
    }
  }
  /// The questions that were answered, in the order of their first answers.
  public private(set) var answered: [Identifier<Question>] = []
  private var answers: [Identifier<Question>: Answer] = [:]
  private let isAsked: [Bool]
  private let order: [Int]
  /// The scales it decides, by place.
  let decided: [Int]
  /// The readings of the same course before this one, oldest first.
  public let earlier: [Consultation]
  /// Whether each of the earlier readings has those before it here as its own earlier ones.
  let continuesCourse: Bool
  /// Stands for the earlier readings, which stay the same in all copies.
  private let beginning = Beginning()
  private(set) var evaluation: Evaluation
  /// What is told although not everything was asked; nothing if that has not happened.
  private(set) var earlyEnd: EarlyEnd?
  /// The questions that are not put because it stays in doubt whether they apply.
  private(set) var leftOut: Set<Int> = []
  /// The place of the question to ask next.
  private var next: Int?
  /// How many questions at the beginning of the order can't change the outcome, whatever is answered
  /// beside what was.
  private var settled = 0

  /// Begins a consultation.
  ///
  /// - Parameters:
  ///   - id: The kind of consultation.
  ///   - knowledge: The knowledge base that decides.
  ///   - now: What the person's clock says.
  ///   - earlier: The readings of the same course before this one, oldest first. One that was taken with
  ///     other knowledge, such as an older version, is read anew with this one: its answers stay, but
  ///     those that no longer fit any question are left out.
  /// - Throws: `UnknownConsultation` if the knowledge base has no such kind, or none that an earlier
  ///   reading is of.
  /// - Complexity: Proportional to the size of the knowledge base, and to the number of readings if these have
  ///   been taken with it.
  public init(
    _ id: Identifier<ConsultationKind>, in knowledge: KnowledgeBase, at now: Moment? = nil,
    earlier: [Consultation] = []
  ) throws(UnknownConsultation) {
    guard let kind = knowledge.consultation(id) else {
      throw UnknownConsultation(id: id, known: knowledge.knowledge.consultations.map(\.id))
    }
    self.knowledge = knowledge.settled
    self.kind = kind
    self.now = now
    order = knowledge.asked(by: kind)
    var isAsked = Array(repeating: false, count: knowledge.knowledge.questions.count)
    for place in order { isAsked[place] = true }
    self.isAsked = isAsked
    decided = knowledge.decided(by: kind)
    var readings: [Consultation] = []
    // Each reading would else read those before it once more, and these those before them.
    let isCourse = Self.isCourse(earlier)
    for reading in earlier {
      readings.append(
        try reading.read(with: knowledge, after: isCourse ? readings : reading.earlier))
    }
    self.earlier = readings
    continuesCourse = Self.isCourse(readings)
    evaluation = Evaluation(
      knowledge.program,
      Evaluation.Facts(
        slots: Array(repeating: .unanswered, count: isAsked.count), isAsked: isAsked, now: now,
        earlier: readings.map(\.evaluation)))
    findNextQuestion()
  }

  /// Tells whether each reading has those before it as its own earlier ones.
  private static func isCourse(_ readings: [Consultation]) -> Bool {
    guard let last = readings.last else { return true }
    return last.continuesCourse && last.earlier.count == readings.count - 1
      && zip(last.earlier, readings).allSatisfy { $0.isSame(as: $1) }
  }

  /// What copies of a consultation have in common.
  private final class Beginning: Sendable {}

  /// Tells whether another is a copy of it, after which neither has changed.
  private func isSame(as other: Consultation) -> Bool {
    beginning === other.beginning && now == other.now && answered == other.answered
      && answers == other.answers
  }

  /// Returns the same answers to the questions of a knowledge base, after readings that were taken with it.
  private func read(
    with other: KnowledgeBase, after earlier: [Consultation]
  ) throws(UnknownConsultation) -> Consultation {
    if other.edition == knowledge.edition, other.contentHash == knowledge.contentHash {
      return self
    }
    var reading = try Consultation(kind.id, in: other, at: now, earlier: earlier)
    for question in answered {
      guard let answer = answers[question] else { continue }
      try? reading.answer(question, answer)
    }
    return reading
  }

  // MARK: Answering

  /// Takes an answer, or a better one than before.
  ///
  /// The question need not be the next one. An answer to a question that does not apply is kept aside
  /// and counts once it does. A rejected answer leaves the consultation as it was.
  ///
  /// - Throws: `AnswerRejection` if the answer is not one that the question takes.
  /// - Complexity: Proportional to the size of the knowledge base.
  public mutating func answer(
    _ question: Identifier<Question>, _ answer: Answer
  ) throws(AnswerRejection) {
    guard let place = knowledge.names.questions[question], isAsked[place] else {
      throw .unknownQuestion(question)
    }
    let slot = try knowledge.slot(for: answer, to: place)
    if answers.updateValue(answer, forKey: question) == nil { answered.append(question) }
    set(slot, of: place)
  }

  /// Takes an answer back, so that the question is unanswered again.
  public mutating func retract(_ question: Identifier<Question>) {
    guard answers.removeValue(forKey: question) != nil else { return }
    answered.removeAll { $0 == question }
    if let place = knowledge.names.questions[question] { set(.unanswered, of: place) }
  }

  /// Returns the answer that was given to a question, whether it counts at present or not.
  public func answer(to question: Identifier<Question>) -> Answer? { answers[question] }

  /// What is known of a question.
  public enum Status: Hashable, Sendable {
    /// It does not apply, and was not answered.
    case notApplicable
    /// It does not apply; the answer that was given is kept aside.
    case setAside(Answer)
    /// It applies, or may, and was not answered.
    case unanswered
    /// It applies, or may; this is the answer that counts.
    case answered(Answer)
  }

  /// Returns what is known of a question; one that this consultation never asks does not apply.
  public func status(of question: Identifier<Question>) -> Status {
    let applies = knowledge.names.questions[question].map { evaluation.applies[$0] } ?? .false
    return switch (answers[question], applies) {
    case (nil, .false): .notApplicable
    case (nil, _): .unanswered
    case (let answer?, .false): .setAside(answer)
    case (let answer?, _): .answered(answer)
    }
  }

  /// The questions of which the answers are kept aside.
  package var setAside: [Identifier<Question>] {
    answered.filter { id in
      knowledge.names.questions[id].map { evaluation.applies[$0] == .false } ?? true
    }
  }

  // MARK: Asking

  /// The question to ask next: the first, in the author's order, that can still change the outcome.
  ///
  /// There is none when the consultation is over.
  public var nextQuestion: Question? { next.map { knowledge.knowledge.questions[$0] } }

  /// The unanswered questions that can still change a decided scale or advice, in the order of asking.
  ///
  /// A question that only applies if another one is answered so comes after it.
  ///
  /// - Complexity: Proportional to the size of the knowledge base, where the next question alone is found
  ///   much faster.
  public var openQuestions: [Question] { open.map { knowledge.knowledge.questions[$0] } }

  /// The name of the question to ask next.
  package var nextQuestionName: Identifier<Question>? {
    next.map { knowledge.knowledge.questions[$0].id }
  }

  /// Returns how many questions are open, but no more than a limit, at which it stops counting.
  package func openCount(upTo limit: Int) -> Int {
    guard next != nil else { return 0 }
    var importance = Importance(knowledge.program, evaluation, decided: decided)
    var count = 0
    for question in order
    where evaluation.facts.slots[question] == .unanswered && !leftOut.contains(question)
      && importance.matters(question)
    {
      count += 1
      if count == limit { break }
    }
    return count
  }

  /// Whether nothing is left to ask.
  public var isOver: Bool { next == nil }

  /// Whether a level was reached that ends the consultation, whatever else may be said.
  public var endedEarly: Bool { earlyEnd != nil }

  // MARK: The outcome so far

  /// Returns the levels between which a scale's level certainly lies; nothing if there is no such scale.
  public func interval(of scale: Identifier<Scale>) -> LevelInterval? {
    knowledge.names.scales[scale].map { knowledge.interval(evaluation.levels[$0], of: $0) }
  }

  /// Returns whether a rule holds, as far as is known; nothing if there is no such rule.
  public func truth(of rule: Identifier<Rule>) -> Truth? {
    knowledge.names.rules[rule].map { evaluation.rules[$0] }
  }

  /// Returns whether advice is given, as far as is known; nothing if there is no such advice.
  public func truth(ofAdvice advice: Identifier<Advice>) -> Truth? {
    knowledge.names.advice[advice].map { evaluation.advice[$0] }
  }

  /// Returns whether a condition holds, as far as is known.
  ///
  /// - Returns: Nothing if the condition names what the knowledge base does not have, or tests it in a
  ///   way that makes no sense there. `KnowledgeBase.condition(_:)` reads conditions that do.
  public func truth(of condition: Condition) -> Truth? {
    evaluation.truth(of: condition, in: knowledge)
  }

  /// Returns the same answers under knowledge with other conditions but the same questions, scales,
  /// advice and consultations.
  package func under(_ changed: KnowledgeBase) -> Consultation {
    var consultation = self
    consultation.knowledge = changed
    consultation.evaluation = Evaluation(changed.program, evaluation.facts)
    consultation.settled = 0
    consultation.findNextQuestion()
    return consultation
  }

  /// Returns whether a decided scale can have other levels under such knowledge.
  package func isDecided(otherwiseUnder changed: KnowledgeBase) -> Bool {
    differs(from: Evaluation(changed.program, evaluation.facts))
  }

  /// Returns whether a person would hear something else under such knowledge: another question, level,
  /// reason or piece of advice.
  package func isHeard(otherwiseUnder changed: KnowledgeBase) -> Bool {
    let other = under(changed)
    if differs(from: other.evaluation) || nextQuestion?.id != other.nextQuestion?.id { return true }
    guard let told = recommendationWithoutUnsureEffects,
      let otherwise = other.recommendationWithoutUnsureEffects
    else { return false }
    return told.advice.map(\.id) != otherwise.advice.map(\.id)
      || told.reasons.map { $0.heard } != otherwise.reasons.map { $0.heard }
      || told.endedEarly != otherwise.endedEarly
  }

  private func differs(from other: Evaluation) -> Bool {
    decided
      .contains { evaluation.levels[$0] != other.levels[$0] }
  }

  // MARK: Working out

  private mutating func set(_ slot: Slot, of question: Int) {
    // What can't matter while a question is open can't matter once it is answered.
    if evaluation.facts.slots[question] != .unanswered { settled = 0 }
    evaluation.change(question, to: slot, in: knowledge.program)
    findNextQuestion()
  }

  /// The scales of which the levels matter: those that are decided, and those that limit advice.
  var tellingScales: Set<Int> {
    var scales = Set(decided)
    for advice in knowledge.knowledge.advice.indices
    where evaluation.mayBeTold(advice, in: knowledge.program) {
      scales.formUnion(knowledge.program.toldAt[advice].map(\.scale))
    }
    return scales
  }

  private mutating func findNextQuestion() {
    earlyEnd = EarlyEnd(decided, knowledge, evaluation)
    leftOut = evaluation.questionsLeftOut(in: knowledge.program)
    next = nil
    guard earlyEnd == nil else { return }
    var importance = Importance(knowledge.program, evaluation, decided: decided)
    for rank in settled..<max(settled, order.count) {
      let question = order[rank]
      guard evaluation.facts.slots[question] == .unanswered, !leftOut.contains(question),
        importance.matters(question)
      else {
        if rank == settled, !leftOut.contains(question) { settled += 1 }
        continue
      }
      // One that waits for others is not asked before them.
      next = evaluation.applies[question] == .true ? question : open.first
      return
    }
  }

  /// The unanswered questions that can still change the outcome, in the order in which they are asked.
  private var open: [Int] {
    guard earlyEnd == nil else { return [] }
    let relevance = relevance
    return
      AskingOrder(order.filter(relevance.questions.contains), knowledge.program, evaluation)
      .questions
  }

  /// What everything rests on that can still be told otherwise.
  var relevance: Relevance {
    var relevance = Relevance(knowledge.program, evaluation, leftOut: leftOut)
    for scale in tellingScales { relevance.visit(scale: scale) }
    for advice in knowledge.knowledge.advice.indices
    where evaluation.mayBeTold(advice, in: knowledge.program) {
      relevance.visit(advice: advice)
    }
    return relevance
  }
}

/// The least and the most cautious level that a scale can still have.
public struct LevelInterval: Hashable, Sendable {
  /// The least cautious; nothing where a gap is possible.
  public let floor: Scale.Level?
  /// The most cautious; nothing where a gap is certain.
  public let ceiling: Scale.Level?

  /// Creates an interval from its ends.
  public init(floor: Scale.Level?, ceiling: Scale.Level?) {
    self.floor = floor
    self.ceiling = ceiling
  }

  /// Whether only one level is possible.
  public var isSettled: Bool { floor == ceiling }
}

/// The knowledge base has no such kind of consultation.
public struct UnknownConsultation: Error, Hashable, Sendable {
  /// The name that was asked for.
  public let id: Identifier<ConsultationKind>
  /// The kinds it has.
  public let known: [Identifier<ConsultationKind>]
}

extension Recommendation.Reason {
  /// What is heard of it: its rule, what for, and the rules that it rests on.
  fileprivate var heard: [[String]] {
    [[rule.id.name], scales.map(\.name), restingOn.map(\.id.name)]
  }
}
