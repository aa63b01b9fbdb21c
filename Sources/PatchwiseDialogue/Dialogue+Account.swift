import Patchwise

extension Dialogue {
  /// What was said, and what it comes to or how it stands; nothing is asked, and nothing waits for a line.
  package var account: [Block] {
    guard let consultation else { return [.paragraph(Phrasing.nothingAnswered)] }
    let answers: [Block] =
      [.heading(consultation.kind.title.string), .gap] + SoFarScreen(consultation).answers + [.gap]
    if let alarm { return answers + AlarmScreen(alarm, in: knowledge).blocks }
    guard let recommendation = consultation.recommendation else {
      return answers + SoFarScreen(consultation).unfinished
    }
    return answers + RecommendationScreen(recommendation, in: knowledge).blocks
  }
}
