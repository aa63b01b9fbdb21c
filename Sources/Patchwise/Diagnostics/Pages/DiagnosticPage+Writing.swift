// Problems of what was written: nothing that keeps knowledge from being used.
extension DiagnosticPage {
  static let unsourced = DiagnosticPage(
    .unsourced, "a statement cites no source",
    rationale: """
      Nobody can look up whether it is true. Cite a source; one with 'evidence:
      editorial' says that it is your own choice. Where no sources are declared at
      all, as in a toy, nothing is said.
      """,
    bad: """
      sources:
        manual: { title: The manual of the tap, evidence: expert }
      advice:
        close-valve: { say: Close the valve below. }
      rules:
        dripping:
          when: drips
          advise: [close-valve]
          because: A drip wastes water.
          sources: [manual]
      """,
    good: """
      sources:
        manual: { title: The manual of the tap, evidence: expert }
      advice:
        close-valve: { say: Close the valve below., sources: [manual] }
      rules:
        dripping:
          when: drips
          advise: [close-valve]
          because: A drip wastes water.
          sources: [manual]
      """)

  static let overdueSource = DiagnosticPage(
    .overdueSource, "a source was to be reviewed by a day that is past",
    rationale: """
      It may say something else by now. Compare the knowledge with it, change what
      has changed, then set 'reviewed' to the day and 'review by' to a later one.
      """,
    bad: """
      sources:
        manual:
          title: The manual of the tap
          evidence: expert
          reviewed: 2019-05-01
          review by: 2020-05-01
      rules:
        dripping:
          when: drips
          raise: { repair: plumber }
          because: A drip wears out the seat of the valve.
          sources: [manual]
      """,
    good: """
      sources:
        manual:
          title: The manual of the tap
          evidence: expert
          reviewed: 2026-05-01
          review by: 2031-05-01
      rules:
        dripping:
          when: drips
          raise: { repair: plumber }
          because: A drip wears out the seat of the valve.
          sources: [manual]
      """)

  static let unusedName = DiagnosticPage(
    .unusedName, "something is declared and never used",
    rationale: """
      It makes no difference to anyone, and mostly something else was meant to use
      it: a question wants a section, a section a consultation, a definition a
      condition, advice a rule, a plan a level, a lexicon a question, a source a
      statement.
      """,
    bad: """
      definitions:
        worn-out: drips and old
      rules:
        dripping:
          when: drips
          raise: { repair: plumber }
          because: A drip wears out the seat of the valve.
      """,
    good: """
      definitions:
        worn-out: drips and old
      rules:
        dripping:
          when: worn-out
          raise: { repair: plumber }
          because: A drip wears out the seat of the valve.
      """)

  static let forbiddenWord = DiagnosticPage(
    .forbiddenWord, "something that is told uses a word that is ruled out",
    rationale: """
      The root file lists under 'never say' what no advice, reason, level, plan or
      answer may say, such as promises that nobody can keep. Say it otherwise. In
      quotation marks, where others say it, and where the sentence denies it, a word
      may stand, and so it may in the answer to a myth.
      """,
    bad: """
      knowledge: taps
      title: Taps
      version: 1.0.0
      never say: [guaranteed, for ever]
      questions:
        drips: { ask: Does the tap drip?, choose: yes-no }
      scales:
        repair: { levels: [wait, plumber], otherwise: wait }
      rules:
        dripping:
          when: drips
          raise: { repair: plumber }
          because: A new seal holds for ever.
      sections:
        tap: { questions: [drips] }
      consultations:
        tap: { title: My tap drips, sections: [tap], decides: [repair] }
      """,
    good: """
      knowledge: taps
      title: Taps
      version: 1.0.0
      never say: [guaranteed, for ever]
      questions:
        drips: { ask: Does the tap drip?, choose: yes-no }
      scales:
        repair: { levels: [wait, plumber], otherwise: wait }
      rules:
        dripping:
          when: drips
          raise: { repair: plumber }
          because: No seal holds for ever, whatever "guaranteed" means.
      sections:
        tap: { questions: [drips] }
      consultations:
        tap: { title: My tap drips, sections: [tap], decides: [repair] }
      """)

  static let repeatedLabel = DiagnosticPage(
    .repeatedLabel,
    "two options of a question, or levels of a scale, share a name",
    rationale: """
      A person sees labels, not names, and could not tell the two apart. Say in the
      label what makes the difference. By a name that two levels of a scale have
      (`also`), a person could ask for neither.
      """,
    bad: """
      questions:
        leak:
          ask: Where does water escape?
          choose: one
          options: { handle: At the tap, spout: At the tap }
      """,
    good: """
      questions:
        leak:
          ask: Where does water escape?
          choose: one
          options: { handle: At the handle of the tap, spout: At its spout }
      """)
}
