import Patchwise

/// A text made of parts that stand at different places of a file.
struct ComposedText {
  private var string = ""
  private var places: [AuthoredText.ScalarPlace] = []

  var isEmpty: Bool { places.isEmpty }

  /// Appends a part as it stands in the file.
  mutating func append(_ part: AuthoredText) {
    string += part.string
    places += (0..<part.string.unicodeScalars.count).map { place(of: part, $0) }
  }

  /// Appends words that stand nowhere; a problem with them belongs to the given part.
  mutating func append(_ words: String, at part: AuthoredText) {
    string += words
    places += Array(repeating: place(of: part, 0), count: words.unicodeScalars.count)
  }

  /// Appends a word that stands nowhere; a problem with it belongs to the whole of the given part.
  mutating func append(_ word: String, over part: AuthoredText) {
    append(word, at: part)
    let last = part.string.unicodeScalars.count - 1
    for index in places.indices.suffix(word.unicodeScalars.count - 1) {
      places[index] = place(of: part, last)
    }
  }

  /// The whole as one text, which is said to stand at one place.
  func text(at location: SourceLocation) -> AuthoredText {
    AuthoredText(string, at: location, scalarPlaces: places)
  }

  private func place(of part: AuthoredText, _ offset: Int) -> AuthoredText.ScalarPlace {
    let location = part.location(of: offset..<offset + 1)
    return AuthoredText.ScalarPlace(line: location?.line ?? 1, column: location?.column ?? 1)
  }
}
