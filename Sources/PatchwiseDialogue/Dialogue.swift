public import Patchwise

/// A conversation, as a function: a line of text in, blocks of text out.
///
/// There is no terminal in it, no clock and no file. The same conversation runs at a prompt, in a
/// transcript, in a pipe and in a host program.
public struct Dialogue: Sendable {
  /// What the conversation is about.
  public let knowledge: KnowledgeBase
  /// The consultations that were held before, oldest first.
  public let earlier: [Consultation]
  /// The consultation under way; nothing while it is still to be chosen.
  public internal(set) var consultation: Consultation?
  /// What is being followed, and may be what a consultation is about.
  public var following: Following?
  /// What an earlier course of things has shown.
  public internal(set) var lessons: [Lesson] = []
  /// Whether the consultation under way is about what is being followed.
  public internal(set) var isAboutFollowed = false
  /// Whether the person has left.
  public private(set) var isOver = false
  /// How often the person has begun anew.
  package internal(set) var restarts = 0
  /// The alarm that has stopped everything, if one has.
  public internal(set) var alarm: Alarm?
  /// What the person's clock says, to the minute, as transcripts write it.
  public var now: Moment? {
    didSet {
      now = now?.startOfMinute
      consultation?.now = now
    }
  }

  var mode = Mode.asking
  /// The question that was asked for out of turn, to change its answer.
  var revisited: Identifier<Question>?
  /// Whether it was asked for with *change*, so that *back* only lets go of it.
  var isChanging = false
  /// How the consultation stood before each answer, and the question that was answered.
  var past: [(consultation: Consultation, question: Identifier<Question>)] = []
  /// The question that was put in plainer words to somebody who was not sure.
  var plainlyAsked: Identifier<Question>?
  /// The questions that were answered before anything was asked.
  public internal(set) var given: [Identifier<Question>] = []
  /// What was said of questions that were not asked yet, and how many answers there were by then.
  var mentions: [(mention: Mention, depth: Int)] = []
  /// How often in a row the present question has refused a line.
  var refusals = 0
  private var hasHinted = false
  /// How few questions the person was last told to be left.
  var toldLeft = Int.max
  let vocabulary: Vocabulary

  /// What the next line is compared with, besides commands.
  enum Mode: Sendable {
    case asking
    /// Whether an answer was meant so.
    case confirming(Identifier<Question>, Answer)
    /// Which of some options was meant.
    case choosing(Identifier<Question>, [Identifier<Question.Option>])
    /// Which kind of consultation was meant, or whether the only one was.
    case choosingKind([Identifier<Question.Option>])
    /// Whether what a line says is happening now.
    case confirmingAlarm(Danger)
    /// Which answer is to be changed, of those that are numbered on the screen.
    case choosingChange([Identifier<Question>])
    /// Whether an answer that was only supposed is to be taken.
    case supposing(SuppositionReader.Supposed)
    /// Which was meant of several answers that were supposed, or of several levels.
    case choosingMeaning(Choices)
    /// Whether the consultation that was chosen is about what is being followed.
    case confirmingFollowed(Identifier<ConsultationKind>)
  }

  /// A line that may mean an alarm.
  struct Danger: Sendable {
    var alarm: Alarm
    var line: String
    /// The alarms that it does not mean, as the person has said.
    var dismissed: Set<Identifier<Alarm>> = []
    /// Whether the person has been asked twice.
    var isAskedAgain = false
  }

  /// Creates a conversation.
  ///
  /// - Parameters:
  ///   - knowledge: What it is about.
  ///   - id: The consultation to begin; left out, the person is asked if there are several.
  ///   - now: What the person's clock says.
  ///   - earlier: The consultations that were held before, oldest first. Those of the kind that is begun
  ///     are its earlier readings.
  /// - Throws: `UnknownConsultation` if there is no such kind.
  public init(
    about knowledge: KnowledgeBase, consulting id: Identifier<ConsultationKind>? = nil,
    at now: Moment? = nil, earlier: [Consultation] = []
  ) throws(UnknownConsultation) {
    try self.init(
      about: knowledge, in: Vocabulary(knowledge), consulting: id, at: now, earlier: earlier)
  }

  /// Creates a conversation in words that are prepared already.
  ///
  /// - Parameters:
  ///   - knowledge: What it is about.
  ///   - vocabulary: The words of that knowledge.
  ///   - id: The consultation to begin; left out, the person is asked if there are several.
  ///   - now: What the person's clock says.
  ///   - earlier: The consultations that were held before, oldest first.
  /// - Throws: `UnknownConsultation` if there is no such kind.
  package init(
    about knowledge: KnowledgeBase, in vocabulary: Vocabulary,
    consulting id: Identifier<ConsultationKind>?, at now: Moment?, earlier: [Consultation]
  ) throws(UnknownConsultation) {
    self.knowledge = knowledge
    self.vocabulary = vocabulary
    self.earlier = earlier
    let now = now?.startOfMinute
    self.now = now
    let kinds = knowledge.knowledge.consultations
    if let id = id ?? (kinds.count == 1 ? kinds[0].id : nil) {
      consultation = try begin(id)
    }
  }

  // MARK: What it waits for

  /// What the next line is expected to be about.
  public var awaiting: Awaiting {
    if alarm != nil { return .anythingElse }
    guard let consultation else { return .consultation }
    if let revisited { return .question(revisited) }
    return consultation.nextQuestion.map { .question($0.id) } ?? .anythingElse
  }

  /// What stands before the typed line.
  public var prompt: String { "> " }

  /// What the line may be completed to.
  public var completions: [String] {
    let answers: [String]
    switch awaiting {
    case .consultation: answers = knowledge.knowledge.consultations.map(\.title.string)
    case .question(let id):
      let question = knowledge.question(id)
      answers =
        question.map { question in
          switch question.domain {
          case .yesNo: ["yes", "no"]
          case .any: knowledge.options(of: question).map(\.label.string) + ["none"]
          default: knowledge.options(of: question).map(\.label.string)
          }
        } ?? []
    case .anythingElse: answers = []
    }
    let changes = consultation?.answered.map { "change \($0.name)" } ?? []
    // Where it is not taken, "not sure" is not offered.
    let names = Command.names.dropFirst(question?.unsure == .refused ? 1 : 0)
    return answers + names + changes
  }

  /// The level of each decided scale as it now stands, alarms included.
  public func interval(of scale: Identifier<Scale>) -> LevelInterval? {
    if let raise = alarm?.raises.first(where: { $0.scale == scale }) {
      let level = knowledge.scale(scale)?.levels.first { $0.id == raise.level }
      return LevelInterval(floor: level, ceiling: level)
    }
    return consultation?.interval(of: scale)
  }

  // MARK: Talking

  /// Says the first words, up to the first question.
  public mutating func begin() -> [Block] {
    var blocks: [Block] = [.heading(knowledge.knowledge.title.string)]
    blocks += knowledge.knowledge.welcome.map { .paragraph($0.string) } + [.gap]
    return blocks + known + ask()
  }

  /// What was given, said before the first question.
  var known: [Block] {
    guard let consultation, !given.isEmpty else { return [] }
    return [.paragraph(Phrasing.known)] + SoFarScreen(consultation).items + [.gap]
  }

  /// Takes answers that are known before anything is asked, as from a calendar.
  ///
  /// They count like any other, are said at the beginning, and stay as they are.
  ///
  /// - Parameter answers: The answers.
  /// - Returns: The questions that did not take theirs, or are not asked in this consultation.
  @discardableResult
  public mutating func give(_ answers: [Identifier<Question>: Answer]) -> [Identifier<Question>] {
    var refused = Set(answers.keys)
    for question in knowledge.knowledge.questions {
      guard let answer = answers[question.id],
        (try? consultation?.answer(question.id, answer)) != nil
      else { continue }
      refused.remove(question.id)
      given.append(question.id)
    }
    return refused.sorted { $0.name < $1.name }
  }

  /// Returns the answer that a name says for certain at a question; nothing if it says none.
  package func answer(named text: String, to id: Identifier<Question>) -> Answer? {
    guard let question = knowledge.question(id),
      case .certain(let answer)? = reader.exactReading(of: text, for: question)
    else { return nil }
    return answer
  }

  /// What is said where it is taken up again at another time: what was answered, and the present question.
  ///
  /// Nothing has to be said before it, and it changes nothing.
  public var resumption: [Block] {
    var same = self
    let answers =
      consultation.map { $0.answered.isEmpty ? [] : SoFarScreen($0).answers + [.gap] } ?? []
    return [.heading(knowledge.knowledge.title.string), .paragraph(Phrasing.welcomeBack), .gap]
      + answers + (revisited == nil ? [] : [.paragraph(Phrasing.onceMore), .gap]) + same.ask()
  }

  /// Whether a line is no more than a *yes*.
  package static func isYes(_ line: String) -> Bool { AnswerReader.leadingYesOrNo(line) == true }

  /// Whether a line is no more than a *no*.
  package static func isNo(_ line: String) -> Bool { AnswerReader.yesOrNo(line) == false }

  /// Takes it up again at another time; what was to be confirmed is asked anew.
  ///
  /// After half a day so is the question about signs of danger that would end the consultation.
  package mutating func resume(at now: Moment) {
    let isLater = self.now.map { now - $0 >= TimeSpan(seconds: 43_200) } ?? false
    self.now = now
    mode = .asking
    guard isLater, alarm == nil, let consultation, !consultation.isOver else { return }
    let grave = consultation.answered.first { id in
      guard let question = knowledge.question(id), question.changes != .never else { return false }
      return !given.contains(id) && canEnd(question, consultation)
    }
    if let grave { (revisited, isChanging) = (grave, false) }
  }

  /// Takes a line and says what follows from it.
  public mutating func respond(to line: String) -> Reply {
    if case .confirmingAlarm(let danger) = mode { return decide(on: danger, by: line) }
    return respond(to: line, except: [])
  }

  mutating func respond(to line: String, except dismissed: Set<Identifier<Alarm>>) -> Reply {
    if !namesOption(line),
      let sighting = vocabulary.alarms.sighting(in: line, at: question, except: dismissed)
    {
      if let graver = graverAnswer(in: line, than: sighting.alarm) { return confirm(graver) }
      if sighting.isCertain { return sound(sighting.alarm) }
      return askBack(Danger(alarm: sighting.alarm, line: line, dismissed: dismissed))
    }
    if case .supposing(let supposed) = mode, let reply = settle(supposed, by: line) { return reply }
    if case .choosingMeaning(let choices) = mode, let reply = choose(among: choices, by: line) {
      return reply
    }
    if case .confirmingFollowed(let kind) = mode,
      let isAboutIt = AnswerReader.confirmation(by: line)
    {
      return begin(kind, isAboutFollowed: isAboutIt)
    }
    if case .choosingKind(let ids) = mode, let reply = choose(amongKinds: ids, by: line) {
      return reply
    }
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
      mentions.removeAll { $0.mention.question.id == question }
      mode = .asking
      return Reply(blocks: [.paragraph(Phrasing.askAgain)] + ask(), outcome: .refused)
    }
    if let command = Command(line), !isTopic(line, insteadOf: command) { return serve(command) }
    if case .choosingChange = mode { return change(line) }
    mode = .asking
    // Who says what is wrong instead of choosing wants to begin, not to read about it.
    if awaiting == .consultation, !TopicFinder.isQuestion(line),
      let reply = begin(askedForBy: line)
    {
      return reply
    }
    if let topic = topic(of: line), TopicFinder.isQuestion(line) || isLost(line) {
      return Reply(
        blocks: TopicScreen(topic, in: knowledge).blocks + askAgain(), outcome: .told(topic.id))
    }
    if TopicFinder.isQuestion(line), line.contains("?") || awaiting == .anythingElse {
      return Reply(blocks: [.paragraph(Phrasing.noTopic), .gap] + askAgain(), outcome: .refused)
    }
    switch awaiting {
    case .question(let id):
      guard let question = knowledge.question(id) else { break }
      let reading = reader.looseReading(of: line, for: question)
      if dismissed.isEmpty, case .refused = reading, let danger = danger(in: line) {
        return danger
      }
      return take(
        TopicFinder.isQuestion(line) ? reading.asDoubtful : reading, to: question, line)
    case .consultation:
      return begin(askedForBy: line)
        ?? Reply(
          blocks: [.paragraph(Phrasing.notUnderstood)] + askAgain(), outcome: .refused)
    case .anythingElse:
      // "Anything else?" – "No, thanks."
      if alarm == nil, AnswerReader.isFarewell(line) {
        return Reply(blocks: end(), outcome: .served)
      }
      if alarm == nil, dismissed.isEmpty, let danger = danger(in: line) { return danger }
      return Reply(blocks: [.paragraph(refusalAfterwards)], outcome: .refused)
    }
    return Reply(blocks: askAgain(), outcome: .refused)
  }

  /// Says something kind to a greeting, and puts the present question once more.
  private mutating func greet(_ line: String) -> Reply? {
    guard Greeting.matches(line), awaiting != .anythingElse, !namesOption(line) else { return nil }
    mode = .asking
    return Reply(blocks: [.paragraph(Phrasing.greeted)] + askAgain(), outcome: .served)
  }

  /// Says what is known so far, because nothing more will come.
  public mutating func end() -> [Block] {
    defer { isOver = true }
    guard let consultation, !consultation.isOver, !consultation.answered.isEmpty, alarm == nil
    else {
      return [.paragraph(Phrasing.goodbye)]
    }
    return SoFarScreen(consultation).unfinished + [.gap, .paragraph(Phrasing.goodbye)]
  }

  // MARK: Understanding

  var reader: AnswerReader {
    AnswerReader(knowledge: knowledge, now: now, prepared: vocabulary.options)
  }

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
      let isOnTopic = topic(of: line) != nil && (isQuestion || !isPasted)
      if case .refused = reading, isQuestion || isOnTopic { return nil }
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
  private func namesOption(_ line: String) -> Bool {
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

  private mutating func take(
    _ reading: AnswerReading, to question: Question, _ line: String
  ) -> Reply {
    let words = AnswerWords(knowledge)
    switch reading {
    case .certain(.unsure) where question.plainer != nil && plainlyAsked != question.id:
      (mode, plainlyAsked) = (.asking, question.id)
      return Reply(
        blocks: (question.plainer.map { [.paragraph($0.string)] } ?? [])
          + QuestionScreen(question, in: knowledge).choices, outcome: .askedBack)
    case .certain(let answer): return accept(answer, to: question.id)
    case .probable(let answer): return confirm(answer, to: question)
    case .ambiguous(let options):
      mode = .choosing(question.id, options)
      return Reply(
        blocks: WhichScreen(options.map { words.label(of: $0, in: question) }).blocks,
        outcome: .askedBack)
    case .refused(.partNotUnderstood(let strange, let options))
    where !knowledge.options(of: question).contains(where: \.isWarning) && !options.isEmpty:
      let answer: Answer = question.domain.takesSeveral ? .options(options) : .option(options[0])
      var reply = confirm(answer, to: question)
      reply.blocks.insert(.paragraph(Phrasing.strange(strange)), at: 0)
      return reply
    case .refused(let refusal):
      mode = .asking
      refusals += 1
      let example = example(of: refusal, for: question, line)
      var blocks: [Block] = [.paragraph(Phrasing.refusal(refusal, for: question, example: example))]
      if refusal == .unsureRefused, let help = question.help {
        blocks.append(.paragraph(help.string))
      }
      if refusals >= 2 { blocks += QuestionScreen(question, in: knowledge).choices }
      if refusals >= 3, question.unsure != .refused {
        blocks.append(.paragraph(Phrasing.offerUnsure))
      }
      return Reply(blocks: blocks, outcome: .refused)
    }
  }

  /// What stands behind the reason of a refusal: what could be typed instead.
  ///
  /// Where a sign of danger is asked for, what was not understood may be that sign, and all is asked for again.
  private func example(
    of refusal: AnswerReading.Refusal, for question: Question, _ line: String
  ) -> String {
    let words = AnswerWords(knowledge)
    if case .partNotUnderstood(_, let options) = refusal, !options.isEmpty {
      return Phrasing.understoodAlone(options.map { words.label(of: $0, in: question) })
    }
    // The second time the choices stand below, which are the better example.
    return refusals >= 2
      ? "" : words.example(for: question, at: reader.options(of: question).closest(to: line))
  }

  /// Asks whether an answer was meant so.
  mutating func confirm(_ answer: Answer, to question: Question) -> Reply {
    mode = .confirming(question.id, answer)
    let words = AnswerWords(knowledge).text(of: answer, to: question)
    return Reply(blocks: [.paragraph(Phrasing.didYouMean(words))], outcome: .askedBack)
  }

  private mutating func confirm(_ answer: Answer) -> Reply {
    guard let question else { return Reply(blocks: askAgain(), outcome: .refused) }
    return confirm(answer, to: question)
  }

  // MARK: Going on

  /// Takes an answer, and with it what the same line says of other questions.
  mutating func accept(
    _ answer: Answer, to id: Identifier<Question>, beside: Beside = Beside()
  ) -> Reply {
    guard var next = consultation, let question = knowledge.question(id) else {
      return Reply(blocks: ask(), outcome: .refused)
    }
    let before = next
    do {
      try next.answer(id, answer)
    } catch {
      // What the reader takes the consultation takes; a range that lies between would end here.
      return take(.refused(.notUnderstood), to: question, "")
    }
    // What is said in passing counts where it may still be asked.
    let taken = beside.taken.filter { mention in
      next.openQuestions.contains { $0.id == mention.question.id }
        && (try? next.answer(mention.question.id, mention.answer)) != nil
    }
    past.append((before, id))
    consultation = next
    mentions += beside.heard.map { ($0, past.count) }
    (mode, revisited, isChanging, refusals) = (.asking, nil, false, 0)
    plainlyAsked = nil
    let words = AnswerWords(knowledge)
    let understood =
      [words.text(of: answer, to: question)]
      + taken.map { "\($0.question.name): \(words.text(of: $0))" }
    let heard = beside.heard.map { "\($0.question.name) (\(words.text(of: $0)))" }
    let blocks: [Block] =
      [.paragraph(Phrasing.understood(understood.joined(separator: "; ")))]
      + (heard.isEmpty ? [] : [.paragraph(Phrasing.heard(heard))])
      + lessons.compactMap { shared(by: answer, to: question, with: $0) }
      + beside.contrary.map { .paragraph(Phrasing.contrary($0.name)) }
      + (beside.strange.isEmpty ? [] : [.paragraph(Phrasing.strange(beside.strange))])
      + movedAside(from: before, to: next, except: id) + [.gap] + toldAtOnce(from: before, to: next)
    return Reply(blocks: blocks + ask(), outcome: .answered(id, answer))
  }

  /// The levels that have become certain and can't wait for the recommendation.
  private func toldAtOnce(from before: Consultation, to after: Consultation) -> [Block] {
    guard !after.isOver else { return [] }
    let blocks = UrgentScreen(after).blocks { $1 != before.interval(of: $0)?.floor }
    return blocks.isEmpty ? [] : blocks + [.gap, .paragraph(Phrasing.toldAtOnce), .gap]
  }

  /// Says which answers a change has put aside, and which count again.
  private func movedAside(
    from before: Consultation, to after: Consultation, except changed: Identifier<Question>
  ) -> [Block] {
    var (aside, again): ([String], [String]) = ([], [])
    for id in after.answered where id != changed {
      let name = knowledge.question(id)?.name ?? id.name
      switch (before.status(of: id), after.status(of: id)) {
      case (.answered, .setAside): aside.append(name)
      case (.setAside, .answered): again.append(name)
      default: break
      }
    }
    return (aside.isEmpty ? [] : [.paragraph(Phrasing.setAside(aside))])
      + (again.isEmpty ? [] : [.paragraph(Phrasing.countsAgain(again))])
  }

  /// Puts the present question, or the recommendation when there is none left.
  mutating func ask() -> [Block] {
    switch awaiting {
    case .consultation:
      let kinds = knowledge.knowledge.consultations
      return [.paragraph(Phrasing.chooseConsultation)]
        + kinds.enumerated().map { .item(marker: "\($0.offset + 1).", $0.element.title.string) }
    case .question(let id):
      guard let question = knowledge.question(id) else { return [] }
      var blocks = QuestionScreen(question, in: knowledge).blocks
      if !hasHinted {
        blocks += [.paragraph(Phrasing.firstHint(takesUnsure: question.unsure != .refused))]
      }
      hasHinted = true
      blocks += fewLeft().map { [.paragraph(Phrasing.left($0))] } ?? []
      if let mention = mention(of: question) {
        mode = .confirming(id, mention.answer)
        let words = AnswerWords(knowledge).text(of: mention.answer, to: question)
        let takesSeveral = question.domain.takesSeveral
        let recalled =
          mention.origin.map { Phrasing.learnt($0, words, takesSeveral: takesSeveral) }
          ?? Phrasing.saidEarlier(words, takesSeveral: takesSeveral)
        blocks.append(.paragraph(recalled))
      }
      return blocks
    case .anythingElse:
      if let alarm { return page(of: alarm) }
      guard let recommendation = consultation?.recommendation else { return askAgain() }
      return RecommendationScreen(recommendation, in: knowledge).blocks
        + [.gap, .paragraph(Phrasing.afterwards)]
        + (recommendation.endedEarly ? [] : [.paragraph(Phrasing.whatElseToAsk)])
    }
  }

  /// How many questions may come after the present one, each time that it becomes few.
  private mutating func fewLeft() -> Int? {
    guard revisited == nil, let consultation, consultation.answered.count > 1 else { return nil }
    let left = consultation.openQuestions.count - 1
    guard let few = [0, 5, 10].first(where: { left <= $0 }), few < toldLeft else { return nil }
    toldLeft = few
    return left
  }

  /// Puts the present question once more; after the recommendation only asks whether there is more.
  mutating func askAgain() -> [Block] {
    if case .anythingElse = awaiting {
      return [.gap, .paragraph(alarm == nil ? Phrasing.anythingElse : Phrasing.alarmGoOn)]
    }
    return [.gap] + ask()
  }

  private var refusalAfterwards: String {
    alarm == nil ? Phrasing.afterwards : Phrasing.alarmGoOn
  }
}
