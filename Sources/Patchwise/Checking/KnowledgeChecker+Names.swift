extension KnowledgeChecker {
  /// Looks for names that are taken, by something else or by the language.
  mutating func checkNames() {
    typealias Name = (kind: String, name: String, location: SourceLocation?)
    func all<Element: Identifiable, Subject>(_ kind: String, _ elements: [Element]) -> [Name]
    where Element.ID == Identifier<Subject> {
      elements.map { (kind, $0.id.name, $0.id.location) }
    }
    let inConditions =
      all("question", knowledge.questions) + all("definition", knowledge.definitions)
      + all("scale", knowledge.scales) + all("advice", knowledge.advice)
    for name in inConditions where Self.notForConditions.contains(name.name) {
      report(
        .badName, "'\(name.name)' is a word of the language and cannot name a \(name.kind)",
        at: name.location)
    }
    let citations = knowledge.sources.flatMap { source in
      [("source", source.id.name, source.id.location)]
        + source.facts.map { ("fact", $0.id.name, $0.id.location) }
    }
    let groups: [[Name]] =
      [
        inConditions, citations, all("rule", knowledge.rules), all("plan", knowledge.plans),
        all("topic", knowledge.topics), all("alarm", knowledge.alarms),
        all("lexicon", knowledge.lexicons), all("section", knowledge.sections),
        all("consultation", knowledge.consultations), all("promise", knowledge.promises),
      ] + knowledge.scales.map { all("level", $0.levels) }
      + knowledge.plans.map { all("reading", $0.readings) }
      + knowledge.lexicons.map { all("tag", $0.tags) }
      + knowledge.questions.map { question in
        switch question.domain {
        case .one(let options, _), .any(let options): all("option", options)
        default: []
        }
      }
    for group in groups { checkGroup(group) }
    for question in knowledge.questions {
      switch question.domain {
      case .one(let options, _), .any(let options):
        checkOptions(options)
        checkNumbers(of: options)
      default: break
      }
    }
    for lexicon in knowledge.lexicons {
      checkOptions(lexicon.tags.map { Question.Option(id: $0.id, label: $0.label) }, kind: "tag")
    }
    for level in knowledge.scales.flatMap(\.levels)
    where ConditionParser.reservedWords.contains(level.id.name) {
      report(
        .badName, "'\(level.id)' is a word of the language and cannot name a level",
        at: level.id.location)
    }
    for (place, scale) in knowledge.scales.enumerated()
    where names.levels[place].count > LevelSet.limit {
      report(
        .tooMany, "scale '\(scale.id)' has more than \(LevelSet.limit) levels",
        at: scale.id.location)
    }
    for (place, question) in knowledge.questions.enumerated()
    where names.options[place].count > Self.optionLimit {
      report(
        .tooMany, "question '\(question.id)' has more than \(Self.optionLimit) options",
        at: question.id.location)
    }
  }

  /// How many options a question can have, or tags its lexicons.
  static let optionLimit = 64

  private static let notForConditions = ConditionParser.reservedWords.union([
    "unsure", "none", "begin", "anything-else",
  ])

  private mutating func checkOptions(_ options: [Question.Option], kind: String = "option") {
    for option in options {
      if option.id.name == "unsure" || option.id.name == "none" {
        report(
          .badName,
          "no \(kind) can be called '\(option.id)', which every question understands by itself",
          at: option.id.location)
      } else if ConditionParser.reservedWords.contains(option.id.name) {
        report(
          .badName,
          "'\(option.id)' is a word of the language and cannot name \(kind == "tag" ? "a tag" : "an option")",
          at: option.id.location)
      }
    }
  }

  /// Looks for options that are called by the number of another one, by name or by another name.
  private mutating func checkNumbers(of options: [Question.Option]) {
    for (place, option) in options.enumerated() {
      let names =
        [(option.id.name, option.id.location)] + option.also.map { ($0.string, $0.location) }
      for (name, location) in names {
        guard let number = Int(name), options.indices.contains(number - 1), number != place + 1
        else { continue }
        report(
          .badName,
          "option '\(option.id)' is number \(place + 1) on the screen, where \(number) is another",
          at: location, help: "give it another name, or put it in place \(number)")
      }
    }
  }

  private mutating func checkGroup(
    _ group: [(kind: String, name: String, location: SourceLocation?)]
  ) {
    var first: [String: (kind: String, location: SourceLocation?)] = [:]
    for (kind, name, location) in group {
      // The rules of a table are called after it and their cells.
      let spelt = kind == "rule" ? name.prefix { $0 != "/" } : name[...]
      if let problem = NameSpelling.problem(of: String(spelt), kind: kind, at: location) {
        report(problem)
      }
      if let earlier = first[name] {
        report(
          .duplicateName, "the name '\(name)' is taken", at: location,
          notes: [Diagnostic.Note("it is a \(earlier.kind) here", at: earlier.location)],
          help: "give the \(kind) another name")
      } else {
        first[name] = (kind, location)
      }
    }
  }
}
