/// The plain ways to say that nothing of a list fits, as a row of parts that each may be left out.
///
/// What is not one of these parts may be the very thing that is asked for, so that it is never passed over.
enum PlainNone {
  /// Whether words are a *no* or *nothing*, and then nothing but the other parts in their order.
  static func matches(_ words: [String]) -> Bool {
    guard let first = words.first, openingWords.contains(first) else { return false }
    var rest = words.dropFirst()
    for part in parts { while drop(part, from: &rest) {} }
    return rest.isEmpty
  }

  /// Whether words begin with `none of these` and go on without an exception.
  static func begins(_ words: Words) -> Bool {
    let starts = ["none of", "nothing of", "nothing like", "not a single"]
    return starts.contains { words.joined.hasPrefix($0 + " ") }
      && !words.list.contains(where: exceptions.contains)
  }

  /// Whether words are a *no* and then something else, set off from it, that takes nothing back.
  static func goesOn(_ words: Words) -> Bool {
    guard let next = placeBehindNo(words) else { return false }
    return (words.isBreak(before: next) || starters.contains(words.list[next]))
      && !words.list[next...].contains(where: turns.contains)
  }

  /// Whether what stands behind a *no* is a sentence of its own.
  static func beginsSentence(_ words: Words) -> Bool {
    placeBehindNo(words).map { starters.contains(words.list[$0]) } ?? false
  }

  /// What stands behind the *no* that a line begins with.
  static func rest(behindNo line: String) -> String {
    guard let next = placeBehindNo(Words(line)) else { return line }
    return Words(line).list[next...].joined(separator: " ")
  }

  /// Where the words behind a *no* begin.
  private static func placeBehindNo(_ words: Words) -> Int? {
    guard let first = words.list.firstIndex(where: { !interjections.contains($0) }),
      first + 1 < words.list.count, Words.noes.contains(words.list[first])
    else { return nil }
    return first + 1
  }

  /// Whether words say that nothing fits, as far as the person can tell.
  static func isLikely(_ words: Words) -> Bool { likely.contains(words.joined) }

  private static let likely: Set<String> = [
    "i dont think so", "dont think so", "i do not think so", "probably not", "i doubt it",
    "not that i noticed", "not that ive noticed", "not that i can think of",
    "none that i can think of",
    "nothing that i can think of", "nothing i can think of", "not to my knowledge",
    "not as far as i know", "not that i can see", "nothing that i can see", "nothing i can see",
  ]

  private static let interjections: Set<String> = [
    "god", "oh", "ah", "er", "um", "well", "gosh", "heavens", "lord", "hm", "hmm", "ehm",
  ]

  /// Words with which a sentence of its own begins behind a *no*.
  private static let starters: Set<String> = [
    "i", "im", "ive", "my", "its", "it", "they", "theyre", "just", "only", "nothing", "none", "all",
    "everything", "thats", "that", "the",
  ]

  /// Words behind a *no* that take it back, or say that it is none.
  private static let turns = Words.yeses.union([
    "but", "except", "apart", "though", "although", "however", "besides", "yet", "still", "maybe",
    "if", "until", "unless", "idea", "clue", "doubt", "sure", "certain", "know", "think", "wait",
    "or", "cant", "cannot", "different", "worse",
  ])

  private static let exceptions: Set<String> = [
    "but", "except", "apart", "only", "just", "though", "although", "however", "besides", "yet",
    "still", "maybe", "if", "until", "unless", "other", "than", "bar",
  ]

  /// Takes one of some phrases from the beginning of words.
  private static func drop(_ part: [[String]], from words: inout ArraySlice<String>) -> Bool {
    guard let phrase = part.first(where: { words.starts(with: $0) }) else { return false }
    words = words.dropFirst(phrase.count)
    return true
  }

  private static let openers = phrases(
    "none", "no", "nope", "nah", "naw", "nothing", "neither", "zero", "nil", "not any",
    "not really",
    "not at all",
    "not one", "not a single one")

  /// The openers of one word.
  private static let openingWords = Set(openers.filter { $0.count == 1 }.joined())

  /// The parts that may follow, each any number of times; of two that begin alike the longer comes first.
  private static let parts = [
    openers,
    phrases(
      "of the above", "of those", "of these", "of that", "of this", "of them", "of any of that",
      "of it",
      "to all of that", "to all of them", "to all of these", "to all", "to any of that", "to any"),
    phrases(
      "like that", "like this", "of the kind", "of that kind", "of that sort", "of the sort"),
    phrases("really", "at all", "here", "for me", "that i know of", "that im aware of"),
    phrases(
      "applies to me", "apply to me", "applies", "apply", "is happening to me", "is happening"),
    phrases("at the moment", "at present", "right now", "for now", "now", "today", "currently"),
    thanks,
    phrases("im perfectly well", "i am perfectly well", "im all right", "im alright"),
    phrases(
      "i am feeling fine", "im feeling fine", "i feel fine", "i feel good", "i feel ok",
      "i feel okay",
      "i feel well", "i am fine", "i am ok", "i am okay", "i am good", "i am well", "im fine",
      "im ok",
      "im okay", "im good", "im well", "im great", "feeling fine", "feeling good", "all good",
      "all fine",
      "all ok", "all okay", "all well", "its all good", "its all fine"),
    thanks,
  ]

  private static let thanks = phrases(
    "thank you", "thank god", "thanks", "ta", "cheers", "thankfully", "luckily", "fortunately")

  private static func phrases(_ phrases: String...) -> [[String]] {
    phrases.map { $0.split(separator: " ").map(String.init) }.sorted { $0.count > $1.count }
  }
}
