import ArgumentParser
import Patchwise
import PatchwiseDialogue
import PatchwiseReadline

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The standard streams and the environment.
enum Console {
  /// Writes a line to standard output.
  ///
  /// - Throws: `ExitCode.unwritten` if it can't be written; why is said when the command ends.
  static func say(_ line: String) throws { try write(line.printable + "\n") }

  /// Writes a sentence to standard output, as wide as the window is.
  ///
  /// - Throws: `ExitCode.unwritten` if it can't be written.
  static func tell(_ sentence: String) throws { try show([.paragraph(sentence)]) }

  /// Writes a sentence to standard error, as wide as the window is.
  static func remark(_ sentence: String) {
    let layout = Layout(width: isatty(STDERR_FILENO) == 1 ? StandardStreams.columns : nil)
    _ = StandardStreams.write(layout.text([.paragraph(sentence)]), to: STDERR_FILENO)
  }

  /// Writes blocks to standard output, as wide as the window is; where there is none, no line is broken.
  ///
  /// - Throws: `ExitCode.unwritten` if they can't be written.
  static func show(_ blocks: [Block]) throws {
    try write(Layout(width: StandardStreams.columns, isDecorated: canDecorate).text(blocks))
  }

  /// Writes text to standard output as it is.
  static func write(_ text: String) throws {
    guard StandardStreams.write(text) else { throw ExitCode.unwritten }
  }

  /// Writes bytes to standard output as they are.
  ///
  /// - Throws: `ExitCode.unwritten` if they can't be written.
  static func write(_ bytes: [UInt8]) throws {
    guard StandardStreams.write(bytes) else { throw ExitCode.unwritten }
  }

  /// Adds what can be read from standard input, or waits for the first of it.
  ///
  /// - Returns: Whether there was something.
  /// - Throws: `FileProblem` if it can't be read.
  static func read(into bytes: inout [UInt8]) throws(FileProblem) -> Bool {
    let count = StandardStreams.read(into: &bytes, atMost: 1 << 18)
    guard count >= 0 else { throw FileProblem(reading: "Standard input") }
    return count > 0
  }

  /// Where a person types, or a pipe.
  static var terminal: any Terminal { makeReadlineTerminal() ?? PlainTerminal(width: width) }

  /// Waits for a line that is not a part of the conversation.
  ///
  /// - Returns: The line; nothing if it was abandoned, or if no more comes.
  static func listen() -> String? {
    guard case .line(let line) = terminal.readLine(prompt: "> ", completions: []) else {
      return nil
    }
    return line
  }

  /// Writes a line to standard error.
  ///
  /// What arguments and files hold can't steer the terminal.
  static func complain(_ text: String) {
    _ = StandardStreams.write(text.printable + "\n", to: STDERR_FILENO)
  }

  /// What a message about a place begins with; nothing if it is not known.
  static func place(_ location: SourceLocation?) -> String { location.map { "\($0): " } ?? "" }

  /// The status to leave with, which is another one if output was lost; says so, too.
  ///
  /// Whoever has closed a pipe, as `head` does, knows.
  static func status(after status: ExitCode) -> ExitCode {
    guard let error = StandardStreams.outputError else { return status }
    if error != EPIPE {
      complain("Standard output can't be written: \(String(cString: strerror(error))).")
    }
    return .unwritten
  }

  /// Puts right what whoever has started the program may have left as it can't stay.
  static func settle() {
    // Ctrl-\ ends the program without a word, and not with the trace of a crash.
    signal(SIGQUIT, SIG_DFL)
    // A file that may not grow any more can't be written, which is told.
    signal(SIGXFSZ, SIG_IGN)
    // Nobody takes from themselves the right to read what they write.
    umask(umask(0) & 0o077)
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      let flags = fcntl(stream, F_GETFL)
      if flags < 0 {
        // The next file that is opened would take its place, and hold what is said. Whoever reads or writes
        // here fails as before.
        _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
      } else if flags & O_NONBLOCK != 0 {
        // What comes only later would be taken for the end.
        _ = fcntl(stream, F_SETFL, flags & ~O_NONBLOCK)
      }
    }
  }

  /// The value of an environment variable, if it is set and not empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Whether headings may be shown in bold: on a terminal that can, and where nobody minds.
  ///
  /// NO_COLOR is the convention of no-color.org: it counts if it is set and not empty.
  static var canDecorate: Bool {
    StandardStreams.outputIsTerminal && variable("NO_COLOR") == nil && variable("TERM") != "dumb"
      && variable("TERM") != nil
  }

  /// Whether somebody may be typing.
  static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// How many columns a line may have, at least 1: those of the window, or of COLUMNS, or 80.
  static var width: Int {
    max(1, StandardStreams.columns ?? variable("COLUMNS").flatMap { Int($0) } ?? 80)
  }
}

/// The exit statuses beside those of ArgumentParser.
extension ExitCode {
  /// A file cannot be read (EX_NOINPUT).
  static let unreadable = ExitCode(66)
  /// We are to blame (EX_SOFTWARE).
  static let unforeseen = ExitCode(70)
  /// A file cannot be written (EX_CANTCREAT).
  static let unwritable = ExitCode(73)
  /// Standard output cannot be written (EX_IOERR).
  static let unwritten = ExitCode(74)
}
