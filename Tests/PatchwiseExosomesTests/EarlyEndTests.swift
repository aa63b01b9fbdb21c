import Patchwise
import PatchwiseExosomes
import Testing

/// What makes early ends of the bundled consultations safe.
@Suite("Early ends")
struct EarlyEndTests {
  @Test(
    "only the most cautious level of a scale ends a consultation, so that none hides a graver one")
  func endsAreGravest() throws {
    let scales = try ExosomeKnowledge.load().knowledge.scales
    let ending = scales.filter { $0.levels.contains(where: \.endsConsultation) }
    #expect(ending.map(\.id) == ["care"])
    for scale in ending {
      #expect(scale.levels.last?.endsConsultation == true)
      #expect(scale.levels.count(where: \.endsConsultation) == 1)
    }
  }
}
