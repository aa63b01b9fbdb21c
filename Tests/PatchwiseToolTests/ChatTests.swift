import Foundation
import Patchwise
import PatchwiseExosomes
import Testing

@Suite("patchwise chat", .serialized)
struct ChatTests {
  private let tyre = ["chat", "--knowledge", "Examples/tyre/tyre.yaml"]

  @Test("a pipe shows no prompt and no echo, and the end of input ends politely")
  func pipe() throws {
    let result = try Tool.run(tyre, input: "shallow\n")
    #expect(!result.output.contains(">"))
    #expect(!result.output.contains("\nshallow\n"))
    #expect(result.output.hasSuffix("Take care of yourself.\n\n"))
    #expect(result.status == 0)
  }

  @Test(
    "without options it talks as with one that changes nothing",
    arguments: [[], ["chat"], ["chat", ExosomeKnowledge.exampleConsultation]])
  func plain(arguments: [String]) throws {
    let plain = try Tool.run(arguments, input: "none\nquit\n")
    let command = arguments.isEmpty ? ["chat"] : arguments
    let other = try Tool.run(command + ["--plain"], input: "none\nquit\n")
    #expect(plain.output == other.output && plain.errors == other.errors)
    #expect(plain.status == 0 && other.status == 0)
    let home = ["HOME": "", "XDG_DATA_HOME": ""]
    let homeless = try Tool.run(arguments, environment: home)
    #expect(homeless.errors.contains("There is no home folder to save in"))
    #expect(homeless.status == 64)
    let atTerminal = try Tool.runOnTerminal(command, typing: "quit\n")
    #expect(atTerminal.output.contains("> quit"))
  }

  @Test("a terminal completes answers and ends with Ctrl-D")
  func terminal() throws {
    // Tab completes "sha" to the whole name; then Ctrl-D.
    let result = try Tool.runOnTerminal(tyre, typing: "sha\t\n\u{4}")
    #expect(result.output.contains("> sha"))
    #expect(result.output.contains("→ A shallow one"))
    #expect(result.output.contains("Take care of yourself."))
    #expect(result.status == 0)
  }

  @Test("nothing is decorated where the output is no terminal")
  func decoration() throws {
    let result = try Tool.run(tyre, input: "quit\n", environment: ["TERM": "xterm"])
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test("a recording is a transcript that replays, and its owner alone can read it")
  func recording() throws {
    let folder = try ScratchFolder()
    let path = try folder.file("talk.transcript")
    let typed = "nonsense\nshalow\nyes\nwhy\n1.5\nexplain\nback\n3\nquit\n"
    let command = tyre + ["--record", path, "--at", "2026-03-02 20:15"]
    #expect(try Tool.run(command, input: typed).status == 0)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(
      text.hasPrefix("patchwise transcript 1\nknowledge tyre\nconsult ride\n@ 2026-03-02 20:15\n"))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let replay = try Tool.run(["replay", "--knowledge", "Examples/tyre/tyre.yaml", path])
    #expect(replay.output == "1 passed, 0 failed\n")
    // A second recording must not overwrite the first.
    let second = try Tool.run(command, input: "quit\n")
    #expect(second.status == 73)
    #expect(second.errors.contains("exists already"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test("a folder can't be recorded to, and is called one")
  func recordingToFolder() throws {
    let folder = try ScratchFolder()
    let result = try Tool.run(tyre + ["--record", folder.url.path])
    #expect(result.errors == "\(folder.url.path) is a folder; please name a new file\n")
    #expect(result.status == 73)
  }

  @Test(
    "a line of any bytes is answered, not crashed on",
    arguments: ["\u{FF}\u{FE}", "\u{1B}]0;x\u{7}", "🧴🧴🧴", String(repeating: "x", count: 100_000)])
  func strangeLines(line: String) throws {
    let result = try Tool.run(tyre, input: line + "\nquit\n")
    #expect(result.status == 0)
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test("of a line that is too long no more is kept than shows that it is", .withTightLimits)
  func tooLong() throws {
    let result = try Tool.runInShell(
      """
      (head -c 50000000 /dev/zero | tr '\\0' x; printf '\\nquit\\n') | \
      (ulimit -v 400000; patchwise chat --knowledge Examples/tyre/tyre.yaml --private)
      """)
    #expect(result.output.contains("That is more than I can read at once."))
    #expect(result.status == 0)
  }
}
