// Problems of the whole, each part of which may be well.
extension DiagnosticPage {
  static let raisesNothing = DiagnosticPage(
    .raisesNothing, "a rule raises no scale and gives no advice",
    rationale: """
      Nothing would follow from it. If it only names a condition, write it under
      'definitions'.
      """,
    bad: """
      rules:
        dripping:
          when: drips
          because: A drip wears out the seat of the valve.
      """,
    good: """
      rules:
        dripping:
          when: drips
          raise: { repair: plumber }
          because: A drip wears out the seat of the valve.
      """)

  static let lowersScale = DiagnosticPage(
    .lowersScale, "a rule is for a level below the one that holds without any rule",
    rationale: """
      Rules only ever raise a scale, so that adding one never makes advice bolder.
      'otherwise' is the level of a situation in which no rule raises the scale; a
      rule for a milder level would lower it. Say 'otherwise' with the mildest level
      that anybody may be told, and raise from there.
      """,
    bad: """
      scales:
        wear: { levels: [as-new, worn, worn-out], otherwise: worn }
      rules:
        young:
          when: not old
          raise: { wear: as-new }
          because: A young tap is hardly worn.
      """,
    good: """
      scales:
        wear: { levels: [as-new, worn, worn-out], otherwise: as-new }
      rules:
        not-young:
          when: old
          raise: { wear: worn }
          because: An old tap is worn.
      """)

  static let circularReasoning = DiagnosticPage(
    .circularReasoning, "something rests on itself",
    rationale: """
      To know whether one of them holds, the others would have to be known first,
      and so on for ever. Follow the names in the message and let one of them rest
      on questions alone.
      """,
    bad: """
      definitions:
        worn-out: drips and beyond-repair
        beyond-repair: worn-out and old
      """,
    good: """
      definitions:
        worn-out: drips and hot
        beyond-repair: worn-out and old
      """)

  static let noConsultation = DiagnosticPage(
    .noConsultation, "nobody can come for anything",
    rationale: """
      A consultation says which sections are asked and which scales are decided. A
      knowledge base needs at least one, in any of its files.
      """,
    bad: """
      knowledge: taps
      title: Taps
      version: 1.0.0
      questions:
        drips: { ask: Does the tap drip?, choose: yes-no }
      scales:
        repair: { levels: [wait, plumber], otherwise: wait }
      sections:
        tap: { questions: [drips] }
      """,
    good: """
      knowledge: taps
      title: Taps
      version: 1.0.0
      questions:
        drips: { ask: Does the tap drip?, choose: yes-no }
      scales:
        repair: { levels: [wait, plumber], otherwise: wait }
      sections:
        tap: { questions: [drips] }
      consultations:
        tap: { title: My tap drips, sections: [tap], decides: [repair] }
      """)

  static let tooMany = DiagnosticPage(
    .tooMany, "there is more of something than can be handled",
    rationale: """
      The limits keep every reading, consultation and proof short; no person wants
      to choose among so many options or levels. Put several into one, or ask for a
      number.
      """,
    bad: """
      scales:
        wear:
          levels: [
            0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
            20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37,
            38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55,
            56, 57, 58, 59, 60,
          ]
      """,
    good: """
      scales:
        wear:
          levels: [as-new, worn, worn-out]
      """)
}
