import Foundation
import Patchwise
import PatchwiseVerification
import Testing

@Suite("The command that checks knowledge")
struct CheckTests {
  @Test("check finds nothing wrong with the bundled knowledge")
  func bundledKnowledge() throws {
    let result = try Tool.run(["check", "--at", "2026-11-24"])
    #expect(result.errors == "")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == Verification.codes.count + 2)
    #expect(zip(lines, Verification.codes).allSatisfy { $0.hasPrefix("\($1) ") })
    #expect(lines.dropLast(2).allSatisfy { $0.contains(" ok ") && $0.hasSuffix(" ms") })
    #expect(lines.last?.hasPrefix("bundled knowledge: ") == true)
    #expect(lines.last?.hasSuffix(": no problem found") == true)
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
      due.output.hasSuffix(
        "\n9 situations\n\(path): 2 questions, 2 rules, 1 scale: no problem found, 1 source due to be read again\n"
      ))
    #expect(due.status == 0)
    let strict = try Tool.run(["check", path, "--at", "2026-05-02", "--strict"])
    #expect(strict.output.hasSuffix("\n\(path): 1 problem\n"))
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
    #expect(result.output.hasSuffix("\n\(path): 1 problem, 1 source due to be read again\n"))
    #expect(result.status == 1)
  }

  @Test("check tells a file that is not there from one that is wrong")
  func missingKnowledge() throws {
    let result = try Tool.run(["check", "nowhere.yaml"])
    #expect(result.errors.contains("[missing-file]"))
    #expect(result.status == 66)
  }

  // MARK: What is looked for, and how it is told

  /// Knowledge whose promise is broken for somebody, at the second reading.
  private func brokenPromise(in folder: ScratchFolder) throws -> String {
    try folder.file(
      "tap.yaml",
      """
      knowledge: tap
      title: Tap
      version: 1
      questions:
        drips: { ask: Does it drip?, choose: yes-no }
        since: { ask: Since when?, choose: date, asked when: drips }
      sections:
        tap: { questions: [drips, since] }
      scales:
        repair: { levels: [wait, plumber], otherwise: wait }
      rules:
        long:
          when: drips and since more than 3 days ago
          raise: { repair: plumber }
          because: It has gone on for long.
      promises:
        no-second-drip: { whenever: drips and previous drips, then: repair is plumber }
        long-drips: { whenever: since more than 3 days ago, then: repair is plumber }
      consultations:
        tap: { title: Tap, sections: [tap], decides: [repair] }
      """)
  }

  @Test("only what is asked for is looked for")
  func onlyAndExcept() throws {
    let folder = try ScratchFolder()
    let path = try brokenPromise(in: folder)
    func codes(_ arguments: String...) throws -> [Substring] {
      let lines = try Tool.run(["check", path] + arguments).output.split(separator: "\n").dropLast(
        2)
      return lines.map { $0.prefix { $0 != " " } }
    }
    #expect(try codes("--only", "gap", "--only", "dead-rule") == ["dead-rule", "gap"])
    let all = Verification.codes.map(\.rawValue)
    #expect(
      try codes("--except", "broken-promise").map(String.init)
        == all.filter { $0 != "broken-promise" })
    #expect(try Tool.run(["check", path, "--except", "broken-promise"]).status == 0)
    let unknown = try Tool.run(["check", path, "--only", "gpa"])
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("Did you mean 'gap'?"))
  }

  @Test("a program reads what was looked for and found")
  func json() throws {
    struct Report: Decodable {
      struct Check: Decodable {
        var code: String
        var holds: Bool
        var milliseconds: Double
        var situations: String?
        var witness: String?
      }
      struct Problem: Decodable {
        var code: String
        var severity: String
        var file: String?
        var line: Int?
        var column: Int?
        var message: String
      }
      var knowledge: String?
      var situations: String?
      var checks: [Check]
      var diagnostics: [Problem]
    }
    let folder = try ScratchFolder()
    let path = try brokenPromise(in: folder)
    func report(_ path: String, status: Int32) throws -> Report {
      let result = try Tool.run(["check", path, "--format", "json"])
      #expect(result.errors == "")
      #expect(result.status == status)
      return try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
    }
    let found = try report(path, status: 1)
    #expect(found.knowledge == "tap")
    #expect(found.checks.map(\.code) == Verification.codes.map(\.rawValue))
    #expect(found.checks.filter { !$0.holds }.map(\.code) == ["broken-promise"])
    #expect(found.checks.filter { $0.witness != nil }.map(\.code) == ["broken-promise"])
    // Not dripping; dripping for less than three days, just so long, or longer.
    #expect(found.situations == "4")
    #expect(found.checks.first { $0.code == "gap" }?.situations == "4")
    // The promise speaks of earlier readings, without which it is kept.
    #expect(found.checks.first { $0.code == "broken-promise" }?.situations == "0")
    let problem = try #require(found.diagnostics.first)
    #expect(found.diagnostics.count == 1)
    #expect((problem.file, problem.line, problem.column) == (path, 17, 3))
    #expect(problem.severity == "warning")
    let wrong = try report(try folder.file("wrong.yaml", "knowledge: tap"), status: 1)
    #expect(wrong.knowledge == nil)
    #expect(wrong.checks.isEmpty)
    #expect(wrong.diagnostics.allSatisfy { $0.severity == "error" })
  }

  @Test("a witness is a transcript that replays, all readings included")
  func witness() throws {
    let folder = try ScratchFolder()
    let path = try brokenPromise(in: folder)
    let witnesses = folder.url.appending(path: "witnesses").path
    #expect(try Tool.run(["check", path, "--witness", witnesses]).status == 1)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: witnesses) == [
        "broken-promise-1.transcript"
      ])
    let file = witnesses + "/broken-promise-1.transcript"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.hasPrefix("# promise 'no-second-drip' is broken in consultation 'tap'\n"))
    #expect(text.components(separatedBy: "consult tap").count == 3)
    #expect(text.hasSuffix("= repair: wait\n"))
    #expect(!text.contains("!"))
    let replay = try Tool.run(["replay", file, "--knowledge", path])
    #expect(replay.output == "1 passed, 0 failed\n")
    let again = try Tool.run(["check", path, "--witness", witnesses])
    #expect(again.errors == "\(witnesses) is not empty; please name a new folder\n")
    #expect(again.status == 73)
  }

  @Test("what was proved is written with its clauses and steps")
  func proofs() throws {
    let folder = try ScratchFolder()
    let path = try brokenPromise(in: folder)
    let proofs = folder.url.appending(path: "proofs").path
    #expect(try Tool.run(["check", path, "--proofs", proofs]).status == 1)
    let files = try FileManager.default.subpathsOfDirectory(atPath: proofs).sorted()
    #expect(
      files == [
        "broken-promise", "broken-promise/tap-long-drips.cnf", "broken-promise/tap-long-drips.drat",
      ])
    let steps = try String(
      contentsOfFile: "\(proofs)/broken-promise/tap-long-drips.drat", encoding: .utf8)
    #expect(steps.hasSuffix("0\n"))
  }
}
