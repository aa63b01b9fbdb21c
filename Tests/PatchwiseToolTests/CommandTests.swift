import Foundation
import Patchwise
import Testing

@Suite("The other commands")
struct CommandTests {
  @Test("check finds nothing wrong with the bundled knowledge")
  func bundledKnowledge() throws {
    let result = try Tool.run(["check", "--at", "2026-11-24"])
    #expect(result.errors == "")
    #expect(result.output.hasPrefix("bundled knowledge: "))
    #expect(result.output.hasSuffix(": no problem found\n"))
    #expect(result.status == 0)
  }

  @Test("check reports all problems with their lines, and fails")
  func brokenKnowledge() throws {
    let folder = try ScratchFolder()
    let path = try folder.file(
      "tap.yaml",
      """
      knowledge: tap
      title: Tap
      version: 1
      questions:
        drips: { ask: Does it drip?, choose: yes-no, plainr: Wet? }
      sections:
        tap: { questions: [drip] }
      scales:
        repair: { levels: [wait, plumber], otherwise: wait }
      consultations:
        tap: { title: Tap, sections: [tap], decides: [repair] }
      """)
    let result = try Tool.run(["check", path])
    #expect(
      result.errors == """
        \(path):5:48: error: key 'plainr' does not belong to a question [unknown-key]
            5 |   drips: { ask: Does it drip?, choose: yes-no, plainr: Wet? }
              |                                                ^^^^^^
        help: did you mean 'plainer'?
        \(path):7:22: error: there is no question 'drip' [unknown-question]
            7 |   tap: { questions: [drip] }
              |                      ^^^^
        help: did you mean 'drips'?

        """)
    #expect(result.output == "\(path): 2 problems\n")
    #expect(result.status == 1)
  }

  /// Knowledge in which all that wants a source has one, which is due to be read again in May.
  private func dueKnowledge(in folder: ScratchFolder) throws -> String {
    let tyre = Tool.package.appending(path: "Examples/tyre/tyre.yaml")
    let text = try String(contentsOf: tyre, encoding: .utf8)
      .replacing("because:", with: "sources: [book], because:")
      .replacing("then: ride is stop", with: "then: ride is stop, sources: [book]")
    let book = "sources:\n  book: { title: Book, evidence: expert, review by: 2026-05-01 }\n"
    return try folder.file("tyre.yaml", text + book)
  }

  @Test("a source that is due to be read again is reported, and fails nothing unless asked to")
  func dueSources() throws {
    let folder = try ScratchFolder()
    let path = try dueKnowledge(in: folder)
    let due = try Tool.run(["check", path, "--at", "2026-05-02"])
    #expect(due.errors.contains("[overdue-source]"))
    #expect(
      due.output == """
        \(path): 2 questions, 2 rules, 1 scale: no problem found, 1 source due to be read again

        """)
    #expect(due.status == 0)
    let strict = try Tool.run(["check", path, "--at", "2026-05-02", "--strict"])
    #expect(strict.output == "\(path): 1 problem\n")
    #expect(strict.status == 1)
    let before = try Tool.run(["check", path, "--at", "2026-05-01", "--strict"])
    #expect(before.errors == "")
    #expect(before.status == 0)
  }

  @Test("a due source does not hide what is wrong")
  func dueAndWrong() throws {
    let folder = try ScratchFolder()
    let path = try dueKnowledge(in: folder)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    _ = try folder.file("tyre.yaml", text.replacing("is stop, sources: [book]", with: "is stop"))
    let result = try Tool.run(["check", path, "--at", "2027-01-01"])
    #expect(result.output == "\(path): 1 problem, 1 source due to be read again\n")
    #expect(result.status == 1)
  }

  @Test("check tells a file that is not there from one that is wrong")
  func missingKnowledge() throws {
    let result = try Tool.run(["check", "nowhere.yaml"])
    #expect(result.errors.contains("[missing-file]"))
    #expect(result.status == 66)
  }

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

  @Test("replay fails where there is nothing to replay", arguments: ["nowhere", "Sources"])
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
      try Tool.run(["explain", "x"]).errors.contains("Usage: patchwise explain [<code>]\n"))
    #expect(
      try Tool.run(["no-such-consultation"]).errors.contains("Usage: patchwise chat [<consult"))
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
