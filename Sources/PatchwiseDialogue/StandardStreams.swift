#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Standard input and output, and the window they are in.
package enum StandardStreams {
  /// Whether somebody types what we read.
  package static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// Whether what we write is seen as it is written.
  package static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// How many columns the window has now; nothing without a window or if it doesn't say.
  package static var columns: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes text to standard output, at once even if that is a pipe.
  ///
  /// - Returns: Whether anybody can still read it.
  @discardableResult
  package static func write(_ text: String) -> Bool {
    print(text, terminator: "")
    // All streams, as `stdout` is a variable that Swift refuses to touch.
    return fflush(nil) == 0
  }
}
