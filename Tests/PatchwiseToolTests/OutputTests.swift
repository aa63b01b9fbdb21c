import Testing

@Suite("Output that can't be written")
struct OutputTests {
  private static let commands = [
    "check", "explain", "explain unknown-key", "topics",
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

  @Test("is no reason to complain where nobody wants more", arguments: ["explain", "topics"])
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
