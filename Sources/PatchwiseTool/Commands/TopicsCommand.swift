import ArgumentParser
import Patchwise
import PatchwiseDialogue

/// `patchwise topics`: the questions that have an answer.
struct TopicsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics", abstract: "List the questions you can ask, or answer one.",
    discussion: "With a name from the list, or a question in your own words, it gives the answer.")

  @Argument(help: "A name from the list, or a question.")
  var question: [String] = []

  @OptionGroup var knowledge: KnowledgeOption

  func run() throws {
    let base = try knowledge.load()
    let layout = Layout(width: Console.width)
    guard !question.isEmpty else {
      try Console.write(
        layout.text(base.knowledge.topics.map { .item(marker: "\($0.id):", $0.title.string) }))
      return
    }
    let asked = question.joined(separator: " ")
    guard let answer = TopicAnswer(to: asked, in: base) else {
      throw ValidationError(
        "There is no answer to '\(asked)'. 'patchwise topics' lists what there is.")
    }
    try Console.write(layout.text(answer.blocks))
  }
}
