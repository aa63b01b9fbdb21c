import Patchwise

/// An answer to a question that was not asked, in a line that was typed at another one.
struct Mention: Sendable {
  let question: Question
  var answer: Answer
  /// What it was learnt from, if the person did not say it.
  var origin: String?
  /// Whether the person has said that it may not be so; it is then not named again before an answer is given.
  var isDoubted = false
}

/// Reads a line that answers the question asked and speaks of others as well.
///
/// Only what says something for certain at one question alone is a mention: the name of an option with
/// nothing beside it that tells, or a number with its unit. A piece that the question asked can take is its own.
struct MentionReader {
  let reader: AnswerReader
  let asked: Question
  /// All other questions that can be asked or were.
  let others: [Question]

  /// A line, sorted by what it speaks of.
  struct Reading {
    /// The answer to the question asked.
    let answer: Answer
    let mentions: [Mention]
    /// What was not understood.
    let strange: [String]
  }

  /// Returns what a line says; nothing unless it answers the question asked and mentions something else.
  func reading(of line: String) -> Reading? {
    let pieces = Self.pieces(of: line)
    guard (2...Self.limit).contains(pieces.count), takesPieces else { return nil }
    let own = pieces.filter(isOwn)
    let rest = pieces.filter { !isOwn($0) }
    guard !own.isEmpty, !rest.isEmpty, !rest.contains(where: TopicFinder.isQuestion),
      case .certain(let answer) = reading(ofOwn: own.joined(separator: ", ")), answer != .unsure
    else { return nil }
    let found = rest.map { possibleMentions(in: $0) }
    let mentions = Self.merged(found)
    let known = Set(mentions.map(\.question.id))
    let strange = zip(rest, found).filter { _, possible in
      possible.count != 1 || !known.contains(possible[0].question.id)
    }.map(\.0)
    // What was not understood may be the very sign of danger that was asked for.
    let isGrave = reader.knowledge.options(of: asked).contains(where: \.isWarning)
    return mentions.isEmpty || isGrave && !strange.isEmpty
      ? nil : Reading(answer: answer, mentions: mentions, strange: strange)
  }

  /// The pieces beside a number, a length of time or a day that say something else, which nobody has understood.
  static func leftOver(of line: String, at asked: Question, _ reader: AnswerReader) -> [String] {
    switch asked.domain {
    case .number, .duration, .date: break
    case .one, .yesNo, .any, .ingredients: return []
    }
    guard mayHavePieces(line) else { return [] }
    let pieces = pieces(of: line)
    guard (2...limit).contains(pieces.count) else { return [] }
    return pieces.filter { piece in
      guard reader.exactReading(of: piece, for: asked)?.isRefused != false else { return false }
      let words = QuantityWords(piece)
      return words.numbers.isEmpty
        && !words.words.allSatisfy { reader.options(of: asked).isIdle($0) || asides.contains($0) }
    }
  }

  /// Words beside a number that only say how sure it is, or are polite.
  private static let asides: Set<String> = [
    "sorry", "thanks", "thank", "you", "roughly", "around", "approximately", "approx", "give",
    "take", "maybe", "perhaps", "not", "sure", "exactly", "nearly", "almost", "if", "remember",
    "know", "dont", "correctly", "rightly", "by", "ago", "since", "old", "as", "far", "can", "tell",
    "haha", "honestly", "believe", "must", "less", "no", "yes", "from", "then", "was", "when",
  ]

  /// How many pieces are looked at; nobody says more in a breath, and lists of ingredients are longer.
  private static let limit = 10

  /// Whether a line at the question may speak of others; what follows a *yes* belongs to it.
  private var takesPieces: Bool {
    switch asked.domain {
    case .one, .any, .number, .duration, .date: true
    case .yesNo, .ingredients: false
    }
  }

  private func reading(ofOwn line: String) -> AnswerReading {
    reader.exactReading(of: line, for: asked) ?? reader.looseReading(of: line, for: asked)
  }

  /// Whether the question asked takes a piece in any way.
  private func isOwn(_ piece: String) -> Bool {
    if case .refused = reading(ofOwn: piece) { false } else { true }
  }

  /// What a piece says for certain at each of the other questions.
  ///
  /// Who does not say that they want it says how it is.
  private func possibleMentions(in piece: String) -> [Mention] {
    let words = Words(piece)
    guard !words.isNegated else { return [] }
    let found = others.compactMap { question in
      answer(in: piece, words, to: question).map { Mention(question: question, answer: $0) }
    }
    let isWish = words.list.contains(where: OptionReader.wishes.contains)
    let likely = found.filter { ($0.question.changes == .byChoice) == isWish }
    return likely.isEmpty ? found : likely
  }

  private func answer(in piece: String, _ words: Words, to question: Question) -> Answer? {
    switch question.domain {
    case .one, .any: return reader.answer(toldBy: words, to: question)
    case .number(let range, let unit?):
      guard QuantityReader.saysOfWhat(piece, unit: unit.string),
        case .certain(let answer) = QuantityReader.number(piece, in: range, unit: unit.string)
      else { return nil }
      return answer
    // A bare number, a day and a length of time don't say of what.
    case .number, .yesNo, .duration, .date, .ingredients: return nil
    }
  }

  /// The mentions of pieces that speak of one question alone, those of one question as one.
  ///
  /// Of a question that takes one answer and of which two are said, or may be, nothing is known.
  private static func merged(_ pieces: [[Mention]]) -> [Mention] {
    let all = pieces.joined()
    let plain = pieces.filter { $0.count == 1 }.map { $0[0] }
    return plain.reduce(into: []) { merged, mention in
      let id = mention.question.id
      if let place = merged.firstIndex(where: { $0.question.id == id }) {
        guard case .options(let first) = merged[place].answer,
          case .options(let more) = mention.answer
        else { return }
        merged[place].answer = .options((first + more).withoutRepeats())
      } else if mention.question.domain.takesSeveral
        || all.allSatisfy({ $0.question.id != id || $0.answer == mention.answer })
      {
        merged.append(mention)
      }
    }
  }

  /// Whether a line can have more than one piece.
  static func mayHavePieces(_ line: String) -> Bool {
    line.utf8.contains { [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ".")].contains($0) }
  }

  /// The pieces between commas, semicolons and full stops.
  private static func pieces(of line: String) -> [String] {
    line.replacing(". ", with: ";").split(whereSeparator: { ",;".contains($0) })
      .map { String($0).trimmingSpaces }.filter { !Words($0).isEmpty }
  }
}
