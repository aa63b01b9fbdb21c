import Patchwise
import PatchwiseYAML
import Testing

@Suite("Problems as authors read them")
struct RenderingTests {
  private static func rendered(_ sections: String) -> String {
    let files = Fixture.files(Fixture.header + sections)
    return Fixture.rendered(Fixture.problems(files), files)
  }

  @Test("The line is shown, the place underlined, the nearest spelling proposed")
  func nearest() {
    let text = Self.rendered(
      """
      questions:
        skin:
          ask: How is your skin?
          choose: won
          opitons: { dry: Dry }
          asked wen: calm
      """)
    #expect(
      text == """
        knowledge.yaml:8:13: error: key 'choose' does not take 'won' [unknown-word]
            8 |     choose: won
              |             ^^^
        help: it takes one, any, yes-no, number, duration, date or ingredients
        knowledge.yaml:9:5: error: key 'opitons' does not belong to a question [unknown-key]
            9 |     opitons: { dry: Dry }
              |     ^^^^^^^
        help: did you mean 'options'?
        knowledge.yaml:10:5: error: key 'asked wen' does not belong to a question [unknown-key]
           10 |     asked wen: calm
              |     ^^^^^^^^^
        help: did you mean 'asked when'?
        """)
  }

  @Test(
    "A key that begins like one that is missing is that one, though another is spelt more like it")
  func begun() {
    let text = Self.rendered("promises: { p: { when: calm, then: calm } }")
    #expect(text.contains("help: did you mean 'whenever'?"), "\(text)")
  }

  @Test("What was meant by a word is told in full")
  func meant() {
    let text = Self.rendered(
      """
      questions:
        a: { ask: A?, choose: one, options: { adult: Adult, baby: Baby }, unsure: adult }
        b: { ask: B?, choose: yes-no, unsure: no }
      plans: { c: { title: C, lasts: 1 } }
      """)
    #expect(
      text == """
        knowledge.yaml:6:77: error: key 'unsure' does not take 'adult' [unknown-word]
            6 |   a: { ask: A?, choose: one, options: { adult: Adult, baby: Baby }, unsure: adult }
              |                                                                             ^^^^^
        help: did you mean 'as adult'?
        knowledge.yaml:7:41: error: key 'unsure' does not take 'no' [unknown-word]
            7 |   b: { ask: B?, choose: yes-no, unsure: no }
              |                                         ^^
        help: did you mean 'as no'?
        knowledge.yaml:8:32: error: length of time '1' has no unit [bad-unit]
            8 | plans: { c: { title: C, lasts: 1 } }
              |                                ^
        help: write '1 day', or another unit
        """)
  }

  @Test("A repeated key shows both places")
  func repeatedKey() {
    let text = Self.rendered(
      """
      topics:
        a:
          title: A
          answer: B
          title: C
      """)
    #expect(
      text == """
        knowledge.yaml:9:5: error: key 'title' stands twice in one mapping [duplicate-key]
            9 |     title: C
              |     ^^^^^
        knowledge.yaml:7:5: note: it stands here first
            7 |     title: A
              |     ^^^^^
        """)
  }

  @Test("Shape, words and quantities come with their cure")
  func cures() {
    let text = Self.rendered(
      """
      questions:
        a: { ask: A?, choose: duration, range: 3 to 5 days, unsure: as }
        b: { ask: B?, choose: yes-no, range: 0 to 1, sources: s }
      sources:
        s t: { title: S, evidence: trial, reviewed: 1.11.2026 }
      """)
    #expect(
      text == """
        knowledge.yaml:6:42: error: length of time '3' has no unit [bad-unit]
            6 |   a: { ask: A?, choose: duration, range: 3 to 5 days, unsure: as }
              |                                          ^
        help: write '3 days', or another unit
        knowledge.yaml:6:63: error: key 'unsure' does not take 'as' [unknown-word]
            6 |   a: { ask: A?, choose: duration, range: 3 to 5 days, unsure: as }
              |                                                               ^^
        help: it takes any, refused or as OPTION
        knowledge.yaml:7:33: error: key 'range' does not go with 'choose: yes-no' [misplaced-key]
            7 |   b: { ask: B?, choose: yes-no, range: 0 to 1, sources: s }
              |                                 ^^^^^
        help: it goes with 'choose: number' or 'choose: duration'
        knowledge.yaml:7:48: error: key 'sources' must be a list [wrong-shape]
            7 |   b: { ask: B?, choose: yes-no, range: 0 to 1, sources: s }
              |                                                ^^^^^^^
        help: write 'sources: [s]'
        knowledge.yaml:9:3: error: source 's t' must be named with the letters a to z, digits and hyphens alone [bad-name]
            9 |   s t: { title: S, evidence: trial, reviewed: 1.11.2026 }
              |   ^^^
        help: write 's-t'
        knowledge.yaml:9:47: error: '1.11.2026' is not a day of the calendar [bad-date]
            9 |   s t: { title: S, evidence: trial, reviewed: 1.11.2026 }
              |                                               ^^^^^^^^^
        help: write year, month and day, such as '2026-11-01'
        """)
  }
}
