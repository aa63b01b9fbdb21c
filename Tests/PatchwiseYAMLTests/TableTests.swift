import Patchwise
import Testing

@Suite("Tables")
struct TableTests {
  private static let columns = """
    questions:
      age: { ask: Age?, choose: number, range: 0 to 120 }
      signs: { ask: Signs?, choose: any, options: { itch: Itch, burn: Burn } }
      type: { ask: Type?, choose: one, options: { dry: Dry, oily: Oily } }
    definitions:
      grown: age at least 18

    """

  /// A cell, and the condition that its row stands for.
  static let cells: [(cell: String, column: String, condition: String, name: String)] = [
    ("yes", "calm", "calm is yes", "t/yes"),
    ("dry", "type", "type is dry", "t/dry"),
    ("is not dry", "type", "type is not dry", "t/is-not-dry"),
    ("\"is any of (dry, oily)\"", "type", "type is any of (dry, oily)", "t/is-any-of-dry-oily"),
    ("itch", "signs", "signs includes itch", "t/itch"),
    (
      "\"includes none of (itch, burn)\"", "signs", "signs includes none of (itch, burn)",
      "t/includes-none-of-itch-burn"
    ),
    ("at least 18", "age", "age at least 18", "t/at-least-18"),
    ("more than 1.5", "age", "age more than 1.5", "t/more-than-1-5"),
    ("between 3 and 9", "age", "age between 3 and 9", "t/between-3-and-9"),
    ("yes", "grown", "grown", "t/yes"),
    ("no", "grown", "not grown", "t/no"),
  ]

  @Test("A cell stands for a test of its column", arguments: cells)
  func cell(_ example: (cell: String, column: String, condition: String, name: String)) {
    let knowledge = Fixture.knowledge(
      Self.columns + """
        tables:
          t:
            raise: fit
            columns: [\(example.column)]
            rows: [[\(example.cell), not-now]]
            because: So it is.
        """)
    let rule = knowledge.rules.first { $0.id.name == example.name }
    #expect(rule?.when.string == example.condition)
  }

  @Test("A row is a rule with the tests of its cells, in order")
  func row() throws {
    let knowledge = Fixture.knowledge(
      Self.columns + """
        sources: { s: { title: S, evidence: review } }
        tables:
          t:
            raise: fit
            columns: [type, age, signs]
            rows:
              - [dry, "*", itch, not-now]
              - ["*", less than 18, "*", not-now]
            because: So it is.
            sources: [s]
        """)
    let rules = knowledge.rules.filter { $0.id.name.hasPrefix("t/") }
    #expect(rules.map(\.id.name) == ["t/dry/any/itch", "t/any/less-than-18/any"])
    #expect(
      rules.map(\.when.string) == ["type is dry and signs includes itch", "age less than 18"])
    #expect(rules.allSatisfy { $0.raises == [Rule.Raise("fit", to: "not-now")] })
    #expect(rules.allSatisfy { $0.because == "So it is." && $0.sources == ["s"] })
  }

  @Test("A problem in a cell or a column is reported there")
  func places() {
    let marked = MarkedText(
      Fixture.header + Self.columns + """
        tables:
          t:
            raise: fit
            columns: [type, «agee»]
            rows:
              - [«wet», at least 3, not-now]
              - [dry, at least 4, «nott-now»]
            because: So it is.
          u:
            raise: «fitt»
            columns: [type, age]
            rows:
              - - "is any of (dry,
                    «damp»)"
                - at least «1000»
                - not-now
            because: So it is.
        """)
    let files = Fixture.files(marked.text)
    let problems = Fixture.problems(files)
    #expect(
      problems.map(\.code)
        == [
          .unknownName, .unknownOption, .unknownLevel, .unknownScale, .unknownOption,
          .numberOutOfRange,
        ],
      "\(Fixture.rendered(problems, files))")
    #expect(problems.map(\.location) == marked.places, "\(Fixture.rendered(problems, files))")
  }

  @Test("A cell that does not fit its column is reported there")
  func wrongTests() {
    let marked = MarkedText(
      Fixture.header + Self.columns + """
        tables:
          t:
            raise: fit
            columns: [type, age, fit, grown]
            rows:
              - [«includes dry», "*", "*", "*", not-now]
              - ["*", «30», "*", "*", not-now]
              - ["*", "*", "«includes not-now»", "*", not-now]
              - ["*", "*", "*", «at least 3», not-now]
            because: So it is.
        """)
    let files = Fixture.files(marked.text)
    let problems = Fixture.problems(files)
    #expect(problems.map(\.code) == Array(repeating: .wrongTest, count: 4))
    #expect(problems.map(\.location) == marked.places, "\(Fixture.rendered(problems, files))")
  }
}
