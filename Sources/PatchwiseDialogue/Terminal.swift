/// Something a person types into and reads from.
///
/// A conversation is a function of lines; a terminal is only its face. GNU readline is one, a pipe is
/// another, a test can be a third.
public protocol Terminal {
  /// How many columns a line may have; nothing if lines should not be broken.
  var width: Int? { get }

  /// Shows a prompt and waits for a line.
  ///
  /// - Parameters:
  ///   - prompt: What stands before the typed text, on one line.
  ///   - completions: What the Tab key may complete the line to.
  /// - Returns: The line, or why there is none.
  func readLine(prompt: String, completions: [String]) -> TerminalInput

  /// Writes text as it is; a line break is written only where the text has one.
  func write(_ text: String)
}

/// What came of waiting for a line.
public enum TerminalInput: Hashable, Sendable {
  case line(String)
  /// The line was abandoned, as with Ctrl-C.
  case abandoned
  /// Nothing more will come, as with Ctrl-D or the end of a pipe.
  case end
}
