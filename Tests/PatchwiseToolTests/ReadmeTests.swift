import Foundation
import Patchwise
import PatchwiseYAML
import Testing

@Suite("The README")
struct ReadmeTests {
  private let readme: String

  init() throws {
    readme = try String(contentsOf: Tool.package.appending(path: "README.md"), encoding: .utf8)
  }

  /// The text of the first block in some language.
  private func block(_ language: String) throws -> String {
    let start = try #require(readme.range(of: "```\(language)\n"))
    let end = try #require(readme.range(of: "```", range: start.upperBound..<readme.endIndex))
    return String(readme[start.upperBound..<end.lowerBound])
  }

  @Test("shows the example knowledge as it is")
  func knowledge() throws {
    let file = Tool.package.appending(path: "Examples/tyre/tyre.yaml")
    #expect(try block("yaml") == String(contentsOf: file, encoding: .utf8))
  }

  @Test("shows a session as it really goes")
  func session() throws {
    var lines = try block("text").split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    let command = lines.removeFirst().split(separator: " ").dropFirst(2).map(String.init)
    let typed = lines.filter { $0.hasPrefix("> ") }.map { String($0.dropFirst(2)) }
    let shown = lines.filter { !$0.hasPrefix("> ") }.joined(separator: "\n")
    let input = typed.map { "\($0)\n" }.joined() + "quit\n"
    let result = try Tool.run(Array(command), input: input)
    // The last words answer our "quit", which the README leaves out.
    #expect(result.output.hasPrefix(shown))
    #expect(typed.count == 2)
    #expect(result.output.dropFirst(shown.count) == "\nTake care of yourself.\n\n")
  }

  @Test("shows Swift that compiles and runs")
  func swift() throws {
    // What stands between the marks is what the README shows.
    let source = try String(contentsOfFile: #filePath, encoding: .utf8)
    let begin = try #require(source.range(of: "// README\n"))
    let end = try #require(
      source.range(of: "    // END", range: begin.upperBound..<source.endIndex))
    let shown = try block("swift").split(separator: "\n").drop { $0.hasPrefix("import") }
    let compiled = source[begin.upperBound..<end.lowerBound].split(separator: "\n").map {
      $0.dropFirst(4)
    }
    #expect(Array(shown) == compiled)
    try inFolder(Tool.package.path) { try embed() }
  }

  private func embed() throws {
    var printed: [String] = []
    func print(_ items: String...) { printed.append(items.joined(separator: " ")) }
    // README
    let knowledge = try KnowledgeBase(contentsOf: "Examples/tyre/tyre.yaml")
    var consultation = try Consultation("ride", in: knowledge)
    while let question = consultation.nextQuestion {
      try consultation.answer(question.id, .unsure)  // ask the person instead
    }
    for decision in consultation.recommendation?.decisions ?? [] {
      print(decision.scale.name, decision.level?.name ?? "unknown")
    }
    // END
    #expect(printed == ["Can I ride? Do not ride"])
  }

  private func inFolder(_ path: String, _ body: () throws -> Void) rethrows {
    let before = FileManager.default.currentDirectoryPath
    _ = FileManager.default.changeCurrentDirectoryPath(path)
    defer { _ = FileManager.default.changeCurrentDirectoryPath(before) }
    try body()
  }
}
