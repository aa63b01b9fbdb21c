import Patchwise

/// Finds what a sentence may mean at a question, by the hints of an author.
///
/// What it finds has to be confirmed. It looks for less than may be there: what is denied, over, only
/// supposed or somebody else's is no hint, unless the hint itself says so.
struct HintFinder: Sendable {
  /// What may be meant, in the order of the question, *none* last.
  private let meanings: [(option: Identifier<Question.Option>, phrases: [Phrase])]
  /// The words of all phrases, by their first letter.
  private let vocabulary: [Character?: [String]]

  /// - Parameters:
  ///   - hints: The hints at one question.
  ///   - options: Its options, in their order.
  init(_ hints: [Hint], options: [Identifier<Question.Option>]) {
    meanings = (options + ["none"]).compactMap { option in
      let phrases = hints.filter { $0.option == option }.flatMap(\.phrases).map(Phrase.init)
      return phrases.isEmpty ? nil : (option, phrases)
    }
    let words = meanings.flatMap(\.phrases).reduce(into: Set<String>()) { $0.formUnion($1.words) }
    vocabulary = Dictionary(grouping: words, by: \.first)
  }

  /// Returns the options that a line hints at, in the order of the question; *none* only beside no other.
  func options(hintedAtBy line: String) -> [Identifier<Question.Option>] {
    guard !meanings.isEmpty else { return [] }
    let words = Words(line)
    let typed = Set(words.list)
    let meant = typed.union(
      typed.flatMap { word in
        vocabulary[word.first, default: []].filter { Self.areAlike(word, $0) }
      })
    let found = meanings.filter { _, phrases in
      phrases.contains { phrase in
        phrase.mayStand(among: meant) && Self.goesWith(phrase, words)
          && phrase.stands(in: words, unless: .unturned, by: Self.areAlike)
      }
    }.map(\.option)
    return found.count > 1 ? found.filter { $0 != "none" } : found
  }

  /// Whether a phrase speaks of what the rest of a line makes of it: over, supposed, or somebody else's.
  private static func goesWith(_ phrase: Phrase, _ words: Words) -> Bool {
    (!words.saysOver || phrase.words.contains(where: Words.isOver))
      && (!words.supposes || phrase.words.contains("if"))
      && (!words.list.contains(where: Words.relatives.contains)
        || !phrase.words.isDisjoint(with: Words.relatives))
  }

  /// Whether a typed word may be another one: one of its forms, or long and one slip of the finger away.
  private static func areAlike(_ typed: String, _ word: String) -> Bool {
    typed == word || typed == word + "s" || typed + "s" == word
      || OptionReader.haveOneStem(typed, word) || AlarmWatch.areAlike(typed, word)
  }
}
