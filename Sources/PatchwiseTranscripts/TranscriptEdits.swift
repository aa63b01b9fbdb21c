/// Changes to the lines of a transcript, by their numbers.
struct TranscriptEdits {
  private var replaced: [Int: String?] = [:]
  private var inserted: [Int: String] = [:]

  /// How many lines are changed, removed and added.
  var summary: Replay.Rewriting {
    let removed = replaced.values.count { $0 == nil }
    return Replay.Rewriting(
      changed: replaced.count - removed, removed: removed, added: inserted.count)
  }

  /// Replaces a line, or removes it.
  mutating func replace(_ line: Int, with text: String?) { replaced[line] = .some(text) }

  /// Adds a line behind another.
  mutating func insert(_ text: String, after line: Int) { inserted[line] = text }

  /// The transcript with all changes made.
  func applied(to transcript: Transcript) -> Transcript {
    var rows = ""
    // Added lines are broken as the others are.
    let usualBreak = transcript.lines.first?.lineBreak ?? ""
    for line in transcript.lines {
      if let replacement = replaced[line.number] {
        if let text = replacement { rows += text + line.lineBreak }
      } else {
        rows += line.text + line.lineBreak
      }
      guard let text = inserted[line.number] else { continue }
      rows += line.lineBreak.isEmpty ? usualBreak + text : text + usualBreak
    }
    return Transcript(rows, named: transcript.name)
  }
}
