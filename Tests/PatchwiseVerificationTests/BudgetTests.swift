import PatchwiseTestSupport
import Testing

@testable import Patchwise
@testable import PatchwiseVerification

@Suite("Searches that are given up")
struct BudgetTests {
  /// Six pigeons in five holes, of which two must share one: true, and hard to find out.
  static let pigeons = pigeons(6)

  /// So many pigeons, and one hole less.
  private static func pigeons(_ count: Int) -> Knowledge {
    let holes = (1..<count).map { "h\($0)" }
    let questions = (0..<count).map { Question.one(Identifier("p\($0)"), holes) }
    let pairs = (0..<count).flatMap { first in (0..<first).map { (first, $0) } }
    let clashes = pairs.flatMap { pair in
      holes.map { "p\(pair.0) is \($0) and p\(pair.1) is \($0)" }
    }
    return Knowledge.tiny(
      questions: questions, scales: [.of("s", ["fine", "clash"], otherwise: "fine")],
      rules: clashes.enumerated().map { place, condition in
        .of(Identifier("r\(place)"), when: AuthoredText(condition), raise: ["s": "clash"])
      }
    ).changed { $0.promises = [Promise(id: "p", whenever: "not (s is clash)", then: "s is clash")] }
  }

  private func found(budget: Int) throws -> [String] {
    var verification = Verification(try KnowledgeBase(Self.pigeons), budget: budget)
    return [DiagnosticCode.brokenPromise, .unreachableLevel].flatMap { code in
      verification.findings(of: code).map { "\($0.diagnostic.code): \($0.diagnostic.message)" }
    }
  }

  @Test("is told of what they were for, and never taken for a proof")
  func givenUp() throws {
    #expect(
      try found(budget: 5) == [
        "broken-promise: this was not decided for 'p' in consultation 'visit', as it takes too long",
        "unreachable-level: this was not decided for 's-fine' in consultation 'visit', as it takes too long",
      ])
    for budget in [20_000, Int.max] {
      #expect(
        try found(budget: budget) == [
          "unreachable-level: nobody comes to level 'fine' of scale 's'"
        ])
    }
  }

  @Test("have a budget for all of them together, too")
  func together() throws {
    let base = try KnowledgeBase(Self.pigeons(11))
    let (kind, scale) = (base.knowledge.consultations[0], base.knowledge.scales[0])
    var situations = Situations(of: kind, in: base, budget: 400)
    let clash = situations.literal(for: scale, atLeast: 1)
    for _ in 0..<60 {
      let before = situations.circuit.solver.conflicts
      #expect(situations.search(assuming: [!clash]) == .unknown)
      let spent = situations.circuit.solver.conflicts - before
      // It looks at times a few contradictions later; the last full one has what the others left.
      let expected = before < 49 * 400 ? 400...420 : before < 50 * 400 ? 100...420 : 100...120
      #expect(expected.contains(spent))
    }
  }

  @Test("counts of the same things in another order are one")
  func counts() throws {
    let names = (0..<30).map { "q\($0)" }
    func most(_ step: Int) -> AuthoredText {
      AuthoredText(
        "at least 16 of (\(names.indices.map { names[$0 * step % 30] }.joined(separator: ", ")))")
    }
    let knowledge = Knowledge.tiny(
      questions: names.map { .yesNo(Identifier($0)) },
      scales: [.of("s", ["fine", "much"], otherwise: "fine")],
      rules: [.of("r", when: most(1), raise: ["s": "much"])]
    ).changed { $0.promises = [Promise(id: "p", whenever: most(7), then: "s is much")] }
    var verification = Verification(try KnowledgeBase(knowledge), budget: 1)
    #expect(verification.findings(of: .brokenPromise).isEmpty)
  }
}
