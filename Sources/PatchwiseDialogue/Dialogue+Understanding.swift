import Patchwise

// What a line is taken for, at the present prompt.
extension Dialogue {
  mutating func respond(to line: String, except dismissed: Set<Identifier<Alarm>>) -> Reply {
    let before = mode
    let wasBegunForDanger = wasBegunForDanger
    self.wasBegunForDanger = false
    if !namesOption(line),
      let sighting = vocabulary.alarms.sighting(in: line, at: question, except: dismissed)
    {
      if let graver = graverAnswer(in: line, than: sighting.alarm) { return confirm(graver) }
      if sighting.isCertain { return sound(sighting.alarm) }
      if let topic = vocabulary.topics.topic(putAs: line, in: consultation?.kind) {
        return tell(topic)
      }
      return askBack(Danger(alarm: sighting.alarm, line: line, dismissed: dismissed))
    }
    if case .supposing(let supposed) = mode, let reply = settle(supposed, by: line) { return reply }
    if case .choosingMeaning(let choices) = mode, let reply = choose(among: choices, by: line) {
      return reply
    }
    if let reply = settleWhatItIsAbout(by: line) { return reply }
    if case .choosingKind(let ids) = mode, let reply = choose(amongKinds: ids, by: line) {
      return reply
    }
    if let reply = confirmWithMore(line) { return reply }
    if let reading = choice(by: line) { return take(reading, line) }
    if let reply = greet(line) { return reply }
    let exact = exactReading(of: line)
    if exact?.isCertain != true, let reading = mentions(in: line) { return accept(reading) }
    if dismissed.isEmpty, exact?.isRefused == true, let danger = danger(in: line) { return danger }
    if let exact { return take(exact, line) }
    if case .confirming(let question, let answer) = mode,
      let isMeant = AnswerReader.confirmation(by: line)
        ?? (Command(line) == .mistake ? false : nil)
    {
      if isMeant { return accept(answer, to: question) }
      doubt(question, answer)
      mode = .asking
      if wasBegunForDanger { consultation = nil }
      return Reply(blocks: [.paragraph(Phrasing.askAgain)] + ask(), outcome: .refused)
    }
    if let command = Command(line), !isTopic(line, insteadOf: command) { return serve(command) }
    if case .choosingChange = mode { return change(line) }
    mode = .asking
    if offersPlan, beginsPlan(line) { return serve(.quit) }
    if awaiting == .consultation, dismissed.isEmpty, let danger = dangerAtBeginning(line) {
      return danger
    }
    // Who says what is wrong instead of choosing wants to begin, not to read about it.
    if awaiting == .consultation, !TopicFinder.isQuestion(line),
      let reply = begin(askedForBy: line)
    {
      return reply
    }
    if let topic = topic(of: line), TopicFinder.isQuestion(line) || isLost(line) {
      return tell(topic)
    }
    if TopicFinder.isQuestion(line), line.contains("?") || awaiting == .anythingElse {
      return Reply(blocks: [.paragraph(Phrasing.noTopic), .gap] + askAgain(), outcome: .refused)
    }
    switch awaiting {
    case .question(let id):
      guard let question = knowledge.question(id) else { break }
      let reading = reader.looseReading(of: line, for: question)
      // Where signs are asked for, what is only guessed may hide one that calls for more.
      let mayHide = question.changes == .inTime && isGrave(question) && !reading.isCertain
      if dismissed.isEmpty, reading.isRefused || mayHide {
        let known = reader.options(of: question).hints.words(hintingIn: line)
        if let danger = danger(in: line, beyond: known) { return danger }
      }
      return take(
        TopicFinder.isQuestion(line) ? reading.asDoubtful : reading, to: question, line)
    case .consultation:
      if AnswerReader.isUnsure(line) {
        return Reply(blocks: [.paragraph(Phrasing.helpToChoose)] + askAgain(), outcome: .served)
      }
      if let reply = begin(askedForBy: line) { return reply }
      // What was chosen is not forgotten for a word that was not understood.
      if case .confirmingFollowed = before { mode = before }
      return Reply(
        blocks: [.paragraph(Phrasing.notUnderstood)] + lost + askAgain(),
        outcome: asksWhatItIsAbout ? .askedBack : .refused)
    case .anythingElse:
      // "Anything else?" – "No, thanks."
      if alarm == nil, AnswerReader.isFarewell(line) {
        return Reply(blocks: end(), outcome: .served)
      }
      if alarm == nil, dismissed.isEmpty, let danger = danger(in: line) { return danger }
      return Reply(
        blocks: [.paragraph(refusalAfterwards)] + (alarm == nil ? lost : []), outcome: .refused)
    }
    return Reply(blocks: askAgain(), outcome: .refused)
  }

  /// What is said beside a line that was not understood, as it may have been more than we know.
  var lost: [Block] { knowledge.knowledge.notUnderstood.map { .paragraph($0.string) } }

  private mutating func tell(_ topic: Topic) -> Reply {
    Reply(blocks: TopicScreen(topic, in: knowledge).blocks + askAgain(), outcome: .told(topic.id))
  }

  var reader: AnswerReader { AnswerReader(vocabulary: vocabulary, now: now) }

  /// What a line says to the question which of some options was meant.
  private func choice(by line: String) -> Exact? {
    guard case .choosing(let id, let ids) = mode, let question = knowledge.question(id) else {
      return nil
    }
    let offered = ids.compactMap { id in
      knowledge.options(of: question).first { $0.id == id }
    }
    let several = question.domain.takesSeveral
    let reader = OptionReader(options: offered, takesSeveral: several)
    if several, ["both", "all", "all of them", "both of them"].contains(Words(line).joined) {
      return .answer(.certain(.options(ids)), question)
    }
    guard case .certain(let answer)? = reader.exactReading(of: line), answer != .options([]) else {
      return nil
    }
    return .answer(.certain(answer), question)
  }

  private enum Exact {
    case answer(AnswerReading, Question)
    case kind(Identifier<Question.Option>)

    var isRefused: Bool { if case .answer(.refused, _) = self { true } else { false } }

    var isCertain: Bool {
      switch self {
      case .answer(.certain, _), .kind: true
      case .answer: false
      }
    }
  }

  /// What a line says when nothing in it has to be guessed, at the present prompt.
  private func exactReading(of line: String) -> Exact? {
    if case .choosingChange = mode { return nil }
    switch awaiting {
    case .consultation:
      return kind(namedBy: line).map(Exact.kind)
    case .question(let id):
      guard let question = knowledge.question(id) else { return nil }
      // "yes" to "Did you mean …?" is not the answer to the question.
      if case .confirming = mode, AnswerReader.confirmation(by: line) != nil,
        !reader.isName(line, for: question) || AnswerReader.yesOrNo(line) != nil
      {
        return nil
      }
      // The whole name of an option is the option, and only then a command may be meant.
      if Command(line) != nil, !reader.isName(line, for: question) { return nil }
      guard let reading = reader.exactReading(of: line, for: question) else { return nil }
      if reader.isName(line, for: question) { return .answer(reading, question) }
      let isPasted = if case .ingredients = question.domain { true } else { false }
      // "Does not heal" on a pack asks nothing.
      let isQuestion = isPasted ? line.contains("?") : TopicFinder.isQuestion(line)
      var isOnTopic: Bool { (isQuestion || !isPasted) && topic(of: line) != nil }
      if reading.isRefused, isQuestion || isOnTopic { return nil }
      guard isQuestion else { return .answer(reading, question) }
      // "Is 2 bar normal?" is no answer, and "2 bar?" has to be confirmed.
      if TopicFinder.beginsAsQuestion(line) || isOnTopic { return nil }
      return .answer(reading.asDoubtful, question)
    case .anythingElse: return nil
    }
  }

  /// Whether a line is the whole name of an option of the present question.
  ///
  /// Then it is an answer about what the question asks, such as the past, and rules decide on it.
  func namesOption(_ line: String) -> Bool {
    question.map { reader.isName(line, for: $0) } ?? false
  }

  /// Whether a line can't be an answer, so that a topic may be meant without a question mark.
  private func isLost(_ line: String) -> Bool {
    guard case .question(let id) = awaiting, let question = knowledge.question(id) else {
      return true
    }
    return reader.namesNothing(line, for: question)
  }

  private mutating func take(_ exact: Exact, _ line: String) -> Reply {
    switch exact {
    case .kind(let id): begin(id)
    case .answer(let reading, let question): take(reading, to: question, line)
    }
  }
}
