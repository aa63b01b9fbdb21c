/// Other answers that would bring a milder or a more cautious level: the answer to *what would change it*.
public struct Alternatives: Sendable {
  /// What would bring a milder level of some scale, fewest answers first.
  ///
  /// Single answers were looked for and pairs of them, none larger.
  public let milder: [Alternative]
  /// Single answers that would bring a more cautious level of some scale.
  public let moreCautious: [Alternative]
  /// Whether every single answer and every pair was tried that could bring a milder level.
  ///
  /// It is not where they were too many, and where a question takes so many options that only those sets
  /// were tried which leave out some that are chosen, or add one.
  public let isComplete: Bool
}

/// A smallest set of other answers, and what they would bring.
public struct Alternative: Sendable {
  /// For each question, the answers of which any one is meant; any combination of them brings the same.
  ///
  /// Without one of the questions, none of the scales comes out milder, or more cautious, for which the
  /// set was found.
  public let answers: [AnswerGroup]
  /// For each of the answers, whether the person can bring it about.
  public let origins: [Origin]
  /// The decided scales that come out otherwise, in the order in which they are told.
  public let outcomes: [Outcome]
  /// Whether the person can bring it about, by the hardest of the answers.
  public var origin: Origin { origins.max { $0.rawValue < $1.rawValue } ?? .unstated }

  /// How a scale would come out.
  public struct Outcome: Hashable, Sendable {
    /// The scale.
    public let scale: Identifier<Scale>
    /// The levels that would be possible; further questions may follow from the answers.
    public let interval: LevelInterval
    /// How it lies to what is told now.
    public let direction: Direction
  }

  /// How a level that would be told lies to the one that is.
  public enum Direction: Hashable, Sendable {
    /// It is certainly milder.
    case milder
    /// It is certainly more cautious.
    case moreCautious
    /// It may be more cautious, as questions would follow.
    case open
  }

  /// What it takes for an answer to become true.
  public enum Origin: Int, Hashable, Sendable, CaseIterable {
    /// Finding out what the person was not sure of, or answering what was not asked.
    case knowing
    /// A choice of the person.
    case byChoice
    /// Waiting.
    case inTime
    /// The author has not said what.
    case unstated
    /// It can't become true. Neither can an answer of less time, such as fewer years of age, where time
    /// is what changes it.
    case never
  }
}

extension Consultation {
  /// What would change the recommendation; nothing while there is none, and after an early end, when
  /// nothing else was asked.
  ///
  /// Scales that are only a hint are left out. Each alternative was tried: milder means that the most
  /// cautious level that would still be possible is milder than the one that is told, more cautious that
  /// even the least cautious one is not. Answers that would end the consultation are no way to a milder
  /// level of anything.
  ///
  /// - Complexity: At most two thousand combinations are tried for each scale.
  public var alternatives: Alternatives? {
    guard isOver, !endedEarly else { return nil }
    var search = AlternativeSearch(self)
    return search.run()
  }
}
