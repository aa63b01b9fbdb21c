/// Clauses, built from conditions: each *and* and *or* gets a variable of its own that equals it.
///
/// The same condition is built once, however often it is asked for. After G. Tseitin, *On the Complexity
/// of Derivation in Propositional Calculus* (1968).
package struct Circuit: Sendable {
  /// A variable that equals the *and* of some literals: whatever these are, one value of it is right.
  package struct Gate: Sendable {
    /// The number of the variable.
    let variable: Int
    /// The places of the clauses that define it.
    let clauses: Range<Int>
  }

  /// The solver that the clauses go to.
  package var solver = Solver()
  /// All clauses, as they were before the solver made them simpler.
  package private(set) var clauses: [[Literal]] = []
  /// What always holds.
  package let yes: Literal
  /// The variables that have a meaning of their own, in the order in which they were made.
  package private(set) var gates: [Gate] = []
  private var conjunctions: [[Literal]: Literal] = [:]
  /// For each variable, the places of the clauses that define it, or that tie it down.
  private var places: [Int: [Int]] = [:]

  /// Creates a circuit without conditions.
  package init() {
    yes = solver.newVariable()
    add([yes])
  }

  /// What never holds.
  package var no: Literal { !yes }

  /// A new variable that may be so or so.
  package mutating func newVariable() -> Literal { solver.newVariable() }

  /// Adds a clause: at least one of some literals must hold.
  package mutating func add(_ clause: [Literal]) {
    for literal in clause { places[literal.variable, default: []].append(clauses.count) }
    append(clause)
  }

  private mutating func append(_ clause: [Literal]) {
    clauses.append(clause)
    solver.add(clause)
  }

  /// Returns the clauses that some literals rest on.
  ///
  /// The others have no share in whether these literals can hold together: each of them says what a
  /// condition means that is not among them, or ties down questions that none of them rests on.
  ///
  /// - Parameters:
  ///   - literals: The literals.
  ///   - limit: How many clauses there may be; no limit if it is left out.
  /// - Returns: The clauses, in order; nothing if there are more.
  /// - Complexity: Proportional to the number of these clauses.
  func cone(of literals: [Literal], atMost limit: Int) -> [[Literal]]? {
    var found: Set<Int> = []
    var waiting = literals.map(\.variable) + [yes.variable]
    var seen = Set(waiting)
    while let variable = waiting.popLast() {
      for place in places[variable] ?? [] where found.insert(place).inserted {
        if found.count > limit { return nil }
        for literal in clauses[place] where seen.insert(literal.variable).inserted {
          waiting.append(literal.variable)
        }
      }
    }
    return found.sorted().map { clauses[$0] }
  }

  /// Returns the clauses that some literals rest on, however many there are.
  func cone(of literals: [Literal]) -> [[Literal]] { cone(of: literals, atMost: .max) ?? clauses }

  /// Looks whether some literals can hold together where few clauses decide that.
  ///
  /// What is demanded must tie variables of its own and no conditions. Then the other clauses can always
  /// be satisfied, as each of those variables and gates can follow.
  ///
  /// - Parameter literals: The literals.
  /// - Returns: Whether they can; unknown if they rest on many clauses, or if it is not plain.
  func glance(at literals: [Literal]) -> Solver.Result {
    guard let cone = cone(of: literals, atMost: Self.fewClauses) else { return .unknown }
    var small = Solver()
    var renamed: [Int: Literal] = [:]
    func rename(_ literal: Literal) -> Literal {
      let variable = renamed[literal.variable] ?? small.newVariable()
      renamed[literal.variable] = variable
      return literal.isNegated ? !variable : variable
    }
    for clause in cone { small.add(clause.map(rename)) }
    return small.solve(assuming: literals.map(rename), budget: Self.fewContradictions)
  }

  /// So few clauses that a solver of their own is done before the common one has assigned all variables.
  private static let fewClauses = 300
  private static let fewContradictions = 100

  /// Returns what holds where all of some literals do.
  package mutating func and(_ parts: [Literal]) -> Literal {
    var literals: [Literal] = []
    for part in parts.sorted(by: { $0.code < $1.code }) where part != yes && part != literals.last {
      if part == no || literals.last == !part { return no }
      literals.append(part)
    }
    if literals.count < 2 { return literals.first ?? yes }
    if let known = conjunctions[literals] { return known }
    let gate = newVariable()
    let start = clauses.count
    for literal in literals { append([!gate, literal]) }
    append([gate] + literals.map { !$0 })
    places[gate.variable] = Array(start..<clauses.count)
    gates.append(Gate(variable: gate.variable, clauses: start..<clauses.count))
    conjunctions[literals] = gate
    return gate
  }

  /// Returns what holds where any of some literals does.
  package mutating func or(_ parts: [Literal]) -> Literal { !and(parts.map { !$0 }) }

  /// Returns what holds where any of some literals differs from the one at the same place among others.
  mutating func differ(_ literals: [Literal], _ others: [Literal]) -> Literal {
    var differences: [Literal] = []
    for (own, other) in zip(literals, others) where own != other {
      differences += [and([own, !other]), and([!own, other])]
    }
    return or(differences)
  }

  /// Returns what holds where at least so many of some literals do.
  package mutating func atLeast(_ count: Int, of parts: [Literal]) -> Literal {
    // In one order, so that what is counted twice is built once, and seen to be the same.
    let parts = parts.sorted { $0.code < $1.code }
    // row[n]: at least n of the parts looked at so far.
    var row = [yes] + Array(repeating: no, count: max(0, count))
    for part in parts {
      for place in stride(from: count, through: 1, by: -1) {
        row[place] = or([row[place], and([row[place - 1], part])])
      }
    }
    return row[max(0, count)]
  }

  /// Demands that exactly one of some literals holds.
  package mutating func demandOne(of literals: [Literal]) {
    add(literals)
    for (place, literal) in literals.enumerated() {
      for other in literals[..<place] { add([!literal, !other]) }
    }
  }
}
