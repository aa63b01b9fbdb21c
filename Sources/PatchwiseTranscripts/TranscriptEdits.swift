/// Changes to the lines of a transcript, by their numbers.
struct TranscriptEdits {
  private var replaced: [Int: String?] = [:]
  private var inserted: [Int: String] = [:]

  /// Replaces a line, or removes it.
  mutating func replace(_ line: Int, with text: String?) { replaced[line] = .some(text) }

  /// Adds a line behind another.
  mutating func insert(_ text: String, after line: Int) { inserted[line] = text }

  /// The transcript with all changes made.
  func applied(to transcript: Transcript) -> Transcript {
    var rows: [String] = []
    for line in transcript.lines {
      if let replacement = replaced[line.number] {
        if let text = replacement { rows.append(text) }
      } else {
        rows.append(line.text)
      }
      if let text = inserted[line.number] { rows.append(text) }
    }
    return Transcript(rows.map { "\($0)\n" }.joined(), named: transcript.name)
  }
}
