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
    for place in values.indices { values[place] = .unknown }
  }

  /// Takes an answer in place of an earlier one to the same question.
  ///
  /// - Precondition: The answer was prepared for the same kind of consultation of the same knowledge base.
  public mutating func give(_ answer: PreparedAnswer) { values[answer.question] = answer.value }

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
    for place in decider.rules.indices where isCertain(decider.rules[place]) { body(place) }
  }

  /// The levels of a scale that are possible.
  package func levels(of scale: Int) -> LevelSet {
    let otherwise = decider.otherwise[scale]
    var levels = LevelSet()
    for raised in decider.levels[scale] {
      if raised.level <= otherwise { break }
      if raised.raisers.contains(where: { sheet.certain[Int($0.word)] & $0.terms != 0 }) {
        levels.insert(raised.level)
        return levels
      }
      if !sheet.isComplete,
        raised.raisers.contains(where: { sheet.possible[Int($0.word)] & $0.terms != 0 })
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
