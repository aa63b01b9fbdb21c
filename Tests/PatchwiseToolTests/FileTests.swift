import Foundation
import Testing

@Suite("Files that the tool reads and rewrites")
struct FileTests {
  private let folder: ScratchFolder
  private let command: [String]

  init() throws {
    folder = try ScratchFolder()
    command = ["replay", "--knowledge", "Examples/tyre/tyre.yaml"]
  }

  private static let passes = "patchwise transcript 1\nknowledge tyre\n? cut\n> deep\n"
  private static let fails = passes + "= ride: go\n"

  private func mode(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test("a transcript that is too long is not read")
  func tooLong() throws {
    let path = try folder.file("long.transcript", Self.passes)
    try FileHandle(forWritingTo: URL(filePath: path)).truncate(atOffset: 1 << 24)
    #expect(try !Tool.run(command + [path]).errors.contains("longer"))
    try FileHandle(forWritingTo: URL(filePath: path)).truncate(atOffset: (1 << 24) + 1)
    let result = try Tool.run(command + [path])
    #expect(result.errors == "\(path) is longer than 16777216 bytes\n")
    #expect(result.status == 66)
  }

  @Test("accepting keeps the mode of a file", arguments: [0o600, 0o644, 0o664])
  func mode(mode: Int) throws {
    let path = try folder.file("a.transcript", Self.fails)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    #expect(try Tool.run(command + ["--accept", path]).status == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == Self.passes + "= ride: stop\n")
    #expect(try self.mode(of: path) == mode)
  }

  @Test(
    "a transcript for which there is no room keeps its old text", .withTightLimits,
    arguments: [1, 2])
  func noRoom(names: Int) throws {
    let long =
      Self.fails + String(repeating: "# " + String(repeating: "x", count: 98) + "\n", count: 60)
    let path = try folder.file("a.transcript", long)
    if names > 1 {
      try FileManager.default.linkItem(atPath: path, toPath: try folder.file("b.txt"))
    }
    // A file may have four blocks of 1,024 bytes here, which the old text is beyond already.
    let result = try Tool.runInShell(
      "trap '' XFSZ; ulimit -f 4; patchwise \(command.joined(separator: " ")) --accept '\(path)'")
    #expect(result.status == 73)
    #expect(result.errors.contains("can't be written"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == long)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == names)
  }

  @Test("accepting writes through a link, and to a file of two names")
  func links() throws {
    let files = FileManager.default
    let path = try folder.file("a.txt", Self.fails)
    let (link, name) = (try folder.file("b.transcript"), try folder.file("c.txt"))
    try files.createSymbolicLink(atPath: link, withDestinationPath: "a.txt")
    #expect(try Tool.run(command + ["--accept", link]).status == 0)
    #expect(try files.destinationOfSymbolicLink(atPath: link) == "a.txt")
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasSuffix("= ride: stop\n"))
    try Data(Self.fails.utf8).write(to: URL(filePath: path))
    try files.linkItem(atPath: path, toPath: name)
    #expect(try Tool.run(command + ["--accept", path]).status == 0)
    #expect(try String(contentsOfFile: name, encoding: .utf8).hasSuffix("= ride: stop\n"))
    // Nothing else is left behind.
    #expect(
      try files.contentsOfDirectory(atPath: folder.url.path).sorted() == [
        "a.txt", "b.transcript", "c.txt",
      ])
  }

  @Test("replay goes on after a file that can't be read, and says so of each")
  func unreadable() throws {
    let good = try folder.file("good.transcript", Self.passes)
    let bytes = try folder.file("bytes.transcript")
    try Data([0x66, 0xFF]).write(to: URL(filePath: bytes))
    let inner = try folder.file("folder.transcript")
    try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
    let result = try Tool.run(command + [folder.url.path, "nowhere", good])
    #expect(
      result.errors == """
        nowhere is not there
        \(bytes) is not UTF-8 text
        \(inner) is a folder, not a file

        """)
    #expect(result.output == "2 passed, 3 failed\n")
    #expect(result.status == 66)
  }

  @Test("a pipe or a device is refused at once, where only a file can be read")
  func pipe() throws {
    let pipe = try folder.file("pipe")
    let why = "\(pipe) is a pipe or a device, and"
    #expect(try Tool.runInShell("mkfifo '\(pipe)'").status == 0)
    for arguments in [
      ["chat", "--knowledge", pipe], ["check", pipe],
      ["replay", "--knowledge", pipe, "Transcripts"],
    ] {
      let result = try Tool.run(arguments)
      #expect(result.errors == "\(why) knowledge is read from files only\n")
      #expect(result.status == 66)
    }
    let replay = try Tool.run(command + [pipe])
    #expect(replay.errors == "\(why) only a file can be read here\n")
    #expect(replay.output == "0 passed, 1 failed\n")
    #expect(replay.status == 66)
    let check = try Tool.run(["check", "/dev/null", "Examples/tyre/tyre.yaml"])
    #expect(check.output.contains("\nExamples/tyre/tyre.yaml: 2 questions"))
    #expect(check.status == 66)
  }
}
