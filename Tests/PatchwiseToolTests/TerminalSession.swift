import Foundation
import Testing

/// The tool on a pseudo-terminal, with somebody who waits for what it says before typing.
final class TerminalSession {
  /// Nobody waits longer than this; a busy machine may need some of it.
  private static let patience = 60.0

  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let folder: ScratchFolder
  private var bytes = Data()
  /// How much of the output was waited for.
  private var seen = 0

  /// All that has come so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Starts the tool.
  ///
  /// - Parameters:
  ///   - arguments: Its arguments.
  ///   - columns: How wide the window is.
  ///   - environment: Variables that it gets.
  ///   - rest: What the shell does when the tool has come to an end, or was stopped.
  /// - Throws: An error if it can't be started.
  init(
    _ arguments: [String], columns: Int = 80, environment: [String: String] = ["TERM": "xterm"],
    then rest: String = ""
  ) throws {
    folder = try ScratchFolder()
    let command = ([try Tool.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    let run = try folder.file("run", "echo $$ >\"${0%/*}/process\"; exec \(command)")
    // A shell that has a job for each command leaves Ctrl-C and Ctrl-Z to the tool.
    let line = """
      cd '\(folder.url.path)'; tty >tty; stty cols \(columns); stty -g >before; cd "$OLDPWD"
      ulimit -c 0; set -m; sh '\(run)'; status=$?
      \(rest)
      stty -g >'\(folder.url.path)/after'; exit $status
      """
    process.executableURL = URL(filePath: "/usr/bin/script")
    process.arguments = ["-qefc", line, "/dev/null"]
    process.currentDirectoryURL = Tool.package
    process.environment = Tool.environment(
      environment.merging(["INPUTRC": "/dev/null", "LC_ALL": "C.UTF-8", "SHELL": "/bin/sh"]) { $1 })
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    let process = process
    try Self.withoutBlockedSignals { try process.run() }
    DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience) {
      if process.isRunning { process.terminate() }
    }
  }

  /// Tests run on threads that block signals, which a new process would take over.
  private static func withoutBlockedSignals(_ body: () throws -> Void) rethrows {
    var (none, usual) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &usual)
    defer { pthread_sigmask(SIG_SETMASK, &usual, nil) }
    try body()
  }

  /// Waits until a text has come that was not there before.
  func wait(for text: String) throws {
    let wanted = Data(text.utf8)
    while true {
      if let place = bytes.range(of: wanted, in: seen..<bytes.count) {
        seen = place.upperBound
        return
      }
      let more = output.fileHandleForReading.availableData
      try #require(!more.isEmpty, "'\(text)' did not come, but this: \(self.text)")
      bytes += more
    }
  }

  /// Types a text as it is, so that a line has to end with a line break.
  func type(_ text: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
  }

  /// Sends a signal to the tool.
  func send(_ signal: Int32) throws {
    let process = try String(contentsOfFile: "\(folder.url.path)/process", encoding: .utf8)
    kill(try #require(pid_t(process.trimmingCharacters(in: .newlines))), signal)
  }

  /// Whether the terminal is as it was before the tool ran, and takes pasted lines as it did; known in the end.
  var isAsBefore: Bool {
    get throws {
      let modes = try ["before", "after"].map {
        try String(contentsOfFile: "\(folder.url.path)/\($0)", encoding: .utf8)
      }
      let pasting = text.ranges(of: /\u{1B}\[\?2004[hl]/).last.flatMap { text[$0].last }
      return modes[0] == modes[1] && pasting != "h"
    }
  }

  /// Makes the window wider or narrower, as dragging its corner does.
  func resize(columns: Int) throws {
    let path = try String(contentsOfFile: "\(folder.url.path)/tty", encoding: .utf8)
    let terminal = path.trimmingCharacters(in: .newlines)
    let result = try Tool.runInShell("stty -F '\(terminal)' cols \(columns)")
    try #require(result.status == 0, "\(result.errors)")
  }

  /// Waits for the end, and returns the status.
  func end() throws -> Int32 {
    while case let more = output.fileHandleForReading.availableData, !more.isEmpty { bytes += more }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
