import Patchwise

/// The words by which answers to a question are known.
final class QuestionWords: Sendable {
  /// What reads its options; *yes* and *no* are some.
  let options: OptionReader
  /// Other words for *none*.
  let noneWords: [Words]
  /// Whether it asks for what ever was.
  let asksWhetherEver: Bool
  /// What reads a list of ingredients, if it asks for one.
  let ingredients: IngredientReader?

  init(_ question: Question, in knowledge: KnowledgeBase) {
    let hints = knowledge.knowledge.hints.filter { $0.question == question.id }
    if case .yesNo = question.domain {
      options = OptionReader(
        options: AnswerReader.yesAndNo, takesSeveral: false, asking: question.ask.string,
        hints: hints)
    } else {
      options = OptionReader(
        options: knowledge.options(of: question), takesSeveral: question.domain.takesSeveral,
        asking: question.ask.string, changes: question.changes, hints: hints)
    }
    noneWords = question.noneWords.map { Words($0.string) }
    asksWhetherEver = Words(question.ask.string).list.contains("ever")
    ingredients =
      if case .ingredients(let lexicons) = question.domain {
        IngredientReader(knowledge, lexicons)
      } else {
        nil
      }
  }
}
