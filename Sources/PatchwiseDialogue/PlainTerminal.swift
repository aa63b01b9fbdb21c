/// Standard input and output as they are: for pipes, and for builds without line editing.
///
/// A prompt is shown only if somebody is there to see it, that is if standard
/// input is a terminal. Lines from a pipe are not echoed. Once nobody reads the
/// output any more, the input counts as ended, too.
public struct PlainTerminal: Terminal {
  /// How many columns a line may have; nothing if lines should not be broken.
  public var width: Int?

  /// - Parameter width: How many columns a line may have; nothing if lines should not be broken.
  public init(width: Int? = nil) {
    self.width = width
  }

  /// Waits for a line, and shows the prompt only where somebody types.
  public func readLine(prompt: String, completions: [String]) -> TerminalInput {
    let isTyped = StandardStreams.inputIsTerminal
    guard StandardStreams.write(isTyped ? prompt : "") else { return .end }
    if let line = StandardStreams.readLine() { return .line(line) }
    // After Ctrl-D the cursor still stands behind the prompt.
    if isTyped { StandardStreams.write("\n") }
    return .end
  }

  /// Writes text to standard output, at once.
  public func write(_ text: String) {
    StandardStreams.write(text)
  }
}
