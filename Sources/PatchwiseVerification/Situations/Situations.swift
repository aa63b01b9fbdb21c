package import Patchwise

/// Everything that can be so of one person in one consultation, as clauses.
///
/// Each way to satisfy the clauses is a situation: every question has a value, and every condition, rule
/// and level is a literal that holds where it does. A test on the reading before looks at a situation of
/// its own, which there may be or not. What a test on any earlier reading says is free but for that: it
/// holds if it does at the reading before. So everything that is called impossible here is; a situation
/// that hangs on earlier readings may have to be made of several.
package struct Situations: Sendable {
  /// The knowledge base.
  package private(set) var base: KnowledgeBase
  /// The consultation that asks; no question outside its sections applies.
  package let kind: ConsultationKind
  /// The clauses.
  package var circuit: Circuit
  /// What was shown to be impossible, if that is noted.
  private(set) var proved: [Proved] = []
  /// The names of what was given up.
  private(set) var undecided: [String] = []
  private let isProving: Bool
  private let budget: Int
  /// How many searches may use up their whole budget.
  private static let searchesInFull = 50
  /// How many contradictions an easy search runs into.
  private static let fewContradictions = 100
  /// Whether there may be readings before the one at hand; where not, every test on them is false.
  private let hasEarlierReadings: Bool
  /// Whether it is left open which questions apply and what rules do.
  ///
  /// What is impossible then is so by the condition itself and the definitions that it names.
  private let isLoose: Bool
  private let asked: Set<Identifier<Question>>
  let tests: [Identifier<Question>: [Condition.Test]]
  /// The tests that look at a reading before the one at hand, if there may be one.
  let testsBack: [Condition.Test]
  /// The reading at hand, those before it, and last the twin.
  var readings = Array(repeating: ReadingLiterals(), count: twin + 1)
  private var earlierTests: [Condition.Test: EarlierTest] = [:]
  /// Situations that were found on the way.
  private(set) var found = FoundSituations()
  /// What holds where the twin is told something else, once it was asked for.
  var twinDiffers: Literal?

  /// How many readings back a test can look before what it finds is left open.
  private static let depthLimit = 2
  /// A second person at the same reading and with the same past, who may answer otherwise.
  static let twin = depthLimit + 1

  /// The seconds that stand for a day further away than any that conditions speak of.
  private static let farAway = 3.2e11

  /// A claim that was shown, by what can't be so together.
  struct Proved: Sendable {
    var claim: Claim
    var assumptions: [Literal]
  }

  /// What a test on any earlier reading says, and what it says at the reading before, if there is one.
  private struct EarlierTest: Sendable {
    var literal: Literal
    var before: Literal?
  }

  /// What stands for one reading.
  struct ReadingLiterals: Sendable {
    var options: [Identifier<Question>: [Literal]] = [:]
    /// For each region but the first, whether the value lies there or above.
    var regions: [Identifier<Question>: [Literal]] = [:]
    var applies: [Identifier<Question>: Literal] = [:]
    var definitions: [Identifier<Definition>: Literal] = [:]
    var rules: [Identifier<Rule>: Literal] = [:]
    /// For each level, whether it or a more cautious one is reached.
    var levels: [Identifier<Scale>: [Literal]] = [:]
    var advice: [Identifier<Advice>: Literal] = [:]
    /// Whether there is a reading before this one.
    var hasPrevious: Literal?
    /// For each option or region of the twin, what makes it the same as that of the reading at hand.
    var same: [Identifier<Question>: [Literal]] = [:]
  }

  /// Creates the situations of one consultation.
  ///
  /// Nothing is built until it is asked for, so that a question rests on no more clauses than it needs.
  ///
  /// - Parameters:
  ///   - kind: The consultation.
  ///   - base: The knowledge.
  ///   - isProving: Whether it is noted what was shown to be impossible.
  ///   - isLoose: Whether it is left open which questions apply and what rules do.
  ///   - hasEarlierReadings: Whether there may be readings before the one at hand.
  ///   - budget: How many contradictions a search may run into before it is given up.
  ///   - others: Other conditions by which values are told apart as well.
  package init(
    of kind: ConsultationKind, in base: KnowledgeBase, isProving: Bool = false,
    isLoose: Bool = false, hasEarlierReadings: Bool = true, budget: Int = Verification.usualBudget,
    cutLike others: [Condition] = []
  ) {
    self.base = base
    self.hasEarlierReadings = hasEarlierReadings
    self.kind = kind
    self.isProving = isProving
    self.isLoose = isLoose
    // So that a budget without bounds can be added to, and multiplied.
    self.budget = min(budget, .max / 100)
    circuit = Circuit()
    asked = Set(base.sections(of: kind).flatMap(\.questions))
    var tests: [Identifier<Question>: [Condition.Test]] = [:]
    let ownTests = (base.writtenConditions + others).flatMap(\.ownTests)
    for test in ownTests {
      if case .question(let id) = test.subject { tests[id, default: []].append(test) }
    }
    self.tests = tests
    testsBack = hasEarlierReadings ? ownTests.filter { $0.reading != .current } : []
  }

  /// Returns the situations of the same people under other knowledge, of which nothing is built yet.
  ///
  /// - Parameter other: Knowledge with the same questions, whose conditions tell no more values apart.
  /// - Returns: Situations whose clauses are those of both.
  func under(_ other: KnowledgeBase) -> Situations {
    var situations = self
    situations.base = other
    situations.twinDiffers = nil
    situations.readings = readings.map { reading in
      ReadingLiterals(
        options: reading.options, regions: reading.regions, hasPrevious: reading.hasPrevious)
    }
    return situations
  }

  /// Looks for somebody for whom some literals hold.
  ///
  /// Where there is nobody, it is noted what that shows, and where the search is given up, that it was.
  mutating func search(
    assuming assumptions: [Literal], wishing wishes: ArraySlice<Literal> = [], _ claim: Claim? = nil
  ) -> Solver.Result {
    // All searches together have a budget, too; when it is used up, each is given up unless it is easy.
    let left = max(Self.fewContradictions, Self.searchesInFull * budget - circuit.solver.conflicts)
    let result = circuit.solver.solve(
      assuming: assumptions, wishing: wishes, budget: min(budget, left))
    switch result {
    case .satisfiable: found.add(circuit.solver)
    case .unsatisfiable: note(claim, assumptions)
    case .unknown: undecided.append(claim?.name ?? kind.id.name)
    }
    return result
  }

  /// Notes what was shown by what can't hold together.
  private mutating func note(_ claim: Claim?, _ literals: [Literal]) {
    if isProving, let claim { proved.append(Proved(claim: claim, assumptions: literals)) }
  }

  /// Returns whether some literals can hold together, without a search if they do in a situation that
  /// was found before.
  ///
  /// So there is no witness afterwards.
  mutating func allows(_ literals: [Literal], _ claim: Claim? = nil) -> Bool {
    if found.contain(literals) { return true }
    switch circuit.glance(at: literals) {
    case .satisfiable: return true
    case .unsatisfiable:
      note(claim, literals)
      return false
    case .unknown: return search(assuming: literals, claim) != .unsatisfiable
    }
  }

  /// Returns whether some literals can hold together, and looks for a situation in which many others
  /// hold as well, so that these need no search afterwards.
  mutating func allows(
    _ literals: [Literal], wishing wishes: ArraySlice<Literal>, _ claim: Claim
  ) -> Bool {
    found.contain(literals)
      || search(assuming: literals, wishing: wishes, claim) != .unsatisfiable
  }

  /// Whether the consultation may ask a question.
  package func asks(_ question: Identifier<Question>) -> Bool { asked.contains(question) }

  // MARK: What holds

  /// Returns what holds where a condition does.
  package mutating func literal(for condition: Condition) -> Literal {
    literal(for: condition, at: 0)
  }

  /// Returns what holds where a rule does.
  package mutating func literal(for rule: Rule) -> Literal { literal(for: rule, at: 0) }

  /// Returns what holds where advice is given.
  package mutating func literal(forAdvice id: Identifier<Advice>) -> Literal {
    literal(forAdvice: id, at: 0)
  }

  /// Returns what holds where a scale reaches a level, counted from 0, or a more cautious one.
  package mutating func literal(for scale: Scale, atLeast level: Int) -> Literal {
    level <= 0 && scale.otherwise != nil
      ? circuit.yes
      : level < scale.levels.count ? levels(of: scale, at: 0)[max(0, level)] : circuit.no
  }

  /// Returns what holds where a question applies.
  package mutating func literal(forApplicabilityOf id: Identifier<Question>) -> Literal {
    applies(id, at: 0)
  }

  // MARK: Conditions

  mutating func literal(for condition: Condition, at reading: Int) -> Literal {
    switch condition {
    case .test(let test): return literal(for: test, at: reading)
    case .definition(let id):
      if let known = readings[reading].definitions[id] { return known }
      let literal = literal(for: base.condition(of: id), at: reading)
      readings[reading].definitions[id] = literal
      return literal
    case .not(let inner): return !literal(for: inner, at: reading)
    case .all(let parts):
      let literals = literals(for: parts, at: reading)
      return circuit.and(literals)
    case .any(let parts):
      let literals = literals(for: parts, at: reading)
      return circuit.or(literals)
    case .atLeast(let count, let parts):
      let literals = literals(for: parts, at: reading)
      return circuit.atLeast(count, of: literals)
    }
  }

  private mutating func literals(for parts: [Condition], at reading: Int) -> [Literal] {
    var literals: [Literal] = []
    for part in parts { literals.append(literal(for: part, at: reading)) }
    return literals
  }

  private mutating func literal(for test: Condition.Test, at reading: Int) -> Literal {
    guard test.reading == .current || hasEarlierReadings else { return circuit.no }
    switch test.reading {
    case .current: return literalNow(for: test, at: reading)
    case .previous:
      guard let hasPrevious = previous(of: reading) else { return circuit.newVariable() }
      let now = literalNow(for: test, at: Self.reading(before: reading))
      return circuit.and([hasPrevious, now])
    case .earlier:
      var current = test
      current.reading = .current
      let isFirst = reading == 0 || reading == Self.twin
      let hasPrevious = previous(of: reading)
      let before = hasPrevious.map { _ in
        literalNow(for: current, at: Self.reading(before: reading))
      }
      if isFirst, let known = earlierTests[current], known.before == before {
        return known.literal
      }
      let literal = circuit.newVariable()
      if let hasPrevious, let before {
        circuit.add([!hasPrevious, !before, literal])
        circuit.add([hasPrevious, !literal])
      }
      if isFirst { earlierTests[current] = EarlierTest(literal: literal, before: before) }
      return literal
    }
  }

  /// Whether there is a reading before another one; nothing where it would be too far back.
  private mutating func previous(of reading: Int) -> Literal? {
    let reading = reading == Self.twin ? 0 : reading
    guard reading < Self.depthLimit else { return nil }
    if let known = readings[reading].hasPrevious { return known }
    let literal = circuit.newVariable()
    readings[reading].hasPrevious = literal
    return literal
  }

  /// The place of the reading before another one.
  private static func reading(before reading: Int) -> Int { reading == twin ? 1 : reading + 1 }

  private mutating func literalNow(for test: Condition.Test, at reading: Int) -> Literal {
    switch test.subject {
    case .advice(let id): return literal(forAdvice: id, at: reading)
    case .scale(let id):
      guard let scale = base.scale(id), case .isAny(let names) = test.relation else {
        return circuit.no
      }
      let levels = levels(of: scale, at: reading)
      let isWithin = scale.levels.map { names.contains($0.id.name) }
      return oneOf(isWithin, from: levels)
    case .question(let id):
      let applies = applies(id, at: reading)
      let value = value(of: id, test.relation, at: reading)
      return circuit.and([applies, value])
    }
  }

  // MARK: Questions

  mutating func applies(_ id: Identifier<Question>, at reading: Int) -> Literal {
    guard asked.contains(id) else { return circuit.no }
    guard let askedWhen = base.askedWhen(id) else { return circuit.yes }
    if let known = readings[reading].applies[id] { return known }
    let literal = isLoose ? circuit.newVariable() : literal(for: askedWhen, at: reading)
    readings[reading].applies[id] = literal
    return literal
  }

  private mutating func value(
    of id: Identifier<Question>, _ relation: Condition.Relation, at reading: Int
  ) -> Literal {
    guard let question = base.question(id) else { return circuit.no }
    switch relation {
    case .isAny(let names), .includesAny(let names):
      let options = options(of: question, at: reading)
      return circuit.or(Self.chosen(names, from: options, of: base.optionNames(of: question)))
    case .includesAll(let names):
      let options = options(of: question, at: reading)
      return circuit.and(Self.chosen(names, from: options, of: base.optionNames(of: question)))
    case .compares, .isBetween, .passed:
      let literals = regions(of: question, at: reading)
      let isWithin = regions(of: question).samples.map { relation.holds(for: $0) }
      return oneOf(isWithin, from: [circuit.yes] + literals)
    case .isGiven: return circuit.no
    }
  }

  private static func chosen(
    _ names: [String], from literals: [Literal], of all: [String]
  ) -> [Literal] {
    zip(all, literals).filter { names.contains($0.0) }.map(\.1)
  }

  /// A literal for each option; where one answer is wanted, exactly one of them holds.
  mutating func options(of question: Question, at reading: Int) -> [Literal] {
    if let known = readings[reading].options[question.id] { return known }
    let names = base.optionNames(of: question)
    var literals: [Literal] = []
    switch question.domain {
    case .yesNo:
      let isYes = circuit.newVariable()
      literals = [isYes, !isYes]
    case .one:
      for _ in names { literals.append(circuit.newVariable()) }
      circuit.demandOne(of: literals)
    default: for _ in names { literals.append(circuit.newVariable()) }
    }
    readings[reading].options[question.id] = literals
    if reading == Self.twin {
      let first = options(of: question, at: 0)
      tie(literals, to: first, of: question.id)
    }
    return literals
  }

  /// Makes a literal for each pair of literals that makes them equal where it holds.
  private mutating func tie(
    _ literals: [Literal], to first: [Literal], of question: Identifier<Question>
  ) {
    var same: [Literal] = []
    for (left, right) in zip(first, literals) {
      let isSame = circuit.newVariable()
      circuit.add([!isSame, !left, right])
      circuit.add([!isSame, left, !right])
      same.append(isSame)
    }
    readings[Self.twin].same[question] = same
  }

  /// For each region of a number but the first, whether the value lies there or above.
  mutating func regions(of question: Question, at reading: Int) -> [Literal] {
    if let known = readings[reading].regions[question.id] { return known }
    var literals: [Literal] = []
    for _ in regions(of: question).samples.dropFirst() {
      let literal = circuit.newVariable()
      if let below = literals.last { circuit.add([!literal, below]) }
      literals.append(literal)
    }
    readings[reading].regions[question.id] = literals
    if reading == Self.twin {
      let first = regions(of: question, at: 0)
      tie(literals, to: first, of: question.id)
    }
    return literals
  }

  /// The regions of a question's values, as far as any condition tells them apart.
  package func regions(of question: Question) -> ValueRegions {
    let thresholds = (tests[question.id] ?? []).flatMap(\.relation.thresholds)
    switch question.domain {
    case .number(let range, _):
      return ValueRegions(range, cutAt: thresholds, units: [1], isWhole: false)
    case .duration(let range):
      return ValueRegions(
        Double(range.lowerBound.seconds)...Double(range.upperBound.seconds), cutAt: thresholds,
        units: [86_400, 3_600, 60], isWhole: true)
    // Any time can have passed since a day, and the day may lie ahead.
    default:
      return ValueRegions(
        -Self.farAway...Self.farAway, cutAt: thresholds, units: [86_400], isWhole: true)
    }
  }

  // MARK: Rules and scales

  private mutating func literal(for rule: Rule, at reading: Int) -> Literal {
    if let known = readings[reading].rules[rule.id] { return known }
    let literal = literal(for: base.condition(of: rule), at: reading)
    readings[reading].rules[rule.id] = literal
    return literal
  }

  private mutating func literal(forAdvice id: Identifier<Advice>, at reading: Int) -> Literal {
    if let known = readings[reading].advice[id] { return known }
    var givers: [Literal] = isLoose ? [circuit.newVariable()] : []
    for rule in base.knowledge.rules where !isLoose && rule.advises.contains(id) {
      givers.append(literal(for: rule, at: reading))
    }
    let literal = circuit.or(givers)
    readings[reading].advice[id] = literal
    return literal
  }

  /// For each level, what holds where it or a more cautious one is reached.
  mutating func levels(of scale: Scale, at reading: Int) -> [Literal] {
    if let known = readings[reading].levels[scale.id] { return known }
    let names = scale.levels.map(\.id)
    let least = scale.otherwise.flatMap { names.firstIndex(of: $0) } ?? -1
    var raisers: [[Literal]] = names.map { _ in [] }
    for level in names.indices where isLoose { raisers[level].append(circuit.newVariable()) }
    for rule in base.knowledge.rules where !isLoose {
      for raise in rule.raises where raise.scale == scale.id {
        guard let level = names.firstIndex(of: raise.level), level > least else { continue }
        raisers[level].append(literal(for: rule, at: reading))
      }
    }
    var literals: [Literal] = []
    for level in names.indices.reversed() {
      let above = literals.last.map { [$0] } ?? []
      literals.append(level <= least ? circuit.yes : circuit.or(raisers[level] + above))
    }
    let result = Array(literals.reversed())
    readings[reading].levels[scale.id] = result
    return result
  }

  /// Returns what holds where the highest literal of a falling row that holds is at one of some places.
  private mutating func oneOf(_ isWithin: [Bool], from row: [Literal]) -> Literal {
    var runs: [Literal] = []
    var place = 0
    while place < isWithin.count {
      guard isWithin[place] else {
        place += 1
        continue
      }
      let start = place
      while place < isWithin.count, isWithin[place] { place += 1 }
      let end = place < row.count ? !row[place] : circuit.yes
      runs.append(circuit.and([row[start], end]))
    }
    return circuit.or(runs)
  }
}

extension KnowledgeBase {
  /// The names of a question's options; `yes` and `no` included.
  func optionNames(of question: Question) -> [String] {
    if case .yesNo = question.domain { return ["yes", "no"] }
    return options(of: question).map(\.id.name)
  }
}

extension Condition.Relation {
  /// The numbers at which the test can come out otherwise.
  fileprivate var thresholds: [Double] {
    switch self {
    case .compares(_, let threshold): [threshold.value]
    case .isBetween(let low, let high): [low.value, high.value]
    case .passed(_, let span): [Double(span.seconds)]
    case .isAny, .includesAny, .includesAll, .isGiven: []
    }
  }

  /// Whether a number, a length of time in seconds, or the seconds passed since a day meet the test.
  fileprivate func holds(for value: Double) -> Bool {
    switch self {
    case .compares(let comparison, let threshold): comparison.holds(value, threshold.value)
    case .isBetween(let low, let high): low.value <= value && value <= high.value
    case .passed(let comparison, let span): comparison.holds(value, Double(span.seconds))
    case .isAny, .includesAny, .includesAll, .isGiven: false
    }
  }
}
