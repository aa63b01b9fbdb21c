extension StringProtocol {
  /// The text without white space at its ends.
  package var trimmingSpaces: String { drop(while: \.isWhitespace).trimmingTrailingSpaces }

  /// The text without white space at its end.
  package var trimmingTrailingSpaces: String {
    var part = self[...]
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }
}
