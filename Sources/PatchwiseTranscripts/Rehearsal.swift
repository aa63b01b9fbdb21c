public import Patchwise
import PatchwiseDialogue

/// The conversation of somebody whose answers are known beforehand, written down.
///
/// It is a conversation like any other, so that its transcript replays.
public struct Rehearsal: Sendable {
  /// One sitting.
  public struct Sitting: Sendable {
    /// The consultation that is held.
    public var consultation: Identifier<ConsultationKind>
    /// What the person's clock says.
    public var now: Moment
    /// What they answer; to other questions, if they come, something that says as little as it can.
    public var answers: [Identifier<Question>: Answer]

    /// Creates a sitting.
    ///
    /// - Parameters:
    ///   - consultation: The consultation that is held.
    ///   - now: What the person's clock says.
    ///   - answers: What they answer.
    public init(
      _ consultation: Identifier<ConsultationKind>, at now: Moment,
      answers: [Identifier<Question>: Answer]
    ) {
      self.consultation = consultation
      self.now = now
      self.answers = answers
    }
  }

  /// The transcript, with what came out as its expectations.
  public let text: String

  /// Holds a conversation.
  ///
  /// - Parameters:
  ///   - sittings: The sittings, in order.
  ///   - knowledge: What it is about.
  ///   - remark: What stands at the head of the transcript: why it is there.
  /// - Throws: `UnknownConsultation` if the knowledge has no such consultation.
  public init(
    of sittings: [Sitting], about knowledge: KnowledgeBase, remark: String
  ) throws(UnknownConsultation) {
    var text = "# \(remark.withBreakSigns)\n"
    var earlier: [Consultation] = []
    for sitting in sittings {
      var dialogue = try Dialogue(
        about: knowledge, consulting: sitting.consultation, at: sitting.now, earlier: earlier)
      _ = dialogue.begin()
      var recorder = Recorder()
      text +=
        earlier.isEmpty
        ? recorder.header(of: dialogue, at: sitting.now)
        : "\n@ \(sitting.now)\nconsult \(sitting.consultation)\n"
      while case .question(let id) = dialogue.awaiting, let question = knowledge.question(id) {
        let awaiting = dialogue.awaiting
        let answer = sitting.answers[id] ?? Self.plainAnswer(to: question, at: sitting.now)
        let (typed, reply) = Self.type(answer, to: question, in: &dialogue)
        text += recorder.lines(for: typed, at: awaiting, reply)
        // What can't be said by name ends it there.
        guard dialogue.consultation?.answer(to: id) != nil else { break }
      }
      text += recorder.ending(of: dialogue, withAdvice: true)
      if let consultation = dialogue.consultation { earlier.append(consultation) }
    }
    self.text = text
  }

  /// Types an answer by name or, where a name would be heard as something else, such as an alarm, by
  /// number.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - question: The question that was put.
  ///   - dialogue: The conversation.
  /// - Returns: What was typed, and the reply.
  private static func type(
    _ answer: Answer, to question: Question, in dialogue: inout Dialogue
  ) -> (typed: String, reply: Reply) {
    let options = dialogue.knowledge.options(of: question).map(\.id)
    let numbers = answer.options.compactMap { options.firstIndex(of: $0) }.map { "\($0 + 1)" }
    let name = AnswerNotation.text(of: answer)
    var byName = dialogue
    let reply = byName.respond(to: name)
    if numbers.isEmpty || byName.consultation?.answer(to: question.id) == answer {
      dialogue = byName
      return (name, reply)
    }
    let number = numbers.joined(separator: ", ")
    return (number, dialogue.respond(to: number))
  }

  /// An answer that says as little as it can.
  private static func plainAnswer(to question: Question, at now: Moment) -> Answer {
    switch question.domain {
    case .any, .ingredients: .options([])
    case .yesNo: .option("no")
    case .one(let options, _):
      (options.last { !$0.isWarning } ?? options.last).map { .option($0.id) } ?? .unsure
    case .number(let range, _): .number(range.lowerBound)
    case .duration(let range): .duration(range.lowerBound)
    case .date: .date(now)
    }
  }
}
