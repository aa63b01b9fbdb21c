/// Where one person's answers are written down, and what they come to.
///
/// It is used again and again: clear it, give answers, decide, read. None of that allocates. A question
/// without an answer stands for every value, as one answered with *not sure* does.
public struct DecisionSheet: Sendable {
  /// What decides.
  public let decider: Decider
  /// For each question, what was answered.
  private var values: [DecisionInput.Value]
  private var sheet: Crossings.Worksheet

  init(_ decider: Decider) {
    self.decider = decider
    values = Array(repeating: .unknown, count: decider.form.inputs.count)
    sheet = Crossings.Worksheet(decider.crossings)
    decide()
  }

  /// Forgets all answers; what was decided stays until the next decision.
  public mutating func clear() {
    var values = values.mutableSpan
    for place in values.indices { values[place] = .unknown }
  }

  /// Takes an answer in place of an earlier one to the same question.
  ///
  /// - Precondition: The answer was prepared for the same kind of consultation of the same knowledge base.
  public mutating func give(_ answer: PreparedAnswer) { values[answer.question] = answer.value }

  /// Takes answers in place of earlier ones to the same questions, faster than one by one.
  ///
  /// - Precondition: The answers were prepared for the same kind of consultation of the same knowledge base.
  public mutating func give(_ answers: [PreparedAnswer]) {
    var values = values.mutableSpan
    for answer in answers { values[answer.question] = answer.value }
  }

  /// Works out what the answers come to.
  ///
  /// - Complexity: Proportional to the number of terms that the answers, and the terms that follow from
  ///   them, cross out.
  public mutating func decide() { decider.crossings.decide(values, on: &sheet) }

  // MARK: What it comes to

  /// Returns the levels between which a scale's level certainly lies; nothing if there is no such scale.
  public func interval(of scale: Identifier<Scale>) -> LevelInterval? {
    decider.knowledge.names.scales[scale].map { decider.knowledge.interval(levels(of: $0), of: $0) }
  }

  /// Returns the same by places in the knowledge, which takes no look-up.
  ///
  /// - Parameter place: The place of the scale among those of the knowledge.
  /// - Returns: The places of the least and the most cautious level that is possible; -1 stands for none.
  public func levelRange(ofScaleAt place: Int) -> ClosedRange<Int> { levels(of: place).range }

  /// Returns whether a rule holds, as far as is known; nothing if there is no such rule.
  public func truth(of rule: Identifier<Rule>) -> Truth? {
    decider.knowledge.names.rules[rule].map { truth(at: decider.rules[$0]) }
  }

  /// Returns whether advice is given, as far as is known; nothing if there is no such advice.
  public func truth(ofAdvice advice: Identifier<Advice>) -> Truth? {
    decider.knowledge.names.advice[advice].map { truth(at: decider.advice[$0]) }
  }

  /// The rules that certainly hold, in the author's order.
  public var rules: [Rule] {
    let rules = decider.knowledge.knowledge.rules
    return rules.indices.filter(isCertain(rule:)).map { rules[$0] }
  }

  /// Calls for each rule that certainly holds, by its place in the knowledge, in the author's order.
  ///
  /// Where `rules` makes a list, this allocates nothing.
  public func forEachRule(_ body: (Int) -> Void) {
    let terms = decider.rules
    for start in stride(from: 0, to: terms.count, by: 64) {
      // A bit each, so that nothing branches on a rule that doesn't hold.
      var holding: UInt64 = 0
      for place in (start..<min(start + 64, terms.count)).reversed() {
        holding = holding << 1 | sheet.certain[terms[place] / 64] >> UInt64(terms[place] % 64) & 1
      }
      while holding != 0 {
        body(start + holding.trailingZeroBitCount)
        holding &= holding - 1
      }
    }
  }

  /// The levels of a scale that are possible.
  package func levels(of scale: Int) -> LevelSet {
    let otherwise = decider.otherwise[scale]
    var levels = LevelSet()
    for raised in decider.levels[scale] {
      if raised.level <= otherwise { break }
      if raised.raisers.contains(where: { sheet.certain[Int($0.word)] & $0.bits != 0 }) {
        levels.insert(raised.level)
        return levels
      }
      if !sheet.isComplete,
        raised.raisers.contains(where: { sheet.possible[Int($0.word)] & $0.bits != 0 })
      {
        levels.insert(raised.level)
      }
    }
    levels.insert(otherwise)
    return levels
  }

  /// Whether a rule certainly holds.
  package func isCertain(rule: Int) -> Bool { isCertain(decider.rules[rule]) }

  private func isCertain(_ term: Int) -> Bool {
    sheet.certain[term / 64] & 1 << UInt64(term % 64) != 0
  }

  private func truth(at term: Int) -> Truth {
    if isCertain(term) { return .true }
    return sheet.isComplete || sheet.possible[term / 64] & 1 << UInt64(term % 64) == 0
      ? .false : .open
  }
}
