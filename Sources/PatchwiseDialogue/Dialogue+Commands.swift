import Patchwise

// What commands do.
extension Dialogue {
  mutating func serve(_ command: Command) -> Reply {
    if case .choosingChange = mode, command == .back { isChanging = true }
    // What may be danger is still to be answered by whoever leaves, and comes back.
    if command != .quit || !isAskingAboutDanger { mode = .asking }
    switch command {
    // Nothing may draw attention from an alarm.
    case .why, .soFar, .explain, .change, .whyNot, .whatIf, .whatWouldChange, .mistake:
      if alarm != nil { return Reply(blocks: ask(), outcome: .served) }
    default: break
    }
    switch command {
    case .quit: return Reply(blocks: end(), outcome: .served)
    case .help: return Reply(blocks: HelpScreen(question).blocks + askAgain(), outcome: .served)
    case .repeat: return Reply(blocks: ask(), outcome: .served)
    case .goOn:
      guard alarm != nil else { return Reply(blocks: askAgain(), outcome: .served) }
      alarm = nil
      return Reply(blocks: [.paragraph(Phrasing.alarmDone), .gap] + ask(), outcome: .served)
    case .startOver: return startOver()
    case .mistake:
      let hint = past.isEmpty ? Phrasing.nothingAnswered : Phrasing.howToTakeBack
      return Reply(blocks: [.paragraph(hint)] + askAgain(), outcome: .served)
    case .back: return goBack()
    case .change(let name): return name.isEmpty ? askWhichToChange() : change(name)
    case .why: return Reply(blocks: why() + askAgain(), outcome: .served)
    case .soFar: return Reply(blocks: soFar() + askAgain(), outcome: .served)
    case .explain(let name): return Reply(blocks: explain(name) + askAgain(), outcome: .served)
    case .whyNot(let name): return explainWhyNot(name)
    case .whatIf(let text): return suppose(text)
    case .whatWouldChange:
      return Reply(blocks: whatWouldChange() + askAgain(), outcome: .served)
    case .sources:
      let blocks =
        alarm.map { SourcesScreen($0, in: knowledge).blocks }
        ?? consultation.map { SourcesScreen($0).blocks } ?? [.paragraph(Phrasing.noSources)]
      return Reply(blocks: blocks + askAgain(), outcome: .served)
    }
  }

  /// Whether a line that begins like a command asks about the subject, as `what if it gets warm?` may.
  func isTopic(_ line: String, insteadOf command: Command) -> Bool {
    switch command {
    case .whatIf(let text):
      guard let consultation else { return topic(of: line) != nil }
      return SuppositionReader(consultation, at: question, reader).answers(in: text).isEmpty
        && topic(of: line) != nil
    case .whyNot(let name):
      return LevelReader(scalesToExplain).levels(in: Self.levelName(in: name).level).isEmpty
        && topic(of: line) != nil
    default: return false
    }
  }

  /// The topic that a line asks about where the conversation stands.
  func topic(of line: String) -> Topic? {
    vocabulary.topics.topic(of: line, in: consultation?.kind)
  }

  var question: Question? {
    if case .question(let id) = awaiting { knowledge.question(id) } else { nil }
  }

  private mutating func goBack() -> Reply {
    if alarm != nil {
      alarm = nil
      return Reply(blocks: [.paragraph(Phrasing.wentBack), .gap] + ask(), outcome: .served)
    }
    if isChanging {
      (revisited, isChanging, refusals) = (nil, false, 0)
      return Reply(blocks: [.paragraph(Phrasing.leftAsItWas), .gap] + ask(), outcome: .served)
    }
    guard let (before, id) = past.popLast() else {
      return Reply(blocks: [.paragraph(Phrasing.nothingToGoBackTo)] + askAgain(), outcome: .refused)
    }
    consultation = before
    consultation?.now = now
    (revisited, refusals) = (before.nextQuestion?.id == id ? nil : id, 0)
    isChanging = false
    return Reply(blocks: [.paragraph(Phrasing.wentBack), .gap] + ask(), outcome: .served)
  }

  /// Lets go of everything that was said; what was given stays where there is nothing else to talk about.
  private mutating func startOver() -> Reply {
    let kinds = knowledge.knowledge.consultations
    restarts += 1
    let known = given.compactMap { id in consultation?.answer(to: id).map { (id, $0) } }
    let about = followed
    leaveFollowed()
    (mode, alarm, revisited, plainlyAsked, isChanging) = (.asking, nil, nil, nil, false)
    (past, refusals, toldLeft, given) = ([], 0, .max, [])
    if kinds.count == 1 {
      if let same = followings.first(where: { $0.id == about?.id }) {
        try? consult(kinds[0].id, about: same)
      } else {
        consultation = try? Consultation(
          kinds[0].id, in: knowledge, at: now, earlier: consultation?.earlier ?? [])
        if about == nil { give(Dictionary(uniqueKeysWithValues: known)) }
      }
    } else {
      consultation = nil
    }
    return Reply(blocks: [.paragraph(Phrasing.startedOver), .gap] + ask(), outcome: .served)
  }

  private mutating func askWhichToChange() -> Reply {
    guard let consultation, !consultation.answered.isEmpty else {
      return Reply(blocks: [.paragraph(Phrasing.nothingAnswered)] + askAgain(), outcome: .refused)
    }
    mode = .choosingChange(consultation.answered)
    return Reply(
      blocks: SoFarScreen(consultation).answers + [.paragraph(Phrasing.changeWhich)],
      outcome: .served)
  }

  mutating func change(_ name: String) -> Reply {
    let answered = consultation?.answered ?? []
    var offered = answered
    if case .choosingChange(let shown) = mode { offered = shown }
    mode = .asking
    var reading = Self.question(of: name, among: offered, in: knowledge)
    if case .refused = reading, offered != answered {
      reading = Self.question(of: name, among: answered, in: knowledge)
    }
    switch reading {
    case .certain(.option(let id)), .probable(.option(let id)):
      if given.contains(Identifier(id.name)) {
        return Reply(blocks: [.paragraph(Phrasing.knownStays)] + askAgain(), outcome: .refused)
      }
      (revisited, isChanging, refusals) = (Identifier(id.name), true, 0)
      return Reply(blocks: ask(), outcome: .served)
    case .ambiguous(let ids):
      mode = .choosingChange(ids.map { Identifier($0.name) })
      let names = ids.map { knowledge.question(Identifier($0.name))?.name ?? $0.name }
      return Reply(blocks: WhichScreen(names).blocks, outcome: .askedBack)
    default:
      let known = answered.map { knowledge.question($0)?.name ?? $0.name }
      return Reply(
        blocks: [.paragraph(Phrasing.changeUnknown(name, known))] + askAgain(), outcome: .refused)
    }
  }

  /// Which of some questions a name or number means, as if they were options.
  private static func question(
    of name: String, among questions: [Identifier<Question>], in knowledge: KnowledgeBase
  ) -> AnswerReading {
    let reader = OptionReader(
      options: questions.map { id in
        Question.Option(
          id: Identifier(id.name), label: AuthoredText(knowledge.question(id)?.name ?? id.name))
      }, takesSeveral: false)
    return reader.exactReading(of: name) ?? reader.looseReading(of: name)
  }

  private func why() -> [Block] {
    guard let question, let consultation else { return explain("") }
    return WhyScreen(question, in: consultation).blocks
  }

  private func soFar() -> [Block] {
    guard let consultation, !consultation.answered.isEmpty else {
      return [.paragraph(Phrasing.nothingAnswered)]
    }
    return SoFarScreen(consultation).blocks
  }

  private func explain(_ name: String) -> [Block] {
    guard let consultation else { return [.paragraph(Phrasing.nothingAnswered)] }
    let scales = consultation.kind.decides.compactMap { knowledge.scale($0) }
    let named = scales.filter { Words($0.id.name) == Words(name) || Words($0.name) == Words(name) }
    let intro: [Block] = consultation.isOver ? [] : [.paragraph(Phrasing.noExplanationYet), .gap]
    // After an early end nothing else was asked, so that nothing else can be explained.
    let ended = consultation.scalesThatEndedIt
    let told = !ended.isEmpty ? ended : named.isEmpty ? scales : named
    return intro + ExplanationScreen(told, whole: !named.isEmpty, in: consultation).blocks
  }
}
