import Foundation
import Testing

@Suite("A report of a conversation, saved by the tool")
struct ReportTests {
  private let folder: ScratchFolder
  private let tyre = [
    "chat", "--knowledge", "Examples/tyre/tyre.yaml", "--at", "2026-03-02 20:15",
  ]
  private let boiler = [
    "chat", "--knowledge", "Tests/Fixtures/boiler/boiler.yaml", "--at", "2026-03-02 20:15",
  ]

  init() throws { folder = try ScratchFolder() }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  /// What is in the folder of the reports.
  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() }
  }

  @Test(
    "is written as its name says, for its owner alone, and its place is told",
    arguments: ["md", "HTML"])
  func save(ending: String) throws {
    let path = try folder.file("tyre.\(ending)")
    let result = try Tool.run(tyre + ["--save-report", path], input: "shallow\nnot sure\nquit\n")
    #expect(result.errors == "The report is in \(path).\n")
    #expect(result.status == 0)
    let strong = ending == "md" ? "**Pump it up first**\n" : "<strong>Pump it up first</strong>"
    #expect(try text(path).contains(strong))
    #expect(try text(path).contains("Date and time: 2026-03-02 20:15"))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try names == ["tyre.\(ending)"])
  }

  @Test(
    "has any other ending refused before the conversation starts",
    arguments: ["x.txt", "md", "x.md/"])
  func ending(name: String) throws {
    let result = try Tool.run(tyre + ["--save-report", name], input: "shallow\n")
    #expect(
      result.errors.hasPrefix(
        "Error: A report is written to a file that ends in .md or .html.\nUsage: patchwise chat "))
    #expect(result.output == "")
    #expect(result.status == 64)
  }

  @Test("never replaces a file, which is told before the conversation starts")
  func existing() throws {
    let path = try folder.file("a.md", "mine")
    let result = try Tool.run(tyre + ["--save-report", path], input: "shallow\n")
    #expect(
      result.errors
        == "\(path) exists already; please name a new file, so that nothing is lost\n")
    #expect(result.output == "")
    #expect(result.status == 73)
    #expect(try text(path) == "mine")
    let nowhere = "\(folder.url.path)/nowhere/a.md"
    let other = try Tool.run(tyre + ["--save-report", nowhere], input: "shallow\n")
    #expect(other.errors == "\(nowhere) can't be written: No such file or directory\n")
    #expect(other.output == "")
    #expect(other.status == 73)
  }

  @Test("is there as soon as the recommendation stands, or an alarm", arguments: ["stop", "alarm"])
  func atOnce(kind: String) throws {
    let path = try folder.file("a.md")
    let (arguments, line) = kind == "stop" ? (tyre, "deep") : (boiler, "I smell gas")
    // While the conversation waits for more, the file is looked for, and copied.
    let options = (arguments + ["--save-report", path]).map { "'\($0)'" }.joined(separator: " ")
    let wait = "for i in 1 2 3 4 5 6 7 8 9; do test -s '\(path)' && break; sleep 1; done"
    _ = try Tool.runInShell(
      "(echo '\(line)'; \(wait); cp '\(path)' '\(path).copy') | patchwise \(options)")
    #expect(
      try text("\(path).copy").contains(
        kind == "stop" ? "**Do not ride**" : "**Leave the house now**"))
  }

  @Test("follows what is changed, and an alarm that is called off")
  func changes() throws {
    let changed = try folder.file("changed.md")
    _ = try Tool.run(tyre + ["--save-report", changed], input: "deep\nback\nwhole\n")
    #expect(try text(changed).contains("## Not finished"))
    #expect(try !text(changed).contains("Do not ride"))
    let off = try folder.file("off.md")
    _ = try Tool.run(boiler + ["--save-report", off], input: "1\nI smell gas\ngo on\nquit\n")
    #expect(try !text(off).contains("Leave the house now"))
  }

  @Test("keeps a recommendation when the person begins anew and leaves off")
  func startingOver() throws {
    let path = try folder.file("a.md")
    let lines = "shallow\nnot sure\nstart over\nwhole\nquit\n"
    _ = try Tool.run(tyre + ["--save-report", path], input: lines)
    #expect(try text(path).contains("**Pump it up first**"))
    let second = try folder.file("b.md")
    _ = try Tool.run(
      tyre + ["--save-report", second], input: "shallow\nnot sure\nstart over\nwhole\n5\nquit\n")
    #expect(try text(second).contains("**Ride on**"))
  }

  @Test("for which there is no room is not there, and that is told", .withTightLimits)
  func noRoom() throws {
    let path = try folder.file("a.html")
    let options = (tyre + ["--save-report", path]).map { "'\($0)'" }.joined(separator: " ")
    let result = try Tool.runInShell(
      "trap '' XFSZ; echo deep | (ulimit -f 1; exec \"$0\" \(options) 2>&1 >/dev/null)")
    #expect(result.output == "\(path) can't be written: File too large\n")
    #expect(try names == [])
  }
}
