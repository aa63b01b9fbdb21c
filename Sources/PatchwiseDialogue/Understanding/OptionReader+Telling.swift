import Patchwise

// What a line says of options when all of its words are accounted for.
extension OptionReader {
  /// Returns the options that words name, if no word is left that may turn them round.
  ///
  /// Names that lie inside a longer name do not count, as the `gas` of `gas long ago`.
  ///
  /// - Parameter words: A line or a part of it.
  /// - Returns: Their places; none where a word is left over, something is denied, or a name is shared.
  func places(toldBy words: Words) -> [Int] {
    guard !words.isNegated else { return [] }
    let namings = longestNamings(in: words)
    let covered = namings.reduce(into: Set<Int>()) { $0.formUnion($1.words) }
    let isTold = words.list.indices.allSatisfy { place in
      covered.contains(place) || isIdle(words.list[place])
    }
    let isShared = namings.contains { one in
      namings.contains { $0.words == one.words && $0.option != one.option }
    }
    return isTold && !isShared ? namings.map(\.option).withoutRepeats() : []
  }

  /// Whether some words name an option with a word that can't stand in any sentence.
  func isTelling(_ words: Words) -> Bool {
    longestNamings(in: words).contains { $0.words.contains { isTelling(words.list[$0]) } }
  }

  /// Whether a word can't stand in any sentence.
  private func isTelling(_ word: String) -> Bool {
    !isIdle(word) && !Self.vagueWords.contains(word) && !Self.smallWords.contains(word)
      && Int(word) == nil
  }

  /// The option that a line comes closest to, to be named as an example; nothing where several do.
  ///
  /// It is the one with most of the telling words in its names, or the only one that is half hinted at.
  func closest(to line: String) -> Int? {
    let words = Words(line)
    let telling = zip(words.list, words.nearDenials).filter { !$0.1 }.map(\.0).filter(isTelling)
    let shared = names.map { names in
      telling.count { word in names.contains { $0.list.contains { Self.haveOneStem($0, word) } } }
    }
    let most = shared.max() ?? 0
    let near = shared.indices.filter { most > 0 && shared[$0] == most }
    if near.count == 1 { return near[0] }
    let hinted = hints.options(halfHintedAtBy: words, telling: isTelling)
    return hinted.count == 1 ? options.firstIndex { $0.id == hinted[0] } : nil
  }

  /// The options of which a name, word by word, has the same stems as the words that tell something.
  func places(alikeIn words: Words) -> [Int] {
    options.indices.filter { place in
      names[place].contains { name in
        words.places(of: name, by: Self.haveOneStem).contains { start in
          let named = start..<start + name.list.count
          return words.list.indices.allSatisfy { place in
            named.contains(place) || isIdle(words.list[place])
              || Self.adverbs.contains(words.list[place])
          }
        }
      }
    }
  }

  /// Words that say when and how much.
  private static let adverbs: Set<String> = [
    "night", "nights", "morning", "mornings", "evening", "evenings", "day", "days", "sometimes",
    "often", "lot", "badly", "still", "again", "all", "time", "when", "after", "before",
  ]

  /// Whether two words are one word in two forms, such as `rattles` and `rattling`.
  static func haveOneStem(_ left: String, _ right: String) -> Bool {
    if left == right { return left.count > 2 && !smallWords.contains(left) }
    guard left.first == right.first, min(left.count, right.count) >= 4 else { return false }
    let (left, right) = (left.stem, right.stem)
    return left.count >= 4 && left == right
  }

  /// A name of an option among words.
  private struct Naming {
    var option: Int
    var words: Range<Int>
  }

  private func longestNamings(in words: Words) -> [Naming] {
    let all = options.indices.flatMap { option in
      names[option].flatMap { name in
        words.places(of: name).map { Naming(option: option, words: $0..<$0 + name.list.count) }
      }.filter { naming in
        let name = words.list[naming.words].joined(separator: " ")
        return name.count > 1 && !Self.smallWords.contains(name)
      }
    }
    return all.filter { naming in
      !all.contains { $0.words.count > naming.words.count && $0.words.overlaps(naming.words) }
    }
  }

  /// Words that some options are called, and that mean anything where something else was asked.
  private static let vagueWords: Set<String> = [
    "normal", "fine", "good", "bad", "better", "worse", "same", "other", "another", "else",
    "nothing", "everything", "something", "anything", "all", "any", "both", "neither", "again",
    "sometimes", "often", "slightly", "slight", "mild", "not", "no", "yes", "true", "once", "late",
    "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "minute",
    "minutes", "time", "first", "second", "last", "next", "over", "old", "new", "clear", "spot",
  ]
}
