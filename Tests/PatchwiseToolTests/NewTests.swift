import Foundation
import Testing

@Suite("A new knowledge base")
struct NewTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func run(_ arguments: String...) throws -> Tool.Result {
    try Tool.run(arguments, in: folder.url)
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: folder.url.appending(path: path), encoding: .utf8)
  }

  @Test("is called after its folder, and says what to do next")
  func directions() throws {
    let result = try run("new", "my plants/Fern 1")
    #expect(
      result.output == """
        Written: my plants/Fern 1/Fern-1.yaml, my plants/Fern 1/Fern-1.transcript, \
        my plants/Fern 1/knowledge.schema.json

        Next, put what you know in its place, and see what comes of it:
          patchwise check 'my plants/Fern 1/Fern-1.yaml'
          patchwise chat --knowledge 'my plants/Fern 1/Fern-1.yaml'
          patchwise replay --coverage --knowledge 'my plants/Fern 1/Fern-1.yaml' \
        'my plants/Fern 1/Fern-1.transcript'

        """)
    #expect(result.errors == "")
    #expect(result.status == 0)
  }

  @Test("works: what it says to do next finds nothing wrong, and nothing left out")
  func whatIsNext() throws {
    let written = try run("new", "fern")
    let commands = written.output.split(separator: "\n").filter { $0.hasPrefix("  patchwise ") }
    #expect(commands.count == 3)
    let results = try commands.map { line in
      try Tool.run(line.split(separator: " ").dropFirst().map(String.init), in: folder.url)
    }
    #expect(results.map(\.errors) == ["", "", ""])
    #expect(results.map(\.status) == [0, 0, 0])
    #expect(
      results[0].output.hasSuffix(
        "\nfern/fern.yaml: 2 questions, 3 rules, 1 scale: no problem found\n"))
    #expect(results[1].output.hasPrefix("What does my plant need?\n"))
    #expect(results[2].output == "1 passed, 0 failed\n")
    #expect(try run("check", "fern/fern.yaml", "--strict", "--at", "2226-01-01").status == 0)
  }

  @Test("is begun by the commands of the article, as they stand there")
  func article() throws {
    let page = Tool.package.appending(path: "Sources/Patchwise/Patchwise.docc/WritingKnowledge.md")
    let blocks = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "```sh\n")
    let lines = try #require(blocks.dropFirst().first?.components(separatedBy: "```").first)
      .split(separator: "\n")
    #expect(lines.count == 4)
    for line in lines {
      let words = line.prefix { $0 != "#" }.split(separator: " ").map(String.init)
      #expect(words.first == "patchwise")
      #expect(try Tool.run(Array(words.dropFirst()), in: folder.url).status == 0, "\(line)")
    }
  }

  @Test("has the schema beside it, and a first line by which an editor finds it")
  func schema() throws {
    _ = try run("new", "fern")
    #expect(
      try text("fern/fern.yaml").hasPrefix(
        "# yaml-language-server: $schema=knowledge.schema.json\n"))
    let schema = Tool.package.appending(path: "Knowledge/knowledge.schema.json")
    #expect(try text("fern/knowledge.schema.json") == String(contentsOf: schema, encoding: .utf8))
  }

  @Test("can have another name than its folder")
  func name() throws {
    _ = try run("new", "fern", "--name", "moss")
    #expect(try text("fern/moss.yaml").contains("\nknowledge: moss\n"))
    #expect(try text("fern/moss.transcript").contains("\nknowledge moss\n"))
    #expect(try !text("fern/moss.yaml").contains("houseplant"))
  }

  @Test("overwrites nothing, and leaves nothing behind where its name can't be one")
  func refusals() throws {
    let path = try folder.file("notes.txt", "mine")
    for name in [folder.url.path, ".", "notes.txt"] {
      let result = try run("new", name, "--name", "fern")
      #expect(result.status == 73)
      #expect(result.output == "")
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    let named = try run("new", "fern", "--name", "my fern")
    #expect(named.errors.contains("Did you mean 'my-fern'?"))
    #expect(named.status == 64)
    #expect(try run("new", "蕨").errors.contains("Please say with --name"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["notes.txt"])
  }

  @Test("may be written to an empty folder")
  func emptyFolder() throws {
    let inside = folder.url.appending(path: "fern")
    try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: false)
    let result = try Tool.run(["new", "."], in: inside)
    #expect(result.output.hasPrefix("Written: ./fern.yaml, ./fern.transcript, ./knowledge"))
  }
}
