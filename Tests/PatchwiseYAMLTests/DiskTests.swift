import Foundation
import Patchwise
import PatchwiseYAML
import Testing

@Suite("Files on disk")
struct DiskTests {
  /// The folder of the package.
  private static let package = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(3).joined(separator: "/")

  @Test("A file is read with what it includes, by paths beside it")
  func bundledKnowledge() {
    let folder = Self.package + "/Knowledge/exosome-serum/"
    let files = KnowledgeFiles(contentsOf: folder + "exosome-serum.yaml")
    #expect(
      files.texts[folder + "exosome-serum.yaml"]?.contains("knowledge: exosome-serum") == true)
    #expect(files.texts[folder + "questions.yaml"]?.contains("questions:") == true)
  }

  @Test(
    "What is not a file cannot be read",
    arguments: ["/Sources", "/Sources/gone.yaml", "/dev/null/a"])
  func noFile(_ path: String) {
    let error = #expect(throws: KnowledgeError.self) {
      try KnowledgeBase(contentsOf: Self.package + path)
    }
    #expect(error?.diagnostics.map(\.code) == [.missingFile])
  }

  @Test("A file without end is refused")
  func endless() {
    let error = #expect(throws: KnowledgeError.self) { try KnowledgeBase(contentsOf: "/dev/zero") }
    #expect(error?.diagnostics.map(\.code) == [.tooMany])
  }

  /// Reads a root file in a folder of its own, with a file, a folder and a pipe beside it.
  private static func problems(including name: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "parts"), withIntermediateDirectories: true)
    try Data().write(to: folder.appending(path: "parts/questions.yaml"))
    #expect(mkfifo(folder.appending(path: "pipe.yaml").path, 0o600) == 0)
    let root = folder.appending(path: "root.yaml")
    let text = "knowledge: k\ntitle: K\nversion: \"1\"\ninclude: [\(name)]\n"
    try Data(text.utf8).write(to: root)
    let problems = KnowledgeFiles(contentsOf: root.path).problems
    return DiagnosticRenderer().render(problems).replacing(folder.path + "/", with: "")
  }

  @Test(
    "What cannot be included comes with its cure",
    arguments: [
      ("parts", "it is a folder; name a file in it"),
      ("pipe.yaml", "only plain files can be included"),
      ("parts/questoins.yaml", "did you mean 'questions.yaml'?"),
    ])
  func unreadable(name: String, help: String) throws {
    #expect(
      try Self.problems(including: name) == """
        root.yaml:4:11: error: file '\(name)' cannot be found or read [missing-file]
        help: \(help)
        """)
  }

  @Test(
    "A link is followed within the folder of the root file, and nowhere else",
    arguments: [
      ("inside.yaml", nil),
      ("within/questions.yaml", nil),
      ("outside.yaml", "a link to another folder leads there; put the file here"),
      ("up/questions.yaml", "a link to another folder leads there; put the file here"),
      ("up/questoins.yaml", ""),
      ("zero.yaml", "only plain files can be included"),
      ("circle.yaml", ""),
    ] as [(String, String?)])
  func links(name: String, help: String?) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for parts in ["k/parts", "other"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: parts), withIntermediateDirectories: true)
      try Data(Fixture.base.utf8).write(to: folder.appending(path: "\(parts)/questions.yaml"))
    }
    let links = [
      "inside.yaml": "parts/questions.yaml", "within": "parts", "up": "../other",
      "outside.yaml": "../other/questions.yaml", "zero.yaml": "/dev/zero",
      "circle.yaml": "circle.yaml",
    ]
    for (link, target) in links {
      #expect(symlink(target, folder.appending(path: "k/\(link)").path) == 0)
    }
    // The folder may itself be reached by a link.
    #expect(symlink("k", folder.appending(path: "linked").path) == 0)
    for root in ["k", "linked"] {
      let root = folder.appending(path: "\(root)/root.yaml").path
      let text = Fixture.header.replacing("base.yaml", with: name)
      try Data(text.utf8).write(to: URL(filePath: root))
      let problems = KnowledgeFiles(contentsOf: root).problems
      #expect(problems.map(\.help) == (help.map { [$0.isEmpty ? nil : $0] } ?? []))
      #expect(problems.allSatisfy { $0.code == .missingFile })
    }
  }

  @Test("A file that is nowhere near has no cure")
  func farAway() throws {
    let text = try Self.problems(including: "gone/away.yaml")
    #expect(
      text == "root.yaml:4:11: error: file 'gone/away.yaml' cannot be found or read [missing-file]")
  }
}
