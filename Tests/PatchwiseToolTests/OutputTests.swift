import Foundation
import Patchwise
import Testing

@Suite("Output that can't be written")
struct OutputTests {
  private static let commands = [
    "check", "explain", "explain unknown-key", "topics", "draw",
    "decide --consult fit <<< '{\"answers\": {}}'",
    "replay Transcripts/command-help.transcript", "chat", "--help", "--version",
  ].map { $0.replacing("<<< '", with: "<<END\n").replacing("}}'", with: "}}\nEND\n") }

  @Test("is told and fails, whatever the command", arguments: commands)
  func full(command: String) throws {
    let lines = command.split(separator: "\n", maxSplits: 1)
    let rest = lines.dropFirst().map { "\n\($0)" }.joined()
    let result = try Tool.runInShell("patchwise \(lines[0]) >/dev/full\(rest)")
    #expect(result.errors == "Standard output can't be written: No space left on device.\n")
    #expect(result.status == 74)
  }

  @Test("no file that is opened takes the place of a stream that is closed")
  func closedStreams() throws {
    let folder = try ScratchFolder()
    let command =
      "patchwise chat --knowledge Examples/tyre/tyre.yaml --store '\(folder.url.path)' --at 2026-03-02"
    let closed = try Tool.runInShell(
      "\(command) --record '\(folder.url.path)/a' 2>&- <<END\nshallow\nEND\n")
    #expect(closed.output.contains("→ A shallow one"))
    #expect(closed.status == 0)
    let record = try String(contentsOfFile: "\(folder.url.path)/a", encoding: .utf8)
    #expect(record.contains("> shallow\n") && !record.contains("Saved as"), "\(record)")
    let output = try Tool.runInShell(
      "\(command) --record '\(folder.url.path)/b' >&- <<END\nshallow\nEND\n")
    #expect(output.errors.contains("Standard output can't be written: Bad file descriptor."))
    #expect(output.status == 74)
    let input = try Tool.runInShell("\(command) --record '\(folder.url.path)/c' <&-")
    #expect(input.output.hasSuffix("Take care of yourself.\n\n"))
    #expect(input.status == 0)
    let none = try Tool.runInShell("patchwise check Examples/tyre/tyre.yaml <&- >&- 2>&-")
    #expect(none.status == 74)
  }

  @Test(
    "a window or a variable that is too narrow for anything harms nothing", arguments: [0, -1, 1])
  func narrow(columns: Int) throws {
    let progress = try Tool.runInShell(
      "TERM=xterm COLUMNS=\(columns) script -qec \"'$0' check Examples/tyre/tyre.yaml >/dev/null\" /dev/null </dev/null"
    )
    #expect(progress.status == 0, "\(progress.output)")
    let topics = try Tool.run(["topics"], environment: ["COLUMNS": "\(columns)"])
    #expect(topics.status == 0)
  }

  @Test("input that can't be read is not taken for its end", arguments: ["</", "<&-"])
  func unreadable(input: String) throws {
    let result = try Tool.runInShell("patchwise decide --consult fit \(input)")
    #expect(result.errors.hasPrefix("Standard input can't be read: "))
    #expect(result.status == 66)
  }

  @Test("input that comes late is waited for, whatever it was set to")
  func late() throws {
    let process = Process()
    process.executableURL = URL(filePath: try Tool.path)
    process.arguments = ["chat", "--knowledge", "Examples/tyre/tyre.yaml"]
    process.currentDirectoryURL = Tool.package
    process.environment = Tool.environment([:])
    let (input, output) = (Pipe(), Pipe())
    let descriptor = input.fileHandleForReading.fileDescriptor
    #expect(fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK) == 0)
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    Thread.sleep(forTimeInterval: 1)
    try input.fileHandleForWriting.write(contentsOf: Data("shallow\n".utf8))
    try input.fileHandleForWriting.close()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(text.contains("→ A shallow one"))
    process.waitUntilExit()
  }

  @Test("nothing from outside steers the terminal")
  func escapes() throws {
    let folder = try ScratchFolder()
    let path = try folder.file(
      "a.transcript",
      """
      patchwise transcript 1
      knowledge tyre
      ? cut
      > deep
      ! other \u{1B}[31m \u{9B}31m \u{202E} \u{7F}
      = ride: go
      """)
    let tyre = try String(
      contentsOf: Tool.package.appending(path: "Examples/tyre/tyre.yaml"), encoding: .utf8)
    let version = try #require(tyre.firstMatch(of: /version: .*/)).output
    let hostile = try folder.file(
      "hostile.yaml", tyre.replacing(version, with: #"version: "1\u001b[2J\u202e""#))
    let runs = [
      try Tool.run(["chat", "\u{1B}[31mx"]), try Tool.run(["check", "\u{1B}[31m.yaml"]),
      try Tool.run(["replay", path, "--knowledge", "Examples/tyre/tyre.yaml"]),
      try Tool.run(
        ["decide", "--knowledge", "Examples/tyre/tyre.yaml"],
        input: #"{"answers": {"\#u{9B}\#u{202E}\#u{7F}": 1}}"# + "\n"),
      try Tool.run(["baseline", "--knowledge", hostile, "--compare", path]),
    ]
    let page = try Tool.run(["baseline", "--knowledge", hostile])
    #expect(page.status == 0)
    #expect(page.output.unicodeScalars.allSatisfy { $0 == "\n" || $0.isPrintable })
    for result in runs {
      #expect(result.status != 0)
      for scalar in (result.output + result.errors).unicodeScalars {
        #expect(scalar == "\n" || scalar.isPrintable, "U+\(String(scalar.value, radix: 16))")
      }
    }
    // A program that reads the JSON gets what was there.
    struct Complaint: Decodable { var error: String }
    let complaint = try JSONDecoder().decode(Complaint.self, from: Data(runs[3].output.utf8))
    #expect(complaint.error.contains("\u{9B}\u{202E}\u{7F}"))
  }

  @Test("a recording that can't go on fails in the end", .withTightLimits)
  func recording() throws {
    let folder = try ScratchFolder()
    let path = folder.url.appending(path: "a.transcript").path
    let lines = String(repeating: "help\n", count: 600)
    let result = try Tool.runInShell(
      "trap '' XFSZ; ulimit -f 4; patchwise chat --knowledge Examples/tyre/tyre.yaml --record '\(path)' >/dev/null <<END\n\(lines)END\n"
    )
    #expect(result.errors.contains("What follows is not recorded."))
    #expect(result.status == 73)
  }

  @Test(
    "is no reason to complain where nobody wants more", arguments: ["explain", "topics", "draw"])
  func closed(command: String) throws {
    // The second shell is deaf to the signal, as some programs are, and so are those that it starts.
    for shell in ["", "trap '' PIPE; "] {
      let result = try Tool.runInShell("\(shell)patchwise \(command) | head -n 1")
      #expect(result.errors == "")
      #expect(result.output.split(separator: "\n").count == 1)
      #expect(result.status == 0)
    }
  }
}
