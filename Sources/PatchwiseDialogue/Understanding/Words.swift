/// A line as the words that it is made of, ready to be compared.
///
/// Upper and lower case, punctuation, kinds of apostrophes and hyphens do not count: `Don't know!` and
/// `dont know` are the same words.
struct Words: Hashable, Sendable {
  /// The words, in order.
  let list: [String]
  /// For each word, whether a comma, full stop or other break stands before it.
  private let breaks: [Bool]

  init(_ text: some StringProtocol) {
    var list: [String] = []
    var breaks: [Bool] = []
    var word = ""
    var isBroken = false
    func close() {
      guard !word.isEmpty else { return }
      list.append(word)
      breaks.append(isBroken)
      (word, isBroken) = ("", false)
    }
    for character in text.lowercased() {
      switch character {
      case "'", "’", "‘", "`", "´": continue
      case let character where character.isLetter || character.isNumber: word.append(character)
      default:
        close()
        if ",.;:!?()".contains(character) { isBroken = true }
      }
    }
    close()
    self.list = list
    self.breaks = breaks
  }

  var isEmpty: Bool { list.isEmpty }
  /// The words with one blank between them.
  var joined: String { list.joined(separator: " ") }

  /// Returns where a sequence of words begins, the first time it occurs whole.
  func firstIndex(of phrase: Words) -> Int? {
    guard !phrase.isEmpty, list.count >= phrase.list.count else { return nil }
    return (0...list.count - phrase.list.count).first { start in
      list[start..<start + phrase.list.count].elementsEqual(phrase.list)
    }
  }

  /// Whether a sequence of words occurs whole.
  func contains(_ phrase: Words) -> Bool { firstIndex(of: phrase) != nil }

  /// Whether something in the line says *not*, or that it is over.
  var isNegated: Bool {
    let past = [Words("used to"), Words("any more"), Words("no longer"), Words("all gone")]
    return list.contains(where: Self.negations.contains) || past.contains(where: contains)
  }

  /// Whether one of the words just before a place says *not* and belongs to it.
  ///
  /// `not sure` is no denial. A break in the sentence, or a *but*, ends what a denial belongs to.
  func isNegated(before place: Int) -> Bool {
    var index = place
    for _ in 0..<3 {
      guard index > 0, !breaks[index] else { return false }
      index -= 1
      let word = list[index]
      if ["but", "and", "though", "although", "because", "while", "yet"].contains(word) {
        return false
      }
      let isUnsure = index + 1 < list.count && ["sure", "certain"].contains(list[index + 1])
      if Self.negations.contains(word) && !isUnsure { return true }
    }
    return false
  }

  private static let negations: Set<String> = [
    "no", "not", "never", "without", "none", "neither", "nor", "isnt", "arent", "wasnt", "werent",
    "dont", "doesnt", "didnt", "hasnt", "havent", "hadnt", "wont", "cannot", "anymore", "stopped",
    "gone",
  ]
}
