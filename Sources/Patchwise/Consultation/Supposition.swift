/// A consultation under another answer, beside the one as it is.
public struct Supposition: Sendable {
  /// The question.
  public let question: Question
  /// The answer that is supposed.
  public let answer: Answer
  /// The consultation with that answer; the one that was asked is as it was.
  public let consultation: Consultation
  /// The decided scales, in the order in which they are told, as they are and as they would be.
  public let comparisons: [Comparison]

  /// A scale as it is and as it would be.
  public struct Comparison: Sendable {
    /// The scale.
    public let scale: Scale
    /// Where it stands now.
    public let now: Standing
    /// Where it would stand.
    public let then: Standing
  }

  /// Where a scale stands.
  public enum Standing: Hashable, Sendable {
    /// It is told at a level.
    case told(Scale.Level)
    /// Questions are open; it is between two levels.
    case between(LevelInterval)
    /// Nothing is told of it: for a gap, and after an early end that it did not bring about.
    case untold
  }
}

extension Consultation {
  /// Returns how everything would be with another answer, or with an answer to an open question.
  ///
  /// - Parameters:
  ///   - answer: The answer that is supposed.
  ///   - id: The question that it is to.
  /// - Returns: The consultation as it would be, beside this one.
  /// - Throws: `AnswerRejection` if the answer is not one that the question takes.
  public func supposing(
    _ answer: Answer, to id: Identifier<Question>
  ) throws(AnswerRejection) -> Supposition {
    var after = self
    try after.answer(id, answer)
    guard let question = knowledge.question(id) else { throw .unknownQuestion(id) }
    return Supposition(
      question: question, answer: answer, consultation: after,
      comparisons: kind.decides.compactMap { knowledge.scale($0) }.map { scale in
        Supposition.Comparison(
          scale: scale, now: standing(of: scale.id), then: after.standing(of: scale.id))
      })
  }

  private func standing(of scale: Identifier<Scale>) -> Supposition.Standing {
    guard isOver else { return interval(of: scale).map { .between($0) } ?? .untold }
    return recommendedLevel(of: scale).map { .told($0) } ?? .untold
  }
}

/// What answers to a question would already make certain.
public struct AnswerEffect: Sendable {
  /// The answers.
  public let answers: AnswerGroup
  /// The decided scales that would certainly lie higher than is certain now, and at which level at
  /// least.
  public let raises: [Raise]

  /// A level that a scale would certainly reach.
  public struct Raise: Hashable, Sendable {
    /// The scale.
    public let scale: Identifier<Scale>
    /// The level.
    public let level: Identifier<Scale.Level>
  }
}

extension Consultation {
  /// Returns what answers to an open question would make certain at once, in the order of its options.
  ///
  /// Where several options can be chosen, each is looked at alone. An answer that makes nothing
  /// certain is not among them; it may still matter together with later ones.
  ///
  /// - Complexity: Proportional to the number of its options, and of the thresholds on it.
  public func effects(ofAnswering id: Identifier<Question>) -> [AnswerEffect] {
    guard let place = knowledge.names.questions[id] else { return [] }
    let trials = TrialAnswers(
      of: place, among: knowledge.program.tests(of: place), in: self)
    let scales =
      decided
      .filter { !knowledge.knowledge.scales[$0].isHint }
    var slots: [[AnswerEffect.Raise]: Set<Slot>] = [:]
    var order: [[AnswerEffect.Raise]] = []
    for slot in trials.slots {
      if let difference = trials.difference(of: slot), difference.nonzeroBitCount != 1 { continue }
      let other = evaluation.changing(place, to: slot, in: knowledge.program)
      let raises = scales.compactMap { scale -> AnswerEffect.Raise? in
        let floor = other.levels[scale].floor
        guard floor > evaluation.levels[scale].floor, floor > knowledge.program.otherwise[scale]
        else { return nil }
        let scale = knowledge.knowledge.scales[scale]
        return AnswerEffect.Raise(scale: scale.id, level: scale.levels[floor].id)
      }
      guard !raises.isEmpty else { continue }
      if slots[raises] == nil { order.append(raises) }
      slots[raises, default: []].insert(slot)
    }
    return order.flatMap { raises in
      trials.groups(of: slots[raises] ?? []).map { AnswerEffect(answers: $0, raises: raises) }
    }
  }
}
