/// Questions and rules about nothing, in a form that belongs to no engine.
public struct Workload: Sendable {
  /// A size of workload.
  public enum Size: String, CaseIterable, Sendable {
    /// 24 questions, 12 facts, 60 rules.
    case w1 = "W1"
    /// 100 questions, 100 facts, 1,000 rules.
    case w2 = "W2"
    /// 500 questions, 500 facts, 10,000 rules.
    case w3 = "W3"
    /// 1,000 questions, 1,000 facts, 100,000 rules.
    case w4 = "W4"

    /// How many people are asked; whole blocks of 512, but for the first.
    public var people: Int {
      switch self {
      case .w1: 10_000
      case .w2: 2_048
      case .w3, .w4: 512
      }
    }
  }

  /// A question, and what can be answered to it.
  public struct Question: Sendable {
    /// What can be answered.
    public enum Domain: Sendable {
      /// One of some options.
      case one([String])
      /// Any set of some options.
      case any([String])
      /// A number from 0 or more up to a bound, in steps of a tenth or of one.
      case number(ClosedRange<Int>, isWhole: Bool)
    }

    /// Its name.
    public var name: String
    /// Which questions it belongs with.
    public var topic: Int
    /// What can be answered.
    public var domain: Domain

    /// The names of its options.
    public var options: [String] {
      switch domain {
      case .one(let options), .any(let options): options
      case .number: []
      }
    }
  }

  /// How a number is compared.
  public enum Comparison: String, Sendable {
    /// At least as large.
    case atLeast = "ge"
    /// Larger.
    case moreThan = "gt"
    /// At most as large.
    case atMost = "le"
    /// Smaller.
    case lessThan = "lt"

    /// What holds where this does not.
    public var negation: Comparison {
      switch self {
      case .atLeast: .lessThan
      case .moreThan: .atMost
      case .atMost: .moreThan
      case .lessThan: .atLeast
      }
    }
  }

  /// A condition.
  ///
  /// Questions, options and facts are meant by their places.
  public indirect enum Condition: Sendable {
    /// All of some conditions hold.
    case all([Condition])
    /// One of some conditions holds.
    case any([Condition])
    /// A condition does not hold.
    case not(Condition)
    /// The answer to a question is one of some options.
    case isOne(Int, of: [Int])
    /// The options that were chosen include one.
    case includes(Int, Int)
    /// At least so many options were chosen.
    case count(Int, atLeast: Int)
    /// A number compares with another one.
    case number(Int, Comparison, Double)
    /// An earlier fact holds.
    case fact(Int)
  }

  /// A rule: a condition and the level that it raises to, from 1, the most cautious, to 5.
  public struct Rule: Sendable {
    /// When it holds.
    public var when: Condition
    /// What it raises to.
    public var level: Int
  }

  /// How large it is.
  public var size: Size
  /// The questions.
  public var questions: [Question] = []
  /// Conditions that have a name, each after those that it mentions.
  public var facts: [Condition] = []
  /// The rules.
  public var rules: [Rule] = []
  /// What is said at each level, from the most cautious on.
  public var texts: [String] = []
  /// Conditions that are promised to come with at most a level, and whether the promise holds.
  var invariants: [(when: Condition, level: Int, holds: Bool)] = []
  /// The places of rules that can't hold, and of such that hold and decide nothing.
  var planted: (dead: [Int], shadowed: [Int]) = ([], [])

  /// Returns the name of a rule.
  public static func name(ofRule place: Int) -> String { "r" + padded(place + 1, to: 6) }

  /// Returns the name of a fact.
  public static func name(ofFact place: Int) -> String { "d" + padded(place + 1, to: 4) }

  /// Returns a number with as many digits as wanted.
  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// What one person answers to all questions of a workload.
public struct Person: Sendable {
  /// An answer.
  public enum Answer: Sendable {
    /// The place of an option.
    case one(Int)
    /// The options that were chosen, a bit each.
    case any(UInt8)
    /// A number.
    case number(Double)
  }

  /// The answers, in the order of the questions.
  public var answers: [Answer]
}
