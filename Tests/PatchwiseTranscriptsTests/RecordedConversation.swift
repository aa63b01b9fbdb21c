import Patchwise
import PatchwiseDialogue
import PatchwiseTestSupport
import PatchwiseTranscripts

/// A conversation with somebody who types at random, and what was recorded of it.
struct RecordedConversation {
  private(set) var dialogue: Dialogue
  /// What was appended, one piece for each line that was typed.
  private(set) var pieces: [String] = []
  let header: String
  private var recorder = Recorder()

  /// Begins a conversation in which nothing is typed.
  init(_ kind: Identifier<ConsultationKind>? = nil, at now: Moment? = Boiler.now) throws {
    dialogue = try Dialogue(about: Boiler.knowledge(), consulting: kind, at: now)
    _ = dialogue.begin()
    header = recorder.header(of: dialogue, at: now)
  }

  /// Holds a conversation of so many lines at most.
  init(seed: UInt64, lines count: Int = 40) throws {
    var random = SplitMix64(seed: seed)
    try self.init(random.pick([nil, "no-heat", "service"]))
    var lines = RandomLines(dialogue.knowledge, seed: seed)
    // Some break off early.
    for _ in 0..<random.within(0...count) where !dialogue.isOver {
      say(lines.line(at: question, answering: 60))
    }
  }

  mutating func say(_ line: String) {
    let awaiting = dialogue.awaiting
    let reply = dialogue.respond(to: line)
    pieces.append(recorder.lines(for: line, at: awaiting, reply))
  }

  private var question: Question? {
    if case .question(let id) = dialogue.awaiting { dialogue.knowledge.question(id) } else { nil }
  }

  var text: String { header + pieces.joined() + recorder.ending(of: dialogue) }
}
