import Patchwise

/// A text taken apart at its blanks.
struct Words {
  /// A part of a text without blanks, and its place.
  struct Word {
    let string: String
    let location: SourceLocation?
  }

  let text: AuthoredText
  let words: [Word]

  init(_ text: AuthoredText) {
    self.text = text
    var words: [Word] = []
    var start: Int?
    let scalars = Array(text.string.unicodeScalars)
    for (offset, scalar) in scalars.enumerated() {
      if scalar.properties.isWhitespace {
        start = nil
      } else if start == nil {
        let end = scalars[offset...].firstIndex { $0.properties.isWhitespace } ?? scalars.count
        words.append(
          Word(
            string: String(String.UnicodeScalarView(scalars[offset..<end])),
            location: text.location(of: offset..<end)))
        start = offset
      }
    }
    self.words = words
  }
}
