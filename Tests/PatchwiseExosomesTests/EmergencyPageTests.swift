import Patchwise
import PatchwiseExosomes
import Testing

/// That who is in danger can read the page at once.
@Suite("The page of an emergency")
struct EmergencyPageTests {
  private let base: KnowledgeBase

  init() throws { base = try ExosomeKnowledge.load() }

  /// How many lines of 80 columns an item of a list takes.
  private func lines(_ text: String) -> Int {
    text.split(separator: " ").reduce(into: (lines: 1, column: 0)) { place, word in
      let isFirst = place.column == 0
      if !isFirst, place.column + 1 + word.count > 76 {
        place = (place.lines + 1, word.count)
      } else {
        place.column += word.count + (isFirst ? 0 : 1)
      }
    }.lines
  }

  @Test("whatever signs are named, the advice is within twelve lines, and breathing comes first")
  func staysShort() throws {
    let question = try #require(base.question("signs"))
    let signs = base.options(of: question).map(\.id)
    let airway: Set<Identifier<Question.Option>> = [
      "breathing", "mouth-swelling", "faint", "hives-and-sick", "fast-face-swelling",
    ]
    for set in 1..<(1 << signs.count) {
      let named = signs.indices.filter { set & (1 << $0) != 0 }.map { signs[$0] }
      var consultation = try Consultation("reaction", in: base)
      try consultation.answer("signs", .options(named))
      let advice = try #require(consultation.recommendation).advice.filter {
        $0.place == .scale("care")
      }
      #expect(advice.map { lines($0.say.string) }.reduce(0, +) <= 12, "\(named)")
      if !airway.isDisjoint(with: named) {
        #expect(advice.prefix(2).map(\.id) == ["injector-now", "lie-down"], "\(named)")
      }
    }
  }

  @Test("the page of an alarm is within twelve lines too")
  func alarmsStayShort() {
    for alarm in base.knowledge.alarms {
      let said = base.knowledge.advice.filter { alarm.advises.contains($0.id) }
      #expect(said.map { lines($0.say.string) }.reduce(0, +) <= 12, "\(alarm.id)")
    }
  }
}
