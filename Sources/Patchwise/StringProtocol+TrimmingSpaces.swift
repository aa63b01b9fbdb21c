extension StringProtocol {
  /// The text without white space at its ends.
  package var trimmingSpaces: String {
    let text = Substring(self)
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.drop { $0.isWhitespace }.trimmingTrailingSpaces
    }
    // Nearly all texts are of this kind, and quickly trimmed.
    guard let first = text.utf8.firstIndex(where: { !$0.isSpace }),
      let last = text.utf8.lastIndex(where: { !$0.isSpace })
    else { return "" }
    return String(text[first...last])
  }

  /// The text without white space at its end.
  package var trimmingTrailingSpaces: String {
    var part = self[...]
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }
}

extension UInt8 {
  /// Whether it is one of the white spaces of ASCII.
  fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
