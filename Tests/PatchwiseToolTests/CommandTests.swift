import Foundation
import Patchwise
import Testing

@Suite("The other commands")
struct CommandTests {
  @Test("explain prints the page of every code", arguments: DiagnosticCode.allCases)
  func explain(code: DiagnosticCode) throws {
    let result = try Tool.run(["explain", code.rawValue])
    #expect(result.output == "\(code.page)\n")
    #expect(result.status == 0)
  }

  @Test("explain proposes the code that was probably meant")
  func explainUnknown() throws {
    let result = try Tool.run(["explain", "unknwon-key"])
    #expect(result.errors.contains("Did you mean 'unknown-key'?"))
    #expect(result.status == 64)
  }

  @Test("replay says at which line what came out otherwise, and counts")
  func replay() throws {
    let folder = try ScratchFolder()
    let path = try folder.file(
      "a.transcript",
      """
      patchwise transcript 1
      knowledge tyre
      ? cut
      > deep
      = ride: go

      """)
    let command = ["replay", "--knowledge", "Examples/tyre/tyre.yaml", folder.url.path]
    let result = try Tool.run(command)
    #expect(
      result.output == """
        \(path):5: this did not come out
          expected: ride: go
          got:      ride: stop
        0 passed, 1 failed

        """)
    #expect(result.status == 1)
    let accepting = try Tool.run(command + ["--accept"])
    #expect(accepting.output == "\(path): rewritten, 1 line changed\n1 passed, 0 failed\n")
    #expect(accepting.status == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasSuffix("> deep\n= ride: stop\n"))
  }

  @Test(
    "replay fails where there is nothing to replay", arguments: ["nowhere", "Sources/Patchwise"])
  func replayNothing(path: String) throws {
    let result = try Tool.run(["replay", path])
    #expect(result.status == 66)
    #expect(result.errors.contains(path))
  }

  @Test("all bundled transcripts pass, and together exercise all of the bundled knowledge")
  func bundledTranscripts() throws {
    let result = try Tool.run(["replay", "--coverage", "Transcripts"])
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.hasSuffix(" passed, 0 failed\n"))
  }

  @Test("topics lists what can be asked, and answers a question in other words")
  func topics() throws {
    let list = try Tool.run(["topics"])
    #expect(list.output.split(separator: "\n").count >= 18)
    let answer = try Tool.run(["topics", "are", "they", "fda", "approved?"])
    #expect(answer.output.contains("No, that is a myth."))
    let unknown = try Tool.run(["topics", "who won the match?"])
    #expect(unknown.status == 64)
  }

  @Test(
    "wrong use is told from failure",
    arguments: [["chat", "--nonsense"], ["chat", "no-such-consultation"], ["replay"]])
  func wrongUse(arguments: [String]) throws {
    #expect(try Tool.run(arguments).status == 64)
  }

  @Test("a mistyped command is told with the one that was probably meant")
  func mistypedCommand() throws {
    for arguments in [["chekc"], ["repaly", "Transcripts"], ["Explain", "--nonsense"]] {
      let result = try Tool.run(arguments)
      let meant = ["chekc": "check", "repaly": "replay", "Explain": "explain"][arguments[0]] ?? ""
      #expect(
        result.errors == """
          Error: There is no command '\(arguments[0])'. Did you mean '\(meant)'?
          Usage: patchwise <subcommand>
            See 'patchwise --help' for more information.

          """)
      #expect(result.status == 64)
    }
  }

  @Test("wrong use that is found out late is told with the usage of its own command")
  func usage() throws {
    let result = try Tool.run(["decide", "--consult", "fut"])
    #expect(
      result.errors == """
        Error: There is no consultation 'fut'. Did you mean 'fit'?
        Usage: patchwise decide [--consult <consult>] [--knowledge <file>] [--at <date>]
          See 'patchwise decide --help' for more information.

        """)
    #expect(
      try Tool.run(["explain", "x"]).errors.contains(
        "Usage: patchwise explain [<code>] [--markdown]\n"))
    #expect(
      try Tool.run(["no-such-consultation"]).errors.contains("Usage: patchwise chat [<consult"))
  }

  @Test("help has no signs that a manual page would leave out")
  func manual() throws {
    let help = try Tool.run(["--experimental-dump-help"]).output
    #expect(help.contains("\"check\""))
    #expect(help.unicodeScalars.first { !$0.isASCII } == nil)
  }

  @Test("help, version and completion scripts are there")
  func help() throws {
    #expect(try Tool.run(["--help"]).output.contains("SUBCOMMANDS:"))
    #expect(try Tool.run(["--version"]).output.split(separator: ".").count == 3)
    for shell in ["bash", "zsh", "fish"] {
      #expect(try Tool.run(["--generate-completion-script", shell]).output.contains("patchwise"))
    }
  }
}
