// Problems of conditions, beyond the names in them.
extension DiagnosticPage {
  static let badCondition = DiagnosticPage(
    .badCondition, "a condition is not written in the condition language",
    rationale: """
      Conditions are words, not signs: 'is', 'includes', 'at least', 'at most',
      'more than', 'less than', 'between … and …', joined by 'and' or 'or', turned
      round by 'not'. The mark stands under the first word that does not fit.
      """,
    bad: """
      questions:
        age: { ask: How old is the tap?, choose: number, range: 0 to 50 }
      definitions:
        worn-out: drips and age >= 10
      """,
    good: """
      questions:
        age: { ask: How old is the tap?, choose: number, range: 0 to 50 }
      definitions:
        worn-out: drips and age at least 10
      """)

  static let mixedAndOr = DiagnosticPage(
    .mixedAndOr, "'and' and 'or' are mixed without parentheses",
    rationale: """
      Readers disagree about which of the two binds first, and here the difference
      changes advice. The help shows both ways to read it; choose one.
      """,
    bad: """
      definitions:
        urgent: drips and hot or old
      """,
    good: """
      definitions:
        urgent: drips and (hot or old)
      """)

  static let wrongTest = DiagnosticPage(
    .wrongTest, "a test does not fit what it tests, or can never hold",
    rationale: """
      What can be asked of an answer rests on the question's 'choose': 'is' for one
      option, 'includes' for any number of them, comparisons for numbers, lengths of
      time and whatever has an order. The help shows a test that fits.
      """,
    bad: """
      questions:
        sounds:
          ask: What do you hear?
          choose: any
          options: { knocking: Knocking, hissing: Hissing }
      definitions:
        air-in-pipe: sounds is knocking
      """,
    good: """
      questions:
        sounds:
          ask: What do you hear?
          choose: any
          options: { knocking: Knocking, hissing: Hissing }
      definitions:
        air-in-pipe: sounds includes knocking
      """)

  static let unorderedOptions = DiagnosticPage(
    .unorderedOptions, "options are compared that have no order",
    rationale: """
      'at least' and its kin need options that go from low to high. If they are
      declared so, say 'ordered: yes' at the question; otherwise name the options
      with 'is any of (…)'.
      """,
    bad: """
      questions:
        leak:
          ask: How much water escapes?
          choose: one
          options: { drops: Single drops, trickle: A trickle, jet: A jet }
      definitions:
        serious: leak at least trickle
      """,
    good: """
      questions:
        leak:
          ask: How much water escapes?
          choose: one
          ordered: yes
          options: { drops: Single drops, trickle: A trickle, jet: A jet }
      definitions:
        serious: leak at least trickle
      """)

  static let numberOutOfRange = DiagnosticPage(
    .numberOutOfRange, "a test compares with a number outside the question's range",
    rationale: """
      Such a test gives one result for every answer. Correct the number, or widen
      the range of the question.
      """,
    bad: """
      questions:
        age: { ask: How old is the tap?, choose: number, range: 0 to 50 }
      definitions:
        worn-out: age more than 100
      """,
    good: """
      questions:
        age: { ask: How old is the tap?, choose: number, range: 0 to 50 }
      definitions:
        worn-out: age more than 10
      """)
}
