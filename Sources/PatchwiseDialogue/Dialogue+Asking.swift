import Patchwise

// Putting the present question, and what stands beside it.
extension Dialogue {
  /// Puts the present question, or the recommendation when there is none left.
  mutating func ask() -> [Block] {
    switch awaiting {
    case .consultation:
      if case .confirmingFollowed(_, let possible) = mode {
        return [.paragraph(Phrasing.isAbout(possible[0].name))]
      }
      let kinds = knowledge.knowledge.consultations
      return [.paragraph(Phrasing.chooseConsultation)]
        + kinds.enumerated().map { .item(marker: "\($0.offset + 1).", $0.element.title.string) }
    case .question(let id):
      guard let question = knowledge.question(id) else { return [] }
      var blocks = QuestionScreen(question, in: knowledge).blocks
      if !hasHinted {
        blocks += [.paragraph(Phrasing.firstHint(takesUnsure: question.unsure != .refused))]
      }
      hasHinted = true
      blocks += fewLeft().map { [.paragraph(Phrasing.left($0))] } ?? []
      if let mention = mention(of: question), !mention.isDoubted {
        mode = .confirming(id, mention.answer)
        let words = AnswerWords(knowledge).text(of: mention.answer, to: question)
        let takesSeveral = question.domain.takesSeveral
        let recalled =
          mention.origin.map { Phrasing.learnt($0, words, takesSeveral: takesSeveral) }
          ?? Phrasing.saidEarlier(words, takesSeveral: takesSeveral)
        blocks.append(.paragraph(recalled))
      }
      return blocks
    case .anythingElse:
      if let alarm { return page(of: alarm) }
      guard let consultation, let recommendation = consultation.recommendation
      else { return askAgain() }
      return RecommendationScreen(recommendation, in: knowledge).blocks
        + takenToBeSafe(in: consultation) + [.gap, .paragraph(Phrasing.afterwards)]
        + (recommendation.endedEarly ? [] : [.paragraph(Phrasing.whatElseToAsk)])
        + (offersPlan && recommendsPlan ? [.paragraph(Phrasing.planIsOffered)] : [])
    }
  }

  /// That not knowing was taken for an answer, where that has ended the consultation.
  private func takenToBeSafe(in consultation: Consultation) -> [Block] {
    guard consultation.endedEarly, let last = consultation.answered.last,
      consultation.answer(to: last) == .unsure, let question = knowledge.question(last),
      case .option(let taken) = question.unsure
    else { return [] }
    let label = AnswerWords(knowledge).label(of: taken, in: question)
    return [.paragraph(Phrasing.endedByUnsure(label))]
  }

  /// How many questions may come after the present one, each time that it becomes few.
  private mutating func fewLeft() -> Int? {
    guard revisited == nil, toldLeft > 0, let consultation, consultation.answered.count > 1
    else { return nil }
    let left = consultation.openCount(upTo: 12) - 1
    guard let few = [0, 5, 10].first(where: { left <= $0 }), few < toldLeft else { return nil }
    toldLeft = few
    return left
  }

  /// Puts the present question once more; after the recommendation only asks whether there is more.
  mutating func askAgain() -> [Block] {
    if case .anythingElse = awaiting {
      return [.gap, .paragraph(alarm == nil ? Phrasing.anythingElse : Phrasing.alarmGoOn)]
    }
    return [.gap] + ask()
  }

  /// What is said to a line that is nothing, where nothing is asked.
  var refusalAfterwards: String {
    alarm == nil ? Phrasing.afterwards : Phrasing.alarmGoOn
  }

  /// Says something kind to a greeting, and puts the present question once more.
  mutating func greet(_ line: String) -> Reply? {
    guard Greeting.matches(line), awaiting != .anythingElse, !namesOption(line) else { return nil }
    mode = .asking
    return Reply(blocks: [.paragraph(Phrasing.greeted)] + askAgain(), outcome: .served)
  }
}
