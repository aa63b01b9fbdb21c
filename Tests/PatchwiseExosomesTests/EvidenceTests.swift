import Foundation
import Patchwise
import PatchwiseExosomes
import PatchwiseTestSupport
import Testing

/// That the bundled knowledge and the evidence it was made from lead to each other.
@Suite("The evidence")
struct EvidenceTests {
  /// The ids of the evidence, each with the reason why nothing cites it, if nothing does.
  private static let entries: [(id: String, reason: String?)] = {
    let path = PackageFiles.path("Knowledge/exosome-serum/evidence-ids.txt")
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.split(separator: " ", maxSplits: 1)
      return (String(parts[0]), parts.count > 1 ? String(parts[1]) : nil)
    }
  }()

  private let cited: Set<String>
  private let facts: Set<String>

  init() throws {
    let knowledge = try ExosomeKnowledge.load().knowledge
    cited = Set(knowledge.everythingCited.map(\.name))
    facts = Set(knowledge.sources.flatMap(\.facts).map(\.id.name))
  }

  @Test("each entry is cited somewhere, or says why it is not")
  func entriesAreCited() {
    #expect(Self.entries.count > 400)
    let uncited = Self.entries.filter { $0.reason == nil && !cited.contains($0.id) }
    #expect(uncited.map(\.id) == [])
  }

  @Test("what is said to be cited by nothing is not")
  func reasonsAreTrue() {
    let cited = Self.entries.filter { $0.reason != nil && self.cited.contains($0.id) }
    #expect(cited.map(\.id) == [])
  }

  @Test("each fact that a source is used for is an entry of the evidence")
  func factsAreEntries() {
    let known = Set(Self.entries.map(\.id))
    // The published half of a choice of our own has a "b" behind the id.
    let strange = facts.filter { id in
      !known.contains(id) && !(id.hasSuffix("b") && known.contains(String(id.dropLast())))
    }
    #expect(strange.sorted() == [])
  }
}

extension Knowledge {
  /// Everything that is cited anywhere.
  fileprivate var everythingCited: [Identifier<Citation>] {
    let parts: [[Identifier<Citation>]] = [
      questions.flatMap(\.sources), scales.flatMap(\.levels).flatMap(\.sources),
      rules.flatMap(\.sources), advice.flatMap(\.sources), topics.flatMap(\.sources),
      alarms.flatMap(\.sources), promises.flatMap(\.sources),
      plans.flatMap { $0.sources + $0.steps.flatMap(\.sources) + $0.readings.flatMap(\.sources) },
    ]
    return parts.flatMap { $0 }
  }
}
