// Problems that are found by going through every situation there can be.
extension DiagnosticPage {
  static let brokenPromise = DiagnosticPage(
    .brokenPromise, "a promise is not kept in every situation",
    rationale: """
      A promise says what must hold whatever a person answers. The note shows answers
      with which it does not. Add the rule that is missing, or make the promise
      narrower if it says too much.
      """,
    bad: """
      rules:
        hot-drip:
          when: drips and hot
          raise: { repair: plumber }
          because: Hot water that drips wastes heat.
      promises:
        drips-are-mended: { whenever: drips, then: repair is plumber }
      """,
    good: """
      rules:
        drip:
          when: drips
          raise: { repair: plumber }
          because: A drip wastes water.
      promises:
        drips-are-mended: { whenever: drips, then: repair is plumber }
      """)

  static let emptyPromise = DiagnosticPage(
    .emptyPromise, "a promise speaks of nobody",
    rationale: """
      What it begins with holds in no situation of the consultations that it is
      about, so that it is kept whatever the rules say, and protects nobody.
      """,
    bad: """
      rules:
        drip: { when: drips, raise: { repair: plumber }, because: It wastes water. }
      promises:
        no-drips: { whenever: drips and not drips, then: repair is plumber }
      """,
    good: """
      rules:
        drip: { when: drips, raise: { repair: plumber }, because: It wastes water. }
      promises:
        drips: { whenever: drips, then: repair is plumber }
      """)

  static let deadRule = DiagnosticPage(
    .deadRule, "a rule holds for nobody",
    rationale: """
      Its conditions exclude each other, or rest on a question that is never asked
      when they could hold. What the rule was for is decided by nobody.
      """,
    bad: """
      questions:
        worse: { ask: Is it getting worse?, choose: yes-no, asked when: drips }
      sections:
        more: { questions: [worse] }
      consultations:
        leak: { title: It leaks, sections: [tap, more], decides: [repair] }
      rules:
        worse:
          when: worse and not drips
          raise: { repair: plumber }
          because: What gets worse does not mend itself.
      """,
    good: """
      questions:
        worse: { ask: Is it getting worse?, choose: yes-no, asked when: drips }
      sections:
        more: { questions: [worse] }
      consultations:
        leak: { title: It leaks, sections: [tap, more], decides: [repair] }
      rules:
        worse:
          when: worse
          raise: { repair: plumber }
          because: What gets worse does not mend itself.
      """)

  static let unreachableLevel = DiagnosticPage(
    .unreachableLevel, "nobody comes to a level",
    rationale: """
      No rule raises the scale to it, or every one that does holds for nobody or is
      always outbid by a more cautious one.
      """,
    bad: """
      scales:
        wear: { levels: [as-new, worn, worn-out], otherwise: as-new }
      consultations:
        leak: { title: It leaks, sections: [tap], decides: [wear] }
      rules:
        drip: { when: drips, raise: { repair: plumber }, because: It leaks. }
        old: { when: old, raise: { wear: worn-out }, because: It is old. }
        older: { when: old and hot, raise: { wear: worn }, because: Heat wears. }
      """,
    good: """
      scales:
        wear: { levels: [as-new, worn, worn-out], otherwise: as-new }
      consultations:
        leak: { title: It leaks, sections: [tap], decides: [wear] }
      rules:
        drip: { when: drips, raise: { repair: plumber }, because: It leaks. }
        old: { when: old, raise: { wear: worn-out }, because: It is old. }
        heat: { when: hot, raise: { wear: worn }, because: Heat wears. }
      """)

  static let gap = DiagnosticPage(
    .gap, "for some people nothing is decided",
    rationale: """
      The scale has no 'otherwise', and the note shows answers with which no rule
      raises it. Say 'otherwise' if there is a level for everybody else, or add the
      rule that is missing.
      """,
    bad: """
      scales:
        wear: { levels: [as-new, worn] }
      consultations:
        leak: { title: It leaks, sections: [tap], decides: [wear] }
      rules:
        old: { when: old, raise: { wear: worn }, because: It is old. }
        young:
          when: not old and hot
          raise: { wear: as-new }
          because: It is young.
      """,
    good: """
      scales:
        wear: { levels: [as-new, worn] }
      consultations:
        leak: { title: It leaks, sections: [tap], decides: [wear] }
      rules:
        old: { when: old, raise: { wear: worn }, because: It is old. }
        young: { when: not old, raise: { wear: as-new }, because: It is young. }
      """)

  static let milderWarning = DiagnosticPage(
    .milderWarning, "a sign of danger makes advice milder for some",
    rationale: """
      Choosing a sign of danger must never make advice milder, and neither must an
      answer that is nearer to the 'cautious end' of its question. The note shows
      answers with which it does. Look for a rule with 'not', 'is' or 'unless' that
      the answer switches off.
      """,
    bad: """
      questions:
        signs:
          ask: What do you see?
          choose: any
          options: { steam: { label: Steam, warning: yes }, rust: Rust }
      sections:
        more: { questions: [signs] }
      consultations:
        leak: { title: It leaks, sections: [tap, more], decides: [repair] }
      rules:
        drip:
          when: drips
          unless: signs includes steam
          raise: { repair: plumber }
          because: A drip gets worse.
      """,
    good: """
      questions:
        signs:
          ask: What do you see?
          choose: any
          options: { steam: { label: Steam, warning: yes }, rust: Rust }
        noise:
          ask: How loud is it?
          choose: one
          ordered: yes
          cautious end: last
          options: { quiet: Quiet, loud: Loud }
      sections:
        more: { questions: [signs, noise] }
      consultations:
        leak: { title: It leaks, sections: [tap, more], decides: [repair] }
      rules:
        drip:
          when: drips or signs includes steam or noise is loud
          raise: { repair: plumber }
          because: A drip gets worse.
      """)

  static let kinderUnsure = DiagnosticPage(
    .kinderUnsure, "*not sure* counts as an option that is kinder than another one",
    rationale: """
      Not knowing must never be kinder than the worst answer. The note shows answers
      with which another option is more cautious than the one that 'unsure' names.
      Name the most cautious one, or leave 'unsure' out, so that it may be any.
      """,
    bad: """
      questions:
        worse: { ask: Is it getting worse?, choose: yes-no, unsure: as no }
      sections:
        more: { questions: [worse] }
      consultations:
        leak: { title: It leaks, sections: [tap, more], decides: [repair] }
      rules:
        worse:
          when: worse
          raise: { repair: plumber }
          because: What gets worse does not mend itself.
      """,
    good: """
      questions:
        worse: { ask: Is it getting worse?, choose: yes-no, unsure: as yes }
      sections:
        more: { questions: [worse] }
      consultations:
        leak: { title: It leaks, sections: [tap, more], decides: [repair] }
      rules:
        worse:
          when: worse
          raise: { repair: plumber }
          because: What gets worse does not mend itself.
      """)
}
