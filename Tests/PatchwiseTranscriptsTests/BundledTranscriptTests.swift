import Foundation
import Patchwise
import PatchwiseTestSupport
import PatchwiseTranscripts
import Testing

@testable import PatchwiseDialogue

@Suite("The bundled transcripts")
struct BundledTranscriptTests {
  private let contents: [Transcript.Line.Content]

  init() throws {
    let folder = PackageFiles.path("Transcripts")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    contents = try names.filter { $0.hasSuffix(".transcript") }.flatMap { name in
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      return Transcript(text, named: name).lines.map(\.content)
    }
  }

  @Test("every command is typed in one of them")
  func commands() {
    let typed = contents.compactMap { content -> String? in
      guard case .typed(let line) = content else { return nil }
      return line
    }
    let used = Set(
      typed.compactMap { Command($0)?.kind } + (typed.contains("not sure") ? [""] : []))
    let known = Command.names + Phrasing.help.map(\.command)
    #expect(known.filter { !used.contains(Command($0)?.kind ?? "") } == [])
  }

  /// One of each kind of refusal that the bundled knowledge can come to, with ⏹ for what was typed.
  ///
  /// It asks for no day.
  private static let kinds: [AnswerReading.Refusal] = [
    .notUnderstood, .partNotUnderstood(["⏹"], beside: []), .negated, .severalWhereOne,
    .yesWhereWhich,
    .numberMissing, .numberOutOfRange, .notExact, .wrongUnit("⏹"), .unitMissing, .noSuchNumber(0),
    .unsureRefused, .noneRefused, .skipRefused,
  ]

  @Test("every kind of refusal is met in one of them, with its words", arguments: kinds)
  func refusals(refusal: AnswerReading.Refusal) {
    let question = Question(id: "any", ask: "Any?", domain: .yesNo)
    let words = Phrasing.refusal(refusal, for: question, example: "")
    let beginning = words.prefix { $0 != "⏹" && $0 != "0" }.trimmingCharacters(in: .whitespaces)
    #expect(
      contents.contains { content in
        guard case .refused(let said) = content else { return false }
        return said.hasPrefix(beginning)
      }, "\(beginning)")
  }

  @Test("no kind of refusal is left out above", arguments: kinds)
  func allRefusals(refusal: AnswerReading.Refusal) {
    // A new kind does not compile here until somebody has thought of its transcript.
    let isMet =
      switch refusal {
      case .notUnderstood, .partNotUnderstood, .negated, .severalWhereOne, .yesWhereWhich,
        .numberMissing, .numberOutOfRange, .notExact, .wrongUnit, .unitMissing, .noSuchNumber,
        .unsureRefused, .noneRefused, .skipRefused:
        true
      case .dateMissing: false
      }
    #expect(isMet)
  }
}

extension Command {
  /// Which command it is, whatever it names.
  fileprivate var kind: String {
    switch self {
    case .change: "change"
    case .explain: "explain"
    case .whyNot: "why not"
    case .whatIf: "what if"
    default: "\(self)"
    }
  }
}
