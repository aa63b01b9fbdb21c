package import Patchwise

/// Answers as transcripts write them: by name, not by label.
package enum AnswerNotation {
  /// Returns the text of an answer.
  package static func text(of answer: Answer) -> String {
    switch answer {
    case .unsure: "unsure"
    case .option(let id): id.name
    case .options([]): "none"
    case .options(let ids): ids.map(\.name).joined(separator: ", ")
    case .number(let number): number.plain
    case .duration(let span): span.description
    case .date(let day): day.day
    }
  }
}
