import Patchwise

// Which consultation to begin.
extension Dialogue {
  /// The kind that a line names when nothing in it has to be guessed.
  func kind(namedBy line: String) -> Identifier<Question.Option>? {
    guard case .certain(.option(let id))? = vocabulary.kinds.exactReading(of: line) else {
      return nil
    }
    return id
  }

  /// Begins what a line asks for, or asks back; nothing if it asks for nothing that there is.
  mutating func begin(askedForBy line: String) -> Reply? {
    switch kindReading(of: line) {
    case .certain(.option(let id)): return begin(id)
    case .probable(.option(let id)): return askBack([id])
    case .ambiguous(let ids): return askBack(ids)
    default: return nil
    }
  }

  /// Whether a line asks for one kind of consultation, or may.
  func isHintAtKind(_ line: String) -> Bool { kindReading(of: line).option != nil }

  /// What a line asks for: what it hints at tells more than names that it only comes by.
  private func kindReading(of line: String) -> AnswerReading {
    let reader = vocabulary.kinds
    var reading = reader.exactReading(of: line) ?? reader.looseReading(of: line)
    // Only one can be begun, but "help, my face" is no list of two.
    if case .refused = reading { reading = reader.looseReading(of: line) }
    let hinted = reader.hints.options(hintedAtBy: line)
    switch reading {
    case .ambiguous where hinted.count == 1: return .probable(.option(hinted[0]))
    case .probable(.option(let id)) where !hinted.isEmpty && !hinted.contains(id):
      return .ambiguous([id] + hinted)
    default: return reading
    }
  }

  /// Asks whether one kind is meant, or which of several.
  private mutating func askBack(_ ids: [Identifier<Question.Option>]) -> Reply {
    mode = .choosingKind(ids)
    let titles = vocabulary.kinds.options.filter { ids.contains($0.id) }.map(\.label.string)
    return Reply(
      blocks: titles.count == 1
        ? [.paragraph(Phrasing.didYouMean(titles[0]))] : WhichScreen(titles).blocks,
      outcome: .askedBack)
  }

  /// Goes on after the question which kind is meant; nothing if the line is about something else.
  mutating func choose(amongKinds ids: [Identifier<Question.Option>], by line: String) -> Reply? {
    guard ids.count == 1 else {
      let offered = knowledge.knowledge.consultations.filter {
        ids.contains(Identifier($0.id.name))
      }
      let reader = OptionReader(kinds: offered)
      guard case .certain(.option(let id))? = reader.exactReading(of: line) else { return nil }
      return begin(id)
    }
    let isTakenBack = Command(line) == .mistake
    guard let isMeant = isTakenBack ? false : AnswerReader.confirmation(by: line) else {
      return nil
    }
    if isMeant { return begin(ids[0]) }
    mode = .asking
    return Reply(blocks: [.paragraph(Phrasing.askAgain)] + ask(), outcome: .refused)
  }

  /// A consultation of some kind in which nothing is answered.
  func begin(_ id: Identifier<ConsultationKind>) throws(UnknownConsultation) -> Consultation {
    try Consultation(id, in: knowledge, at: now, earlier: earlier.filter { $0.kind.id == id })
  }

  mutating func begin(_ id: Identifier<Question.Option>) -> Reply {
    mode = .asking
    return begin(Identifier<ConsultationKind>(id.name))
  }
}
