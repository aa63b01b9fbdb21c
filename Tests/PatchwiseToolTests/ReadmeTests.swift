import Foundation
import Patchwise
import PatchwiseDialogue
import PatchwiseTranscripts
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
    try #require(Self.blocks(language, in: readme).first)
  }

  /// The texts of all blocks in some language.
  private static func blocks(_ language: String, in text: String) -> [String] {
    text.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
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

  @Test("and what is said of security name no tests that there are not")
  func tests() throws {
    let security = try String(
      contentsOf: Tool.package.appending(path: "SECURITY.md"), encoding: .utf8)
    let files = try FileManager.default.subpathsOfDirectory(
      atPath: Tool.package.appending(path: "Tests").path)
    let named = (readme + security).matches(of: /`(\w+Tests)`/).map { String($0.1) }
    #expect(Set(named).count > 10)
    for name in named {
      #expect(files.contains { $0.hasSuffix("/\(name).swift") }, "\(name)")
    }
  }

  @Test("has that session as a transcript, with the same lines typed")
  func transcript() throws {
    let path = Tool.package.appending(path: "Examples/tyre/tyre.transcript").path
    let result = try Tool.run(["replay", "--knowledge", "Examples/tyre/tyre.yaml", path])
    #expect(result.output == "1 passed, 0 failed\n")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    func typed(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { $0.hasPrefix("> ") }
    }
    #expect(try typed(block("text")) == typed(text))
  }

  @Test("shows Swift that compiles and runs")
  func swift() throws {
    // What stands between the marks is what the README shows.
    let source = try String(contentsOfFile: #filePath, encoding: .utf8)
    let compiled = source.components(separatedBy: "// README\n").dropFirst().compactMap {
      $0.components(separatedBy: "    // END").first?.split(separator: "\n").map {
        $0.dropFirst(4)
      }
    }
    let shown = Self.blocks("swift", in: readme).map { block in
      block.split(separator: "\n").drop { $0.hasPrefix("import") }
    }
    #expect(shown.map(Array.init) == compiled.map(Array.init))
    let printed = try embed(
      path: Tool.package.appending(path: "Examples/tyre/tyre.yaml").path,
      text: String(
        contentsOf: Tool.package.appending(path: "Examples/tyre/tyre.transcript"), encoding: .utf8))
    #expect(printed.first == "Can I ride? Do not ride")
    #expect(printed.dropFirst().first == "pressure goes from 0 to 10")
    #expect(printed.contains { $0.contains("→ A shallow one") })
    #expect(printed.last == "pump")
  }

  private func embed(path: String, text: String) throws -> [String] {
    var printed: [String] = []
    func print(_ items: Any...) { printed.append(items.map { "\($0)" }.joined(separator: " ")) }
    // README
    let knowledge = try KnowledgeBase(contentsOf: path)  // Examples/tyre/tyre.yaml
    var consultation = try Consultation("ride", in: knowledge)
    while let question = consultation.nextQuestion {
      try consultation.answer(question.id, .unsure)  // ask the person instead
    }
    for decision in consultation.recommendation?.decisions ?? [] {
      print(decision.scale.name, decision.level?.name ?? "unknown")
    }
    // END
    // README
    do {
      try consultation.answer("pressure", .number(11))
    } catch .outOfRange(let question, _) {
      print(question, "goes from 0 to 10")
    } catch {
      print(error)  // every other AnswerRejection
    }
    // END
    // README
    var dialogue = try Dialogue(about: knowledge, consulting: "ride")
    let layout = Layout(width: 60)
    print(layout.text(dialogue.begin()))
    for line in ["shallow", "not sure"] {
      print(layout.text(dialogue.respond(to: line).blocks))
    }
    let level = dialogue.consultation?.recommendation?.decisions.first?.level
    print(level?.id.name ?? "unknown")
    // END
    // README
    let replay = Replay(Transcript(text, named: "tyre.transcript"), with: knowledge)
    for failure in replay.failures {
      print(failure.line, failure.message)
    }
    // END
    return printed
  }

  @Test("says how a host reads what a chat came to")
  func host() throws {
    /// Somebody who types the lines of the README.
    final class Lines: Terminal {
      var width: Int? { nil }
      private var rest = ["shallow", "not sure"][...]
      func readLine(prompt: String, completions: [String]) -> TerminalInput {
        rest.popFirst().map(TerminalInput.line) ?? .end
      }
      func write(_ text: String) {}
    }
    let path = Tool.package.appending(path: "Examples/tyre/tyre.yaml").path
    let dialogue = try Dialogue(about: KnowledgeBase(contentsOf: path))
    var chat = Chat(dialogue, at: Lines())
    #expect(chat.run() == .inputEnded)
    let decisions = chat.dialogue.consultation?.recommendation?.decisions
    #expect(decisions?.map(\.level?.id) == ["pump"])
  }
}
