/// Phrases, filed under one of their words, so that only those are looked at that may stand in a line.
struct PhraseIndex: Sendable {
  /// The words of all phrases, by their first letter.
  private var words: [Character?: [String]] = [:]
  /// The places of the phrases that are filed under each word.
  private var places: [String: [Int]] = [:]

  init(_ phrases: [Phrase]) {
    for (place, phrase) in phrases.enumerated() {
      for word in phrase.keywords { places[word, default: []].append(place) }
    }
    let all = phrases.reduce(into: Set<String>()) { $0.formUnion($1.words) }
    words = Dictionary(grouping: all, by: \.first)
  }

  /// Returns the phrases that may stand among some words, or among words like them, in their order.
  ///
  /// - Parameters:
  ///   - typed: The words.
  ///   - areAlike: Whether a typed word may be a word of a phrase; both then have one first letter.
  /// - Returns: The places of the phrases, and all words that may be meant.
  func places(
    among typed: Set<String>, by areAlike: (String, String) -> Bool
  ) -> (places: [Int], meant: Set<String>) {
    var meant: Set<String> = []
    for word in typed {
      for known in words[word.first] ?? [] where areAlike(word, known) { meant.insert(known) }
    }
    return (Set(meant.flatMap { places[$0] ?? [] }).sorted(), meant)
  }
}
