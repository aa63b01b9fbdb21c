import Patchwise
import PatchwiseDialogue
import PatchwiseExosomes
import PatchwiseYAML

/// The knowledge that inputs are about.
enum Bases {
  /// The folder of the whole package, found from the place of this file.
  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(5).joined(separator: "/")

  /// A small one with every kind of question.
  static func boiler() throws -> KnowledgeBase {
    try KnowledgeBase(contentsOf: "\(root)/Tests/Fixtures/boiler/boiler.yaml")
  }

  /// One with two questions.
  static func tyre() throws -> KnowledgeBase {
    try KnowledgeBase(contentsOf: "\(root)/Examples/tyre/tyre.yaml")
  }

  /// The bundled one.
  static func bundled() throws -> KnowledgeBase { try ExosomeKnowledge.load() }

  /// What the clock says: Tuesday noon.
  static let now = Moment(year: 2026, month: 3, day: 10, hour: 12)
}

/// Conversations of which each asks one question at once, and no other.
struct Interviews {
  private let dialogues: [Dialogue]

  /// Makes them from each question of some knowledge bases that is put as soon as it stands alone.
  init(_ bases: [KnowledgeBase], where isWanted: (Question) -> Bool = { _ in true }) throws {
    var dialogues: [Dialogue] = []
    for base in bases {
      let same = try KnowledgeBase(Self.alone(base.knowledge))
      for question in same.knowledge.questions where isWanted(question) {
        var dialogue = try Dialogue(
          about: same, consulting: Identifier("about-\(question.id)"), at: Bases.now)
        _ = dialogue.begin()
        if case .question(question.id) = dialogue.awaiting { dialogues.append(dialogue) }
      }
    }
    self.dialogues = dialogues
    expect(!dialogues.isEmpty, "no question is asked")
  }

  /// The knowledge with a consultation about each of its questions.
  private static func alone(_ knowledge: Knowledge) -> Knowledge {
    var knowledge = knowledge
    for place in knowledge.questions.indices { knowledge.questions[place].askedWhen = nil }
    for question in knowledge.questions {
      let name = "about-\(question.id)"
      knowledge.sections.append(Question.Section(id: Identifier(name), questions: [question.id]))
      knowledge.consultations.append(
        ConsultationKind(
          id: Identifier(name), title: AuthoredText("About \(question.id)"),
          sections: [Identifier(name)], decides: knowledge.scales.map(\.id)))
    }
    return knowledge
  }

  /// The conversation that the first byte of an input chooses, and what the others say.
  func choose(_ input: [UInt8]) -> (Dialogue, String)? {
    guard let first = input.first else { return nil }
    return (
      dialogues[Int(first) % dialogues.count],
      String(decoding: input.dropFirst(), as: UTF8.self)
    )
  }
}
