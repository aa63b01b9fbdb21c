import BigInt
import Patchwise
import PatchwiseExosomes
import PatchwiseVerification
import Testing

@Suite("Situations of the bundled knowledge, counted")
struct BundledCountTests {
  /// Far more than is needed, and so little that a slip in the knowledge does not keep the tests busy.
  private static let budget = 20_000

  @Test("each consultation has more than anybody could try, and its levels share them out")
  func levels() throws {
    let base = try ExosomeKnowledge.load()
    for kind in base.knowledge.consultations {
      let situations = Situations(of: kind, in: base)
      let whole = situations.count(budget: Self.budget)
      let all = try #require(whole, "\(kind.id)")
      let few: BigUInt = kind.id == "using" ? 1_000_000 : 1_000_000_000_000
      #expect(all > few, "\(kind.id)")
      for scale in kind.decides.compactMap({ base.scale($0) }) {
        let counts = scale.levels.compactMap { level in
          situations.count(
            where: .test(.init(.scale(scale.id), .isAny(of: [level.id.name]))), budget: Self.budget)
        }
        #expect(counts.count == scale.levels.count, "\(kind.id): \(scale.id)")
        #expect(counts.reduce(0, +) == all, "\(kind.id): \(scale.id)")
      }
    }
  }
}
