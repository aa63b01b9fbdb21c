import Patchwise

/// Looks for words that nothing that is told may use, such as promises of an effect.
///
/// A word counts only whole. It may be used within quotation marks, where it is somebody else's, in a
/// sentence that denies it, and in the answer to a myth.
struct ForbiddenWords: TextCheck {
  let code = DiagnosticCode.forbiddenWord

  func diagnostics(of base: KnowledgeBase) -> [Diagnostic] {
    let knowledge = base.knowledge
    let phrases = knowledge.neverSay.map { SpokenWords($0.string).words.map(\.text) }
    return knowledge.told.flatMap { text in
      let words = SpokenWords(text.string)
      return zip(phrases, knowledge.neverSay).flatMap { phrase, written in
        words.places(of: phrase).map { range in
          Diagnostic(
            .forbiddenWord, severity: .warning, "'\(written)' may not be said here",
            at: text.location(of: range) ?? text.location,
            notes: [Diagnostic.Note("it is ruled out here", at: written.location)],
            help: "say it otherwise, or put quotes around what others say")
        }
      }
    }
  }
}

extension Knowledge {
  /// Everything that a person is told as so.
  fileprivate var told: [AuthoredText] {
    let byKind: [[AuthoredText]] = [
      scales.flatMap(\.levels).flatMap { ($0.title.map { [$0] } ?? []) + $0.say },
      rules.map(\.because), advice.map(\.say),
      plans.flatMap { plan in
        plan.steps.map(\.text) + plan.readings.flatMap(\.lookFor) + plan.stopSigns
          + (plan.then.map { [$0] } ?? [])
      },
      topics.filter { $0.verdict != .myth }.map(\.answer),
    ]
    return byKind.flatMap { $0 }
  }
}

/// A text as the words that it says itself, with their places in it.
private struct SpokenWords {
  struct Word {
    var text: String
    /// Where it stands, in scalars.
    var range: Range<Int>
    /// How many sentences stand before it.
    var sentence: Int
  }

  private(set) var words: [Word] = []

  init(_ text: String) {
    var (word, start, sentence, isQuoted) = ("", 0, 0, false)
    for (place, scalar) in (Array(text.unicodeScalars) + [" "]).enumerated() {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if word.isEmpty { start = place }
        word.unicodeScalars.append(scalar)
        continue
      }
      if !word.isEmpty, !isQuoted {
        words.append(Word(text: word.lowercased(), range: start..<place, sentence: sentence))
      }
      word = ""
      if ["\"", "“", "”", "„"].contains(scalar) { isQuoted.toggle() }
      if [".", "!", "?", ";", ":"].contains(scalar) { sentence += 1 }
    }
  }

  /// Returns where a phrase is said and not denied before in its sentence.
  func places(of phrase: [String]) -> [Range<Int>] {
    guard !phrase.isEmpty, words.count >= phrase.count else { return [] }
    return (0...words.count - phrase.count).compactMap { start in
      let found = words[start..<start + phrase.count]
      guard found.map(\.text) == phrase, let first = found.first, let last = found.last,
        !words[..<start].contains(where: {
          $0.sentence == first.sentence && Self.denials.contains($0.text)
        })
      else { return nil }
      return first.range.lowerBound..<last.range.upperBound
    }
  }

  private static let denials: Set<String> = [
    "no", "not", "never", "nobody", "nothing", "none", "neither", "nor", "cannot", "without", "t",
  ]
}
