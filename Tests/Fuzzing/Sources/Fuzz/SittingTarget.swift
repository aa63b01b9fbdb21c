import Patchwise
import PatchwiseDialogue
import PatchwiseTranscripts

/// Saved consultations: files, or the lines of a conversation that is saved while it goes on.
///
/// An input that begins with `>` is lines to be typed. Another one is a file, in which each seal is made to fit,
/// so that what stands above it counts, unless the file begins with `!`.
struct SittingTarget: Target {
  private let base: KnowledgeBase
  private let start: Dialogue

  init() throws {
    base = try Bases.boiler()
    var start = try Dialogue(about: base, at: Bases.now)
    _ = start.begin()
    self.start = start
  }

  func take(_ input: [UInt8]) {
    let text = String(decoding: input.dropFirst(), as: UTF8.self)
    switch input.first {
    case UInt8(ascii: ">"): hold(text.split(separator: "\n").map(String.init), input)
    case UInt8(ascii: "!"): read(text)
    default: read(Self.sealed(String(decoding: input, as: UTF8.self)))
    }
  }

  // MARK: Files

  private static func sealed(_ text: String) -> String {
    var sum = Checksum()
    var sealed = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = line.hasPrefix("# seal ") ? "# seal \(sum.digits)\n" : "\(line)\n"
      sum.add(line)
      sealed += line
    }
    return sealed
  }

  private func read(_ file: String) {
    let saved = SavedConsultation(file)
    expect(file.utf8.starts(with: saved.text.utf8), "what counts is not how the file begins")
    expectEqual(saved.damage == nil, saved.text.utf8.count == file.utf8.count, "damage")
    let again = SavedConsultation(saved.text)
    expect(again.damage == nil && again.text == saved.text, "what counts is damaged")
    expectEqual(again.outcome, saved.outcome, "what it came to")
    let held = saved.dialogue(with: base)
    if let held {
      var writer = saved.writer
      var same = held
      let later = Moment(seconds: 1_800_000_000)
      same.resume(at: later)
      let further = saved.text + writer.resumption(at: later)
      let resumed = SavedConsultation(further)
      expect(resumed.damage == nil, "it can't go on")
      // Where nothing is typed in the last consultation, as in no file of ours, the clock is read as its beginning.
      let states = [resumed.dialogue(with: base), same].map(\.?.consultation?.state)
      expectEqual(states[0]?.kind, states[1]?.kind, "resumed")
      expectEqual(states[0]?.answers, states[1]?.answers, "resumed")
      expectEqual(states[0]?.earlier, states[1]?.earlier, "resumed")
      expectSaid(same.resumption)
    }
    _ = (saved.began, saved.kind, saved.lastBegan, saved.openAlarms, saved.successor)
    _ = (saved.course(in: base), saved.earlierChoices(in: base), saved.beginnings)
    for plan in base.knowledge.plans {
      _ = (saved.ending(of: plan, in: base), saved.breaksOff(between: plan))
    }
    _ = saved.lastingAnswers(with: base)
    _ = saved.beginAgain(with: base, at: Bases.now)
    _ = saved.opening(with: base, at: Bases.now)
    if let redacted = saved.redacted(with: base) {
      let replay = Replay(Transcript(redacted, named: ""), with: base)
      expect(replay.passed, "redacted it fails: \(replay.failures)\n\(redacted)")
    }
  }

  // MARK: Conversations

  private func hold(_ lines: [String], _ input: [UInt8]) {
    var dialogue = start
    var writer = SavedConsultation.Writer()
    var pieces = [writer.header(of: dialogue)]
    var standings = [dialogue]
    for line in lines.prefix(30) where !dialogue.isOver {
      let awaiting = dialogue.awaiting
      let reply = dialogue.respond(to: line)
      pieces.append(writer.piece(for: line, at: awaiting, reply, dialogue))
      standings.append(dialogue)
    }
    let file = pieces.joined()
    let saved = SavedConsultation(file)
    expect(saved.damage == nil && saved.text == file, "what was saved is damaged:\n\(file)")
    expectHeld(saved, dialogue)
    read(file)

    // What is cut off ends with the last whole piece.
    let bytes = Array(file.utf8)
    let place = input.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xFFFF } % bytes.count
    let cut = SavedConsultation(String(decoding: bytes[..<place], as: UTF8.self))
    var (length, whole) = (0, 0)
    while whole < pieces.count, length + pieces[whole].utf8.count <= place {
      length += pieces[whole].utf8.count
      whole += 1
    }
    expectEqual(cut.text.utf8.count, length, "what counts of what was cut off")
    if whole > 0 { expectHeld(cut, standings[whole - 1]) }

    // A byte that was altered is noticed.
    var altered = bytes
    altered[place] ^= 1
    let other = SavedConsultation(String(decoding: altered, as: UTF8.self))
    expect(other.damage != nil && other.text.utf8.count <= length, "no damage is seen:\n\(file)")
  }

  private func expectHeld(_ saved: SavedConsultation, _ dialogue: Dialogue) {
    guard let held = saved.dialogue(with: base) else {
      // Who has left is not taken up again.
      return expect(dialogue.isOver, "it can't be taken up again:\n\(saved.text)")
    }
    expectEqual(held.consultation?.state, dialogue.consultation?.state, "saved:\n\(saved.text)")
    expectEqual(held.awaiting, dialogue.awaiting, "saved:\n\(saved.text)")
    expectEqual(held.alarm?.id, dialogue.alarm?.id, "saved:\n\(saved.text)")
  }
}
