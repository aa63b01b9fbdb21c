extension Double {
  /// How many digits may stand before the point, and behind it.
  static let writtenDigitLimit = 15

  /// Creates the number that an author wrote: digits, perhaps with a minus before and a point between.
  ///
  /// Spellings that only programmers know, such as `1e3`, `0x10` and `nan`, are none.
  package init?(written text: some StringProtocol) {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let isDecimal =
      (1...2).contains(parts.count)
      && parts.allSatisfy { part in
        (1...Self.writtenDigitLimit).contains(part.utf8.count)
          && part.utf8.allSatisfy { (48...57).contains($0) }
      }
    guard isDecimal else { return nil }
    self.init(String(text))
  }
}
