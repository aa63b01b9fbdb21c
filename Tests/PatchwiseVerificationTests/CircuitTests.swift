import PatchwiseTestSupport
import Testing

@testable import PatchwiseVerification

@Suite("A circuit")
struct CircuitTests {
  @Test(
    "a glance at the clauses that some literals rest on says what a search among all of them does")
  func glance() {
    var random = SplitMix64(seed: 6)
    var counts = (yes: 0, no: 0)
    for _ in 0..<300 {
      var circuit = Circuit()
      var literals = (0..<9).map { _ in circuit.newVariable() }
      for start in [0, 3] { circuit.demandOne(of: Array(literals[start..<start + 3])) }
      func pick() -> Literal {
        let literal = random.pick(literals)
        return random.percent(50) ? literal : !literal
      }
      for _ in 0..<12 {
        literals.append(circuit.and((0..<random.within(2...3)).map { _ in pick() }))
      }
      for _ in 0..<8 {
        let some = (0..<random.within(1...3)).map { _ in pick() }
        let glance = circuit.glance(at: some)
        #expect(glance == circuit.solver.solve(assuming: some))
        if glance == .satisfiable { counts.yes += 1 } else { counts.no += 1 }
      }
    }
    #expect(counts.yes > 300 && counts.no > 300)
  }

  @Test("a glance tells nothing of what rests on many clauses")
  func many() {
    var circuit = Circuit()
    let letters = (0..<400).map { _ in circuit.newVariable() }
    let all = circuit.and(letters)
    #expect(circuit.glance(at: [all]) == .unknown)
    #expect(circuit.glance(at: [letters[0], !letters[1]]) == .satisfiable)
  }
}
