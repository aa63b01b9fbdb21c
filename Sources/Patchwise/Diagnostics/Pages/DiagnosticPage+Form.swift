// Problems of the form: keys, and the shape of what they hold.
extension DiagnosticPage {
  static let unknownKey = DiagnosticPage(
    .unknownKey, "a key is not part of the knowledge language here",
    rationale: """
      What nobody reads is mostly a slip of the finger, and leaving it out in
      silence would change what a person is told. Notes belong into comments, after
      '#'.
      """,
    bad: """
      rules:
        dripping:
          when: drips
          unles: old
          raise: { repair: plumber }
          because: A drip wears out the seat of the valve.
      """,
    good: """
      rules:
        dripping:
          when: drips
          unless: old
          raise: { repair: plumber }
          because: A drip wears out the seat of the valve.
      """)

  static let duplicateKey = DiagnosticPage(
    .duplicateKey, "a mapping has a key twice",
    rationale: """
      Only one of the two could count, and readers would disagree about which. Join
      what both say, or give the second one another name.
      """,
    bad: """
      rules:
        dripping:
          when: drips
          when: old
          raise: { repair: plumber }
          because: An old valve has no spare parts.
      """,
    good: """
      rules:
        dripping:
          when: drips and old
          raise: { repair: plumber }
          because: An old valve has no spare parts.
      """)

  static let missingKey = DiagnosticPage(
    .missingKey, "a key that is needed is missing",
    rationale: """
      A rule without a reason, or a question without its words, leaves a person in
      the dark. The message names the key.
      """,
    bad: """
      rules:
        dripping:
          when: drips
          raise: { repair: plumber }
      """,
    good: """
      rules:
        dripping:
          when: drips
          raise: { repair: plumber }
          because: A drip wears out the seat of the valve.
      """)

  static let misplacedKey = DiagnosticPage(
    .misplacedKey, "a key is known, but cannot stand here",
    rationale: """
      The key would have no effect. Some keys of a question go with one kind of
      'choose' only, a 'cautious end' goes with what has an order, and what describes
      the whole ('knowledge', 'title', 'version', 'welcome', 'reviews') stands in the
      root file only.
      """,
    bad: """
      questions:
        age:
          ask: How old is the tap?
          choose: duration
          range: 0 years to 50 years
          unit: years
      """,
    good: """
      questions:
        age:
          ask: How old is the tap?
          choose: duration
          range: 0 years to 50 years
      """)

  static let wrongShape = DiagnosticPage(
    .wrongShape, "a text, list or mapping stands where another is needed",
    rationale: """
      The language says of each key whether it holds a text, a list as in '[a, b]'
      or a mapping as in '{ a: b }'. A list keeps its brackets even around a single
      item.
      """,
    bad: """
      rules:
        dripping:
          when: drips
          raise: plumber
          because: A drip wears out the seat of the valve.
      """,
    good: """
      rules:
        dripping:
          when: drips
          raise: { repair: plumber }
          because: A drip wears out the seat of the valve.
      """)

  static let emptyText = DiagnosticPage(
    .emptyText, "a text is empty",
    rationale: """
      It would be shown to a person, or tested, and says nothing. Write the text, or
      leave the key out if it is not needed.
      """,
    bad: """
      advice:
        close-valve: { say: "" }
      """,
    good: """
      advice:
        close-valve: { say: Close the valve below. }
      """)

  static let emptyList = DiagnosticPage(
    .emptyList, "a list or mapping has nothing in it",
    rationale: """
      A question without options can't be answered, and a section without questions
      does nothing. Fill it, or remove what it belongs to.
      """,
    bad: """
      scales:
        urgency: { levels: [] }
      """,
    good: """
      scales:
        urgency: { levels: [can-wait, today] }
      """)

  static let unknownWord = DiagnosticPage(
    .unknownWord, "a key takes one of a few words, and this is none of them",
    rationale: """
      The help lists the words. They are small letters throughout; what is switched
      on or off takes 'yes' or 'no'.
      """,
    bad: """
      questions:
        knocks: { ask: Do the pipes knock?, choose: yes or no }
      """,
    good: """
      questions:
        knocks: { ask: Do the pipes knock?, choose: yes-no }
      """)

  static let badNumber = DiagnosticPage(
    .badNumber, "a number is needed, and this is none that fits",
    rationale: """
      Write numbers with digits, with a point for decimals and nothing for
      thousands. Where things are counted, only whole numbers fit.
      """,
    bad: """
      advice:
        close-valve: { say: Close the valve below., order: first }
      """,
    good: """
      advice:
        close-valve: { say: Close the valve below., order: 1 }
      """)

  static let badUnit = DiagnosticPage(
    .badUnit, "a unit is missing, unknown or not the one of the question",
    rationale: """
      A length of time without its unit can mean anything. The units of time are
      seconds, minutes, hours, days, weeks, months (30 days) and years (365 days);
      nothing else is converted.
      """,
    bad: """
      plans:
        descale: { title: Descaling, lasts: 2 }
      """,
    good: """
      plans:
        descale: { title: Descaling, lasts: 2 hours }
      """)

  static let badDate = DiagnosticPage(
    .badDate, "this is no day of the calendar",
    rationale: """
      Days are written year first, with all their digits, because other orders are
      read differently in different countries.
      """,
    bad: """
      sources:
        manual: { title: The manual, evidence: expert, reviewed: 1.5.2026 }
      """,
    good: """
      sources:
        manual: { title: The manual, evidence: expert, reviewed: 2026-05-01 }
      """)

  static let badRange = DiagnosticPage(
    .badRange, "a range needs its lowest and its highest value, in this order",
    rationale: """
      No answer could ever lie in a range that ends before it begins. Both ends
      belong to the range.
      """,
    bad: """
      questions:
        age: { ask: How old is the tap?, choose: number, range: 50 to 0 }
      """,
    good: """
      questions:
        age: { ask: How old is the tap?, choose: number, range: 0 to 50 }
      """)

  static let badTableRow = DiagnosticPage(
    .badTableRow, "a row of a table does not match its columns",
    rationale: """
      A row has a cell for each column and then the level. A column that does not
      matter in a row has the cell '*', in quotes.
      """,
    bad: """
      tables:
        who:
          raise: repair
          columns: [drips, old]
          rows:
            - [yes, yes, plumber]
            - [no, wait]
          because: An old valve has no spare parts.
      """,
    good: """
      tables:
        who:
          raise: repair
          columns: [drips, old]
          rows:
            - [yes, yes, plumber]
            - [no, "*", wait]
          because: An old valve has no spare parts.
      """)
}
