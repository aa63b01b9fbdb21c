import PatchwiseTestSupport
import Testing

@testable import Patchwise
@testable import PatchwiseVerification

@Suite("Proofs that are written down")
struct WrittenProofTests {
  /// A file of whole numbers, each line ended by 0.
  private static func clauses(_ text: String) -> [[Int]] {
    text.split(separator: "\n").filter { !$0.hasPrefix("p") && !$0.hasPrefix("d") }
      .map { $0.split(separator: " ").compactMap { Int($0) }.dropLast() }
  }

  private static func proofs(of base: KnowledgeBase) -> [WrittenProof] {
    var verification = Verification(base, isProving: true)
    for code in Verification.codes { _ = verification.findings(of: code) }
    var proofs: [WrittenProof] = []
    verification.writeProofs { proofs.append($0) }
    return proofs
  }

  @Test("what is proved has a name, its clauses and its steps")
  func one() throws {
    let knowledge = Knowledge.tiny(
      questions: [.any("signs", ["throat", "itch"])],
      scales: [.of("care", ["fine", "run"], otherwise: "fine")],
      rules: [.of("throat", when: "signs includes throat", raise: ["care": "run"])]
    ).changed {
      $0.promises = [Promise(id: "runs", whenever: "signs includes throat", then: "care is run")]
    }
    let found = Self.proofs(of: try KnowledgeBase(knowledge))
    #expect(found.map(\.name) == ["broken-promise/visit-runs"])
    #expect(found[0].clauses.hasPrefix("p cnf "))
    #expect(found[0].steps.hasSuffix("0\n"))
  }

  @Test("every step of every proof follows, and the last is a contradiction")
  func random() throws {
    var count = 0
    for seed in 0..<UInt64(Soak.rounds(60)) {
      let base = try KnowledgeBase(RandomKnowledge(seed: seed).knowledge.withPromises())
      for proof in Self.proofs(of: base) {
        count += 1
        let clauses = Self.clauses(proof.clauses)
        let variables = Set(clauses.joined().map { abs($0) })
        #expect(proof.clauses.hasPrefix("p cnf \(variables.count) \(clauses.count)\n"))
        var checker = ProofChecker(clauses)
        for step in Self.clauses(proof.steps) {
          let isSound = checker.follows(step)
          #expect(isSound, "seed \(seed), \(proof.name)")
          checker.add(step)
        }
        let isContradiction = checker.follows([])
        #expect(isContradiction, "seed \(seed), \(proof.name)")
      }
    }
    #expect(count > 100)
  }
}

extension Knowledge {
  /// The knowledge with a promise for each rule, which is kept: that its scale reaches its level.
  fileprivate func withPromises() -> Knowledge {
    var knowledge = self
    knowledge.promises = rules.filter { $0.unless == nil }.flatMap { rule in
      rule.raises.map { raise in
        Promise(
          id: Identifier("\(rule.id)-\(raise.scale)"), whenever: rule.when,
          then: AuthoredText("\(raise.scale) at least \(raise.level)"))
      }
    }
    return knowledge
  }
}
