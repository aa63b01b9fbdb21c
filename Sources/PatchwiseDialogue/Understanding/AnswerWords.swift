import Patchwise

/// Says answers in words.
struct AnswerWords {
  let knowledge: KnowledgeBase

  init(_ knowledge: KnowledgeBase) { self.knowledge = knowledge }

  /// An answer as a person would say it.
  func text(of answer: Answer, to question: Question) -> String {
    switch answer {
    case .unsure:
      if case .option(let id) = question.unsure {
        return Phrasing.unsureTaken(as: label(of: id, in: question))
      }
      return Phrasing.unsureTaken
    case .option(let id): return label(of: id, in: question)
    case .options([]):
      // Of a list that holds no known name nobody can say that nothing is in it.
      if case .ingredients(let lexicons) = question.domain,
        !IngredientReader.readTexts(lexicons, in: knowledge)
      {
        return Phrasing.noKnownName
      }
      return Phrasing.noneTaken
    case .options(let ids): return ids.map { label(of: $0, in: question) }.joined(separator: "; ")
    case .number(let number):
      if case .number(_, let unit?) = question.domain { return "\(number.plain) \(unit)" }
      return number.plain
    case .duration(let span): return Phrasing.text(span)
    case .date(let day): return day.day
    }
  }

  /// The answer that a mention is.
  func text(of mention: Mention) -> String { text(of: mention.answer, to: mention.question) }

  /// An option as it is offered.
  func label(of id: Identifier<Question.Option>, in question: Question) -> String {
    if case .yesNo = question.domain { return id.name }
    return knowledge.options(of: question).first { $0.id == id }?.label.string ?? id.name
  }

  /// A sentence with an example of what a question takes: the option in some place, or the first.
  func example(for question: Question, at place: Int? = nil) -> String {
    switch question.domain {
    case .one: Phrasing.example(of: labels(question), at: place ?? 0, takesSeveral: false)
    case .any: Phrasing.example(of: labels(question), at: place ?? 0, takesSeveral: true)
    case .yesNo: Phrasing.yesNoHint
    case .number(let range, let unit): Phrasing.numberHint(range, unit: unit?.string)
    case .duration(let range): Phrasing.durationHint(range)
    case .date: Phrasing.dateHint
    case .ingredients(let lexicons):
      IngredientReader.readTexts(lexicons, in: knowledge)
        ? Phrasing.textHint : Phrasing.ingredientsHint
    }
  }

  private func labels(_ question: Question) -> [String] {
    knowledge.options(of: question).map(\.label.string)
  }
}
