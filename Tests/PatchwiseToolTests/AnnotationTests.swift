import Foundation
import Patchwise
import Testing

@Suite("Problems as hosts of code show them")
struct AnnotationTests {
  /// Knowledge with several problems, some behind signs that take two units of UTF-16 and four of UTF-8.
  private static let tap = """
    knowledge: tap
    title: Tap
    version: 1
    questions:
      drips: { ask: 💧 Does it drip?, choose: yes-no, plainr: Wet? }
      leak: { ask: Does it leak?, choose: yes-no, "99%, or:": sure }
    sections:
      tap: { questions: [drip] }
    scales:
      repair: { levels: [wait, plumber], otherwise: wait }
    definitions:
      worn: "💧 and drips"
      drips: leak
    consultations:
      tap: { title: Tap, sections: [tap], decides: [repair] }
    """

  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "all, 100%: taps"), withIntermediateDirectories: false)
    _ = try folder.file("tap.yaml", Self.tap)
  }

  private func check(_ arguments: String...) throws -> Tool.Result {
    try Tool.run(["check"] + arguments, in: folder.url)
  }

  @Test("GitHub reads a workflow command for each, with the line and columns in UTF-16")
  func github() throws {
    let result = try check("tap.yaml", "--format", "github")
    #expect(
      result.output == """
        ::error file=tap.yaml,line=5,col=51,endColumn=57,title=unknown-key::key 'plainr' does not \
        belong to a question%0Ahelp: did you mean 'plainer'?
        ::error file=tap.yaml,line=6,col=48,endColumn=56,title=unknown-key::key '99%25, or:' does \
        not belong to a question%0Ahelp: a question has the keys ask, short, choose, options, \
        ordered, cautious end, range, unit, lexicons, none, unsure, plainer, asked when, when in \
        doubt, why, help, changes, sources
        ::error file=tap.yaml,line=8,col=22,endColumn=26,title=unknown-question::there is no question \
        'drip'%0Ahelp: did you mean 'drips'?
        ::error file=tap.yaml,line=12,col=10,endColumn=12,title=unknown-name::there is no question, \
        scale, definition or advice '💧'
        ::error file=tap.yaml,line=13,col=3,endColumn=8,title=duplicate-name::the name 'drips' is \
        taken%0Anote: tap.yaml:5: it is a question here%0Ahelp: give the definition another name
        tap.yaml: 5 problems

        """)
    #expect(result.errors == "")
    #expect(result.status == 1)
  }

  @Test("what would break a workflow command off is escaped, in properties more than in the text")
  func escapes() throws {
    let path = "all, 100%: taps/tap.yaml"
    _ = try folder.file(path, Self.tap)
    let result = try check(path, "--format", "github")
    #expect(result.output.hasPrefix("::error file=all%2C 100%25%3A taps/tap.yaml,line=5,"))
  }

  @Test("paths are relative to the working folder, however the file was named")
  func paths() throws {
    let named = try check("tap.yaml", "--format", "github").output
    let absolute = folder.url.appending(path: "tap.yaml").path
    func commands(_ output: String) -> [Substring] { output.split(separator: "\n").dropLast() }
    #expect(try commands(check(absolute, "--format", "github").output) == commands(named))
    let elsewhere = try ScratchFolder()
    try FileManager.default.createSymbolicLink(
      at: elsewhere.url.appending(path: "link"), withDestinationURL: folder.url)
    let linked = elsewhere.url.appending(path: "link/tap.yaml").path
    #expect(try commands(check(linked, "--format", "github").output) == commands(named))
    let odd = "./all, 100%: taps/../tap.yaml"
    #expect(try commands(check(odd, "--format", "github").output) == commands(named))
    let beside = try Tool.run(
      ["check", "../tap.yaml", "--format", "github"],
      in: folder.url.appending(path: "all, 100%: taps"))
    #expect(beside.output.hasPrefix("::error file=../tap.yaml,line=5,"))
    #expect(try !check(absolute, "--format", "sarif").output.contains(folder.url.path))
  }

  @Test("a file that is not there is annotated as a whole")
  func missing() throws {
    let result = try check("nowhere.yaml", "--format", "github")
    #expect(
      result.output == """
        ::error file=nowhere.yaml,title=missing-file::file 'nowhere.yaml' cannot be found or read
        nowhere.yaml: 1 problem

        """)
    #expect(result.status == 66)
  }

  @Test("what fails nothing is a notice, and what is suspicious a warning")
  func weights() throws {
    let tyre = Tool.package.appending(path: "Examples/tyre/tyre.yaml")
    let book = "sources:\n  book: { title: Book, evidence: expert, review by: 2026-05-01 }\n"
    _ = try folder.file("tyre.yaml", String(contentsOf: tyre, encoding: .utf8) + book)
    func begins(_ arguments: String...) throws -> [String] {
      let options = ["tyre.yaml", "--format", "github", "--at", "2026-06-01"]
      let only = ["--only", "overdue-source", "--only", "unused-name"]
      let result = try Tool.run(["check"] + options + only + arguments, in: folder.url)
      return result.output.split(separator: "\n").map { String($0.prefix { $0 != "," }) }
    }
    let unused = "::warning file=tyre.yaml"
    #expect(try begins() == ["::notice file=tyre.yaml", unused, "tyre.yaml: 1 problem"])
    let strict = try begins("--strict")
    #expect(strict == ["::warning file=tyre.yaml", unused, "tyre.yaml: 2 problems"])
  }

  // MARK: SARIF

  /// The text of a JSON value, in one form.
  private static func normal(_ json: String) throws -> String {
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let data = try JSONSerialization.data(
      withJSONObject: value, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self)
  }

  /// A rule as it stands in a log.
  private static func rule(_ code: DiagnosticCode) throws -> String {
    func text(_ text: String) throws -> String {
      String(decoding: try JSONEncoder().encode(["text": text]), as: UTF8.self)
    }
    let rationale = code.page.rationale.replacing("\n", with: " ")
    return try """
    { "id": "\(code)", "shortDescription": \(text(code.page.summary)),
      "fullDescription": \(text(rationale)), "help": \(text("\(code.page)")) }
    """
  }

  @Test("SARIF has one log for all files, with each code explained once")
  func sarif() throws {
    _ = try folder.file("all, 100%: taps/tap.yaml", "knowledge: tap\ntitle: Tap\nverson: 1\n")
    let result = try check("tap.yaml", "all, 100%: taps/tap.yaml", "--format", "sarif")
    func place(_ uri: String, _ line: Int, _ column: Int, _ end: Int) -> String {
      """
      "physicalLocation": {
        "artifactLocation": { "uri": "\(uri)", "uriBaseId": "%SRCROOT%" },
        "region": { "startLine": \(line), "startColumn": \(column), "endColumn": \(end) }
      }
      """
    }
    let (tap, other) = ("tap.yaml", "all%2C%20100%25%3A%20taps/tap.yaml")
    let keys = """
      ask, short, choose, options, ordered, cautious end, range, unit, lexicons, none, unsure, plainer, \
      asked when, when in doubt, why, help, changes, sources
      """
    let version = try Tool.run(["--version"]).output.trimmingCharacters(in: .newlines)
    let expected = try """
    {
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
      "runs": [{
        "columnKind": "utf16CodeUnits",
        "tool": { "driver": {
          "name": "patchwise", "version": "\(version)",
          "rules": [
            \(Self.rule(.unknownKey)), \(Self.rule(.unknownQuestion)), \(Self.rule(.unknownName)),
            \(Self.rule(.duplicateName)), \(Self.rule(.noConsultation))
          ]
        } },
        "results": [
          { "ruleId": "unknown-key", "ruleIndex": 0, "level": "error",
            "message": { "text": "key 'plainr' does not belong to a question\\nhelp: did you mean 'plainer'?" },
            "locations": [{ \(place(tap, 5, 51, 57)) }] },
          { "ruleId": "unknown-key", "ruleIndex": 0, "level": "error",
            "message": { "text": "key '99%, or:' does not belong to a question\\nhelp: a question has the keys \(keys)" },
            "locations": [{ \(place(tap, 6, 48, 56)) }] },
          { "ruleId": "unknown-question", "ruleIndex": 1, "level": "error",
            "message": { "text": "there is no question 'drip'\\nhelp: did you mean 'drips'?" },
            "locations": [{ \(place(tap, 8, 22, 26)) }] },
          { "ruleId": "unknown-name", "ruleIndex": 2, "level": "error",
            "message": { "text": "there is no question, scale, definition or advice '💧'" },
            "locations": [{ \(place(tap, 12, 10, 12)) }] },
          { "ruleId": "duplicate-name", "ruleIndex": 3, "level": "error",
            "message": { "text": "the name 'drips' is taken\\nnote: tap.yaml:5: it is a question here\\nhelp: give the definition another name" },
            "locations": [{ \(place(tap, 13, 3, 8)) }],
            "relatedLocations": [
              { "message": { "text": "it is a question here" }, \(place(tap, 5, 3, 8)) }
            ] },
          { "ruleId": "no-consultation", "ruleIndex": 4, "level": "error",
            "message": { "text": "knowledge 'tap' has no consultation\\nhelp: add 'consultations:' with a title, sections and what is decided" },
            "locations": [{ \(place(other, 1, 12, 15)) }] },
          { "ruleId": "unknown-key", "ruleIndex": 0, "level": "error",
            "message": { "text": "key 'verson' does not belong to a knowledge file\\nhelp: did you mean 'version'?" },
            "locations": [{ \(place(other, 3, 1, 7)) }] }
        ]
      }]
    }
    """
    #expect(try Self.normal(result.output) == Self.normal(expected))
    #expect(result.output.split(separator: "\n").count == 1)
    #expect(result.errors == "")
    #expect(result.status == 1)
  }

  @Test("SARIF of what is right has no results")
  func nothingFound() throws {
    let tyre = Tool.package.appending(path: "Examples/tyre/tyre.yaml").path
    let result = try check(tyre, "--format", "sarif")
    #expect(result.output.contains("\"results\":[]"))
    #expect(result.status == 0)
  }
}
