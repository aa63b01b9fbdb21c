import Patchwise
import PatchwiseTestSupport
import PatchwiseYAML

@testable import PatchwiseDialogue

/// The knowledge base of the tests.
enum Boiler {
  static let path = PackageFiles.path("Tests/Fixtures/boiler/boiler.yaml")

  /// Tuesday noon.
  static let now = Moment(year: 2026, month: 3, day: 10, hour: 12)

  static func knowledge() throws -> KnowledgeBase { try loaded.get() }

  private static let loaded = Result { try KnowledgeBase(contentsOf: path) }

  /// What answers each question when a test wants to get past it.
  static let calmAnswers: [Identifier<Question>: String] = [
    "danger": "none", "thermostat": "yes", "pressure": "2", "off-for": "1 hour", "noise": "quiet",
    "cold-rooms": "kitchen", "restarted": "yes", "restarts": "1", "additives": "none",
    "last-service": "2026-01-01", "age": "5",
  ]
}

/// A conversation as a test holds it.
struct Talk {
  var dialogue: Dialogue
  private(set) var reply = Reply(blocks: [], outcome: .served)
  var width = 80

  /// Begins a conversation that asks for the consultation.
  init(about knowledge: KnowledgeBase) throws {
    dialogue = try Dialogue(about: knowledge, at: Boiler.now)
    reply = Reply(blocks: dialogue.begin(), outcome: .served)
  }

  /// Begins a consultation about the boiler.
  init(_ kind: Identifier<ConsultationKind> = "no-heat") throws {
    dialogue = try Dialogue(about: Boiler.knowledge(), consulting: kind, at: Boiler.now)
    reply = Reply(blocks: dialogue.begin(), outcome: .served)
  }

  /// Begins a consultation about the boiler and answers the questions before another one.
  init(at question: Identifier<Question>) throws {
    try self.init(["last-service", "age"].contains(question) ? "service" : "no-heat")
    if question == "age" { say("1 March 2020") }
    try answer(until: .question(question))
  }

  /// Begins a consultation about the boiler and answers all of its questions.
  static func finished() throws -> Talk {
    var talk = try Talk()
    try talk.answer(until: .anythingElse)
    return talk
  }

  private mutating func answer(until awaiting: Awaiting) throws {
    while dialogue.awaiting != awaiting {
      guard case .question(let id) = dialogue.awaiting, let line = Boiler.calmAnswers[id] else {
        throw LostWay(awaiting: dialogue.awaiting)
      }
      say(line)
    }
  }

  /// The questions of the boiler never lead to a question.
  struct LostWay: Error {
    let awaiting: Awaiting
  }

  /// Types a line.
  @discardableResult
  mutating func say(_ line: String) -> String {
    reply = dialogue.respond(to: line)
    return said
  }

  mutating func end() -> String { Layout(width: width).text(dialogue.end()) }

  /// What was said last, as it is shown.
  var said: String { Layout(width: width).text(reply.blocks) }

  /// What was said last, without empty lines, each piece on a line of its own.
  var pieces: [String] { reply.blocks.map(\.text).filter { !$0.isEmpty } }

  /// What became of the last line.
  var outcome: String { Notation.text(of: reply.outcome) }

  var awaiting: String {
    switch dialogue.awaiting {
    case .consultation: "the consultation"
    case .question(let id): id.name
    case .anythingElse: "anything else"
    }
  }
}

/// Short ways to write what a line was taken for.
enum Notation {
  static func text(of outcome: Reply.Outcome) -> String {
    switch outcome {
    case .answered(_, let answer): text(of: answer)
    case .began(let kind): "began \(kind)"
    case .refused: "refused"
    case .askedBack: "asked back"
    case .served: "served"
    case .told(let topic): "told \(topic)"
    case .alarmed(let alarm): "alarm \(alarm)"
    }
  }

  static func text(of answer: Answer) -> String {
    switch answer {
    case .unsure: "unsure"
    case .option(let id): id.name
    case .options([]): "none"
    case .options(let ids): ids.map(\.name).joined(separator: ", ")
    case .number(let number): "\(number)"
    case .duration(let span): "\(Double(span.seconds) / 3_600) hours"
    case .date(let day): day.day
    }
  }

  /// A reading: `kitchen` for certain, `kitchen?` to be confirmed, `a | b` for either.
  static func text(of reading: AnswerReading) -> String {
    switch reading {
    case .certain(let answer): text(of: answer)
    case .probable(let answer): text(of: answer) + "?"
    case .ambiguous(let options): options.map(\.name).joined(separator: " | ")
    case .refused(.partNotUnderstood(let parts, let options)):
      "\(options.map(\.name).joined(separator: ", ")), not \(parts.joined(separator: ", "))"
    case .refused(let refusal): "refused: \(refusal)"
    }
  }
}

extension KnowledgeBase {
  /// What a line is taken for at a question, whatever it takes to understand it.
  func reading(of line: String, at id: Identifier<Question>, now: Moment? = Boiler.now) -> String {
    guard let question = question(id) else { return "no question \(id)" }
    let reader = AnswerReader(vocabulary: vocabulary, now: now)
    let reading = reader.exactReading(of: line, for: question)
    return Notation.text(of: reading ?? reader.looseReading(of: line, for: question))
  }
}
