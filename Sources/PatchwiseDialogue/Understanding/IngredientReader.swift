import Patchwise

/// Reads a list of ingredients, typed or pasted from a label, as the tags of its lexicons.
///
/// Names count only as a whole. A long name that is a slip or two off, as copied labels are, may be meant,
/// and the whole answer is then to be confirmed. Phrases are found anywhere in the text.
struct IngredientReader: Sendable {
  private let tags: [Lexicon.Tag]
  /// The first tag of each name that authors give one.
  private let tagPlaces: [Words: Int]
  /// The phrases of all tags, each with the place of its tag.
  private let phrases: [(phrase: Phrase, tag: Int)]
  private let index: PhraseIndex
  /// The phrases with a word that may stand within another, where the script has no blanks between words.
  private let unparted: [Int]
  /// The tags of each known name.
  private let places: [Words: [Int]]
  /// The long names, for which a slip is allowed.
  private let longNames: Late<SpellingIndex>

  /// Whether phrases are looked for, and no names, so that what is pasted need not be a list.
  private let readsTexts: Bool

  init(_ knowledge: KnowledgeBase, _ lexicons: [Identifier<Lexicon>]) {
    tags = Self.tags(of: lexicons, in: knowledge)
    readsTexts = Self.readTexts(tags)
    var places: [Words: [Int]] = [:]
    for (place, tag) in tags.enumerated() {
      for name in tag.names { places[Words(name.string), default: []].append(place) }
    }
    self.places = places
    longNames = Late { [places] in SpellingIndex(places.keys.map { $0.joined }) }
    tagPlaces = Dictionary(
      tags.enumerated().map { (Words($0.element.id.name), $0.offset) }, uniquingKeysWith: min)
    let phrases = tags.enumerated().flatMap { place, tag in tag.phrases.map { (Phrase($0), place) }
    }
    self.phrases = phrases
    index = PhraseIndex(phrases.map(\.0))
    unparted = phrases.indices.filter { phrases[$0].0.words.contains(where: Self.isUnparted) }
  }

  /// Returns the tags of the names in a line, in the order of the lexicons, each once.
  ///
  /// A line that is no list and holds no known name may be anything, and is asked back.
  func exactReading(of line: String) -> AnswerReading {
    if AnswerReader.saysNone(line) { return .certain(.options([])) }
    let parts = Self.parts(of: line)
    if let answer = answer(calledByTags: parts) { return .certain(answer) }
    var found: Set<Int> = []
    var isGuessed = false
    for part in parts {
      let names = Self.names(in: part)
      let known = names.compactMap { places[$0] }.flatMap(\.self)
      found.formUnion(known)
      guard known.isEmpty,
        let name = names.lazy.compactMap({ longNames.value.nearest(to: $0.joined) }).first
      else { continue }
      found.formUnion(places[Words(name)] ?? [])
      isGuessed = true
    }
    // "Without: …" and "not (…)" say what is not in it, and where that ends nobody knows.
    if !found.isEmpty, Self.denies(line) { return .refused(.negated) }
    found.formUnion(placesOfPhrases(in: line))
    if found.isEmpty, parts.count == 1, !readsTexts {
      // Names without anything between them, or no list at all.
      let words = Words(line)
      if words.isNegated { return .refused(.negated) }
      let named = places.filter { words.contains($0.key) }.flatMap(\.value)
      guard words.list.count < 3 || !named.isEmpty else { return .refused(.notUnderstood) }
      return .probable(answer(with: Set(named)))
    }
    let answer = answer(with: found)
    if isGuessed { return .probable(answer) }
    // Where phrases are looked for, any sentence is a text to look through.
    let isText = parts.count > 1 || (readsTexts && Words(line).list.count >= 3)
    guard found.isEmpty, !isText else { return .certain(answer) }
    return Words(line).isNegated ? .refused(.negated) : .probable(answer)
  }

  /// Returns the answer that names tags and nothing else, as transcripts write it.
  private func answer(calledByTags parts: [String]) -> Answer? {
    let found = parts.compactMap { part -> Int? in
      let words = Words(part)
      return tagPlaces[words].flatMap { [nil, [$0]].contains(places[words]) ? $0 : nil }
    }
    return found.count == parts.count ? answer(with: Set(found)) : nil
  }

  private func answer(with places: Set<Int>) -> Answer {
    .options(places.sorted().map { tags[$0].id }.withoutRepeats())
  }

  /// Whether some lexicons have phrases and no names, so that what is pasted need not be a list.
  static func readTexts(_ lexicons: [Identifier<Lexicon>], in knowledge: KnowledgeBase) -> Bool {
    readTexts(tags(of: lexicons, in: knowledge))
  }

  private static func readTexts(_ tags: [Lexicon.Tag]) -> Bool {
    tags.contains { !$0.phrases.isEmpty } && tags.allSatisfy(\.names.isEmpty)
  }

  private static func tags(
    of lexicons: [Identifier<Lexicon>], in knowledge: KnowledgeBase
  ) -> [Lexicon.Tag] {
    lexicons.compactMap { id in knowledge.knowledge.lexicons.first { $0.id == id } }
      .flatMap(\.tags)
  }

  /// The tags with a phrase that stands in a text, and is not denied there.
  private func placesOfPhrases(in text: String) -> [Int] {
    let words = Words(text)
    let (filed, meant) = index.places(among: Set(words.list), by: ==)
    let near = filed.filter { phrases[$0].phrase.mayStand(among: meant) }
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    return (near + (isPlain ? [] : unparted)).filter { place in
      phrases[place].phrase.stands(in: words, unless: .near, by: Self.holds)
    }.map { phrases[$0].tag }
  }

  private static func isUnparted(_ word: String) -> Bool {
    word.unicodeScalars.allSatisfy(\.isWrittenWithoutBlanks)
  }

  /// Whether a word of a list is one of a phrase, or holds it where the script has no blanks between words.
  private static func holds(_ typed: String, _ word: String) -> Bool {
    typed == word || isUnparted(word) && typed.contains(word)
  }

  /// Whether a line says *no* or *not* of something; *not sure* does not.
  private static func denies(_ line: String) -> Bool {
    let words = Words(line).list
    return words.indices.contains { place in
      let next = place + 1 < words.count ? words[place + 1] : ""
      // "Yellow No. 5" is a colour.
      return Words.denials.contains(words[place]) && !["sure", "certain", "know"].contains(next)
        && Int(next) == nil
    }
  }

  // MARK: Taking a list apart

  /// The parts of a list: between commas, semicolons, bullets, line breaks, and behind a colon.
  ///
  /// Where a list has commas, its line breaks are only where the label was too narrow.
  private static func parts(of line: String) -> [String] {
    var parts = [""]
    let characters = Array(line)
    let hasCommas = characters.count(where: { $0 == "," || $0 == ";" }) >= 3
    for (place, character) in characters.enumerated() {
      let (before, after) = (
        place > 0 ? characters[place - 1] : " ",
        place + 1 < characters.count ? characters[place + 1] : " "
      )
      switch character {
      // As transcripts write it, a line break is "⏎".
      case _ where character.isNewline || character == "⏎":
        if hasCommas { parts[parts.count - 1].append(" ") } else { parts.append("") }
      // The comma of "1,2-Hexanediol" is part of the name.
      case "," where before.isNumber && after.isNumber: parts[parts.count - 1].append(character)
      // A full stop ends a name, but not "Alcohol Denat." or "C.I. 77891".
      case "." where !(after.isWhitespace && endsName(at: place, in: characters, hasCommas)):
        parts[parts.count - 1].append(character)
      case ",", ";", ":", ".", "•", "·", "|", "*", "●", "▪", "、", "،": parts.append("")
      default: parts[parts.count - 1].append(character)
      }
    }
    return parts.filter { !$0.allSatisfy(\.isWhitespace) }
  }

  /// Whether a full stop ends a name: not that of `Alcohol Denat.`, and in a list with commas only before a
  /// new sentence, as in `Parfum. May contain: …`.
  private static func endsName(at place: Int, in characters: [Character], _ hasCommas: Bool) -> Bool
  {
    let word = String(characters[..<place].reversed().prefix(while: \.isLetter).reversed())
    guard word.count > 1, word.lowercased() != "denat", word.last?.isLowercase == true || hasCommas
    else { return false }
    let next = characters[(place + 1)...].first { !$0.isWhitespace }
    return !hasCommas || next?.isUppercase == true && word.count > 3
  }

  /// What a part may be called: "Parfum (Fragrance)" is both, and "water and perfume" are two.
  private static func names(in part: String) -> [Words] {
    // "Niacinamide 5%" and "5 % Niacinamide" are niacinamide.
    var words: [Substring] = []
    for word in part.split(whereSeparator: \.isWhitespace) {
      if !word.contains("%") {
        words.append(word)
      } else if !word.contains(where: \.isNumber) {
        _ = words.popLast()
      }
    }
    let plain = words.joined(separator: " ")
    let joints = words.split {
      ["and", "or", "and/or", "und", "et", "y", "e"].contains($0.lowercased())
    }
    let pieces =
      [plain] + plain.split(whereSeparator: { "()[]{}/&+".contains($0) }).map(String.init)
      + joints.map { $0.joined(separator: " ") }
      + [plain.split(whereSeparator: { "([{".contains($0) }).first.map(String.init) ?? ""]
    return pieces.flatMap { [Words($0), Words(withoutFootnote($0))] }.filter { !$0.isEmpty }
      .withoutRepeats()
  }

  /// A name without the mark of a footnote behind it, as in `Parfum²` and `Parfum1`.
  private static func withoutFootnote(_ name: String) -> String {
    let end = name.trimmingSpaces
    if !end.utf8.allSatisfy({ $0 < 0x80 }) {
      let bare = end.prefix { !"¹²³⁴⁵⁶⁷⁸⁹⁰†‡°".contains($0) }
      guard bare.endIndex == end.endIndex else { return String(bare) }
    }
    let letters = end.dropLast()
    return end.last?.isWholeNumber == true && letters.last?.isLetter == true ? String(letters) : end
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter or sign of Chinese, Japanese or Korean.
  fileprivate var isWrittenWithoutBlanks: Bool {
    switch value {
    case 0x1100...0x11FF, 0x3040...0x30FF, 0x3130...0x318F, 0x3400...0x9FFF, 0xAC00...0xD7AF: true
    default: false
    }
  }
}
