import PatchwiseTestSupport
import Testing

@testable import PatchwiseVerification

@Suite("The solver")
struct SolverTests {
  /// A set of clauses over some variables, to be tried out in full.
  struct Formula: CustomTestStringConvertible {
    var variables: Int
    var clauses: [[Literal]]
    var testDescription: String { Proof.dimacs(clauses, variableCount: variables) }

    /// Clauses of up to three literals, made up at random.
    init(_ random: inout SplitMix64) {
      variables = random.within(1...9)
      let count = variables
      clauses = (0..<random.within(1...5 * variables)).map { _ in
        (0..<random.within(1...3)).map { _ in
          Literal(variable: random.below(count), isNegated: random.percent(50))
        }
      }
    }

    /// Whether an assignment, bit n for variable n, satisfies all clauses and some assumptions.
    func holds(_ assignment: Int, assuming assumptions: [Literal] = []) -> Bool {
      func isTrue(_ literal: Literal) -> Bool {
        (assignment >> literal.variable & 1 == 1) != literal.isNegated
      }
      return clauses.allSatisfy { $0.contains(where: isTrue) } && assumptions.allSatisfy(isTrue)
    }

    func isSatisfiable(assuming assumptions: [Literal] = []) -> Bool {
      (0..<1 << variables).contains { holds($0, assuming: assumptions) }
    }
  }

  private func solver(_ formula: Formula, isProving: Bool = false) -> Solver {
    var solver = Solver(isProving: isProving)
    for _ in 0..<formula.variables { _ = solver.newVariable() }
    for clause in formula.clauses { solver.add(clause) }
    return solver
  }

  @Test("agrees with trying everything, on random small formulas under random assumptions")
  func smallFormulas() {
    var random = SplitMix64(seed: 4)
    var counts = (yes: 0, no: 0)
    for _ in 0..<4_000 {
      let formula = Formula(&random)
      var solver = solver(formula)
      for round in 0..<4 {
        let assumptions = (0..<round).map { _ in
          Literal(variable: random.below(formula.variables), isNegated: random.percent(50))
        }
        let expected = formula.isSatisfiable(assuming: assumptions)
        let result = solver.solve(assuming: assumptions)
        #expect(result == (expected ? .satisfiable : .unsatisfiable))
        if expected {
          counts.yes += 1
          let assignment = (0..<formula.variables).reduce(0) { sum, variable in
            solver.holds(Literal(variable: variable)) ? sum | 1 << variable : sum
          }
          #expect(formula.holds(assignment, assuming: assumptions))
        } else {
          counts.no += 1
          #expect(Set(solver.core).isSubset(of: assumptions))
          #expect(!formula.isSatisfiable(assuming: solver.core))
        }
      }
    }
    #expect(counts.yes > 3_000 && counts.no > 3_000)
  }

  @Test("assumptions like the last ones, wishes and clauses in between don't change what is found")
  func repeatedAssumptions() {
    var random = SplitMix64(seed: 5)
    var counts = (yes: 0, no: 0)
    for _ in 0..<2_000 {
      var formula = Formula(&random)
      func literal() -> Literal {
        Literal(variable: random.below(formula.variables), isNegated: random.percent(50))
      }
      var solver = solver(formula)
      var assumptions: [Literal] = []
      for _ in 0..<8 {
        if random.percent(20) {
          let clause = [literal(), literal(), literal()]
          formula.clauses.append(clause)
          solver.add(clause)
        }
        assumptions.removeLast(min(assumptions.count, random.below(3)))
        assumptions += (0..<random.below(3)).map { _ in literal() }
        let wishes = (0..<random.below(5)).map { _ in literal() }
        let result = solver.solve(assuming: assumptions, wishing: wishes[...])
        let expected = formula.isSatisfiable(assuming: assumptions)
        #expect(result == (expected ? .satisfiable : .unsatisfiable))
        if expected {
          counts.yes += 1
          #expect(
            (formula.clauses + assumptions.map { [$0] }).allSatisfy {
              $0.contains(where: solver.holds)
            })
        } else {
          counts.no += 1
          #expect(Set(solver.core).isSubset(of: assumptions))
          #expect(!formula.isSatisfiable(assuming: solver.core))
        }
      }
    }
    #expect(counts.yes > 3_000 && counts.no > 3_000)
  }

  @Test("what is wished for holds where it can")
  func wishes() {
    var solver = Solver()
    let letters = (0..<20).map { _ in solver.newVariable() }
    for (left, right) in zip(letters, letters.dropFirst()) { solver.add([!left, !right]) }
    let wishes = letters[5...]
    #expect(solver.solve(assuming: [!letters[5]], wishing: wishes) == .satisfiable)
    #expect(letters.indices.filter { solver.holds(letters[$0]) } == [6, 8, 10, 12, 14, 16, 18])
    #expect(solver.solve(assuming: [letters[7]], wishing: [letters[6]]) == .satisfiable)
    #expect(!solver.holds(letters[6]))
  }

  @Test("agrees with trying everything, on all sets of up to three clauses over two variables")
  func allTinyFormulas() {
    let literals = (0..<4).map { Literal(code: Int32($0)) }
    let clauses = [[]] + literals.map { [$0] } + literals.flatMap { a in literals.map { [a, $0] } }
    for first in clauses {
      for second in clauses {
        for third in clauses {
          var random = SplitMix64(seed: 0)
          var formula = Formula(&random)
          (formula.variables, formula.clauses) = (2, [first, second, third])
          var solver = solver(formula)
          #expect((solver.solve() == .satisfiable) == formula.isSatisfiable())
        }
      }
    }
  }

  /// More pigeons than holes, each in a hole, none together.
  private func pigeons(_ holes: Int) -> Formula {
    var random = SplitMix64(seed: 0)
    var formula = Formula(&random)
    func place(_ pigeon: Int, _ hole: Int) -> Literal { Literal(variable: pigeon * holes + hole) }
    formula.variables = (holes + 1) * holes
    formula.clauses = (0...holes).map { pigeon in (0..<holes).map { place(pigeon, $0) } }
    for hole in 0..<holes {
      for pigeon in 0...holes {
        for other in 0..<pigeon {
          formula.clauses.append([!place(pigeon, hole), !place(other, hole)])
        }
      }
    }
    return formula
  }

  @Test("finds that there are more pigeons than holes, and one pigeon fewer fits")
  func pigeonholes() {
    for holes in 2...6 {
      let formula = pigeons(holes)
      var solver = solver(formula)
      #expect(solver.solve() == .unsatisfiable)
      var fewer = formula
      fewer.clauses.removeFirst()
      var other = self.solver(fewer)
      #expect(other.solve() == .satisfiable)
    }
  }

  @Test("stops when its budget is used up, and can go on")
  func budget() {
    var solver = solver(pigeons(7))
    #expect(solver.solve(budget: 10) == .unknown)
    #expect(solver.solve() == .unsatisfiable)
    #expect(solver.isContradictory)
    #expect(solver.solve(budget: 0) == .unsatisfiable)
  }

  @Test("clauses can be added between searches")
  func incremental() {
    var solver = Solver()
    let letters = (0..<20).map { _ in solver.newVariable() }
    for (left, right) in zip(letters, letters.dropFirst()) { solver.add([!left, right]) }
    #expect(solver.solve(assuming: [letters[0]]) == .satisfiable)
    #expect(solver.holds(letters[19]))
    solver.add([!letters[10], !letters[15]])
    #expect(solver.solve(assuming: [letters[0], letters[3]]) == .unsatisfiable)
    #expect(solver.core == [letters[0]] || solver.core == [letters[3]] || solver.core.count == 2)
    #expect(solver.solve() == .satisfiable)
    #expect(solver.solve(assuming: [letters[11]]) == .satisfiable)
    solver.add([letters[0]])
    #expect(solver.solve() == .unsatisfiable)
    #expect(solver.core.isEmpty)
  }

  @Test("what it proves, another program can follow step by step")
  func proofs() {
    var random = SplitMix64(seed: 9)
    var count = 0
    for round in 0..<1_500 {
      let formula = round < 3 ? pigeons(round + 3) : Formula(&random)
      var solver = solver(formula, isProving: true)
      guard solver.solve() == .unsatisfiable, let proof = solver.proof else { continue }
      count += 1
      var checker = ProofChecker(formula.clauses)
      #expect(checker.firstWrongStep(of: proof) == nil)
      #expect(proof.steps.last == .add([]))
    }
    #expect(count > 300)
  }

  @Test("a proof under assumptions ends with the clause that rules them out")
  func proofUnderAssumptions() throws {
    var random = SplitMix64(seed: 10)
    var count = 0
    for _ in 0..<1_500 {
      let formula = Formula(&random)
      var solver = solver(formula, isProving: true)
      let assumptions = [
        Literal(variable: 0), Literal(variable: formula.variables - 1, isNegated: true),
      ]
      guard solver.solve(assuming: assumptions) == .unsatisfiable, !solver.isContradictory else {
        continue
      }
      count += 1
      let proof = try #require(solver.proof)
      var checker = ProofChecker(formula.clauses)
      #expect(checker.firstWrongStep(of: proof) == nil)
      #expect(proof.steps.last == .add(solver.core.map { !$0 }))
    }
    #expect(count > 200)
  }

  @Test("forgetting what was learned changes neither answers nor proofs")
  func forgetting() throws {
    var random = SplitMix64(seed: 11)
    for round in 0..<60 {
      let formula = round < 3 ? pigeons(round + 4) : hard(&random)
      var solver = solver(formula, isProving: true)
      solver.learnedLimit = 4
      var other = self.solver(formula)
      let result = solver.solve()
      #expect(result == other.solve())
      let proof = try #require(solver.proof)
      if round == 2 {
        #expect(proof.steps.contains { if case .delete = $0 { true } else { false } })
      }
      guard result == .unsatisfiable else { continue }
      var checker = ProofChecker(formula.clauses)
      #expect(checker.firstWrongStep(of: proof) == nil)
    }
  }

  /// Clauses of three literals over 40 variables, so many that about half of such formulas hold.
  private func hard(_ random: inout SplitMix64) -> Formula {
    var formula = Formula(&random)
    formula.variables = 40
    formula.clauses = (0..<172).map { _ in
      (0..<3).map { _ in Literal(variable: random.below(40), isNegated: random.percent(50)) }
    }
    return formula
  }

  @Test("a wrong proof is found out")
  func wrongProof() {
    let (a, b) = (Literal(variable: 0), Literal(variable: 1))
    var proof = Proof()
    proof.add([a])
    var checker = ProofChecker([[a, b]])
    #expect(checker.firstWrongStep(of: proof) == 0)
    proof = Proof()
    proof.delete([a])
    checker = ProofChecker([[a, b], [!a, b]])
    #expect(checker.firstWrongStep(of: proof) == 0)
    proof = Proof()
    proof.add([b])
    checker = ProofChecker([[a, b], [!a, b]])
    #expect(checker.firstWrongStep(of: proof) == nil)
  }

  @Test("formulas and proofs are written as other programs read them")
  func files() {
    let (a, b) = (Literal(variable: 0), Literal(variable: 1))
    #expect(Proof.dimacs([[a, !b], []], variableCount: 2) == "p cnf 2 2\n1 -2 0\n0\n")
    var proof = Proof()
    proof.add([a, !b])
    proof.delete([b])
    #expect(proof.drat == "1 -2 0\nd 2 0\n")
  }

  @Test("restarts follow the sequence of Luby, Sinclair and Zuckerman")
  func luby() {
    #expect((1...15).map(Solver.luby) == [1, 1, 2, 1, 1, 2, 4, 1, 1, 2, 1, 1, 2, 4, 8])
  }
}
