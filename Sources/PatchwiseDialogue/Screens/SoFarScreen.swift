package import Patchwise

/// What was answered, and where everything stands.
package struct SoFarScreen {
  private let consultation: Consultation
  private var knowledge: KnowledgeBase { consultation.knowledge }

  /// Shows a consultation, finished or not.
  package init(_ consultation: Consultation) { self.consultation = consultation }

  var blocks: [Block] { answers + [.gap] + standing + left }

  /// The answers that count, numbered.
  var answers: [Block] { [.heading(Phrasing.soFar)] + items }

  /// The answers alone.
  var items: [Block] {
    given.enumerated().map { place, given in
      Block.item(
        marker: "\(place + 1).", Phrasing.fact(given.question.name, given.words))
    }
  }

  /// The questions that were answered, and the answers in words.
  package var given: [(question: Question, words: String)] {
    consultation.answered.compactMap { id in
      guard let question = knowledge.question(id), let answer = consultation.answer(to: id) else {
        return nil
      }
      let said = AnswerWords(knowledge).text(of: answer, to: question)
      let isAside = if case .setAside = consultation.status(of: id) { true } else { false }
      return (question, isAside ? "\(said) (\(Phrasing.doesNotApply))" : said)
    }
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
  package var unfinished: [Block] { [.gap, .paragraph(Phrasing.unfinished)] + standing }
}
