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
      findOpenQuestions()
    }
  }
  /// The questions that were answered, in the order of their first answers.
  public private(set) var answered: [Identifier<Question>] = []
  private var answers: [Identifier<Question>: Answer] = [:]
  private let isAsked: [Bool]
  private let order: [Int]
  /// The readings of the same course before this one, oldest first.
  public let earlier: [Consultation]
  private(set) var evaluation: Evaluation
  /// What is told although not everything was asked; nothing if that has not happened.
  private(set) var earlyEnd: EarlyEnd?
  /// The questions that are not put because it stays in doubt whether they apply.
  private(set) var leftOut: Set<Int> = []
  /// The unanswered questions that can still change the outcome, in the order in which they are asked.
  private var open: [Int] = []

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
  public init(
    _ id: Identifier<ConsultationKind>, in knowledge: KnowledgeBase, at now: Moment? = nil,
    earlier: [Consultation] = []
  ) throws(UnknownConsultation) {
    guard let kind = knowledge.consultation(id) else {
      throw UnknownConsultation(id: id, known: knowledge.knowledge.consultations.map(\.id))
    }
    self.knowledge = knowledge
    self.kind = kind
    self.now = now
    order = knowledge.sections(of: kind).flatMap(\.questions).compactMap {
      knowledge.names.questions[$0]
    }
    var isAsked = Array(repeating: false, count: knowledge.knowledge.questions.count)
    for place in order { isAsked[place] = true }
    self.isAsked = isAsked
    var readings: [Consultation] = []
    for reading in earlier { readings.append(try reading.read(with: knowledge)) }
    self.earlier = readings
    evaluation = Evaluation(
      knowledge.program,
      Evaluation.Facts(
        slots: Array(repeating: .unanswered, count: isAsked.count), isAsked: isAsked, now: now,
        earlier: readings.map(\.evaluation)))
    findOpenQuestions()
  }

  /// Returns the same answers to the questions of a knowledge base.
  private func read(with other: KnowledgeBase) throws(UnknownConsultation) -> Consultation {
    guard other.contentHash != knowledge.contentHash else { return self }
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
    let slot = try slot(for: answer, to: question)
    if answers.updateValue(answer, forKey: question) == nil { answered.append(question) }
    set(slot, of: question)
  }

  /// Takes an answer back, so that the question is unanswered again.
  public mutating func retract(_ question: Identifier<Question>) {
    guard answers.removeValue(forKey: question) != nil else { return }
    answered.removeAll { $0 == question }
    set(.unanswered, of: question)
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

  // MARK: Asking

  /// The question to ask next: the first, in the author's order, that can still change the outcome.
  ///
  /// There is none when the consultation is over.
  public var nextQuestion: Question? { openQuestions.first }

  /// The unanswered questions that can still change a decided scale or advice, in the order of asking.
  ///
  /// A question that only applies if another one is answered so comes after it.
  public var openQuestions: [Question] { open.map { knowledge.knowledge.questions[$0] } }

  /// Whether nothing is left to ask.
  public var isOver: Bool { open.isEmpty }

  /// Whether a level was reached that ends the consultation, whatever else may be said.
  public var endedEarly: Bool { earlyEnd != nil }

  // MARK: The outcome so far

  /// Returns the levels between which a scale's level certainly lies; nothing if there is no such scale.
  public func interval(of scale: Identifier<Scale>) -> LevelInterval? {
    knowledge.names.scales[scale].map { place in
      let levels = knowledge.knowledge.scales[place].levels
      func level(_ index: Int) -> Scale.Level? { index == LevelSet.gap ? nil : levels[index] }
      let set = evaluation.levels[place]
      return LevelInterval(floor: level(set.floor), ceiling: level(set.ceiling))
    }
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
    consultation.findOpenQuestions()
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
    kind.decides.compactMap { knowledge.names.scales[$0] }
      .contains { evaluation.levels[$0] != other.levels[$0] }
  }

  // MARK: Working out

  private mutating func set(_ slot: Slot, of question: Identifier<Question>) {
    guard let place = knowledge.names.questions[question] else { return }
    evaluation = evaluation.changing(place, to: slot, in: knowledge.program)
    findOpenQuestions()
  }

  /// The scales of which the levels matter: those that are decided, and those that limit advice.
  var tellingScales: Set<Int> {
    var scales = Set(kind.decides.compactMap { knowledge.names.scales[$0] })
    for advice in knowledge.knowledge.advice.indices
    where evaluation.mayBeTold(advice, of: knowledge) {
      scales.formUnion(knowledge.program.toldAt[advice].map(\.scale))
    }
    return scales
  }

  private mutating func findOpenQuestions() {
    earlyEnd = EarlyEnd(kind, knowledge, evaluation)
    leftOut = evaluation.questionsLeftOut(in: knowledge.program)
    guard earlyEnd == nil else {
      open = []
      return
    }
    let relevance = relevance
    open =
      AskingOrder(order.filter(relevance.questions.contains), knowledge.program, evaluation)
      .questions
  }

  /// What everything rests on that can still be told otherwise.
  var relevance: Relevance {
    var relevance = Relevance(knowledge.program, evaluation, leftOut: leftOut)
    for scale in tellingScales { relevance.visit(scale: scale) }
    for advice in knowledge.knowledge.advice.indices
    where evaluation.mayBeTold(advice, of: knowledge) {
      relevance.visit(advice: advice)
    }
    return relevance
  }

  /// Turns an answer into what evaluation works with.
  private func slot(
    for answer: Answer, to id: Identifier<Question>
  ) throws(AnswerRejection) -> Slot {
    guard let place = knowledge.names.questions[id], isAsked[place] else {
      throw .unknownQuestion(id)
    }
    let question = knowledge.knowledge.questions[place]
    let options = knowledge.names.options[place]
    func mask(_ chosen: [Identifier<Question.Option>]) throws(AnswerRejection) -> UInt64 {
      for option in chosen where !options.contains(option.name) { throw .unknownOption(option, id) }
      return Program.mask(chosen.map(\.name), of: options)
    }
    switch (question.domain, answer) {
    case (_, .unsure):
      switch question.unsure {
      case .any: return .unsure
      case .option(let option): return .options(try mask([option]))
      case .refused: throw .unsureRefused(id)
      }
    case (.one, .option(let option)), (.yesNo, .option(let option)):
      return .options(try mask([option]))
    case (.any, .options(let chosen)), (.ingredients, .options(let chosen)):
      return .options(try mask(chosen))
    case (.any, .option(let option)), (.ingredients, .option(let option)):
      return .options(try mask([option]))
    case (.number(let range, _), .number(let number)):
      guard range.contains(number) else { throw .outOfRange(id, takes: question.domain) }
      return .number(number)
    case (.duration(let range), .duration(let span)):
      guard range.contains(span) else { throw .outOfRange(id, takes: question.domain) }
      return .number(Double(span.seconds))
    case (.date, .date(let day)): return .number(Double(day.seconds))
    default: throw .wrongKind(id, takes: question.domain)
    }
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
