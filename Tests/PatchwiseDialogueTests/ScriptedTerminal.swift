import PatchwiseDialogue

/// A terminal at which everything that is typed is known beforehand.
final class ScriptedTerminal: Terminal {
  /// How wide it is each time it is asked; the last width stays.
  private var widths: [Int?]
  /// What was not read.
  private(set) var inputs: [TerminalInput]
  /// What was offered each time a line was read.
  private(set) var offers: [(prompt: String, completions: [String])] = []
  /// What was written, piece by piece.
  private(set) var written: [String] = []

  init(_ inputs: [TerminalInput], widths: [Int?] = [80]) {
    self.inputs = inputs
    self.widths = widths
  }

  convenience init(typing lines: [String]) { self.init(lines.map { .line($0) }) }

  var width: Int? { widths.count > 1 ? widths.removeFirst() : widths[0] }

  func readLine(prompt: String, completions: [String]) -> TerminalInput {
    offers.append((prompt, completions))
    return inputs.isEmpty ? .end : inputs.removeFirst()
  }

  func write(_ text: String) { written.append(text) }

  /// Everything that was written.
  var text: String { written.joined() }
}
