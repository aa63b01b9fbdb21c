import Patchwise

// What would be otherwise: "why not", "what if" and "what would change it".
extension Dialogue {
  // MARK: What if

  /// Shows how everything would be with another answer.
  mutating func suppose(_ text: String) -> Reply {
    guard let consultation, !consultation.answered.isEmpty || question != nil else {
      return Reply(blocks: [.paragraph(Phrasing.whatIfNothing)] + askAgain(), outcome: .served)
    }
    guard !Words(text).isEmpty else {
      return Reply(blocks: [.paragraph(Phrasing.whatIfWhat)] + askAgain(), outcome: .served)
    }
    let supposed = SuppositionReader(consultation, at: question, reader).answers(in: text)
    guard let first = supposed.first else {
      return Reply(
        blocks: [.paragraph(Phrasing.whatIfUnknown(text))] + askAgain(), outcome: .refused)
    }
    return supposed.count == 1 ? show(first) : askWhich(.suppositions(supposed))
  }

  private mutating func show(_ supposed: SuppositionReader.Supposed) -> Reply {
    guard let consultation,
      let supposition = try? consultation.supposing(supposed.answer, to: supposed.question)
    else {
      return Reply(blocks: [.paragraph(Phrasing.notUnderstood)] + askAgain(), outcome: .refused)
    }
    mode = .supposing(supposed)
    return Reply(
      blocks: SuppositionScreen(supposition, in: consultation).blocks + askAgain(),
      outcome: .served)
  }

  /// Goes on after a supposition that was shown; nothing if the line is about something else.
  mutating func settle(_ supposed: SuppositionReader.Supposed, by line: String) -> Reply? {
    switch Words(line) {
    case Words(Phrasing.takeIt): return accept(supposed.answer, to: supposed.question)
    case Words(Phrasing.keepIt):
      mode = .asking
      return Reply(blocks: [.paragraph(Phrasing.leftAsItWas)] + askAgain(), outcome: .served)
    default: return nil
    }
  }

  // MARK: Why not

  /// Shows what stands between the person and a level.
  mutating func explainWhyNot(_ name: String) -> Reply {
    guard let consultation else {
      return Reply(blocks: [.paragraph(Phrasing.nothingAnswered)] + askAgain(), outcome: .served)
    }
    let (level, inFull) = Self.levelName(in: name)
    let named = LevelReader(scalesToExplain).levels(in: level)
    if named.count == 1 {
      return Reply(
        blocks: obstacles(to: named[0], inFull, in: consultation) + askAgain(), outcome: .served)
    }
    if named.count > 1 { return askWhich(.levels(named, inFull: inFull)) }
    let intro = Words(name).isEmpty ? Phrasing.whyNotWhat : Phrasing.noSuchLevel(name)
    let levels = scalesToExplain.map { scale in
      Block.item(marker: "-", Phrasing.fact(scale.name, Phrasing.levels(scale.levels.map(\.name))))
    }
    return Reply(
      blocks: [.paragraph(intro)] + levels + askAgain(),
      outcome: Words(name).isEmpty ? .served : .refused)
  }

  private func obstacles(
    to named: LevelReader.Named, _ inFull: Bool, in consultation: Consultation
  ) -> [Block] {
    consultation.obstacles(to: named.level, of: named.scale)
      .map { ObstaclesScreen($0, inFull: inFull, in: consultation).blocks } ?? []
  }

  /// The level in what follows "why not", and whether all is asked for.
  static func levelName(in text: String) -> (level: String, inFull: Bool) {
    let words = Words(text).list
    let full = Words(Phrasing.inFull).list
    guard words.count > full.count, words.suffix(full.count).elementsEqual(full) else {
      return (text, false)
    }
    return (words.dropLast(full.count).joined(separator: " "), true)
  }

  /// The scales of which something may be told: after an early end those that brought it about.
  var scalesToExplain: [Scale] {
    guard let consultation else { return [] }
    let ended = consultation.scalesThatEndedIt
    return ended.isEmpty ? consultation.kind.decides.compactMap { knowledge.scale($0) } : ended
  }

  // MARK: Which of several

  /// What a command may have meant.
  enum Choices: Hashable, Sendable {
    case suppositions([SuppositionReader.Supposed])
    case levels([LevelReader.Named], inFull: Bool)
  }

  private mutating func askWhich(_ choices: Choices) -> Reply {
    mode = .choosingMeaning(choices)
    return Reply(blocks: WhichScreen(names(of: choices)).blocks, outcome: .askedBack)
  }

  private func names(of choices: Choices) -> [String] {
    switch choices {
    case .suppositions(let supposed):
      supposed.map { supposed in
        guard let question = knowledge.question(supposed.question) else { return "" }
        return Phrasing.fact(
          question.name, AnswerWords(knowledge).text(of: supposed.answer, to: question))
      }
    case .levels(let named, _):
      named.map { named in
        let scale = knowledge.scale(named.scale)
        let level = scale?.levels.first { $0.id == named.level }
        return Phrasing.fact(scale?.name ?? "", level?.name ?? "")
      }
    }
  }

  /// Goes on after the question which was meant; nothing if the line is about something else.
  mutating func choose(among choices: Choices, by line: String) -> Reply? {
    let options = names(of: choices).enumerated().map { place, name in
      Question.Option(id: Identifier("meaning \(place)"), label: AuthoredText(name))
    }
    let reader = OptionReader(options: options, takesSeveral: false)
    guard Command(line) == nil, let option = reader.exactReading(of: line)?.option,
      let place = options.firstIndex(where: { $0.id == option })
    else { return nil }
    mode = .asking
    switch choices {
    case .suppositions(let supposed): return show(supposed[place])
    case .levels(let named, let inFull):
      guard let consultation else { return nil }
      return Reply(
        blocks: obstacles(to: named[place], inFull, in: consultation) + askAgain(), outcome: .served
      )
    }
  }

  // MARK: What would change it

  func whatWouldChange() -> [Block] {
    guard let consultation, consultation.isOver else {
      return [.paragraph(Phrasing.noAlternativesYet)]
    }
    guard let alternatives = consultation.alternatives else {
      return [.paragraph(Phrasing.stoppedForThat)]
    }
    return AlternativesScreen(alternatives, in: consultation).blocks
  }
}
