/// A piece of what is said, before it is broken into lines.
public enum Block: Hashable, Sendable {
  /// What the following blocks are about.
  case heading(String)
  case paragraph(String)
  /// One of several things, with what stands before it, such as `1.`.
  case item(marker: String, String)
  /// A paragraph that belongs to the item before it.
  case detail(String)
  /// An empty line; two in a row count as one.
  case gap

  /// The words of the block, on one line, with one blank between them.
  public var text: String {
    let words =
      switch self {
      case .heading(let text), .paragraph(let text), .detail(let text): text
      case .item(let marker, let text): "\(marker) \(text)"
      case .gap: ""
      }
    return words.isEvenlySpaced
      ? words : words.split { $0.isWhitespace }.joined(separator: " ")
  }
}

extension String {
  /// Whether it is certainly on one line, with nothing but single blanks between its words.
  fileprivate var isEvenlySpaced: Bool {
    var last = UInt8(ascii: " ")
    for letter in utf8 {
      guard (0x20..<0x7F).contains(letter), letter != UInt8(ascii: " ") || letter != last else {
        return false
      }
      last = letter
    }
    return last != UInt8(ascii: " ") || isEmpty
  }
}
