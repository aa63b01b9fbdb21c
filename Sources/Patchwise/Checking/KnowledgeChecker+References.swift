extension KnowledgeChecker {
  /// Looks for names that name nothing, and for what rules and consultations cannot do with them.
  mutating func checkReferences() {
    for question in knowledge.questions { check(question) }
    for scale in knowledge.scales { check(scale) }
    for rule in knowledge.rules { check(rule) }
    for advice in knowledge.advice {
      cite(advice.sources)
      for limit in advice.onlyAt { check(limit) }
      if case .scale(let id) = advice.place, names.scales[id] == nil {
        unknown(.unknownScale, "scale", id, knowledge.scales.map(\.id.name) + ["instead"])
      }
    }
    for plan in knowledge.plans {
      if let followUp = plan.followUp { check(followUp) }
      cite(plan.sources + plan.steps.flatMap(\.sources) + plan.readings.flatMap(\.sources))
    }
    for topic in knowledge.topics {
      cite(topic.sources)
      check(topic.consultations)
    }
    for alarm in knowledge.alarms {
      cite(alarm.sources)
      check(phrases: alarm.phrases + alarm.doubtful)
      check(alarm.raises)
      check(alarm.advises)
    }
    for hint in knowledge.hints { check(hint) }
    for promise in knowledge.promises { check(promise) }
    for tag in knowledge.lexicons.flatMap(\.tags) {
      check(phrases: tag.phrases)
      check(phrases: tag.names, kind: "name")
    }
    for section in knowledge.sections {
      for id in section.questions where names.questions[id] == nil {
        unknown(.unknownQuestion, "question", id, knowledge.questions.map(\.id.name))
      }
    }
    for kind in knowledge.consultations { check(kind) }
    if knowledge.consultations.isEmpty {
      report(
        .noConsultation, "knowledge '\(knowledge.id)' has no consultation",
        at: knowledge.id.location,
        help: "add 'consultations:' with a title, sections and what is decided")
    }
  }

  private mutating func check(_ question: Question) {
    cite(question.sources)
    if case .option(let id) = question.unsure {
      switch question.domain {
      case .one, .any, .yesNo:
        let options = names.options[names.questions[question.id] ?? 0]
        if !options.contains(id.name) {
          unknown(.unknownOption, "option", id, options)
        }
      default:
        report(
          .wrongTest, "'unsure' can count as an option only where there are options to choose",
          at: id.location, help: "write 'unsure: any' or 'unsure: refused'")
      }
    }
    if case .ingredients(let lexicons) = question.domain {
      for id in lexicons where names.lexicons[id] == nil {
        unknown(.unknownLexicon, "lexicon", id, knowledge.lexicons.map(\.id.name))
      }
    }
  }

  private mutating func check(_ scale: Scale) {
    if let id = scale.otherwise { check(id, of: scale) }
    for level in scale.levels {
      cite(level.sources)
      if let id = level.plan, names.plans[id] == nil {
        unknown(.unknownPlan, "plan", id, knowledge.plans.map(\.id.name))
      }
    }
  }

  private mutating func check(_ rule: Rule) {
    cite(rule.sources)
    if rule.raises.isEmpty && rule.advises.isEmpty {
      report(
        .raisesNothing, "rule '\(rule.id)' raises no scale and gives no advice",
        at: rule.id.location,
        help: "add 'raise: { SCALE: LEVEL }' or 'advise: [ADVICE]'")
    }
    check(rule.raises)
    for raise in rule.raises { checkThatItRaises(raise) }
    check(rule.advises)
  }

  private mutating func check(_ followUp: Plan.FollowUp) {
    check([followUp.consultation, followUp.between?.consultation].compactMap(\.self))
    let choices = [
      followUp.answers, followUp.duringSteps, followUp.duringWatch, followUp.late, followUp.missed,
      followUp.learnt, followUp.between?.answers ?? [], followUp.again?.answers ?? [],
    ]
    for choice in choices.joined() {
      if let place = names.questions[choice.question] {
        check(choice.option, among: names.options[place], of: choice.question)
      } else {
        unknown(.unknownQuestion, "question", choice.question, knowledge.questions.map(\.id.name))
      }
    }
    check(followUp.ends + followUp.reaches + (followUp.again?.from ?? []))
    for question in followUp.compares where names.questions[question] == nil {
      unknown(.unknownQuestion, "question", question, knowledge.questions.map(\.id.name))
    }
    for since in [followUp.since, followUp.sinceSteps].compactMap(\.self) { check(since: since) }
  }

  private mutating func check(since: Identifier<Question>) {
    if let place = names.questions[since] {
      if case .duration = knowledge.questions[place].domain { return }
      report(
        .wrongTest, "question '\(since)' asks for no length of time", at: since.location,
        help: "name one with 'choose: duration', or leave 'since' out")
    } else {
      unknown(.unknownQuestion, "question", since, knowledge.questions.map(\.id.name))
    }
  }

  private mutating func check(_ hint: Hint) {
    check(phrases: hint.phrases)
    guard let place = names.questions[hint.question] else {
      unknown(.unknownQuestion, "question", hint.question, knowledge.questions.map(\.id.name))
      return
    }
    switch knowledge.questions[place].domain {
    case .one, .yesNo: check(hint.option, among: names.options[place], of: hint.question)
    case .any: check(hint.option, among: names.options[place] + ["none"], of: hint.question)
    case .number, .duration, .date, .ingredients:
      report(
        .wrongTest,
        "question '\(hint.question)' has no options to choose, so that nothing hints at one",
        at: hint.question.location, help: "leave these hints out")
    }
  }

  private mutating func check(
    _ option: Identifier<Question.Option>, among known: [String], of question: Identifier<Question>
  ) {
    if !known.contains(option.name) {
      unknown(.unknownOption, "option", option, known, of: "question '\(question)'")
    }
  }

  private mutating func check(phrases: [AuthoredText], kind: String = "phrase") {
    for phrase in phrases {
      let hasWord = phrase.string.unicodeScalars.contains {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
      guard hasWord else {
        report(
          .emptyText, "a \(kind) without a word is never found", at: phrase.location,
          help: "write words that are typed, or leave it out")
        continue
      }
      if kind == "phrase" { checkSigns(of: phrase) }
    }
  }

  /// A sign that is written otherwise than signs are would be a word, which nobody types.
  private mutating func checkSigns(of phrase: AuthoredText) {
    let parts = phrase.string.split(whereSeparator: \.isWhitespace)
    func isSign(_ part: Substring) -> Bool { part == "&" || part == "|" }
    // Single letters, as in R&B, are a word of their own.
    func isGlued(_ part: Substring) -> Bool {
      guard !isSign(part), part.contains(where: { "&|".contains($0) }) else { return false }
      return part.contains("|")
        || part.split(separator: "&", omittingEmptySubsequences: false).contains { $0.count != 1 }
    }
    if let part = parts.first(where: isGlued) {
      report(
        .wrongShape, "the sign in '\(part)' has no blanks around it", at: phrase.location,
        help: "write blanks before and behind '&' and '|', which join words")
    } else if let last = parts.last,
      isSign(parts[0]) || isSign(last)
        || zip(parts, parts.dropFirst()).contains(where: { isSign($0) && isSign($1) })
    {
      report(
        .emptyText, "a side of '&' or '|' is empty in '\(phrase.string)'", at: phrase.location,
        help: "write the words that belong there, or leave the sign out")
    }
    let dots = phrase.string.split { $0 != "." }.map(\.count).first { $0 == 2 || $0 > 3 }
    if let dots {
      report(
        .wrongShape, "\(dots) dots in a row are no gap", at: phrase.location,
        help: "write three, or '…'")
    }
  }

  private mutating func check(_ promise: Promise) {
    cite(promise.sources)
    check(promise.consultations)
  }

  private mutating func check(_ consultations: [Identifier<ConsultationKind>]) {
    for id in consultations where !knowledge.consultations.contains(where: { $0.id == id }) {
      unknown(.unknownConsultation, "consultation", id, knowledge.consultations.map(\.id.name))
    }
  }

  private mutating func check(_ advises: [Identifier<Advice>]) {
    for id in advises where names.advice[id] == nil {
      unknown(.unknownAdvice, "advice", id, knowledge.advice.map(\.id.name))
    }
  }

  /// A rule below the level of a situation without rules would lower it.
  private mutating func checkThatItRaises(_ raise: Rule.Raise) {
    guard let place = names.scales[raise.scale],
      let otherwise = knowledge.scales[place].otherwise,
      let least = names.levels[place].firstIndex(of: otherwise.name),
      let level = names.levels[place].firstIndex(of: raise.level.name), level < least
    else { return }
    report(
      .lowersScale,
      "'\(raise.level)' is below '\(otherwise)', at which scale '\(raise.scale)' is without any rule",
      at: raise.level.location,
      notes: [Diagnostic.Note("it is said here", at: otherwise.location)],
      help: "say 'otherwise: \(raise.level)' at the scale, or raise it to a more cautious level")
  }

  private mutating func check(_ limit: Advice.Limit) {
    guard let place = names.scales[limit.scale] else {
      unknown(.unknownScale, "scale", limit.scale, knowledge.scales.map(\.id.name))
      return
    }
    for level in limit.levels { check(level, of: knowledge.scales[place]) }
  }

  private mutating func check(_ raises: [Rule.Raise]) {
    for raise in raises {
      guard let place = names.scales[raise.scale] else {
        unknown(.unknownScale, "scale", raise.scale, knowledge.scales.map(\.id.name))
        continue
      }
      check(raise.level, of: knowledge.scales[place])
    }
  }

  private mutating func check(_ level: Identifier<Scale.Level>, of scale: Scale) {
    guard !scale.levels.contains(where: { $0.id == level }) else { return }
    let known = scale.levels.map(\.id.name)
    if let other = knowledge.scales.first(where: { $0.levels.contains { $0.id == level } }) {
      report(
        .levelOfAnotherScale, "'\(level)' is a level of scale '\(other.id)', not of '\(scale.id)'",
        at: level.location,
        help: meant(level.name, known) ?? "its levels are \(known.joined(separator: ", "))")
    } else {
      unknown(.unknownLevel, "level", level, known, of: "scale '\(scale.id)'")
    }
  }

  private mutating func check(_ kind: ConsultationKind) {
    check(phrases: kind.hints)
    var first: [Identifier<Question>: Identifier<Question.Section>] = [:]
    var sections: Set<Identifier<Question.Section>> = []
    for id in kind.sections {
      guard sections.insert(id).inserted else {
        report(
          .repeatedQuestion, "section '\(id)' is in consultation '\(kind.id)' already",
          at: id.location, help: "name it once")
        continue
      }
      guard let place = names.sections[id] else {
        unknown(.unknownSection, "section", id, knowledge.sections.map(\.id.name))
        continue
      }
      for question in knowledge.sections[place].questions {
        if let other = first[question] {
          report(
            .repeatedQuestion, "question '\(question)' is in section '\(other)' already",
            at: question.location,
            help: "keep it in one section of consultation '\(kind.id)'")
        }
        first[question] = first[question] ?? id
      }
    }
    var decided: Set<Identifier<Scale>> = []
    for id in kind.decides {
      if names.scales[id] == nil {
        unknown(.unknownScale, "scale", id, knowledge.scales.map(\.id.name))
      } else if !decided.insert(id).inserted {
        report(
          .repeatedScale, "scale '\(id)' is decided already", at: id.location,
          help: "name it once in consultation '\(kind.id)'")
      }
    }
  }

  private mutating func cite(_ ids: [Identifier<Citation>]) {
    for id in ids where names.citations[id] == nil {
      unknown(.unknownSource, "source", id, sortedCitations)
    }
  }

  private mutating func unknown<Subject>(
    _ code: DiagnosticCode, _ kind: String, _ id: Identifier<Subject>, _ known: [String],
    of owner: String? = nil
  ) {
    report(
      code, owner.map { "\($0) has no \(kind) '\(id)'" } ?? "there is no \(kind) '\(id)'",
      at: id.location,
      help: looksForMeaning ? meant(id.name, known) ?? choices(known) : nil)
  }

  private func choices(_ known: [String]) -> String? {
    switch known.count {
    case 0: nil
    case 1: "the only one is '\(known[0])'"
    case ...12: "write one of \(known.joined(separator: ", "))"
    default: nil
    }
  }

  private func meant(_ word: String, _ known: [String]) -> String? {
    NearestSpelling.question(about: word, among: known)
  }
}
