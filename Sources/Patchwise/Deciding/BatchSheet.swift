/// Where the answers of up to 512 people are written down, and what they come to.
///
/// It is used again and again: clear it, give answers, decide, read. None of that allocates but the lists
/// of rules. A question without an answer stands for every value, as one answered with *not sure* does; and of
/// people who came after the last decision everything is open.
public struct BatchSheet: Sendable {
  /// How many people there is room for.
  public static let capacity = Slices.count

  /// What decides.
  public let decider: BatchDecider
  private var answers: BatchAnswers
  private var slices: Slices
  /// Whether everybody answered everything.
  private var isComplete = false
  /// How many people there are.
  public private(set) var count = 0
  /// How many there were when it was decided last; of others nothing is known.
  private var decidedCount = 0

  init(_ decider: BatchDecider) {
    self.decider = decider
    answers = BatchAnswers(decider.form.inputs)
    slices = Slices(decider.network)
    decide()
  }

  /// Forgets all people; what was decided stays until the next decision.
  ///
  /// - Complexity: Proportional to the number of options and thresholds.
  public mutating func clear() {
    count = 0
    answers.clear()
  }

  /// Adds a person, who has answered nothing yet.
  ///
  /// - Returns: Their place; nothing if there is no room for more.
  public mutating func addPerson() -> Int? {
    guard count < Self.capacity else { return nil }
    count += 1
    return count - 1
  }

  /// Takes a person's answer in place of an earlier one to the same question.
  ///
  /// - Parameters:
  ///   - answer: The answer, prepared for the same kind of consultation of the same knowledge base.
  ///   - person: Whose it is, from 0 to below the capacity; those before are there, too, then.
  public mutating func give(_ answer: PreparedAnswer, for person: Int) {
    makeRoom(upTo: person + 1)
    answers.give(answer, for: person)
  }

  /// Takes a person's answers in place of earlier ones to the same questions, faster than one by one.
  ///
  /// - Parameters:
  ///   - answers: The answers, prepared for the same kind of consultation of the same knowledge base.
  ///   - person: Whose they are, from 0 to below the capacity; those before are there, too, then.
  public mutating func give(_ answers: [PreparedAnswer], for person: Int) {
    makeRoom(upTo: person + 1)
    self.answers.give(answers, for: person)
  }

  /// Takes the answers of several people to one question in place of their earlier ones.
  ///
  /// Where answers lie question by question, this is several times as fast as giving them one by one.
  ///
  /// - Parameters:
  ///   - answers: The answers of people side by side, prepared for the same kind of consultation of the
  ///     same knowledge base, all to the same question; as many as there is room for.
  ///   - first: Whose the first answer is; those before are there, too, then.
  public mutating func give(_ answers: [PreparedAnswer], from first: Int = 0) {
    guard !answers.isEmpty else { return }
    makeRoom(upTo: first + 1)
    makeRoom(upTo: first + answers.count)
    self.answers.give(answers, from: first)
  }

  private mutating func makeRoom(upTo end: Int) {
    // Whoever asks has looked whether there is room; any other place would be somebody else's.
    precondition(
      end > 0 && end <= Self.capacity, "A sheet has room for \(Self.capacity) people, from 0 on.")
    count = max(count, end)
  }

  /// Works out what the answers come to.
  ///
  /// - Complexity: Proportional to the size of the knowledge, the same for one person and for all.
  public mutating func decide() {
    // Who isn't there needs no answers.
    var idle = Slices.Lanes.zero
    for word in 0..<8 {
      let people = min(max(0, count - 64 * word), 64)
      idle[word] = people == 64 ? 0 : .max << UInt64(people)
    }
    decidedCount = count
    answers.turnOver(upTo: count)
    isComplete = slices.take(answers, to: decider.form.inputs, decider.network, idle: idle)
    slices.work(out: decider.network, isComplete: isComplete)
  }

  // MARK: What it comes to

  /// Returns the levels between which a scale's level certainly lies for a person; nothing if there is no
  /// such scale.
  public func interval(of scale: Identifier<Scale>, for person: Int) -> LevelInterval? {
    decider.knowledge.names.scales[scale].map {
      decider.knowledge.interval(levels(of: $0, for: person), of: $0)
    }
  }

  /// Returns the same for everybody, by places in the knowledge, which is much faster than one by one.
  ///
  /// - Parameter place: The place of the scale among those of the knowledge, from 0 on.
  /// - Returns: For each person, and each who was there at the last decision, the places of the least and the most cautious level that is possible; -1 stands
  ///   for none.
  /// - Complexity: Proportional to the number of people and levels.
  public func levelRanges(ofScaleAt place: Int) -> [ClosedRange<Int>] {
    var ranges = Array(repeating: -1...(-1), count: max(count, decidedCount))
    let end = ranges.count
    var span = ranges.mutableSpan
    for word in Slices.words(for: end) {
      // Whose least level is not known yet.
      var waiting = UInt64.max
      for (level, literal) in zip((-1)..., decider.ruledOut[place]) {
        let ruledOut = slices[literal][word] & Slices.people(in: word, of: decidedCount)
        var possible = ~ruledOut & Slices.people(in: word, of: end)
        while possible != 0 {
          let bit = possible.trailingZeroBitCount
          let person = 64 &* word &+ bit
          let least = waiting &>> UInt64(bit) & 1 == 1 ? level : span[person].lowerBound
          span[person] = ClosedRange(uncheckedBounds: (least, level))
          possible &= possible &- 1
        }
        waiting &= ruledOut
      }
    }
    return ranges
  }

  /// Returns whether a rule holds for a person, as far as is known; nothing if there is no such rule.
  public func truth(of rule: Identifier<Rule>, for person: Int) -> Truth? {
    decider.knowledge.names.rules[rule].map { truth(decider.rules[$0], for: person) }
  }

  /// Returns whether advice is given to a person, as far as is known; nothing if there is no such advice.
  public func truth(ofAdvice advice: Identifier<Advice>, for person: Int) -> Truth? {
    decider.knowledge.names.advice[advice].map { truth(decider.advice[$0], for: person) }
  }

  /// The levels of a scale that are possible for a person.
  package func levels(of scale: Int, for person: Int) -> LevelSet {
    var levels = LevelSet()
    for (place, literal) in decider.ruledOut[scale].enumerated()
    where !isCertain(literal, for: person) {
      levels.insert(place - 1)
    }
    return levels
  }

  /// Writes down which rules certainly hold for whom.
  ///
  /// - Complexity: Proportional to the number of rules, and to how often one holds.
  public var rules: BatchRules { BatchRules(decider.rules, slices, people: decidedCount) }

  /// Whether nothing that is told can still change for a person; at times it can't, and this does not see it.
  package func isSettled(for person: Int) -> Bool {
    if isComplete { return (0..<decidedCount).contains(person) }
    let program = decider.knowledge.program
    var isSettled = true
    for scale in decider.form.decided {
      let levels = levels(of: scale, for: person)
      // The consultation ends then, whatever is open.
      if let ending = program.firstEnding[scale], ending <= levels.floor { return true }
      isSettled = isSettled && levels.isSettled
    }
    return isSettled
      && decider.advice.indices.allSatisfy { advice in
        switch truth(decider.advice[advice], for: person) {
        case .false: true
        case .open: false
        case .true:
          program.toldAt[advice].allSatisfy { levels(of: $0.scale, for: person).isSettled }
        }
      }
  }

  /// Whether advice is certainly told to a person, beside levels that are certain, too.
  package func isTold(_ advice: Int, to person: Int) -> Bool {
    isCertain(decider.advice[advice], for: person)
      && decider.knowledge.program.toldAt[advice].allSatisfy {
        levels(of: $0.scale, for: person).isAmong($0.mask) == .true
      }
  }

  private func isCertain(_ literal: UInt32, for person: Int) -> Bool {
    (0..<decidedCount).contains(person)
      && slices[literal][person / 64] & 1 << UInt64(person % 64) != 0
  }

  private func truth(_ literal: UInt32, for person: Int) -> Truth {
    if isCertain(literal, for: person) { return .true }
    return isCertain(literal.opposite, for: person) ? .false : .open
  }
}

/// Which rules certainly hold for each of some people.
public struct BatchRules: Sendable {
  /// The places of rules, person by person.
  private var places: [UInt32] = []
  /// Where each person's begin; then where all end.
  private let ends: [Int]

  fileprivate init(_ rules: [UInt32], _ slices: Slices, people count: Int) {
    var ends = [0]
    ends.reserveCapacity(count + 1)
    // For 64 people, which of 64 rules hold for each; then the same of the next 64 rules.
    let blocks = (rules.count + 63) / 64
    var rows = Array(repeating: UInt64(0), count: 64 * blocks)
    for word in Slices.words(for: count) {
      for block in 0..<blocks {
        var span = rows.mutableSpan
        for place in 0..<64 {
          let rule = 64 &* block &+ place
          span[rule] = rule < rules.count ? slices[rules[rule]][word] : 0
        }
        span.turnOver(from: 64 &* block)
      }
      for person in 0..<min(64, count - 64 * word) {
        for block in 0..<blocks {
          var row = rows[64 &* block &+ person]
          while row != 0 {
            let rule = 64 &* block &+ row.trailingZeroBitCount
            places.append(UInt32(truncatingIfNeeded: rule))
            row &= row &- 1
          }
        }
        ends.append(places.count)
      }
    }
    self.ends = ends
  }

  /// Returns the places of the rules that certainly hold for a person, in the author's order.
  ///
  /// Of somebody who was not there at the last decision, none does.
  public func places(for person: Int) -> ArraySlice<UInt32> {
    guard person >= 0, person < ends.count - 1 else { return [] }
    return places[ends[person]..<ends[person + 1]]
  }
}
