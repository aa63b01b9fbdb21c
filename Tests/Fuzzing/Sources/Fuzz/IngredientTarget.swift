import Patchwise
import PatchwiseDialogue

/// Lists of ingredients at a question for them, which the first byte chooses.
struct IngredientTarget: Target {
  private let interviews: Interviews

  init() throws {
    interviews = try Interviews([Bases.boiler(), Bases.bundled()]) {
      if case .ingredients = $0.domain { true } else { false }
    }
  }

  func take(_ input: [UInt8]) {
    guard let (dialogue, text) = interviews.choose(input) else { return }
    Conversation(dialogue).expectSound(after: [text])
    guard case .question(let id) = dialogue.awaiting,
      let question = dialogue.knowledge.question(id),
      case .options(let tags)? = answer(text, question, dialogue)
    else { return }
    let known = dialogue.knowledge.options(of: question).map(\.id)
    expect(tags.allSatisfy(known.contains), "unknown tags: \(tags)")
    expectEqual(Set(tags).count, tags.count, "tags that stand twice: \(tags)")
    // How letters are written makes no difference but behind a full stop, where it tells whether a name ends.
    if text.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: ".") }) {
      expectEqual(answer(text.uppercased(), question, dialogue), .options(tags), "in capitals")
    }
  }

  private func answer(_ text: String, _ question: Question, _ dialogue: Dialogue) -> Answer? {
    AnswerText.answer(text, to: question, in: dialogue.knowledge, at: Bases.now)
  }
}
