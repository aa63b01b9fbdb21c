// Problems of names: how they are spelt, and what they refer to.
extension DiagnosticPage {
  static let badName = DiagnosticPage(
    .badName, "this cannot be a name",
    rationale: """
      Names are made of the letters a to z, digits and hyphens, so that they can
      stand in conditions. Words of the condition language and 'unsure', 'none',
      'begin' and 'anything-else' are taken.
      """,
    bad: """
      definitions:
        worn out: drips and old
      """,
    good: """
      definitions:
        worn-out: drips and old
      """)

  static let duplicateName = DiagnosticPage(
    .duplicateName, "a name is taken already",
    rationale: """
      A condition that mentions the name could mean either. Questions, definitions,
      scales and advice share one set of names, over all files; so do sources and
      their facts.
      """,
    bad: """
      definitions:
        worn-out: drips and old
      advice:
        worn-out: { say: Have the valve replaced. }
      """,
    good: """
      definitions:
        worn-out: drips and old
      advice:
        replace-valve: { say: Have the valve replaced. }
      """)

  static let repeatedQuestion = DiagnosticPage(
    .repeatedQuestion, "a consultation would ask a question in two sections",
    rationale: """
      A question is asked once, at its place in the order. Two places leave open
      which one counts.
      """,
    bad: """
      sections:
        more: { questions: [drips] }
      consultations:
        leak: { title: It leaks, sections: [tap, more], decides: [repair] }
      """,
    good: """
      sections:
        more: { questions: [drips] }
      consultations:
        leak: { title: It leaks, sections: [more], decides: [repair] }
      """)

  static let repeatedScale = DiagnosticPage(
    .repeatedScale, "a consultation would decide a scale twice",
    rationale: """
      The scales of a consultation are told in the order in which it names them, each
      once.
      """,
    bad: """
      consultations:
        leak: { title: It leaks, sections: [tap], decides: [repair, repair] }
      """,
    good: """
      consultations:
        leak: { title: It leaks, sections: [tap], decides: [repair] }
      """)

  static let unknownName = DiagnosticPage(
    .unknownName, "a condition mentions something that does not exist",
    rationale: """
      A condition tests questions, definitions, scales and advice, each by its name.
      Mostly the name is misspelt, or was changed where it is declared.
      """,
    bad: """
      definitions:
        worn-out: dripping and old
      """,
    good: """
      definitions:
        worn-out: drips and old
      """)

  static let unknownQuestion = DiagnosticPage(
    .unknownQuestion, "a section lists a question that does not exist",
    rationale: """
      It could never be asked. Declare it under 'questions', or correct the name.
      """,
    bad: """
      sections:
        basics: { questions: [drip] }
      """,
    good: """
      sections:
        basics: { questions: [drips] }
      """)

  static let unknownOption = DiagnosticPage(
    .unknownOption, "a question does not have this option",
    rationale: """
      A test for it could never hold. Options are tested by their names, not by
      their labels; those of a yes-no question are 'yes' and 'no'.
      """,
    bad: """
      questions:
        kind:
          ask: Which kind of tap is it?
          choose: one
          options: { mixer: One handle, pillar: Two handles }
      definitions:
        needs-cartridge: kind is one-handle
      """,
    good: """
      questions:
        kind:
          ask: Which kind of tap is it?
          choose: one
          options: { mixer: One handle, pillar: Two handles }
      definitions:
        needs-cartridge: kind is mixer
      """)

  static let unknownScale = DiagnosticPage(
    .unknownScale, "there is no scale with this name",
    rationale: """
      What is raised, decided or listed under it would never be told. Declare it
      under 'scales', or correct the name.
      """,
    bad: """
      rules:
        dripping:
          when: drips
          raise: { repairs: plumber }
          because: A drip wears out the seat of the valve.
      """,
    good: """
      rules:
        dripping:
          when: drips
          raise: { repair: plumber }
          because: A drip wears out the seat of the valve.
      """)

  static let unknownLevel = DiagnosticPage(
    .unknownLevel, "a scale does not have this level",
    rationale: """
      A level is one of those that its scale declares. Levels are referred to by
      their names, not by their titles.
      """,
    bad: """
      scales:
        urgency: { levels: [can-wait, today] }
      rules:
        dripping:
          when: drips
          raise: { urgency: now }
          because: A drip wears out the seat of the valve.
      """,
    good: """
      scales:
        urgency: { levels: [can-wait, today] }
      rules:
        dripping:
          when: drips
          raise: { urgency: today }
          because: A drip wears out the seat of the valve.
      """)

  static let levelOfAnotherScale = DiagnosticPage(
    .levelOfAnotherScale, "the level belongs to another scale",
    rationale: """
      Either the scale or the level is not the one that was meant, and only you can
      tell. Correct one of them.
      """,
    bad: """
      scales:
        urgency: { levels: [can-wait, today] }
      rules:
        dripping:
          when: drips
          raise: { repair: today }
          because: A drip wears out the seat of the valve.
      """,
    good: """
      scales:
        urgency: { levels: [can-wait, today] }
      rules:
        dripping:
          when: drips
          raise: { urgency: today }
          because: A drip wears out the seat of the valve.
      """)

  static let unknownAdvice = DiagnosticPage(
    .unknownAdvice, "a rule gives advice that does not exist",
    rationale: """
      Nobody would be told anything. Declare it under 'advice', or correct the name.
      """,
    bad: """
      advice:
        close-valve: { say: Close the valve below. }
      rules:
        dripping:
          when: drips
          advise: [shut-valve]
          because: A drip wastes water.
      """,
    good: """
      advice:
        close-valve: { say: Close the valve below. }
      rules:
        dripping:
          when: drips
          advise: [close-valve]
          because: A drip wastes water.
      """)

  static let unknownPlan = DiagnosticPage(
    .unknownPlan, "a level stands for a plan that does not exist",
    rationale: """
      A person at this level would be promised steps and find none. Declare the plan
      under 'plans', or correct the name.
      """,
    bad: """
      scales:
        care: { levels: { none: { title: Nothing }, clean: { plan: descale } } }
      plans:
        descaling: { title: Descaling, steps: [Lay the spout in vinegar.] }
      """,
    good: """
      scales:
        care: { levels: { none: { title: Nothing }, clean: { plan: descaling } } }
      plans:
        descaling: { title: Descaling, steps: [Lay the spout in vinegar.] }
      """)

  static let unknownSource = DiagnosticPage(
    .unknownSource, "neither a source nor a fact of one has this name",
    rationale: """
      A statement would seem to have a source that nobody can look up. Declare it
      under 'sources', or correct the name.
      """,
    bad: """
      sources:
        manual: { title: The manual of the tap, evidence: expert }
      advice:
        close-valve: { say: Close the valve below., sources: [handbook] }
      """,
    good: """
      sources:
        manual: { title: The manual of the tap, evidence: expert }
      advice:
        close-valve: { say: Close the valve below., sources: [manual] }
      """)

  static let unknownSection = DiagnosticPage(
    .unknownSection, "a consultation has a section that does not exist",
    rationale: """
      Its questions could not be asked. Declare it under 'sections', or correct the
      name.
      """,
    bad: """
      sections:
        basics: { questions: [drips] }
      consultations:
        quick: { title: A quick look, sections: [basic], decides: [repair] }
      """,
    good: """
      sections:
        basics: { questions: [drips] }
      consultations:
        quick: { title: A quick look, sections: [basics], decides: [repair] }
      """)

  static let unknownConsultation = DiagnosticPage(
    .unknownConsultation, "a promise is about a consultation that does not exist",
    rationale: """
      It would promise nothing. Declare the consultation under 'consultations', or
      correct the name. A promise without 'in' is about every consultation.
      """,
    bad: """
      rules:
        drip: { when: drips, raise: { repair: plumber }, because: It gets worse. }
      promises:
        drips-are-mended:
          whenever: drips
          then: repair is plumber
          in: [tab]
      """,
    good: """
      rules:
        drip: { when: drips, raise: { repair: plumber }, because: It gets worse. }
      promises:
        drips-are-mended:
          whenever: drips
          then: repair is plumber
          in: [tap]
      """)

  static let unknownLexicon = DiagnosticPage(
    .unknownLexicon, "a question reads a lexicon that does not exist",
    rationale: """
      Nothing could be found in the list that a person pastes. Declare the lexicon
      under 'lexicons', or correct the name.
      """,
    bad: """
      lexicons:
        metals: { lead: { label: Lead, names: [Lead, Pb] } }
      questions:
        alloy: { ask: What is it made of?, choose: ingredients, lexicons: [metal] }
      """,
    good: """
      lexicons:
        metals: { lead: { label: Lead, names: [Lead, Pb] } }
      questions:
        alloy: { ask: What is it made of?, choose: ingredients, lexicons: [metals] }
      """)
}
