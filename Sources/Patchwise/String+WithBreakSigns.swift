extension String {
  /// The text with ` ⏎ ` for its line breaks, as transcripts write it; without those at its ends.
  ///
  /// - Complexity: Proportional to its length.
  package var withBreakSigns: String {
    split(whereSeparator: \.isNewline).joined(separator: " ⏎ ")
  }
}
