/// Answers as transcripts write them: by name, not by label.
package enum AnswerNotation {
  /// Returns the text of an answer.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - text: How a day is written; year first if it is left out.
  /// - Returns: The text.
  package static func text(
    of answer: Answer, day text: (Moment) -> String = { $0.day }
  ) -> String {
    switch answer {
    case .unsure: "unsure"
    case .option(let id): id.name
    case .options([]): "none"
    case .options(let ids): ids.map(\.name).joined(separator: ", ")
    case .number(let number): number.plain
    case .duration(let span): span.description
    case .date(let day): text(day)
    }
  }
}
