/// Situations that a solver found, which often show that something is possible without a search.
///
/// The last few are kept. What was given a variable only after a situation was found is unknown in it.
struct FoundSituations: Sendable {
  /// For each variable, a bit for each situation: whether it holds there, and whether that is known.
  private var holds: [UInt64] = []
  private var isKnown: [UInt64] = []
  private var count = 0

  /// Adds the situation that a solver found last.
  mutating func add(_ solver: Solver) {
    let bit: UInt64 = 1 << UInt64(count % UInt64.bitWidth)
    count += 1
    let added = solver.variableCount - holds.count
    holds += Array(repeating: 0, count: added)
    isKnown += Array(repeating: 0, count: added)
    for variable in holds.indices {
      isKnown[variable] |= bit
      if solver.holds(Literal(variable: variable)) {
        holds[variable] |= bit
      } else {
        holds[variable] &= ~bit
      }
    }
  }

  /// Whether all of some literals are known to hold in one of the situations.
  func contain(_ literals: [Literal]) -> Bool {
    var left: UInt64 = count < UInt64.bitWidth ? (1 << UInt64(count)) - 1 : .max
    for literal in literals {
      guard left != 0, literal.variable < holds.count else { return false }
      let holds = literal.isNegated ? ~holds[literal.variable] : holds[literal.variable]
      left &= holds & isKnown[literal.variable]
    }
    return left != 0
  }
}
