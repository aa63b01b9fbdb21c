import Patchwise
import PatchwiseDialogue

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A line that says what is being done, for somebody who waits at a terminal.
enum Progress {
  /// Shows what is being done now; nothing where nobody would see it.
  static func show(_ text: String) {
    guard isShown else { return }
    _ = StandardStreams.write(
      "\r\u{1B}[K\(text.printable.prefix(Console.width - 1))", to: STDERR_FILENO)
  }

  /// Takes the line away.
  static func clear() {
    if isShown { _ = StandardStreams.write("\r\u{1B}[K", to: STDERR_FILENO) }
  }

  /// Shows which of many steps is being done, while it is.
  ///
  /// - Parameters:
  ///   - step: What is being done.
  ///   - place: How many steps were done before.
  ///   - count: How many there are.
  ///   - body: The step.
  /// - Returns: What comes of it.
  static func showing<Result>(
    _ step: some CustomStringConvertible, _ place: Int, of count: Int, _ body: () -> Result
  ) -> Result {
    show("\(place) of \(count): \(step)")
    defer { clear() }
    return body()
  }

  private static var isShown: Bool {
    isatty(STDERR_FILENO) == 1 && Console.variable("TERM") != "dumb"
      && Console.variable("TERM") != nil
  }
}
