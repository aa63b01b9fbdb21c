extension Page {
  /// The page as CommonMark; it ends with a line break.
  var markdown: String {
    (["# \(title.inMarkdown)\n"] + sections.joined().map(Self.block)).joined(separator: "\n")
  }

  private static func block(_ element: Element) -> String {
    switch element {
    case .heading(let text): return "## \(text.inMarkdown)\n"
    case .emphasis(let text): return "\(strong(text))\n"
    case .paragraph(let text): return "\(text.inMarkdown)\n"
    case .list(let items, let isNumbered):
      return items.enumerated().map { place, item in
        let marker = isNumbered ? "\(place + 1). " : "- "
        let indent = String(repeating: " ", count: marker.count)
        let answer = item.answer.map { " \(strong($0))" } ?? ""
        let details = item.details.map { "\(indent)- \($0.inMarkdown)\n" }
        return "\(marker)\(item.text.inMarkdown)\(answer)\n\(details.joined())"
      }.joined()
    }
  }

  private static func strong(_ text: String) -> String { "**\(text.inMarkdown)**" }
}

extension String {
  /// The text with a backslash before what would mean more than it says; an address becomes a link.
  fileprivate var inMarkdown: String {
    let line = onOneLine
    if line.isWebAddress { return "<\(line)>" }
    let marker = line.listMarker
    var text = String.UnicodeScalarView()
    for (place, scalar) in line.unicodeScalars.enumerated() {
      if place == marker || "\\`*_[]<>|~&#$".unicodeScalars.contains(scalar) { text.append("\\") }
      text.append(scalar)
    }
    return String(text)
  }

  /// The place of the sign which makes of a line that begins so an item of a list, or underlines.
  private var listMarker: Int? {
    let digits = unicodeScalars.prefix { ("0"..."9").contains($0) }.count
    let rest = unicodeScalars.dropFirst(digits)
    guard let sign = rest.first else { return nil }
    if digits == 0 { return "+-=".unicodeScalars.contains(sign) ? 0 : nil }
    let isAlone = rest.dropFirst().first.map { $0 == " " } ?? true
    return isAlone && (sign == "." || sign == ")") ? digits : nil
  }
}
