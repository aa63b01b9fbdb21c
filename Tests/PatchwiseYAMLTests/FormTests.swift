import Patchwise
import PatchwiseYAML
import Testing

/// A piece of knowledge with marks, and what is wrong at each of them.
struct FormCase: Sendable, CustomTestStringConvertible {
  let name: String
  let marked: String
  let codes: [DiagnosticCode]

  init(_ name: String, _ codes: DiagnosticCode..., in marked: String) {
    self.name = name
    self.marked = marked
    self.codes = codes
  }

  var testDescription: String { name }
}

@Suite("The form of a knowledge file")
struct FormTests {
  @Test("Every flaw is reported at its place, and nothing else is", arguments: cases)
  func flaws(_ example: FormCase) {
    let marked = MarkedText(Fixture.header + example.marked)
    let files = Fixture.files(marked.text)
    let problems = Fixture.problems(files)
    let rendered = Fixture.rendered(problems, files)
    #expect(problems.map(\.code) == example.codes, "\(rendered)")
    #expect(problems.map(\.location) == marked.places, "\(rendered)")
    for problem in problems {
      #expect(problem.message.first?.isUppercase == false && problem.message.last != ".")
    }
  }

  static let cases: [FormCase] =
    keys + misspelt + shapes + commas + empty + questions + quantities + words + others

  static let keys = [
    FormCase("an unknown key", .unknownKey, in: "«questoins»: {}"),
    FormCase(
      "an unknown key of a question", .unknownKey,
      in: """
        questions:
          a: { ask: A?, choose: yes-no, «asked-when»: calm }
        """),
    FormCase(
      "keys that are missing", .missingKey, .missingKey,
      in: """
        topics:
          «a»: { title: A }
          «b»: { answer: B }
        """),
    FormCase(
      "a key that stands twice", .duplicateKey, .duplicateKey,
      in: """
        topics:
          a: { title: A, answer: B, «title»: C }
          b:
            title: B
            "answer": C
            '«answer»': D
        """),
    FormCase(
      "a key that stands three times", .duplicateKey, .duplicateKey,
      in: """
        topics:
          a: { title: A, answer: B }
          «a»: { title: A, answer: B }
          «a»: { title: A, answer: B }
        """),
    FormCase(
      "a key that goes with another choice", .misplacedKey, .misplacedKey, .misplacedKey,
      in: """
        questions:
          a: { ask: A?, choose: one, options: { x: X, y: Y }, «range»: 0 to 1 }
          b: { ask: B?, choose: yes-no, «options»: { x: X } }
          c: { ask: C?, choose: any, options: { x: X, y: Y }, «ordered»: yes }
        """),
    FormCase(
      "a cautious end of what has no order", .misplacedKey, .misplacedKey, .misplacedKey,
      in: """
        questions:
          a: { ask: A?, choose: one, options: { x: X, y: Y }, «cautious end»: last }
          b: { ask: B?, choose: any, options: { x: X, y: Y }, «cautious end»: last }
          c: { ask: C?, choose: yes-no, «cautious end»: first }
        """),
    FormCase("a key that is a list", .wrongShape, in: "? «[»a, b]\n: c"),
  ]

  /// A key that is nearly right is read as the one that was meant.
  static let misspelt = [
    FormCase(
      "a needed key that is misspelt", .unknownKey, in: "topics: { a: { «titel»: A, answer: B } }"),
    FormCase(
      "a key that is misspelt, and a flaw in what it holds", .unknownKey, .emptyText,
      in: "welcom: [Hello, «\"»\"]".replacing("welcom:", with: "«welcom»:")),
    FormCase(
      "a section that is misspelt", .unknownKey,
      in: """
        «question»:
          itch: { ask: Itch?, choose: yes-no }
          burn: { ask: Burn?, choose: any, options: { x: X } }
        definitions: { a: itch and burn includes x, b: itch }
        """),
    FormCase(
      "a section that nobody knows", .unknownKey, .badCondition,
      in: """
        «queries»: { itch: { ask: Itch?, choose: yes-no } }
        definitions: { a: itch, b: itch «and» }
        """),
    FormCase(
      "facts that are a list", .wrongShape,
      in: """
        sources: { a: { title: A, evidence: trial, «facts»: [H-1, H-2] } }
        advice: { b: { say: B, sources: [H-1] }, c: { say: C, sources: [H-1, H-2] } }
        """),
    FormCase(
      "a section that stands twice", .duplicateKey,
      in: """
        definitions: { a: calm }
        advice: { b: { say: B } }
        «definitions»: { c: calm }
        rules: { d: { when: c, advise: [b], because: So it is. } }
        """),
    FormCase(
      "a lexicon that does not exist, without its tags", .unknownLexicon,
      in: """
        questions: { a: { ask: A?, choose: ingredients, lexicons: [«words»] } }
        definitions: { b: a includes x }
        """),
    FormCase(
      "options that are ordered in other words", .unknownWord,
      in: """
        questions:
          a: { ask: A?, choose: one, ordered: «true», cautious end: last, options: { x: X, y: Y } }
        definitions: { b: a at least y }
        """),
  ]

  static let shapes = [
    FormCase("a mapping that is a text", .wrongShape, in: "«questions»: none"),
    FormCase("a section without a word", .wrongShape, in: "«questions»:"),
    FormCase("a list that is a text", .wrongShape, in: "«welcome»: Hello"),
    FormCase(
      "a text that is a list", .wrongShape,
      in: "topics: { a: { «title»: [A], answer: B } }"),
    FormCase("an item that is a list", .wrongShape, in: "welcome: [Hello, «[»again]]"),
    FormCase("an entity that is a text", .wrongShape, in: "topics: { «a»: A }"),
    FormCase("an empty text", .emptyText, in: "topics: { a: { «title»: \"\", answer: B } }"),
    FormCase("a text of blanks", .emptyText, in: "topics: { a: { «title»: ' ', answer: B } }"),
    FormCase("an empty item", .emptyText, in: "welcome: [Hello, «\"»\"]"),
    FormCase(
      "lists that must hold something", .emptyList, .emptyList, .emptyList, .emptyList, .emptyList,
      in: """
        questions: { a: { ask: A?, choose: any, «options»: {} } }
        scales: { b: { «levels»: [] } }
        alarms: { c: { «phrases»: [], raise: { fit: not-now } } }
        lexicons: { d: { e: { label: E, «names»: [] } } }
        sections: { f: { «questions»: [] } }
        """),
    FormCase("a lexicon without tags", .emptyList, in: "lexicons: { «a»: {} }"),
    FormCase("hints at no option", .emptyList, in: "hints: { «a»: {} }"),
    FormCase(
      "a hint without phrases", .emptyList,
      in: "questions: { a: { ask: A?, choose: yes-no } }\nhints: { a: { «yes»: [] } }"),
    FormCase("hints that are a list", .wrongShape, in: "hints: { «a»: [b] }"),
    FormCase(
      "names that are not spelt like names", .badName, .badName, .badName,
      in: """
        topics:
          «what is it»: { title: A, answer: B }
          «-a»: { title: A, answer: B }
          «é»: { title: A, answer: B }
        """),
    FormCase(
      "names that are words of the language", .badName, .badName, .badName,
      in: """
        definitions: { «and»: calm }
        questions: { a: { ask: A?, choose: one, options: { x: X, «none»: None } } }
        scales: { b: { levels: [none, «unsure»] } }
        """),
  ]

  static let commas = [
    FormCase(
      "a text with a comma in braces", .brokenYAML, .brokenYAML,
      in: """
        topics: { a: { title: A, answer: Air, «really.» }, b: { answer: B, «it is», title: C } }
        """),
    FormCase(
      "a condition with a comma in braces", .brokenYAML,
      in: """
        questions: { a: { ask: A?, choose: any, options: { x: X, y: Y } } }
        rules:
          b: { when: a includes any of (x, «y)», raise: { fit: not-now }, because: So it is. }
        """),
    FormCase(
      "a colon without a space in braces", .brokenYAML,
      in: "topics: { a: { «title:Can», answer: A } }"),
  ]

  static let empty = [
    FormCase(
      "what can be left out and is empty",
      in: """
        welcome: []
        not understood: []
        reviews: []
        never say: []
        plans:
          a:
            title: A
            steps: []
            readings: { b: { at: 1 day, look for: [], sources: [] } }
            stop signs: []
          b: { title: B, readings: {} }
        topics: { c: { title: C, asked as: [], answer: C } }
        rules: { d: { when: calm, raise: { fit: not-now }, because: So it is., advise: [] } }
        scales: { e: { levels: { f: { say: [] } } } }
        sources: { g: { title: G, evidence: trial, facts: {} } }
        """),
    FormCase(
      "what must be there or says nothing while it is empty", .emptyList, .emptyList, .emptyList,
      .emptyList,
      in: """
        scales: { e: { «levels»: {} } }
        rules: { d: { when: calm, «raise»: {}, because: So it is. } }
        alarms: { a: { «phrases»: [], raise: { fit: not-now } } }
        advice: { f: { say: F, «only at»: {} } }
        """),
    FormCase(
      "a list of which nothing is written", .wrongShape,
      in: "topics: { c: { title: C, answer: C, «asked as»: } }"),
  ]

  static let questions = [
    FormCase(
      "a question that does not say what to choose", .missingKey,
      in: """
        questions: { «a»: { ask: A?, options: { x: X } } }
        definitions: { b: a includes x and a at least 3 }
        """),
    FormCase(
      "a choice that does not exist, without problems that follow from it", .unknownWord,
      in: """
        questions: { a: { ask: A?, choose: «eny», options: { x: X } } }
        definitions: { b: a includes x }
        """),
    FormCase(
      "a range that is missing", .missingKey, in: "questions: { «a»: { ask: A?, choose: number } }"),
    FormCase(
      "an unsure policy that does not exist", .unknownWord,
      in: "questions: { a: { ask: A?, choose: yes-no, unsure: «as» } }"),
    FormCase(
      "an unsure policy for an option that does not exist", .unknownOption,
      in: "questions: { a: { ask: A?, choose: yes-no, unsure: as «maybe» } }"),
    FormCase(
      "numbers of other languages", .badNumber, .badNumber, .badNumber, .badNumber, .badNumber,
      in: """
        questions:
          a: { ask: A?, choose: number, range: «.5» to «5.» }
          b: { ask: B?, choose: duration, range: «0x1» days to «1e3» days }
        advice: { c: { say: C, order: «+5» } }
        """),
  ]

  static let quantities = [
    FormCase(
      "numbers that are none", .badNumber, .badNumber, .badNumber, .badNumber,
      in: """
        questions: { a: { ask: A?, choose: number, range: «some» to «1e3» } }
        advice: { b: { say: B, order: «first» } }
        sources: { c: { title: C, evidence: review, year: «20211» } }
        """),
    FormCase(
      "units that are none", .badUnit, .badUnit, .badUnit,
      in: """
        questions: { a: { ask: A?, choose: duration, range: «0» to 3 «dais» } }
        plans: { b: { title: B, lasts: «2 weeks 3» } }
        """),
    FormCase(
      "a length of time below nothing", .badNumber,
      in: "plans: { a: { title: A, lasts: «-2» days } }"),
    FormCase(
      "days that are none", .badDate, .badDate, .badDate,
      in: """
        reviews: [{ by: A, on: «2026-02-30», covers: all }]
        sources:
          c: { title: C, evidence: review, reviewed: «yesterday», review by: «2026-11-01 12:00» }
        """),
    FormCase(
      "ranges that are none", .badRange, .badRange, .badRange, .badRange, .badRange, .badRange,
      .badRange,
      in: """
        questions:
          a: { ask: A?, choose: number, range: «3 to 1» }
          b: { ask: B?, choose: number, range: «3» }
          c: { ask: C?, choose: number, range: 1 to 3 «years» }
          d: { ask: D?, choose: duration, range: «2 weeks to 3 days» }
          e: { ask: E?, choose: number, range: «to 3» }
          f: { ask: F?, choose: number, range: «3 to» }
          g: { ask: G?, choose: number, range: «1 to 2 to 3» }
        """),
  ]

  static let words = [
    FormCase(
      "words that a key does not take",
      .unknownWord, .unknownWord, .unknownWord, .unknownWord, .unknownWord, .unknownWord,
      .unknownWord,
      .unknownWord,
      in: """
        questions:
          a: { ask: A?, choose: any, options: { x: { label: X, warning: «true» } }, changes: «slow» }
          g: { ask: G?, choose: number, range: 0 to 9, cautious end: «high» }
        topics: { b: { title: B, verdict: «miths», answer: B } }
        scales: { c: { levels: { d: { ends the consultation: «maybe» } } } }
        sources:
          e: { title: E, evidence: «guidline», seen: «rule», facts: { f: «read» } }
        """)
  ]

  static let others = [
    FormCase(
      "rows that do not fit their table",
      .badTableRow, .badTableRow, .badTableRow, .badTableRow, .wrongShape,
      in: """
        scales: { risk: { levels: [low, high], otherwise: low } }
        tables:
          a:
            raise: fit
            columns: [calm, risk]
            rows:
              - «[»no, not-now]
              - «[»"*", "*", not-now]
              - [no, at least high, not-now]
              - «[»no, at least  high, not-now]
              - [no, «[»], not-now]
              - «no»
            because: So it is.
        """),
    FormCase(
      "problems of form and of meaning together", .unknownOption, .unknownKey, .unknownSource,
      in: """
        definitions: { a: calm is «perhaps» }
        topics: { b: { title: B, answer: B, «see»: a } }
        advice: { c: { say: C, sources: [«d»] } }
        """),
    FormCase(
      "what is missing in a rule, without problems that follow from it",
      .missingKey, .missingKey, .emptyList, .wrongShape,
      in: """
        rules:
          «a»: { because: So it is., raise: { fit: not-now } }
          «b»: { when: calm, raise: { fit: not-now } }
          c: { when: calm, because: So it is., «raise»: {} }
          d: { when: calm, because: So it is., «advise»: e }
        """),
  ]
}
