import PatchwiseTestSupport
import Testing

@testable import Patchwise
@testable import PatchwiseMutation
@testable import PatchwiseVerification

/// Proofs that a change makes no difference, beside trying every situation.
@Suite("Who is told something else after a small change")
struct OtherwiseToldTests {
  /// When a day can be just so many days ago.
  private static let midnight = Moment(seconds: 1_767_225_600)

  /// All that somebody is told: the levels of the decided scales, and the advice; at a level that ends
  /// the consultation that level alone, and the advice of the rules that raise it.
  private func told(
    _ situation: NaiveEvaluator, _ kind: ConsultationKind, _ knowledge: Knowledge
  ) -> [String] {
    func level(_ id: Identifier<Scale>) -> Scale.Level? {
      situation.level(of: id).flatMap { place in
        knowledge.scales.first { $0.id == id }?.levels[place]
      }
    }
    func ending(_ raise: Rule.Raise) -> Bool {
      kind.decides.contains(raise.scale)
        && knowledge.scales.first { $0.id == raise.scale }?.levels
          .first { $0.id == raise.level }?.endsConsultation == true
    }
    func isAtEnd(_ id: Identifier<Scale>) -> Bool {
      guard let place = situation.level(of: id),
        let end = knowledge.scales.first(where: { $0.id == id })?.levels
          .firstIndex(where: \.endsConsultation)
      else { return false }
      return place >= end
    }
    let ended = kind.decides.filter(isAtEnd)
    if !ended.isEmpty {
      let rules = knowledge.rules.indices.filter { situation.holds(rule: $0) }
        .map { knowledge.rules[$0] }
      let advice = Set(rules.filter { $0.raises.contains(where: ending) }.flatMap(\.advises))
      return ended.map { "\($0) \(level($0)?.id.name ?? "-")" } + advice.map(\.name).sorted()
    }
    return kind.decides.map { "\($0) \(level($0)?.id.name ?? "-")" }
      + knowledge.advice.filter { advice in
        situation.isGiven(advice.id)
          && advice.onlyAt.allSatisfy { limit in
            level(limit.scale).map { limit.levels.contains($0.id) } ?? false
          }
      }.map(\.id.name).sorted()
  }

  /// Everything that people at their first reading are told in each consultation, in order; nothing if
  /// there are too many of them.
  private func outcomes(_ base: KnowledgeBase, valuedLike values: QuestionValues) -> [[String]]? {
    var random = SplitMix64(seed: 0)
    let naive = NaiveBase(base)
    var outcomes: [[String]] = []
    for kind in base.knowledge.consultations {
      let space = SituationSpace(values, [Reading(kind, now: Self.midnight)])
      guard space.count <= 400 else { return nil }
      outcomes += space.situations(atMost: .max, &random).map { situation in
        told(NaiveEvaluator(naive, kind, values: situation.values), kind, base.knowledge)
      }
    }
    return outcomes
  }

  @Test("who is found is somebody for whom one rule ends it, where that is enough")
  func plainWitness() throws {
    var knowledge = Knowledge.tiny(
      questions: [.yesNo("q"), .yesNo("r")],
      scales: [.of("s", ["a", "b"], otherwise: "a", ending: ["b"])],
      rules: [
        .of("x", when: "q", raise: ["s": "b"], advise: ["tip"]),
        // Without a reason to look for somebody else, a search tries a no first.
        .of("y", when: "r is no", raise: ["s": "b"]),
      ])
    knowledge.advice.append(.of("tip"))
    let search = OtherwiseTold(try KnowledgeBase(knowledge), afterChangesTo: [])
    knowledge.rules[0].advises = []
    guard case .somebody(let witness) = search.search(under: try KnowledgeBase(knowledge)) else {
      Issue.record("nobody was found")
      return
    }
    #expect(
      witness.readings.last?.answers == ["q": .option("yes"), "r": .option("yes")],
      "\(witness)")
  }

  @Test("a change that is proved to make no difference makes none in any situation")
  func besideEverySituation() throws {
    var (same, otherwise) = (0, 0)
    for seed in 0..<UInt64(Soak.rounds(10)) {
      guard let base = try? KnowledgeBase(RandomKnowledge(seed: seed &+ 9_000).knowledge),
        base.testsOnEarlierReadings.isEmpty
      else { continue }
      let mutations = Mutation.all(of: base)
      let search = OtherwiseTold(base, afterChangesTo: mutations.compactMap(\.effect.condition))
      for mutation in mutations {
        guard let changed = try? KnowledgeBase(mutation.applied(to: base.knowledge)) else {
          continue
        }
        // Both tell values apart at their own thresholds.
        let spaces = [QuestionValues(base), QuestionValues(changed)]
        let before = spaces.compactMap { outcomes(base, valuedLike: $0) }
        let after = spaces.compactMap { outcomes(changed, valuedLike: $0) }
        guard before.count == 2, after.count == 2 else { continue }
        switch search.search(under: changed) {
        case .nobody:
          same += 1
          let isSame = before == after
          #expect(isSame, "seed \(seed), \(mutation)")
        case .somebody:
          otherwise += 1
          let isSame = before == after
          #expect(!isSame, "seed \(seed), \(mutation)")
        case .undecided: Issue.record("seed \(seed), \(mutation) was not decided")
        }
      }
    }
    #expect(same > 30 && otherwise > 30, "\(same) and \(otherwise)")
  }
}
