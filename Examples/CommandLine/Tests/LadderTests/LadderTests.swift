import Foundation
import Patchwise
import PatchwiseTranscripts
import PatchwiseVerification
import PatchwiseYAML
import Testing

@testable import Ladder

@Suite("The ladder")
struct LadderTests {
  private let knowledge: KnowledgeBase

  init() throws {
    knowledge = try KnowledgeBase(contentsOf: Ladder.bundledKnowledge)
  }

  @Test("is judged as the transcript says, which leaves nothing out")
  func transcript() throws {
    let file = try #require(Bundle.module.url(forResource: "ladder", withExtension: "transcript"))
    let text = try String(contentsOf: file, encoding: .utf8)
    let replay = Replay(Transcript(text, named: "ladder.transcript"), with: knowledge)
    #expect(replay.failures == [])
    var coverage = Coverage(of: knowledge)
    coverage.add(replay)
    #expect(coverage.gaps.map(\.message) == [])
  }

  @Test("is judged rightly for every possible person, as far as the checks go")
  func checks() {
    #expect(Verification.diagnostics(of: knowledge).map(\.message) == [])
  }

  /// Somebody who types some lines, and the words and the status that come back.
  struct Person: CustomTestStringConvertible {
    var lines: [String]
    var words: String
    var status: Int32
    var testDescription: String { lines.joined(separator: ", ") }
  }

  @Test(
    "tells a person in words, and a script by the status",
    arguments: [
      Person(lines: ["none", "paving"], words: "Climb it", status: 0),
      Person(lines: ["split"], words: "Do not climb it", status: 1),
      Person(lines: [], words: "What do you see on it?", status: 1),
    ])
  func command(person: Person) throws {
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "Ladder")
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    input.fileHandleForWriting.write(Data((person.lines + [""]).joined(separator: "\n").utf8))
    try input.fileHandleForWriting.close()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(said.contains("\n\(person.words)\n"))
    #expect(process.terminationStatus == person.status)
  }
}
