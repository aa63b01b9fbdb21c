@testable import PatchwiseVerification

/// Checks proofs by unit propagation alone, slowly and plainly; shares no code with the solver.
struct ProofChecker {
  private var clauses: [[Int]]

  init(_ clauses: [[Literal]]) { self.clauses = clauses.map { $0.map(\.dimacs) } }

  /// Begins with clauses as DIMACS files write them.
  init(_ clauses: [[Int]]) { self.clauses = clauses }

  /// Takes a clause as given.
  mutating func add(_ clause: [Int]) { clauses.append(clause) }

  /// Returns the number of the first step that does not follow; nothing if all do.
  mutating func firstWrongStep(of proof: Proof) -> Int? {
    for (number, step) in proof.steps.enumerated() {
      switch step {
      case .add(let clause):
        let added = clause.map(\.dimacs)
        guard follows(added) else { return number }
        clauses.append(added)
      case .delete(let clause):
        let gone = Set(clause.map(\.dimacs))
        guard let place = clauses.firstIndex(where: { Set($0) == gone }) else { return number }
        clauses.remove(at: place)
      }
    }
    return nil
  }

  /// Whether a clause follows: with all its literals false, propagation runs into a contradiction.
  func follows(_ clause: [Int]) -> Bool {
    var known = Set(clause.map { -$0 })
    if clause.contains(where: { known.contains($0) }) { return true }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for clause in clauses where !clause.contains(where: known.contains) {
        let open = Set(clause.filter { !known.contains(-$0) })
        if open.isEmpty { return true }
        if open.count == 1, let unit = open.first, known.insert(unit).inserted { hasChanged = true }
      }
    }
    return false
  }
}
