/// What follows from a person's answers: the rules that hold, and the most cautious of their levels.
public struct Outcome: Hashable, Sendable {
  /// The level from 1 to 5; 0 where no rule holds.
  public var level: Int
  /// The places of the rules that hold, in order.
  public var rules: [Int]

  /// Creates an outcome.
  public init(level: Int, rules: [Int]) {
    self.level = level
    self.rules = rules
  }

  /// The line that floors and peers have to come to as well: level, number of rules, and a sum over them.
  public var line: String {
    let sum = rules.reduce(1_469_598_103_934_665_603 as UInt64) {
      ($0 ^ UInt64($1)) &* 1_099_511_628_211
    }
    return "\(level)\t\(rules.count)\t\(sum)\n"
  }
}

extension Workload {
  /// Returns what follows from a person's answers, worked out by walking through each condition.
  public func outcome(of person: Person) -> Outcome {
    var known: [Bool] = []
    for fact in facts { known.append(holds(fact, person, known)) }
    let rules = rules.indices.filter { holds(self.rules[$0].when, person, known) }
    return Outcome(level: rules.map { self.rules[$0].level }.min() ?? 0, rules: rules)
  }

  private func holds(_ condition: Condition, _ person: Person, _ facts: [Bool]) -> Bool {
    switch condition {
    case .all(let parts): return parts.allSatisfy { holds($0, person, facts) }
    case .any(let parts): return parts.contains { holds($0, person, facts) }
    case .not(let part): return !holds(part, person, facts)
    case .fact(let place): return facts[place]
    case .isOne(let question, let options):
      guard case .one(let option) = person.answers[question] else { return false }
      return options.contains(option)
    case .includes(let question, let option):
      guard case .any(let chosen) = person.answers[question] else { return false }
      return chosen >> UInt8(option) & 1 == 1
    case .count(let question, let count):
      guard case .any(let chosen) = person.answers[question] else { return false }
      return chosen.nonzeroBitCount >= count
    case .number(let question, let comparison, let bound):
      guard case .number(let number) = person.answers[question] else { return false }
      switch comparison {
      case .atLeast: return number >= bound
      case .moreThan: return number > bound
      case .atMost: return number <= bound
      case .lessThan: return number < bound
      }
    }
  }
}
