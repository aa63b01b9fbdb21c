import Patchwise

extension Condition {
  /// One small change of a condition.
  struct Change {
    /// What is done, as in *drop 'age less than 18'*.
    var what: String
    /// The condition after it.
    var condition: Condition
  }

  /// Every condition that is this one but for one small change.
  ///
  /// - Parameter base: The knowledge that the condition is about.
  /// - Returns: The changes, in the order in which the condition is read.
  func changes(in base: KnowledgeBase) -> [Change] {
    switch self {
    case .test(let test): return [negation] + test.changes(in: base)
    case .definition: return [negation]
    case .not(.test(let test)):
      return [Change(what: "negate '\(self)'", condition: .test(test))]
        + test.changes(in: base).map { Change(what: $0.what, condition: .not($0.condition)) }
    case .not(.definition(let id)):
      return [Change(what: "negate '\(self)'", condition: .definition(id))]
    case .not(let inner):
      return [Change(what: "negate '\(self)'", condition: inner)]
        + inner.changes(in: base).map { Change(what: $0.what, condition: .not($0.condition)) }
    case .all(let parts): return Self.changes(of: parts, in: base) { .all($0) }
    case .any(let parts): return Self.changes(of: parts, in: base) { .any($0) }
    case .atLeast(let count, let parts):
      let counts = [count - 1, count + 1].filter { (1...parts.count).contains($0) }
      return counts.map { other in
        Change(
          what: "at least \(other) instead of \(count)", condition: .atLeast(other, of: parts))
      }
        + Self.changes(of: parts, in: base) { .atLeast(min(count, $0.count), of: $0) }
    }
  }

  private var negation: Change { Change(what: "negate '\(self)'", condition: .not(self)) }

  /// Drops one part after the other, and changes one after the other.
  private static func changes(
    of parts: [Condition], in base: KnowledgeBase, joined: ([Condition]) -> Condition
  ) -> [Change] {
    parts.indices.flatMap { place in
      var changes: [Change] = []
      if parts.count > 1 {
        var rest = parts
        rest.remove(at: place)
        changes.append(
          Change(
            what: "drop '\(parts[place])'", condition: rest.count == 1 ? rest[0] : joined(rest)))
      }
      return changes
        + parts[place].changes(in: base).map { change in
          var changed = parts
          changed[place] = change.condition
          return Change(what: change.what, condition: joined(changed))
        }
    }
  }
}

extension Condition.Test {
  /// Every test that is this one but for another option, level or threshold.
  fileprivate func changes(in base: KnowledgeBase) -> [Condition.Change] {
    relations(in: base).map { relation in
      let changed = Condition.Test(subject, relation, at: reading)
      return Condition.Change(what: "'\(changed)' instead of '\(self)'", condition: .test(changed))
    }
  }

  private func relations(in base: KnowledgeBase) -> [Condition.Relation] {
    switch relation {
    case .isAny(let names):
      return lists(names, in: base).map { .isAny(of: $0) }
    case .includesAny(let names): return lists(names, in: base).map { .includesAny(of: $0) }
    case .includesAll(let names): return lists(names, in: base).map { .includesAll(of: $0) }
    case .compares(let comparison, let threshold):
      return Self.moved(comparison, threshold).map { .compares($0, $1) }
    case .isBetween(let low, let high):
      return [low.moved(by: -1), low.moved(by: 1)].map { .isBetween($0, high) }
        + [high.moved(by: -1), high.moved(by: 1)].map { .isBetween(low, $0) }
    case .passed(let comparison, let span):
      return Self.moved(comparison, .duration(span)).map { comparison, threshold in
        .passed(comparison, TimeSpan(seconds: Int(threshold.value)))
      }
    case .isGiven: return []
    }
  }

  /// The same comparison with the threshold itself on the other side, and with one step more on this.
  private static func moved(
    _ comparison: Condition.Comparison, _ threshold: Condition.Quantity
  ) -> [(Condition.Comparison, Condition.Quantity)] {
    switch comparison {
    case .atLeast: [(.moreThan, threshold), (.atLeast, threshold.moved(by: -1))]
    case .atMost: [(.lessThan, threshold), (.atMost, threshold.moved(by: 1))]
    case .moreThan: [(.atLeast, threshold), (.moreThan, threshold.moved(by: 1))]
    case .lessThan: [(.atMost, threshold), (.lessThan, threshold.moved(by: -1))]
    }
  }

  /// A list of options or levels without one of them or, if it is the only one, with the next instead;
  /// a run of an ordered list that is longer or shorter by one.
  private func lists(_ names: [String], in base: KnowledgeBase) -> [[String]] {
    let (all, isOrdered) = values(in: base)
    let places = all.indices.filter { names.contains(all[$0]) }
    if isOrdered, let first = places.first, let last = places.last, names.count > 1,
      last - first + 1 == places.count
    {
      return [first - 1..<last + 1, first + 1..<last + 1, first..<last, first..<last + 2]
        // A run that begins or ends where the list does is a comparison, of which only one end moves.
        .filter { $0.lowerBound == first || (first > 0 && $0.lowerBound >= 0) }
        .filter {
          $0.upperBound == last + 1 || (last < all.count - 1 && $0.upperBound <= all.count)
        }
        .filter { $0.count < all.count }
        .map { Array(all[$0]) }
    }
    if names.count > 1 { return names.map { name in names.filter { $0 != name } } }
    guard let place = places.first, all.count > 1 else { return [] }
    return [[all[(place + 1) % all.count]]]
  }

  /// The options or levels of the subject, and whether they have an order.
  private func values(in base: KnowledgeBase) -> ([String], isOrdered: Bool) {
    switch subject {
    case .scale(let id): return (base.scale(id)?.levels.map(\.id.name) ?? [], true)
    case .advice: return ([], false)
    case .question(let id):
      guard let question = base.question(id) else { return ([], false) }
      switch question.domain {
      // To negate such a test is to swap its options.
      case .yesNo: return ([], false)
      case .one(let options, let isOrdered): return (options.map(\.id.name), isOrdered)
      default: return (base.options(of: question).map(\.id.name), false)
      }
    }
  }
}

extension Condition.Quantity {
  /// Returns the threshold some steps further up: a whole number, a tenth, or the unit it is told in.
  fileprivate func moved(by steps: Int) -> Condition.Quantity {
    switch self {
    case .number(let number):
      let isWhole = number == number.rounded()
      return .number(
        isWhole ? number + Double(steps) : (number * 10 + Double(steps)).rounded() / 10)
    case .duration(let span):
      let unit = TimeSpan.Unit.allCases.reversed().first { unit in
        span.description.hasPrefix("\(unit.text(max(1, span.seconds / unit.seconds)))")
      }
      return .duration(TimeSpan(seconds: span.seconds + steps * (unit ?? .second).seconds))
    }
  }
}
