extension Consultation {
  /// What has to be stored of a consultation so that it can go on at another time: the answers, and the
  /// knowledge that they were given to.
  ///
  /// ```swift
  /// let data = try JSONEncoder().encode(consultation.state)
  /// let state = try JSONDecoder().decode(Consultation.State.self, from: data)
  /// let same = try Consultation(state, in: knowledge)
  /// ```
  public struct State: Codable, Hashable, Sendable {
    /// What the knowledge base is called.
    public let knowledge: Identifier<Knowledge>
    /// Which edition of it was consulted.
    public let edition: KnowledgeBase.Edition
    /// The kind of consultation.
    public let kind: Identifier<ConsultationKind>
    /// What the person's clock said, in seconds since 1970-01-01 00:00 on the wall clock; nothing if that was
    /// not known.
    public let seconds: Int?
    /// The answers, in the order in which they were first given.
    public let answers: [Given]
    /// The readings of the same course before this one, oldest first.
    ///
    /// In a reading of such a list there may be nothing instead: those before it there are its own.
    public let earlier: [State]?

    /// How deep readings may stand within one another; those of one course stand side by side.
    package static let depthLimit = 32

    init(
      knowledge: Identifier<Knowledge>, edition: KnowledgeBase.Edition,
      kind: Identifier<ConsultationKind>, seconds: Int?, answers: [Given], earlier: [State]?
    ) {
      (self.knowledge, self.edition, self.kind) = (knowledge, edition, kind)
      (self.seconds, self.answers, self.earlier) = (seconds, answers, earlier)
    }

    /// Reads what was stored.
    ///
    /// - Throws: `DecodingError` if it is none, or if readings stand more than 32 deep within one another.
    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      let depth = decoder.codingPath.count { $0.stringValue == CodingKeys.earlier.stringValue }
      guard depth <= Self.depthLimit else {
        throw DecodingError.dataCorrupted(
          .init(
            codingPath: decoder.codingPath,
            debugDescription: "Readings stand more than \(Self.depthLimit) deep within one another."
          ))
      }
      knowledge = try container.decode(Identifier<Knowledge>.self, forKey: .knowledge)
      edition = try container.decode(KnowledgeBase.Edition.self, forKey: .edition)
      kind = try container.decode(Identifier<ConsultationKind>.self, forKey: .kind)
      seconds = try container.decodeIfPresent(Int.self, forKey: .seconds)
      answers = try container.decode([Given].self, forKey: .answers)
      earlier = try container.decodeIfPresent([State].self, forKey: .earlier)
    }

    /// A question and its answer.
    public struct Given: Codable, Hashable, Sendable {
      /// The question.
      public let question: Identifier<Question>
      /// The answer.
      public let answer: Answer
    }
  }

  /// What has to be stored of it; the same for the same consultation, on every machine.
  ///
  /// - Complexity: Proportional to the number of answers, those of earlier readings included, if each of those
  ///   began with the readings before it.
  public var state: State {
    state(earlier: earlier.map { continuesCourse ? $0.state(earlier: nil) : $0.state })
  }

  private func state(earlier: [State]?) -> State {
    State(
      knowledge: knowledge.knowledge.id, edition: knowledge.edition, kind: kind.id,
      seconds: now?.seconds,
      answers: answered.compactMap { id in
        answer(to: id).map { State.Given(question: id, answer: $0) }
      }, earlier: earlier)
  }

  /// Takes up a consultation that was stored.
  ///
  /// - Parameters:
  ///   - state: What was stored of it.
  ///   - knowledge: The edition of the knowledge base that it was held with. To go on with another edition,
  ///     begin a consultation and give it the answers of `state` that it still takes.
  ///   - now: What the person's clock says now, for what has happened so long ago; left out, what it said when
  ///     the consultation was stored.
  /// - Throws: `StateRejection` if it was held with other knowledge, or if what was stored can't have come
  ///   from a consultation.
  /// - Complexity: That of giving the answers.
  public init(
    _ state: State, in knowledge: KnowledgeBase, at now: Moment? = nil
  ) throws(StateRejection) {
    try self.init(state, after: ([], []), in: knowledge, at: now)
  }

  /// Takes up a reading that was stored in a list, behind those that stand before it there.
  private init(
    _ state: State, after list: (states: ArraySlice<State>, readings: [Consultation]),
    in knowledge: KnowledgeBase, at now: Moment?
  ) throws(StateRejection) {
    guard state.knowledge == knowledge.knowledge.id else {
      throw .otherKnowledge(state.knowledge, expected: knowledge.knowledge.id)
    }
    guard state.edition == knowledge.edition else {
      throw .otherEdition(state.edition, expected: knowledge.edition)
    }
    var earlier: [Consultation] = []
    if let states = state.earlier, states[...] != list.states {
      for (place, reading) in states.enumerated() {
        earlier.append(
          try Consultation(reading, after: (states[..<place], earlier), in: knowledge, at: nil))
      }
    } else {
      earlier = list.readings
    }
    let now = now ?? state.seconds.map { Moment(seconds: $0) }
    do {
      try self.init(state.kind, in: knowledge, at: now, earlier: earlier)
    } catch {
      throw .unknownConsultation(error)
    }
    for given in state.answers {
      do {
        try answer(given.question, given.answer)
      } catch {
        throw .rejected(error)
      }
    }
  }
}

/// Why a stored consultation can't be taken up.
public enum StateRejection: Error, Hashable, Sendable {
  /// It was held with knowledge about something else.
  case otherKnowledge(Identifier<Knowledge>, expected: Identifier<Knowledge>)
  /// It was held with another edition of the knowledge.
  case otherEdition(KnowledgeBase.Edition, expected: KnowledgeBase.Edition)
  /// The knowledge base has no such kind of consultation.
  case unknownConsultation(UnknownConsultation)
  /// The knowledge base does not take one of the answers.
  case rejected(AnswerRejection)
}
