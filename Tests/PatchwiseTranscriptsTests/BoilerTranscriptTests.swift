import Foundation
import Patchwise
import PatchwiseDialogue
import PatchwiseTestSupport
import PatchwiseTranscripts
import Testing

@Suite("Transcripts of the boiler")
struct BoilerTranscriptTests {
  /// A transcript of the folder.
  struct File: CustomTestStringConvertible {
    let path: String

    var testDescription: String { path.split(separator: "/").last.map(String.init) ?? path }

    func replay() throws -> Replay {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      return Replay(Transcript(text, named: path), with: try Boiler.knowledge())
    }

    static let all: [File] = {
      let folder = PackageFiles.path("Tests/Fixtures/boiler/transcripts")
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.filter { $0.hasSuffix(".transcript") }.sorted().map {
        File(path: "\(folder)/\($0)")
      }
    }()
  }

  @Test("each of them comes out as it is written", arguments: File.all)
  func passes(file: File) throws {
    #expect(try file.replay().report == [])
  }

  @Test("together they reach every level that a consultation decides on")
  func levels() throws {
    let knowledge = try Boiler.knowledge()
    var reached: Set<String> = []
    for file in File.all {
      let decisions = try file.replay().dialogue?.consultation?.recommendation?.decisions ?? []
      for decision in decisions {
        reached.insert("\(decision.scale.id): \(decision.level?.id.name ?? "-")")
      }
    }
    let decided = knowledge.knowledge.consultations.flatMap(\.decides)
    let levels = knowledge.knowledge.scales.filter { decided.contains($0.id) }.flatMap { scale in
      scale.levels.map { "\(scale.id): \($0.id)" }
    }
    #expect(Set(levels).subtracting(reached) == [])
  }

  @Test(
    "each of them expects something, begins by saying why, and fits on a screen",
    arguments: File.all)
  func form(file: File) throws {
    let transcript = try file.replay().transcript
    #expect(transcript.lines.first?.content == .comment)
    #expect(transcript.lines.contains { if case .expected = $0.content { true } else { false } })
    #expect(transcript.lines.count <= 60)
    #expect(transcript.lines.allSatisfy { $0.text.count <= 100 })
  }
}
