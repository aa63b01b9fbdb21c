import Patchwise

/// Finds what a sentence may mean at a question, by the hints of an author.
///
/// What it finds has to be confirmed. It looks for less than may be there: what is denied, over, only
/// supposed or somebody else's is no hint, unless the hint itself says so.
struct HintFinder: Sendable {
  /// What may be meant, in the order of the question, *none* last.
  private let meanings: [Identifier<Question.Option>]
  /// The phrases are many, and few lines need them, so that they are taken apart only then.
  private let prepared: Late<Prepared>

  /// - Parameters:
  ///   - hints: The hints at one question.
  ///   - options: Its options, in their order.
  init(_ hints: [Hint], options: [Identifier<Question.Option>]) {
    let meanings = (options + ["none"]).compactMap { option in
      let phrases = hints.filter { $0.option == option }.flatMap(\.phrases)
      return phrases.isEmpty ? nil : (option: option, phrases: phrases)
    }
    self.meanings = meanings.map(\.option)
    prepared = Late { Prepared(meanings.map(\.phrases)) }
  }

  /// Returns the options that a line hints at, in the order of the question; *none* only beside no other.
  ///
  /// - Parameter line: What was typed at the question.
  /// - Returns: The options.
  /// - Complexity: Proportional to the length of the hints at the question for the first line; for others to
  ///   that of the hints with a word of the line.
  func options(hintedAtBy line: String) -> [Identifier<Question.Option>] {
    let (hinting, _) = phrases(in: line, typedElsewhere: false)
    let found = options(behind: hinting, in: prepared.value)
    return found.count > 1 ? found.filter { $0 != "none" } : found
  }

  /// Returns the options that a line hints at which was typed at another question, where a word alone says too
  /// little, with words that say more than some others do.
  ///
  /// - Parameters:
  ///   - line: What was typed.
  ///   - known: The words that are understood otherwise.
  /// - Returns: The options, in the order of the question.
  func options(hintedAtElsewhereBy line: String, beyond known: Set<String>)
    -> [Identifier<Question.Option>]
  {
    let (hinting, meant) = phrases(in: line, typedElsewhere: true)
    let prepared = prepared.value
    let further = hinting.filter { place in
      !prepared.phrases[place].phrase.words.intersection(meant).isSubset(of: known)
    }
    return options(behind: further, in: prepared)
  }

  /// The words in a line, as the author writes them, that hint at something.
  func words(hintingIn line: String) -> Set<String> {
    let (hinting, meant) = phrases(in: line, typedElsewhere: false)
    return hinting.reduce(into: []) { words, place in
      words.formUnion(prepared.value.phrases[place].phrase.words.intersection(meant))
    }
  }

  /// The places of the phrases that a line hints with, and all words that it may have.
  private func phrases(
    in line: String, typedElsewhere isElsewhere: Bool
  ) -> (places: [Int], meant: Set<String>) {
    let words = Words(line)
    // "Calm? No" denies what stands before.
    if words.list.last.map(Words.denials.contains) ?? false { return ([], []) }
    let prepared = prepared.value
    let (near, meant) = prepared.index.places(among: Set(words.list), by: Self.areAlike)
    let hinting = near.filter { place in
      let phrase = prepared.phrases[place].phrase
      return (!isElsewhere || phrase.isJoined) && phrase.mayStand(among: meant)
        && Self.goesWith(phrase, words)
        && phrase.stands(in: words, unless: .unturned, by: Self.areAlike)
    }
    return (hinting, meant)
  }

  /// Returns the options with a hint of which a part stands in a line, with a word in it that tells something.
  ///
  /// - Parameters:
  ///   - words: What was typed.
  ///   - isTelling: Whether a word can't stand in any sentence.
  /// - Returns: The options.
  func options(
    halfHintedAtBy words: Words, telling isTelling: (String) -> Bool
  ) -> [Identifier<Question.Option>] {
    let prepared = prepared.value
    let meant = prepared.index.places(among: Set(words.list), by: Self.areAlike).meant
    let hinting = prepared.phrases.indices.filter { place in
      prepared.phrases[place].phrase
        .standsInPart(in: words, among: meant, telling: isTelling, by: Self.areAlike)
    }
    return options(behind: hinting, in: prepared)
  }

  /// The options that some phrases hint at, in the order of the question.
  private func options(
    behind phrases: [Int], in prepared: Prepared
  ) -> [Identifier<Question.Option>] {
    Set(phrases.map { prepared.phrases[$0].meaning }).sorted().map { meanings[$0] }
  }

  /// All phrases, each with the place of what it means.
  private struct Prepared: Sendable {
    let phrases: [(phrase: Phrase, meaning: Int)]
    let index: PhraseIndex

    init(_ texts: [[AuthoredText]]) {
      phrases = texts.enumerated().flatMap { place, texts in texts.map { (Phrase($0), place) } }
      index = PhraseIndex(phrases.map(\.phrase))
    }
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
