extension Fixture {
  /// A file that uses every key of the knowledge language.
  static let wholeLanguage = """
    knowledge: exosome-serum       # the name of the knowledge base
    title: Exosome serums
    version: 1.10
    welcome:
      - This informs; it does not diagnose.
      - no
    not understood: [Call somebody.]
    never say: [cure, for ever]
    include: []
    reviews:
      - { by: A. Clinician, on: 2026-11-01, covers: rules on emergencies }

    questions:
      skin-problems:
        ask: Is anything going on with the skin where you would use it?
        short: skin problems
        choose: any
        options:
          eczema:  { label: Eczema that is itchy or flaring now, also: [dermatitis, atopic] }
          broken:  { label: Cuts or raw skin, warning: yes }
          pimple:  One or two pimples
        none: [all clear]
        unsure: any
        plainer: Is any of it red or open?
        asked when: wants-serum
        when in doubt: skip
        why: >
          Broken skin lets more through
          and reacts more.
        help: Look in daylight.
        changes: in time
        sources: [aad-2021]
      wants-serum: { ask: Would you like to try it?, choose: yes-no, unsure: as no }
      barrier:
        ask: How is your skin?
        choose: one
        ordered: yes
        cautious end: last
        options: { intact: Intact, dry: Dry }
      age: { ask: How old are you?, choose: number, range: 0 to 120, unit: years, unsure: refused }
      eczema-calm-for:
        ask: For how long has it been calm?
        choose: duration
        range: 0 days to 10 years
      last-time: { ask: When did you last use it?, choose: date }
      label: { ask: What is in it?, choose: ingredients, lexicons: [label-words] }

    sections:
      safety: { title: First things first, questions: [wants-serum, skin-problems, age] }
      skin: { questions: [barrier, eczema-calm-for, last-time, label] }
    consultations:
      fit:
        title: I'm thinking about trying an exosome serum
        also: [try, new serum]
        hints: [keen & serum]
        sections: [safety, skin]
        decides: [fit, patch-test, care]

    scales:
      fit:
        title: Does an exosome serum suit you?
        levels:
          optional-extra: { title: You can try it, also: [try it], say: It may feel nice. }
          not-now:
            title: Not now
            say: [Wait until your skin is calm., Then ask again.]
            sources: [A-AAD-1]
        otherwise: optional-extra
      care:
        title: When to see someone
        levels:
          none:
          today: { say: Be seen today., tell at once: yes }
          emergency: { title: Get help now, say: Call an ambulance., ends the consultation: yes }
        otherwise: none
      sensitivity:
        levels: [low, moderate, high]
        hint: yes
      patch-test:
        levels: { standard: { plan: standard }, extended: {}, wait: }
        otherwise: standard

    definitions:
      inflamed: skin-problems includes any of (eczema, broken)
    rules:
      active-eczema:
        when: inflamed
        unless: eczema-calm-for at least 4 weeks
        raise: { fit: not-now, patch-test: wait }
        because: Skin that is inflamed reacts more, and a patch test on it can't be read.
        advise: [calm-skin-first]
        sources: [aad-2021]
      always: { when: age at least 0, raise: { sensitivity: low }, because: It is so. }
    tables:
      protocol:
        raise: patch-test
        columns: [sensitivity, barrier]
        rows:
          - [low, intact, standard]
          - [at least high, "*", extended]
        because: The test is longer where skin reacts more easily.
        sources: [A-AAD-1]

    advice:
      calm-skin-first:
        say: Use a plain moisturiser until the skin has been calm for two weeks.
        under: instead
        only at: { fit: [not-now], patch-test: [extended, wait] }
        order: 10
        sources: [aad-2021]
      look-out: { say: Watch it., under: care }
      rest: { say: Rest. }
    plans:
      standard:
        title: Seven-day patch test
        steps:
          - Put a thin film on the inside of your forearm, morning and evening.
          - { do: Leave it., every: 12 hours, sources: [A-AAD-1] }
        readings:
          first-hour:
            at: 60 minutes
            within: 2 hours
            look for: [Raised itchy patches at the spot]
            sources: [A-AAD-1]
        stop signs: [Blisters or swelling]
        lasts: 7 days
        watch: 4 days
        then: Next, a small area by the jaw for three days.
        follow up:
          consultation: fit
          answers: { wants-serum: yes }
          since: eczema-calm-for
          during steps: { wants-serum: yes }
          during watch: { wants-serum: no }
          since steps: eczema-calm-for
          late: { wants-serum: no }
          missed: {}
          ends: { fit: not-now }
          reaches: { fit: optional-extra }
          learnt: { wants-serum: no }
          compares: [skin-problems]
          again: { after: 1 day, from: { fit: not-now }, answers: { wants-serum: no } }
          between: { consultation: fit, answers: { wants-serum: yes } }
        sources: [A-AAD-1]
    topics:
      fda-approved:
        title: Are exosome serums approved by the FDA?
        asked as: [are they fda approved, is it approved]
        in: [fit]
        verdict: myth
        answer: No.
        sources: [aad-2021]
    alarms:
      throat:
        phrases: [throat is closing, cannot breathe]
        doubtful: [lump in throat]
        raise: { care: emergency }
        advise: [look-out]
        sources: [aad-2021]
    hints:
      wants-serum:
        yes: [fancy | keen & serum]
    lexicons:
      label-words:
        fragrance: { label: Perfume, names: [Parfum, Fragrance, Aroma], phrases: [smells of …] }
    promises:
      inflamed-skin-waits:
        whenever: inflamed and eczema-calm-for less than 4 weeks
        then: fit is not-now
        in: [fit]
        sources: [A-AAD-1]
    sources:
      aad-2021:
        title: How to test skin care products before use
        publisher: American Academy of Dermatology
        year: 2021
        address: https://example.org/page
        evidence: guideline
        seen: found
        reviewed: 2026-11-01
        review by: 2027-11-01
        note: Seen in a press copy.
        facts: { A-AAD-1: found, A-AAD-1b: recalled, A-AAD-1c: rule }

    """
}
