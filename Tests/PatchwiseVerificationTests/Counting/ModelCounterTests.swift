import BigInt
import PatchwiseTestSupport
import Testing

@testable import PatchwiseVerification

@Suite("The model counter")
struct ModelCounterTests {
  /// Clauses over some variables, whose satisfying assignments can be counted by trying all.
  private struct Formula {
    var variables: Int
    var clauses: [[Literal]] = []
    var gates: [Circuit.Gate] = []

    func counter(cacheLimit: Int = 1 << 20) -> ModelCounter {
      ModelCounter(clauses, variableCount: variables, gates: gates, cacheLimit: cacheLimit)
    }

    /// Counts the assignments, bit n for variable n, that satisfy all clauses and some assumptions.
    func count(assuming assumptions: [Literal] = []) -> Int {
      let masks = (clauses + assumptions.map { [$0] }).map { clause in
        (Self.mask(clause.filter { !$0.isNegated }), Self.mask(clause.filter(\.isNegated)))
      }
      var count = 0
      for assignment in 0..<1 << variables
      where masks.allSatisfy({ assignment & $0 != 0 || ~assignment & $1 != 0 }) {
        count += 1
      }
      return count
    }

    private static func mask(_ literals: [Literal]) -> Int {
      literals.reduce(0) { $0 | 1 << $1.variable }
    }

    /// Adds a variable that equals the *and* of some literals.
    mutating func addGate(_ parts: [Literal]) {
      let gate = Literal(variable: variables)
      variables += 1
      let start = clauses.count
      for part in parts { clauses.append([!gate, part]) }
      clauses.append([gate] + parts.map { !$0 })
      gates.append(Circuit.Gate(variable: gate.variable, clauses: start..<clauses.count))
    }

    mutating func addClause(_ random: inout SplitMix64, sizes: ClosedRange<Int>) {
      clauses.append(literals(&random, sizes))
    }

    func literals(_ random: inout SplitMix64, _ sizes: ClosedRange<Int>) -> [Literal] {
      (0..<random.within(sizes)).map { _ in
        Literal(variable: random.below(variables), isNegated: random.percent(50))
      }
    }
  }

  @Test("agrees with trying everything, on all sets of up to three clauses over three variables")
  func allTinyFormulas() {
    let clauses = (0..<3).reduce([[Literal]()]) { clauses, variable in
      let literal = Literal(variable: variable)
      return clauses + clauses.map { $0 + [literal] } + clauses.map { $0 + [!literal] }
    }
    #expect(clauses.count == 27)
    var formula = Formula(variables: 3)
    #expect(formula.counter().count() == 8)
    for first in clauses.indices {
      for second in clauses[...first].indices {
        for third in clauses[...second].indices {
          formula.clauses = [clauses[first], clauses[second], clauses[third]]
          #expect(formula.counter().count().map { Int($0) } == formula.count())
        }
      }
    }
  }

  @Test("agrees with trying everything, on random formulas under random assumptions")
  func randomFormulas() {
    var random = SplitMix64(seed: 21)
    for round in 0..<Soak.rounds(1_500) {
      var formula = Formula(variables: random.within(1...14))
      // From few clauses, which fall apart, to so many that hardly anything satisfies them.
      for _ in 0..<random.within(0...3 * formula.variables) {
        formula.addClause(&random, sizes: 1...4)
      }
      let assumptions = formula.literals(&random, 0...2)
      #expect(
        formula.counter().count(assuming: assumptions).map { Int($0) }
          == formula.count(assuming: assumptions),
        "round \(round)")
    }
  }

  @Test("naming the gates changes no count")
  func gates() {
    var random = SplitMix64(seed: 22)
    for round in 0..<Soak.rounds(1_500) {
      var formula = Formula(variables: random.within(2...6))
      for _ in 0..<random.within(1...8) { formula.addGate(formula.literals(&random, 1...3)) }
      for _ in 0..<random.within(0...4) { formula.addClause(&random, sizes: 1...4) }
      let assumptions = formula.literals(&random, 0...2)
      let expected = formula.count(assuming: assumptions)
      #expect(
        formula.counter().count(assuming: assumptions).map { Int($0) } == expected, "round \(round)"
      )
      formula.gates = []
      #expect(
        formula.counter().count(assuming: assumptions).map { Int($0) } == expected, "round \(round)"
      )
    }
  }

  @Test("forgetting what was counted changes no count")
  func forgetting() {
    var random = SplitMix64(seed: 23)
    for _ in 0..<Soak.rounds(100) {
      var formula = Formula(variables: 12)
      for _ in 0..<20 { formula.addClause(&random, sizes: 2...3) }
      for limit in [0, 300] {
        #expect(formula.counter(cacheLimit: limit).count().map { Int($0) } == formula.count())
      }
    }
  }

  /// A row of variables of which no two neighbours may hold.
  private func row(_ count: Int) -> ModelCounter {
    let letters = (0..<count).map { Literal(variable: $0) }
    return ModelCounter(
      zip(letters, letters.dropFirst()).map { [!$0, !$1] }, variableCount: count)
  }

  @Test("what no machine number holds is counted exactly")
  func large() {
    #expect(ModelCounter([], variableCount: 1_000).count() == BigUInt(1) << 1_000)
    // In a row of n there are as many ways as the Fibonacci number n + 2 says.
    var (last, next) = (BigUInt(1), BigUInt(2))
    for _ in 0..<200 { (last, next) = (next, last + next) }
    #expect(row(200).count() == last)
  }

  @Test("thousands of decisions, one below the other, need no deep stack")
  func deep() {
    // Whichever end is tried first, what is left is a row again.
    #expect(row(1_500).count() != nil)
  }

  @Test("says nothing when its budget is used up, and what follows without trying costs none")
  func budget() {
    #expect(row(50).count(budget: 3) == nil)
    #expect(row(50).count(budget: 1_000) == row(50).count())
    let (a, b) = (Literal(variable: 0), Literal(variable: 1))
    #expect(ModelCounter([[a], [!a, b]], variableCount: 3).count(budget: 0) == 2)
    #expect(ModelCounter([[a], [!a]], variableCount: 3).count(budget: 0) == 0)
    #expect(ModelCounter([[a, b]], variableCount: 2).count(budget: 0) == nil)
    #expect(ModelCounter([[a, b]], variableCount: 2).count(assuming: [!a], budget: 0) == 1)
  }
}
