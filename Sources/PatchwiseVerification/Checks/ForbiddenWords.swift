import Patchwise

/// Looks for words that nothing that is told may use, such as promises of an effect.
///
/// A word counts only whole. It may be used within quotation marks, where it is somebody else's, in a
/// sentence that denies it, and in the answer to a myth.
struct ForbiddenWords: TextCheck {
  let code = DiagnosticCode.forbiddenWord

  func diagnostics(of base: KnowledgeBase) -> [Diagnostic] {
    let knowledge = base.knowledge
    let phrases = Dictionary(
      grouping: knowledge.neverSay.map {
        (words: SpokenWords($0.string).words.map(\.text), written: $0)
      }
      .filter { !$0.words.isEmpty }, by: { $0.words[0] })
    return knowledge.told.flatMap { text in
      let words = SpokenWords(text.string)
      return words.words.indices.flatMap { start in
        (phrases[words.words[start].text] ?? []).compactMap { phrase, written in
          words.range(of: phrase, at: start).map { range in
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
}

extension Knowledge {
  /// Everything that a person is told as so.
  fileprivate var told: [AuthoredText] {
    let byKind: [[AuthoredText]] = [
      notUnderstood,
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

  /// The scalars of a phrase that begins at a word; nothing unless it stands there, not denied before in its
  /// sentence.
  func range(of phrase: [String], at start: Int) -> Range<Int>? {
    let found = words[start...].prefix(phrase.count)
    guard found.elementsEqual(phrase, by: { $0.text == $1 }), let first = found.first,
      let last = found.last,
      !words[..<start].reversed().prefix(while: { $0.sentence == first.sentence })
        .contains(where: { Self.denials.contains($0.text) })
    else { return nil }
    return first.range.lowerBound..<last.range.upperBound
  }

  private static let denials: Set<String> = [
    "no", "not", "never", "nobody", "nothing", "none", "neither", "nor", "cannot", "without", "t",
  ]
}
