import Patchwise

/// What was answered, and where everything stands.
struct SoFarScreen {
  private let consultation: Consultation
  private var knowledge: KnowledgeBase { consultation.knowledge }

  init(_ consultation: Consultation) { self.consultation = consultation }

  var blocks: [Block] { answers + [.gap] + standing + left }

  /// The answers that count, numbered.
  var answers: [Block] {
    let words = AnswerWords(knowledge)
    let items = consultation.answered.enumerated().compactMap { place, id -> Block? in
      guard let question = knowledge.question(id), let answer = consultation.answer(to: id) else {
        return nil
      }
      let said = words.text(of: answer, to: question)
      let isAside = if case .setAside = consultation.status(of: id) { true } else { false }
      return .item(
        marker: "\(place + 1).",
        Phrasing.fact(question.name, isAside ? "\(said) (\(Phrasing.doesNotApply))" : said))
    }
    return [.heading(Phrasing.soFar)] + items
  }

  /// Where each decided scale stands.
  private var standing: [Block] {
    consultation.kind.decides.compactMap { knowledge.scale($0) }.map { scale in
      .item(marker: "-", Phrasing.fact(scale.name, StandingWords(consultation).text(of: scale)))
    }
  }

  /// How many questions may still come.
  private var left: [Block] {
    let count = consultation.openQuestions.count
    return count == 0 ? [] : [.gap, .paragraph(Phrasing.leftSoFar(count))]
  }

  /// What is said when a consultation breaks off.
  var unfinished: [Block] { [.gap, .paragraph(Phrasing.unfinished)] + standing }
}
