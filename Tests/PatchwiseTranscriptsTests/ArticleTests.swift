import Foundation
import Patchwise
import PatchwiseTestSupport
import PatchwiseTranscripts
import PatchwiseYAML
import Testing

@Suite("The article on transcripts")
struct ArticleTests {
  private let article: String
  private let knowledge: KnowledgeBase

  init() throws {
    article = try String(
      contentsOfFile: PackageFiles.path("Sources/Patchwise/Patchwise.docc/Transcripts.md"),
      encoding: .utf8)
    knowledge = try KnowledgeBase(yaml: try #require(Self.blocks("yaml", in: article).first))
  }

  /// The texts of all blocks in some language.
  private static func blocks(_ language: String, in text: String) -> [String] {
    text.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
  }

  @Test("shows transcripts that pass")
  func passes() {
    let plays = Self.blocks("transcript", in: article)
    #expect(plays.count >= 5)
    for text in plays {
      let replay = Replay(Transcript(text, named: "article"), with: knowledge)
      #expect(replay.report == [], "\(text)")
    }
  }

  @Test("shows every kind of line and of expectation")
  func whole() {
    let text = Self.blocks("transcript", in: article).joined()
    for start in [
      "# ", "patchwise transcript", "knowledge", "consult", "@ 2", "@ +", "? begin",
      "? anything-else", "> ", "  understood:", "!\n", "! ", "< ", "= care:", "= because:",
      "= not because:", "= advice:", "= not advice:", "= plan:", "= asked:", "= not asked:",
      "= alarm:", "= ended early",
    ] {
      #expect(text.contains("\n" + start), "\(start)")
    }
  }
}
