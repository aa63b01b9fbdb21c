import Patchwise

/// Something that was proved, written down so that other programs can check it.
///
/// The clauses say that somebody is as it was claimed that nobody is. That they can't be satisfied is the
/// proof; any SAT solver can try, and any DRAT checker can follow the steps.
public struct WrittenProof: Sendable {
  /// What was proved, as a path without ending: the code, and what it is about.
  public let name: String
  /// The clauses, as a DIMACS file.
  public let clauses: String
  /// The steps that lead to a contradiction, as a DRAT file.
  public let steps: String

  init(of proved: Situations.Proved, in situations: Situations) {
    // The rules of a table have a '/' in their names.
    let subject = proved.claim.name.map { $0 == "/" ? "-" : String($0) }.joined()
    name = "\(proved.claim.code)/\(situations.kind.id)-\(subject)"
    let cone = situations.circuit.cone(of: proved.assumptions) + proved.assumptions.map { [$0] }
    var solver = Solver(isProving: true)
    // Only the variables that are left are counted.
    var renamed: [Int: Literal] = [:]
    let clauses = cone.map { clause in
      clause.map { literal in
        let variable = renamed[literal.variable] ?? solver.newVariable()
        renamed[literal.variable] = variable
        return literal.isNegated ? !variable : variable
      }
    }
    for clause in clauses { solver.add(clause) }
    _ = solver.solve()
    self.clauses = Proof.dimacs(clauses, variableCount: solver.variableCount)
    steps = solver.proof?.drat ?? ""
  }
}
