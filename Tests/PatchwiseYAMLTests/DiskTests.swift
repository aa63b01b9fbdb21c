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
}
