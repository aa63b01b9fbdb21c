import Patchwise

extension Fields {
  /// One of the words that a key can take.
  func word<Word: RawRepresentable & CaseIterable>(_ key: String, _: Word.Type = Word.self) -> Word?
  where Word.RawValue == String {
    text(key).flatMap { word($0, of: "key '\(key)'", among: Array(Word.allCases)) }
  }

  /// One of some words, which a key must take.
  func neededWord<Word: RawRepresentable & CaseIterable>(
    _ key: String, _: Word.Type = Word.self
  ) -> Word? where Word.RawValue == String {
    needed(key).flatMap(text).flatMap { word($0, of: "key '\(key)'", among: Array(Word.allCases)) }
  }

  /// The word that a text is, if it is one of some.
  ///
  /// The subject is what takes these words, with its kind, such as `key 'seen'`.
  func word<Word: RawRepresentable>(
    _ text: AuthoredText, of subject: String, among words: [Word]
  ) -> Word? where Word.RawValue == String {
    guard let word = words.first(where: { $0.rawValue == text.string }) else {
      unknownWord(text, of: subject, among: words.map(\.rawValue))
      return nil
    }
    return word
  }

  /// Yes or no; no if the key is left out, and yes if nobody knows what was meant, as less follows from it.
  func flag(_ key: String) -> Bool {
    guard let text = text(key) else { return false }
    let subject = "key '\(key)'"
    switch text.string {
    case "yes": return true
    case "no": return false
    case "true", "on":
      unknownWord(text, of: subject, among: ["yes", "no"], meant: "yes")
    case "false", "off":
      unknownWord(text, of: subject, among: ["yes", "no"], meant: "no")
      return false
    default:
      unknownWord(text, of: subject, among: ["yes", "no"])
    }
    return true
  }

  /// Reports a word that cannot stand where it does.
  func unknownWord(
    _ text: AuthoredText, of subject: String, among words: [String], meant: String? = nil
  ) {
    log.report(
      .unknownWord, "\(subject) does not take '\(text)'", at: text.location,
      help: (meant ?? NearestSpelling.of(text.string, among: words)).map { "did you mean '\($0)'?" }
        ?? "it takes \(words.dropLast().joined(separator: ", ")) or \(words.last ?? "")")
  }
}
