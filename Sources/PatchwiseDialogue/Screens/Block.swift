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
    return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
