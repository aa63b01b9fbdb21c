/// A condition on a situation, with every name looked up.
public indirect enum Condition: Hashable, Sendable {
  /// A single test.
  case test(Test)
  /// A condition that has a name of its own.
  case definition(Identifier<Definition>)
  /// The opposite of a condition.
  case not(Condition)
  /// All of these; it holds if there is none.
  case all([Condition])
  /// At least one of these; it does not hold if there is none.
  case any([Condition])
  /// At least so many of these.
  case atLeast(Int, of: [Condition])

  /// One question put to a situation, such as `age less than 18`.
  public struct Test: Hashable, Sendable {
    /// What it looks at.
    public var subject: Subject
    /// What it asks of that.
    public var relation: Relation
    /// Which reading of a course it looks at.
    public var reading: Reading

    /// Creates a test.
    public init(_ subject: Subject, _ relation: Relation, at reading: Reading = .current) {
      self.subject = subject
      self.relation = relation
      self.reading = reading
    }
  }

  /// What a test looks at.
  public enum Subject: Hashable, Sendable {
    /// The answer to a question; a test on one that does not apply does not hold.
    case question(Identifier<Question>)
    /// The level of a scale; a test on a gap does not hold.
    case scale(Identifier<Scale>)
    /// Whether advice is given.
    case advice(Identifier<Advice>)
  }

  /// What a test asks of its subject.
  public enum Relation: Hashable, Sendable {
    /// The option chosen, or the level reached, is one of these.
    case isAny(of: [String])
    /// At least one of these options is chosen.
    case includesAny(of: [String])
    /// All of these options are chosen.
    case includesAll(of: [String])
    /// A number or length of time compares so with a threshold.
    case compares(Comparison, Quantity)
    /// A number or length of time lies between two others, both included.
    case isBetween(Quantity, Quantity)
    /// The time that has passed since a day compares so with a length of time.
    case passed(Comparison, TimeSpan)
    /// The advice is given.
    case isGiven
  }

  /// A number in the unit of its question, or a length of time.
  public enum Quantity: Hashable, Sendable {
    /// A number in the unit of its question.
    case number(Double)
    /// A length of time.
    case duration(TimeSpan)

    /// What is compared: the number, or the seconds of the length of time.
    public var value: Double {
      switch self {
      case .number(let number): number
      case .duration(let span): Double(span.seconds)
      }
    }
  }

  /// How two numbers are compared.
  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    /// Not below the threshold.
    case atLeast = "at least"
    /// Not above the threshold.
    case atMost = "at most"
    /// Above the threshold.
    case moreThan = "more than"
    /// Below the threshold.
    case lessThan = "less than"

    /// Whether a number stands so to a threshold.
    public func holds(_ number: Double, _ threshold: Double) -> Bool {
      switch self {
      case .atLeast: number >= threshold
      case .atMost: number <= threshold
      case .moreThan: number > threshold
      case .lessThan: number < threshold
      }
    }
  }

  /// Which reading of a course a test looks at.
  public enum Reading: String, Hashable, Sendable {
    /// The one that is being taken.
    case current
    /// The one before.
    case previous
    /// Any of those before.
    case earlier
  }
}

extension Condition: CustomStringConvertible {
  /// The condition in the condition language, with the parentheses it needs.
  public var description: String { text(nested: false) }

  private func text(nested: Bool) -> String {
    switch self {
    case .test(let test): test.description
    case .definition(let name): name.name
    case .not(.test(let test)) where test.negation != nil: test.negation ?? ""
    case .not(let inner): "not \(inner.text(nested: true))"
    case .all(let parts): Self.join(parts, "and", nested)
    case .any(let parts): Self.join(parts, "or", nested)
    case .atLeast(let count, let parts):
      "at least \(count) of (\(parts.map { $0.text(nested: false) }.joined(separator: ", ")))"
    }
  }

  private static func join(_ parts: [Condition], _ word: String, _ nested: Bool) -> String {
    let text = parts.map { $0.text(nested: true) }.joined(separator: " \(word) ")
    return nested ? "(\(text))" : text
  }
}

extension Condition.Test: CustomStringConvertible {
  /// The test in the condition language.
  public var description: String {
    switch relation {
    case .isAny(let values): "\(prefix) is \(list(values))"
    case .includesAny(let values): "\(prefix) includes \(list(values))"
    case .includesAll(let values): "\(prefix) includes all of (\(values.joined(separator: ", ")))"
    case .compares(let comparison, let quantity): "\(prefix) \(comparison.rawValue) \(quantity)"
    case .isBetween(let low, let high): "\(prefix) between \(low) and \(high)"
    case .passed(let comparison, let span): "\(prefix) \(comparison.rawValue) \(span) ago"
    case .isGiven: "\(prefix) is given"
    }
  }

  /// The negated test where the language has words for it.
  fileprivate var negation: String? {
    switch relation {
    case .isAny(let values): "\(prefix) is not \(list(values))"
    case .includesAny(let values): "\(prefix) includes none of (\(values.joined(separator: ", ")))"
    default: nil
    }
  }

  private var prefix: String {
    let name =
      switch subject {
      case .question(let id): id.name
      case .scale(let id): id.name
      case .advice(let id): id.name
      }
    return reading == .current ? name : "\(reading.rawValue) \(name)"
  }

  private func list(_ values: [String]) -> String {
    values.count == 1 ? values[0] : "any of (\(values.joined(separator: ", ")))"
  }
}

extension Condition.Quantity: CustomStringConvertible {
  /// The number without needless decimals, or the length of time with its unit.
  public var description: String {
    switch self {
    case .number(let number): number.plain
    case .duration(let span): span.description
    }
  }
}
