import Foundation
import PatchwiseDialogue
import PatchwiseTranscripts
import PatchwiseYAML
import Testing

@testable import Patchwise
@testable import PatchwiseTool

@Suite("The table of limits")
struct LimitsTests {
  /// The rows of the page, without the first.
  private static func rows() throws -> [String: Int] {
    let page = Tool.package.appending(path: "Sources/Patchwise/Patchwise.docc/Limits.md")
    let rows = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| ") }.dropFirst()
    return Dictionary(
      uniqueKeysWithValues: try rows.map { row in
        let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        return (cells[0], try #require(Int(cells[1].replacing(",", with: ""))))
      })
  }

  @Test("says what the code holds everybody to")
  func table() throws {
    #expect(
      try Self.rows() == [
        "files of a knowledge base, the root file included": FileLimits.files,
        "bytes of a knowledge file": FileLimits.fileSize,
        "lists and mappings within one another": FileLimits.depth,
        "parentheses and `not` within one another": ConditionParser.depthLimit,
        "conditions that `at least N of (…)` counts": ConditionParser.countedLimit,
        "rules, those of tables included": KnowledgeChecker.ruleLimit,
        "questions; and so definitions, scales, advice, sources and whatever else has a name":
          KnowledgeChecker.nameLimit,
        "options of a question, or tags of its lexicons": KnowledgeChecker.optionLimit,
        "levels of a scale": LevelSet.limit,
        "digits of a number before the point, and behind it": Double.writtenDigitLimit,
        "years of a length of time": TimeSpan.yearLimit,
        "bytes of a transcript": Transcript.sizeLimit,
        "lines of a transcript": Transcript.lineLimit,
        "consultations in a transcript": Transcript.consultationLimit,
        "bytes of a line in a conversation, typed or pasted": Dialogue.lineLimit,
        "bytes of a line of `patchwise decide`": DecisionRun.lineLimit,
        "readings within one another in a stored consultation": Consultation.State.depthLimit,
      ])
  }

  @Test("is what the page on security leads to")
  func security() throws {
    let page = try String(
      contentsOf: Tool.package.appending(path: "SECURITY.md"), encoding: .utf8)
    #expect(page.contains("](Sources/Patchwise/Patchwise.docc/Limits.md)"))
  }
}
