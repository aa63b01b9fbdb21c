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
    clauses.append(clause)
    solver.add(clause)
  }

  /// Returns the clauses that some literals rest on.
  ///
  /// The others have no share in whether these literals can hold together: each of them says what a
  /// condition means that is not among them, or ties down questions that none of them rests on.
  ///
  /// - Complexity: Proportional to the number of clauses.
  func cone(of literals: [Literal]) -> [[Literal]] {
    var byVariable: [Int: [Int]] = [:]
    var end = 0
    func tieDown(_ places: Range<Int>) {
      for place in places {
        for literal in clauses[place] { byVariable[literal.variable, default: []].append(place) }
      }
    }
    for gate in gates {
      tieDown(end..<gate.clauses.lowerBound)
      byVariable[gate.variable, default: []] += gate.clauses
      end = gate.clauses.upperBound
    }
    tieDown(end..<clauses.count)
    var found: Set<Int> = []
    var waiting = literals.map(\.variable) + [yes.variable]
    var seen = Set(waiting)
    while let variable = waiting.popLast() {
      for place in byVariable[variable] ?? [] where found.insert(place).inserted {
        waiting += clauses[place].map(\.variable).filter { seen.insert($0).inserted }
      }
    }
    return found.sorted().map { clauses[$0] }
  }

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
    for literal in literals { add([!gate, literal]) }
    add([gate] + literals.map { !$0 })
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
