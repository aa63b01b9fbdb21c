/// What a solver learned, line by line, so that another program can check each step.
///
/// The format is DRAT, after N. Wetzler, M. Heule and W. Hunt, *DRAT-trim* (SAT 2014): each line is a
/// clause that follows by unit propagation from those before it, or, with a `d`, one that is no longer
/// needed.
package struct Proof: Sendable {
  /// One step.
  package enum Step: Hashable, Sendable {
    case add([Literal])
    case delete([Literal])
  }

  /// The steps in the order in which they were made.
  package private(set) var steps: [Step] = []

  mutating func add(_ clause: [Literal]) { steps.append(.add(clause)) }
  mutating func delete(_ clause: [Literal]) { steps.append(.delete(clause)) }

  /// The proof as other programs read it.
  package var drat: String {
    steps.map { step in
      switch step {
      case .add(let clause): Self.line(clause)
      case .delete(let clause): "d " + Self.line(clause)
      }
    }.joined()
  }

  /// Returns clauses as a DIMACS file, as other solvers read it.
  package static func dimacs(_ clauses: [[Literal]], variableCount: Int) -> String {
    "p cnf \(variableCount) \(clauses.count)\n" + clauses.map(line).joined()
  }

  private static func line(_ clause: [Literal]) -> String {
    clause.map { "\($0.dimacs) " }.joined() + "0\n"
  }
}
