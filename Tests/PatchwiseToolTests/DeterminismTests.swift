import Foundation
import Testing

@Suite("The same input gives the same bytes")
struct DeterminismTests {
  /// Surroundings that should change nothing, each twice, as some chance is new in each process.
  private static let surroundings: [[String: String]] = [
    [:], [:], ["SWIFT_DETERMINISTIC_HASHING": "1"], ["LC_ALL": "C"], ["LC_ALL": "C.UTF-8"],
    ["LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"], ["LC_ALL": "nowhere"], ["TZ": "Pacific/Kiritimati"],
    ["TZ": "America/St_Johns", "COLUMNS": "80"], ["HOME": "/nowhere", "TERM": "xterm"],
  ]

  private static let now = "2026-03-02 20:15"
  private static let tyre = "Examples/tyre/tyre.yaml"
  private static let boiler = "Tests/Fixtures/boiler/boiler.yaml"
  private static let answers = """
    {"answers": {"pressure": 1.5, "cut": "shallow"}}
    {"answers": {"cut": "deep"}}
    {"answers": {"kut": 1}}

    """

  /// What is run, and what is typed then.
  struct Run: CustomTestStringConvertible {
    var arguments: [String]
    var input: String

    init(_ arguments: String..., typing input: String = "") {
      (self.arguments, self.input) = (arguments, input)
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  private static let runs: [Run] = [
    Run(
      "chat", "fit", "--at", now,
      typing: "none\nno\n34\nnot sure\nwhy\noily\nback\nso far\nexplain\nwhat would change it\n"),
    Run(
      "chat", "--knowledge", tyre, "--at", now,
      typing: "shalow\n1.5\nexplain\nwhat if deep\n"),
    Run("decide", "--knowledge", tyre, "--at", now, typing: answers),
    Run("replay", "--coverage", "--knowledge", tyre, "Examples/tyre/tyre.transcript"),
    Run("check"), Run("check", tyre, "nowhere"), Run("check", boiler, "--format", "sarif"),
    Run("explain"), Run("draw"), Run("draw", "--format", "mermaid"), Run("topics"),
    Run("baseline"), Run("questions", tyre, "--people", "50"), Run("diff", tyre, boiler),
  ]

  @Test("in two processes, and wherever and whenever they run", arguments: runs)
  func processes(run: Run) throws {
    let first = try Tool.run(run.arguments, input: run.input)
    #expect(!first.output.isEmpty)
    for surroundings in Self.surroundings {
      let other = try Tool.run(run.arguments, input: run.input, environment: surroundings)
      #expect(Self.untimed(other.output) == Self.untimed(first.output), "\(surroundings)")
      #expect(other.errors == first.errors && other.status == first.status, "\(surroundings)")
    }
  }

  /// The text without how long something took.
  private static func untimed(_ text: String) -> String {
    text.replacing(#/ *[0-9]+ ms/#, with: "")
  }

  @Test("twice in one process")
  func process() throws {
    let decided = try Tool.run(
      ["decide", "--knowledge", Self.tyre, "--at", Self.now], input: Self.answers + Self.answers)
    let lines = decided.output.split(separator: "\n")
    #expect(lines.count == 6 && lines[..<2] == lines[3..<5])
    let talk = "shallow\nnot sure\nexplain\nsources\nstart over\n"
    let chat = try Tool.run(
      ["chat", "--knowledge", Self.tyre, "--at", Self.now], input: talk + talk + talk)
    let parts = chat.output.split(separator: "→ A shallow one")
    #expect(parts.count == 4 && parts[1] == parts[2])
  }

  @Test("in a file that is saved, recorded, written as a page, or written out as a proof")
  func files() throws {
    var kept: [String: Data] = [:]
    for surroundings in Self.surroundings {
      let folder = try ScratchFolder()
      let paths = try ["store", "a.transcript", "a.md", "b.html", "proofs"].map {
        try folder.file($0)
      }
      let chat = ["chat", "no-heat", "--knowledge", Self.boiler, "--at", Self.now]
      let input = "none\nyes\n1.5\n2 days\nquiet\n"
      for options in [
        ["--store", paths[0], "--record", paths[1], "--save-report", paths[2]],
        ["--private", "--save-report", paths[3]],
      ] { _ = try Tool.run(chat + options, input: input, environment: surroundings) }
      _ = try Tool.run(
        ["check", Self.boiler, "--proofs", paths[4]],
        environment: surroundings)
      let names = try FileManager.default.subpathsOfDirectory(atPath: folder.url.path).sorted()
      var found: [String: Data] = [:]
      for name in names {
        found[name] = FileManager.default.contents(atPath: "\(folder.url.path)/\(name)")
      }
      #expect(found.count > 5)
      if kept.isEmpty { kept = found }
      #expect(found == kept, "\(surroundings)")
    }
  }
}
