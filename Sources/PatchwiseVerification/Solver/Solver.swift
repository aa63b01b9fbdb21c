/// Decides whether a set of clauses can be satisfied.
///
/// Conflict-driven clause learning with two watched literals, first-UIP learning, activities, phase
/// saving, Luby restarts and assumptions, after N. Eén and N. Sörensson, *An Extensible SAT-solver*
/// (SAT 2003), and for the two watched literals and activities after M. Moskewicz et al., *Chaff* (DAC
/// 2001). Learned clauses are kept by the number of decision levels in them, after G. Audemard and L.
/// Simon, *Predicting Learnt Clauses Quality* (IJCAI 2009).
///
/// A solver is a value. Clauses can be added between calls of `solve`, and what was learned stays.
package struct Solver: Sendable {
  /// What came of a search.
  package enum Result: Hashable, Sendable {
    case satisfiable
    case unsatisfiable
    /// The budget was used up.
    case unknown
  }

  /// A clause that a literal watches, and another literal of it that may save looking at it.
  struct Watch {
    var clause: Int32
    var blocker: Literal
  }

  /// What a variable is assigned to.
  enum Value: Int8 {
    case open
    case isTrue
    case isFalse
  }

  // MARK: Clauses

  /// All clauses, one after the other.
  ///
  /// Each is the count of its literals, the count of levels when it was learned (0 if it was given), and
  /// the literals. The first two literals are watched.
  var arena: [Int32] = []
  var learned: [Int32] = []
  var watches: [[Watch]] = []
  /// Whether the clauses contradict each other without any assumption.
  private(set) package var isContradictory = false

  // MARK: Assignment

  var values: [Value] = []
  /// The value a variable had last, which it is tried with again.
  var phases: [Bool] = []
  /// For each variable, the decision level at which it was assigned.
  var levels: [Int32] = []
  /// For each variable, the clause that forced it; -1 if it was decided.
  var reasons: [Int32] = []
  var trail: [Literal] = []
  /// Where in the trail each decision level begins.
  var levelStarts: [Int] = []
  var propagated = 0

  var order = VariableOrder()
  var isSeen: [Bool] = []
  var learnedLimit = 4_000
  private(set) var conflicts = 0

  /// The assumptions that can't hold together, after `unsatisfiable`; empty if none are needed.
  package internal(set) var core: [Literal] = []
  private var model: [Bool] = []
  /// What was assumed last; the assignment that was found under it is kept until a clause is added.
  private var assumed: [Literal] = []
  /// What is still to be tried first.
  private var wishes: ArraySlice<Literal> = []
  /// What was learned, if it is written down.
  package private(set) var proof: Proof?

  /// Creates a solver without variables and clauses.
  ///
  /// - Parameter isProving: Whether what is learned is written down, so that another program can check it.
  package init(isProving: Bool = false) { proof = isProving ? Proof() : nil }

  // MARK: Building

  /// How many variables there are.
  package var variableCount: Int { values.count }

  /// Adds a variable.
  package mutating func newVariable() -> Literal {
    values.append(.open)
    phases.append(false)
    levels.append(0)
    reasons.append(-1)
    isSeen.append(false)
    watches.append([])
    watches.append([])
    order.append()
    return Literal(variable: values.count - 1)
  }

  /// Adds a clause: at least one of some literals must hold.
  package mutating func add(_ clause: [Literal]) {
    backtrack(to: 0)
    guard !isContradictory else { return }
    var literals: [Literal] = []
    for literal in clause.sorted(by: { $0.code < $1.code }) {
      if value(of: literal) == .isTrue || literals.last == !literal { return }
      if value(of: literal) == .open, literals.last != literal { literals.append(literal) }
    }
    if literals.count < clause.count { proof?.add(literals) }
    switch literals.count {
    case 0: contradict()
    case 1:
      assign(literals[0], because: -1)
      if propagate() != nil { contradict() }
    default: attach(store(literals, levelCount: 0))
    }
  }

  private mutating func contradict() {
    isContradictory = true
    proof?.add([])
  }

  mutating func store(_ literals: [Literal], levelCount: Int) -> Int32 {
    let clause = Int32(arena.count)
    arena.append(Int32(literals.count))
    arena.append(Int32(levelCount))
    for literal in literals { arena.append(literal.code) }
    return clause
  }

  mutating func attach(_ clause: Int32) {
    let (first, second) = (literal(0, of: clause), literal(1, of: clause))
    watches[(!first).index].append(Watch(clause: clause, blocker: second))
    watches[(!second).index].append(Watch(clause: clause, blocker: first))
  }

  // MARK: Looking

  func size(of clause: Int32) -> Int { Int(arena[Int(clause)]) }
  func levelCount(of clause: Int32) -> Int { Int(arena[Int(clause) + 1]) }
  func literal(_ place: Int, of clause: Int32) -> Literal {
    Literal(code: arena[Int(clause) + 2 + place])
  }
  func literals(of clause: Int32) -> [Literal] {
    (0..<size(of: clause)).map { literal($0, of: clause) }
  }

  func value(of literal: Literal) -> Value {
    switch values[literal.variable] {
    case .open: .open
    case .isTrue: literal.isNegated ? .isFalse : .isTrue
    case .isFalse: literal.isNegated ? .isTrue : .isFalse
    }
  }

  /// Whether a literal holds in the assignment that the last satisfiable search found.
  package func holds(_ literal: Literal) -> Bool { model[literal.variable] != literal.isNegated }

  // MARK: Searching

  /// Looks for an assignment that satisfies all clauses and some assumptions.
  ///
  /// - Parameters:
  ///   - assumptions: Literals that must hold as well, this time only.
  ///   - wishes: Literals that are tried first, so that many of them hold in what is found.
  ///   - budget: How many conflicts may come up; no limit if it is left out.
  /// - Returns: Whether there is one; what it is, or which assumptions rule it out, can be asked for then.
  package mutating func solve(
    assuming assumptions: [Literal] = [], wishing wishes: ArraySlice<Literal> = [],
    budget: Int? = nil
  ) -> Result {
    core = []
    self.wishes = wishes
    guard !isContradictory else { return .unsatisfiable }
    // What followed from the same assumptions last time still does.
    backtrack(to: zip(assumptions, assumed).prefix { $0 == $1 }.count)
    assumed = assumptions
    let end = budget.map { conflicts + $0 }
    var round = 0
    while true {
      round += 1
      let limit = conflicts + 100 * Self.luby(round)
      if let result = search(assuming: assumptions, until: min(limit, end ?? .max)) {
        if result == .satisfiable { model = values.map { $0 == .isTrue } }
        return result
      }
      if let end, conflicts >= end { return .unknown }
      // Where it is not easy, what took part in conflicts is the better choice.
      self.wishes = []
      backtrack(to: assumptions.count)
    }
  }

  /// Searches until something is found, or until so many conflicts came up in all.
  private mutating func search(assuming assumptions: [Literal], until limit: Int) -> Result? {
    while true {
      if let conflict = propagate() {
        conflicts += 1
        guard !levelStarts.isEmpty else {
          contradict()
          return .unsatisfiable
        }
        learn(from: conflict)
        continue
      }
      if conflicts >= limit { return nil }
      if learned.count > learnedLimit + trail.count { forgetSome() }
      switch nextDecision(assumptions) {
      case .decide(let literal):
        levelStarts.append(trail.count)
        assign(literal, because: -1)
      case .alreadyHolds: levelStarts.append(trail.count)
      case .contradicts(let literal):
        core = findCore(of: literal)
        proof?.add(core.map { !$0 })
        return .unsatisfiable
      case .nothingLeft: return .satisfiable
      }
    }
  }

  private enum Decision {
    case decide(Literal)
    /// An assumption that follows from others already; it only gets a level of its own.
    case alreadyHolds
    /// An assumption that can't hold beside those before it.
    case contradicts(Literal)
    case nothingLeft
  }

  /// The assumptions first, one a level, then what is wished for, then the most active variable.
  private mutating func nextDecision(_ assumptions: [Literal]) -> Decision {
    if levelStarts.count < assumptions.count {
      let literal = assumptions[levelStarts.count]
      switch value(of: literal) {
      case .open: return .decide(literal)
      case .isTrue: return .alreadyHolds
      case .isFalse: return .contradicts(literal)
      }
    }
    while let wish = wishes.popFirst() {
      if value(of: wish) == .open { return .decide(wish) }
    }
    while let variable = order.removeFirst() {
      if values[variable] == .open {
        return .decide(Literal(variable: variable, isNegated: !phases[variable]))
      }
    }
    return .nothingLeft
  }

  mutating func write(learned clause: [Literal]) { proof?.add(clause) }
  mutating func write(forgotten clause: [Literal]) { proof?.delete(clause) }

  /// Returns a number of the sequence 1 1 2 1 1 2 4 …, counted from 1.
  ///
  /// M. Luby, A. Sinclair and D. Zuckerman, *Optimal Speedup of Las Vegas Algorithms* (1993).
  static func luby(_ number: Int) -> Int {
    var (size, exponent) = (1, 0)
    while size < number { (size, exponent) = (2 * size + 1, exponent + 1) }
    var rest = number
    while size != rest {
      size = (size - 1) / 2
      exponent -= 1
      if rest > size { rest -= size }
    }
    return 1 << exponent
  }
}
