public import Patchwise
public import PatchwiseDialogue

/// Writes a conversation down as a transcript, piece by piece.
///
/// Each piece is to be appended, and synced, before the next line is asked for; then a conversation that
/// is cut off loses at most the line being typed.
public struct Recorder: Sendable {
  private var awaited: Awaiting?
  private var asked: [Identifier<Question>] = []

  /// Creates a recorder that has written nothing yet.
  public init() {}

  /// Returns the first lines: the version, the knowledge, the consultation and the time.
  public func header(of dialogue: Dialogue, at now: Moment?) -> String {
    var text =
      "patchwise transcript \(Transcript.version)\nknowledge \(dialogue.knowledge.knowledge.id)\n"
    if let consultation = dialogue.consultation { text += "consult \(consultation.kind.id)\n" }
    if let now { text += "@ \(now)\n" }
    return text + Self.given(in: dialogue)
  }

  /// The lines of what was known before anything was asked.
  static func given(in dialogue: Dialogue) -> String {
    dialogue.given.compactMap { id in
      dialogue.consultation?.answer(to: id).map { "given \(id): \(AnswerNotation.text(of: $0))\n" }
    }.joined()
  }

  /// Returns the lines for something that was typed.
  public mutating func lines(for typed: String, at awaiting: Awaiting, _ reply: Reply) -> String {
    var text = awaiting == awaited ? "" : "\n? \(Replay.name(of: awaiting))\n"
    awaited = awaiting
    text += "> \(typed.withBreakSigns)\n"
    if let understood = Replay.understood(reply.outcome) {
      // The same question may come again; it is then a scene of its own.
      awaited = nil
      if understood != typed { text += "  understood: \(understood)\n" }
    }
    if reply.outcome == .refused { text += "!\n" }
    return text
  }

  /// The lines of what is still asked for, which show that a conversation broke off there.
  static func openScene(of dialogue: Dialogue) -> String {
    let isBrokenOff = !dialogue.isOver && dialogue.awaiting != .anythingElse
    return isBrokenOff ? "\n? \(Replay.name(of: dialogue.awaiting))\n" : ""
  }

  /// Returns the levels that the conversation has come to.
  func levels(of dialogue: Dialogue) -> [Transcript.Expectation] {
    Outcome(dialogue, asked: []).levels
  }

  /// Returns the levels that a conversation comes to at least, where that is more than nothing.
  func floors(of dialogue: Dialogue) -> [Transcript.Expectation] {
    Outcome(dialogue, asked: []).floors
  }

  /// Returns the last lines: what the conversation came to.
  public func ending(of dialogue: Dialogue) -> String {
    ending(of: dialogue, withAdvice: false)
  }

  /// Returns the last lines, with the advice that is told where that is wanted.
  func ending(of dialogue: Dialogue, withAdvice isComplete: Bool) -> String {
    let open = Self.openScene(of: dialogue)
    let outcome = Outcome(dialogue, asked: [])
    var expectations: [Transcript.Expectation] = []
    if let consultation = dialogue.consultation,
      !consultation.answered.isEmpty || dialogue.alarm != nil
    {
      expectations = outcome.levels + outcome.reasons + (isComplete ? outcome.advice : [])
      if consultation.endedEarly { expectations.append(.endedEarly) }
    }
    if let alarm = dialogue.alarm { expectations.append(.alarm(alarm.id.name)) }
    guard !expectations.isEmpty else { return open }
    return open + "\n" + expectations.map { "= \($0)\n" }.joined()
  }
}
