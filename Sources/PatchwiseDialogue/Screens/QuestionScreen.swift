import Patchwise

/// A question as it is put: its words, the numbered choices, and how to answer.
struct QuestionScreen {
  private let question: Question
  private let knowledge: KnowledgeBase

  init(_ question: Question, in knowledge: KnowledgeBase) {
    self.question = question
    self.knowledge = knowledge
  }

  var blocks: [Block] { [.heading(question.ask.string)] + choices }

  /// The numbered choices, or what kind of answer is wanted.
  var choices: [Block] {
    switch question.domain {
    case .one: options
    case .any: options + [.paragraph(Phrasing.severalHint(knowledge.options(of: question).count))]
    case .yesNo, .number, .duration, .date, .ingredients:
      [.paragraph(AnswerWords(knowledge).example(for: question))]
    }
  }

  private var options: [Block] {
    var blocks: [Block] = []
    for (place, option) in knowledge.options(of: question).enumerated() {
      blocks.append(.item(marker: "\(place + 1).", option.label.string))
      if let help = option.help { blocks.append(.detail(help.string)) }
    }
    return blocks
  }
}

/// The question which of some answers is meant; they are numbered anew.
struct WhichScreen {
  private let answers: [String]

  init(_ answers: [String]) { self.answers = answers }

  var blocks: [Block] {
    [.paragraph(Phrasing.which)]
      + answers.enumerated().map { .item(marker: "\($0.offset + 1).", $0.element) }
  }
}

/// What can be typed, and a hint on the present question.
struct HelpScreen {
  private let question: Question?

  init(_ question: Question?) { self.question = question }

  var blocks: [Block] {
    let hint: [Block] = question?.help.map { [.paragraph($0.string), .gap] } ?? []
    // Where it is not taken, "not sure" is not offered.
    let offered = Phrasing.help.dropFirst(question?.unsure == .refused ? 1 : 0)
    let commands = offered.map { Block.item(marker: $0.command, "– \($0.meaning)") }
    return hint + [.heading(Phrasing.commands)] + commands + [.paragraph(Phrasing.helpQuestions)]
  }
}
