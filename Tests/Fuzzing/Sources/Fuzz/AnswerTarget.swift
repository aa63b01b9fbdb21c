import Patchwise
import PatchwiseDialogue
import PatchwiseTranscripts

/// What is typed at a question, which the first byte chooses.
struct AnswerTarget: Target {
  private let interviews: Interviews

  init() throws { interviews = try Interviews([Bases.boiler(), Bases.bundled()]) }

  func take(_ input: [UInt8]) {
    guard let (dialogue, line) = interviews.choose(input) else { return }
    Conversation(dialogue).expectSound(after: [line])
  }
}

/// A conversation with what is recorded of it.
struct Conversation {
  private(set) var dialogue: Dialogue
  private var recorder = Recorder()
  private(set) var text: String

  init(_ dialogue: Dialogue) {
    self.dialogue = dialogue
    text = recorder.header(of: dialogue, at: dialogue.now)
  }

  /// Types lines, and expects that all that must hold of any conversation does.
  func expectSound(after lines: [String]) {
    var same = self
    for line in lines where !same.dialogue.isOver { same.type(line) }
    same.expectReplayed()
  }

  private mutating func type(_ line: String) {
    let before = dialogue
    let awaiting = dialogue.awaiting
    let reply = dialogue.respond(to: line)
    expectSaid(reply.blocks)
    text += recorder.lines(for: line, at: awaiting, reply)
    guard case .answered(let id, let answer) = reply.outcome else { return }
    expectEqual(
      dialogue.consultation?.answer(to: id), answer, "the answer that is said to be taken")
    guard let question = dialogue.knowledge.question(id) else { fatalError("no question '\(id)'") }
    let written = AnswerNotation.text(of: answer)
    expectHarmless(written)
    expectEqual(
      AnswerText.answer(written, to: question, in: dialogue.knowledge, at: dialogue.now), answer,
      "written as '\(written)'")
    var back = dialogue
    _ = back.respond(to: "go back")
    expectEqual(back.consultation?.state, before.consultation?.state, "taken back")
  }

  /// Expects that what was recorded comes out the same when it is played.
  private func expectReplayed() {
    let text = text + recorder.ending(of: dialogue)
    let replay = Replay(Transcript(text, named: ""), with: dialogue.knowledge)
    expect(replay.passed, "what was recorded fails: \(replay.failures)\n\(text)")
    expectEqual(
      replay.dialogue?.consultation?.state, dialogue.consultation?.state, "played:\n\(text)")
    expectEqual(replay.dialogue?.awaiting, dialogue.awaiting, "played:\n\(text)")
    expectEqual(replay.dialogue?.alarm?.id, dialogue.alarm?.id, "played:\n\(text)")
  }
}
