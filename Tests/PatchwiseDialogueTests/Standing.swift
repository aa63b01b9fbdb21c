import Patchwise

@testable import PatchwiseDialogue

/// Everything about a consultation that a person can notice.
struct Standing: Equatable {
  private let answers: [Answered]
  private let open: [Identifier<Question>]
  private let levels: [LevelInterval?]
  private let rules: [Truth?]
  private let advice: [Truth?]

  private struct Answered: Equatable {
    var question: Identifier<Question>
    var status: Consultation.Status
  }

  init?(_ consultation: Consultation?) {
    guard let consultation else { return nil }
    let knowledge = consultation.knowledge.knowledge
    answers = consultation.answered.map {
      Answered(question: $0, status: consultation.status(of: $0))
    }
    open = consultation.openQuestions.map(\.id)
    levels = knowledge.scales.map { consultation.interval(of: $0.id) }
    rules = knowledge.rules.map { consultation.truth(of: $0.id) }
    advice = knowledge.advice.map { consultation.truth(ofAdvice: $0.id) }
  }
}
