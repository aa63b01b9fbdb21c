public import Patchwise

/// A conversation, as a function: a line of text in, blocks of text out.
///
/// There is no terminal in it, no clock and no file. The same conversation runs at a prompt, in a
/// transcript, in a pipe and in a host program.
public struct Dialogue: Sendable {
  /// What the conversation is about.
  public var knowledge: KnowledgeBase { consultation?.knowledge ?? subject }
  private let subject: KnowledgeBase
  /// The consultations that were held before, oldest first.
  public let earlier: [Consultation]
  /// The consultation under way; nothing while it is still to be chosen.
  public internal(set) var consultation: Consultation?
  /// What is being followed, each of which may be what a consultation is about.
  public var followings: [Following] = []
  /// What an earlier course of things has shown.
  public internal(set) var lessons: [Lesson] = []
  /// What the consultation under way is about, of what is being followed; nothing if it is about none.
  public internal(set) var followed: Following?
  /// Whether whoever holds the conversation offers, at its end, to begin a plan that was recommended; it is
  /// said then.
  public var offersPlan = false
  /// Whether the person has left.
  public private(set) var isOver = false
  /// What the line before said not to be danger, which the next one may take back.
  var dismissedLast: Danger?
  /// Whether the last line has begun the consultation only to ask about danger.
  var wasBegunForDanger = false
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
  /// Whether the person has been told how to answer.
  var hasHinted = false
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
    /// Whether the consultation that was chosen is about the first of some that are being followed.
    case confirmingFollowed(Identifier<ConsultationKind>, [Following])
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
      about: knowledge, in: knowledge.vocabulary, consulting: id, at: now, earlier: earlier)
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
    subject = knowledge
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
    if consultation == nil { return .consultation }
    if let revisited { return .question(revisited) }
    return consultation?.nextQuestionName.map { .question($0) } ?? .anythingElse
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
    // What can't be shown as it is can't be typed either.
    let typeable = answers.filter { $0.unicodeScalars.allSatisfy(\.isPrintable) }
    return typeable + names + changes
  }

  /// The level of each decided scale as it now stands, alarms included.
  public func interval(of scale: Identifier<Scale>) -> LevelInterval? {
    if let raise = alarm?.raises.first(where: { $0.scale == scale }) {
      let level = knowledge.scale(scale)?.levels.first { $0.id == raise.level }
      return LevelInterval(floor: level, ceiling: level)
    }
    return consultation?.interval(of: scale)
  }

  /// The level that a scale is told at, alarms included; nothing while it is open.
  public func level(of scale: Identifier<Scale>) -> Scale.Level? {
    alarm == nil ? consultation?.recommendation?.level(of: scale) : interval(of: scale)?.floor
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
      if !given.contains(question.id) { given.append(question.id) }
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
  /// Nothing has to be said before it, and it changes nothing. Call `resume(at:)` first, which lets go of what
  /// was to be confirmed. Where it may be danger that is asked once more, before anything else. What an alarm
  /// calls for comes without the answers, as they may say that all was well.
  public var resumption: [Block] {
    var same = self
    let welcome: [Block] = [
      .heading(knowledge.knowledge.title.string), .paragraph(Phrasing.welcomeBack), .gap,
    ]
    if let danger = same.askAboutDanger() { return welcome + danger }
    var blocks = welcome
    if alarm == nil, let consultation, !consultation.answered.isEmpty {
      blocks += SoFarScreen(consultation).answers + [.gap]
    }
    if revisited != nil { blocks += [.paragraph(Phrasing.onceMore), .gap] }
    return blocks + same.ask()
  }

  /// Whether a line is no more than a *yes*.
  package static func isYes(_ line: String) -> Bool { AnswerReader.isPlainYes(line) }

  /// Whether a line says no more than that the person can't tell.
  package static func isUnsure(_ line: String) -> Bool { AnswerReader.isUnsure(line) }

  /// Whether a line is put as a question.
  package static func isQuestion(_ line: String) -> Bool { TopicFinder.isQuestion(line) }

  /// What is known about what a line asks; nothing if it is no question, or nothing is known about it.
  package func told(about line: String) -> [Block]? {
    TopicFinder.isQuestion(line)
      ? topic(of: line).map { TopicScreen($0, in: knowledge).blocks } : nil
  }

  /// Whether a line is no more than a *no*.
  package static func isNo(_ line: String) -> Bool { AnswerReader.confirmation(by: line) == false }

  /// Whether a line says that the person leaves.
  package static func isLeaving(_ line: String) -> Bool { Command(line) == .quit }

  /// Whether a line takes an alarm back, or leaves it behind.
  package static func leavesDangerBehind(_ line: String) -> Bool {
    [.goOn, .startOver, .back].contains(Command(line))
  }

  /// Whether an alarm was sounded, or is asked about.
  package var isInDanger: Bool { alarm != nil || isConfirmingAlarm }

  /// Takes it up again at another time; what was to be confirmed is asked anew.
  ///
  /// Where it may be danger it is still to be confirmed. After half a day the question about signs of danger that
  /// would end the consultation is asked anew, too.
  public mutating func resume(at now: Moment) {
    let isLater = self.now.map { now - $0 >= TimeSpan(seconds: 43_200) } ?? false
    self.now = now
    isOver = false
    if !isAskingAboutDanger { mode = .asking }
    if isLater, alarm == nil, let consultation, !consultation.isOver {
      let grave = consultation.answered.first { id in
        guard let question = knowledge.question(id), question.changes != .never else {
          return false
        }
        return !given.contains(id) && canEnd(question, consultation)
      }
      if let grave { (revisited, isChanging) = (grave, false) }
    }
    if case .asking = mode, let question, let mention = mention(of: question), !mention.isDoubted {
      mode = .confirming(question.id, mention.answer)
    }
  }

  /// How many bytes of UTF-8 a line may have; one that is longer is not looked at.
  package static let lineLimit = 262_144

  /// Takes a line and says what follows from it.
  ///
  /// Line breaks are read as ` ⏎ `, as transcripts write them, so that a replay hears the same. A line of more than
  /// 262,144 bytes is refused and changes nothing. What comes after the end is answered, too: whether anybody still
  /// listens is for the host to say, by `isOver`.
  ///
  /// - Complexity: Proportional to the length of the line, for the most part.
  public mutating func respond(to line: String) -> Reply {
    let line = line.withBreakSigns
    guard line.utf8.count <= Self.lineLimit else {
      return Reply(blocks: [.paragraph(Phrasing.tooLong)], outcome: .refused)
    }
    if case .confirmingAlarm(let danger) = mode { return decide(on: danger, by: line) }
    if let reply = soundAfterAll(line) { return reply }
    let before = mode
    let reply = respond(to: line, except: [])
    return askedOnce(more: before, after: reply, to: line)
  }

  /// Says what is known so far, because nothing more will come.
  public mutating func end() -> [Block] {
    defer { isOver = true }
    guard let consultation, !consultation.isOver, !consultation.answered.isEmpty, alarm == nil
    else {
      return openDanger + [.paragraph(Phrasing.goodbye)]
    }
    return openDanger + SoFarScreen(consultation).unfinished
      + [.gap, .paragraph(Phrasing.goodbye)]
  }
}
