// What makes no difference, or too late, found by going through every situation there can be.
extension DiagnosticPage {
  static let outbidRule = DiagnosticPage(
    .outbidRule, "a rule holds for some, but never decides anything",
    rationale: """
      Whenever it holds, other rules raise its scales to more cautious levels, and it
      gives no advice. So nobody is ever told its reason. The note shows somebody for
      whom it holds.
      """,
    bad: """
      scales:
        wear: { levels: [as-new, worn, worn-out], otherwise: as-new }
      consultations:
        leak: { title: It leaks, sections: [tap], decides: [wear] }
      rules:
        hot: { when: hot, raise: { wear: worn }, because: Heat wears. }
        old: { when: old, raise: { wear: worn-out }, because: It is old. }
        older:
          when: old and drips
          raise: { wear: worn }
          because: Dripping wears what is old.
      """,
    good: """
      scales:
        wear: { levels: [as-new, worn, worn-out], otherwise: as-new }
      consultations:
        leak: { title: It leaks, sections: [tap], decides: [wear] }
      rules:
        hot: { when: hot, raise: { wear: worn }, because: Heat wears. }
        old: { when: old, raise: { wear: worn-out }, because: It is old. }
        drip: { when: drips, raise: { wear: worn }, because: Dripping wears. }
      """)

  static let repeatedRule = DiagnosticPage(
    .repeatedRule, "a rule adds nothing to another one",
    rationale: """
      For everybody for whom it holds, the other one holds as well, in whatever words,
      raises the same scales at least as far and gives the same advice. Make one rule
      of them, with both reasons in its 'because', or correct the condition that was
      meant otherwise.
      """,
    bad: """
      rules:
        drip:
          when: drips and (hot or old)
          raise: { repair: plumber }
          because: A drip wastes water.
        loss:
          when: drips
          raise: { repair: plumber }
          because: What drips is lost.
      """,
    good: """
      rules:
        drip:
          when: drips
          raise: { repair: plumber }
          because: A drip wastes water, and what drips is lost.
      """)

  static let constantTest = DiagnosticPage(
    .constantTest, "a part of a condition makes no difference where it stands",
    rationale: """
      Wherever it could turn the balance, it holds for everybody or for nobody,
      because of what stands beside it. Often a threshold is wrong, or an 'and' should
      be an 'or'. If all is as it was meant, leave the part out.
      """,
    bad: """
      questions:
        age: { ask: How old is it?, choose: number, range: 0 to 90, unit: years }
      sections:
        more: { questions: [age] }
      consultations:
        leak: { title: It leaks, sections: [tap, more], decides: [repair] }
      rules:
        worn:
          when: age at least 18 years and age at least 10 years
          raise: { repair: plumber }
          because: It is old.
      """,
    good: """
      questions:
        age: { ask: How old is it?, choose: number, range: 0 to 90, unit: years }
      sections:
        more: { questions: [age] }
      consultations:
        leak: { title: It leaks, sections: [tap, more], decides: [repair] }
      rules:
        worn:
          when: age at least 18 years
          raise: { repair: plumber }
          because: It is old.
      """)

  static let unreachableAdvice = DiagnosticPage(
    .unreachableAdvice, "nobody is told some advice",
    rationale: """
      Rules give it, but whenever they do, the scales of its 'only at' are at other
      levels. Add the levels that these people come to, or give the advice to others.
      """,
    bad: """
      advice:
        bucket: { say: Put a bucket under it., only at: { repair: [wait] } }
      rules:
        drip:
          when: drips
          raise: { repair: plumber }
          because: A drip wastes water.
          advise: [bucket]
      """,
    good: """
      advice:
        bucket: { say: Put a bucket under it., only at: { repair: [plumber] } }
      rules:
        drip:
          when: drips
          raise: { repair: plumber }
          because: A drip wastes water.
          advise: [bucket]
      """)

  static let neverAsked = DiagnosticPage(
    .neverAsked, "a question applies to nobody",
    rationale: """
      In no consultation that lists it does its 'asked when' hold for anybody. Look
      for tests that exclude each other, or for a question that only another
      consultation asks.
      """,
    bad: """
      questions:
        worse:
          ask: Is it getting worse?
          choose: yes-no
          asked when: drips and drips is no
      sections:
        more: { questions: [worse] }
      consultations:
        leak: { title: It leaks, sections: [tap, more], decides: [repair] }
      """,
    good: """
      questions:
        worse: { ask: Is it getting worse?, choose: yes-no, asked when: drips }
      sections:
        more: { questions: [worse] }
      consultations:
        leak: { title: It leaks, sections: [tap, more], decides: [repair] }
      """)

  static let idleQuestion = DiagnosticPage(
    .idleQuestion, "no answer to a question makes a difference to anybody",
    rationale: """
      Two people who differ in this answer alone are always told the same: the same
      levels and the same advice, also by way of the questions that it opens. So it
      need not be asked, or a rule on it is missing.
      """,
    bad: """
      questions:
        worse: { ask: Is it getting worse?, choose: yes-no }
      sections:
        more: { questions: [worse] }
      consultations:
        leak: { title: It leaks, sections: [tap, more], decides: [repair] }
      rules:
        old: { when: old, raise: { repair: plumber }, because: It is old. }
        hot:
          when: drips and hot
          raise: { repair: plumber }
          because: Hot water costs more.
        worse:
          when: old and worse
          raise: { repair: plumber }
          because: What gets worse does not mend itself.
      """,
    good: """
      questions:
        worse: { ask: Is it getting worse?, choose: yes-no }
      sections:
        more: { questions: [worse] }
      consultations:
        leak: { title: It leaks, sections: [tap, more], decides: [repair] }
      rules:
        old: { when: old, raise: { repair: plumber }, because: It is old. }
        hot:
          when: drips and hot
          raise: { repair: plumber }
          because: Hot water costs more.
        worse:
          when: drips and worse
          raise: { repair: plumber }
          because: What gets worse does not mend itself.
      """)

  static let lateEnding = DiagnosticPage(
    .lateEnding, "a question that can end a consultation by itself comes late",
    rationale: """
      One answer to it is enough to end the consultation, and it is asked after a
      question that can't do that. Who is in danger should not have to answer others
      first. A question that follows from an answer may wait for it.
      """,
    bad: """
      questions:
        flood: { ask: Is the room under water?, choose: yes-no }
      scales:
        alarm:
          levels:
            calm: {}
            run: { ends the consultation: yes }
          otherwise: calm
      sections:
        danger: { questions: [flood] }
      consultations:
        leak: { title: It leaks, sections: [tap, danger], decides: [alarm] }
      rules:
        flood: { when: flood, raise: { alarm: run }, because: Water conducts. }
      """,
    good: """
      questions:
        flood: { ask: Is the room under water?, choose: yes-no }
      scales:
        alarm:
          levels:
            calm: {}
            run: { ends the consultation: yes }
          otherwise: calm
      sections:
        danger: { questions: [flood] }
      consultations:
        leak: { title: It leaks, sections: [danger, tap], decides: [alarm] }
      rules:
        flood: { when: flood, raise: { alarm: run }, because: Water conducts. }
      """)
}
