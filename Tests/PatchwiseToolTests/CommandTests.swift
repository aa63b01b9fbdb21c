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
        drips: { ask: Does it drip?, choose: yes-no, asked wen: drips }
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
        \(path):5:48: error: key 'asked wen' does not belong to a question [unknown-key]
            5 |   drips: { ask: Does it drip?, choose: yes-no, asked wen: drips }
              |                                                ^^^^^^^^^
        help: did you mean 'asked when'?
        \(path):7:22: error: there is no question 'drip' [unknown-question]
            7 |   tap: { questions: [drip] }
              |                      ^^^^
        help: did you mean 'drips'?

        """)
    #expect(result.output == "\(path): 2 problems\n")
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
    #expect(accepting.output == "\(path): rewritten\n1 passed, 0 failed\n")
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

  @Test("help, version and completion scripts are there")
  func help() throws {
    #expect(try Tool.run(["--help"]).output.contains("SUBCOMMANDS:"))
    #expect(try Tool.run(["--version"]).output.split(separator: ".").count == 3)
    for shell in ["bash", "zsh", "fish"] {
      #expect(try Tool.run(["--generate-completion-script", shell]).output.contains("patchwise"))
    }
  }
}
