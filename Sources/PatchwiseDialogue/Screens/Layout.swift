import Patchwise

/// Breaks blocks into lines that fit a terminal.
public struct Layout: Hashable, Sendable {
  /// How many columns a line may have; nothing if lines are not broken.
  public var width: Int?
  /// Whether headings may be told by more than their words; the words are the same without.
  public var isDecorated: Bool

  /// The widest lines that are made, however wide the terminal is; longer ones are hard to read.
  public static let widest = 88
  /// The narrowest width that is kept to.
  public static let narrowest = 20

  /// Creates a layout.
  public init(width: Int? = 80, isDecorated: Bool = false) {
    self.width = width
    self.isDecorated = isDecorated
  }

  /// Returns the text of some blocks, each line ended with a line break.
  ///
  /// No line is wider than the width, unless a single word is. Control characters that came in with
  /// knowledge or answers are replaced, so that no text can steer the terminal.
  public func text(_ blocks: [Block]) -> String {
    var lines: [String] = []
    for block in blocks {
      switch block {
      case .gap:
        if !lines.isEmpty, lines.last != "" { lines.append("") }
      case .heading(let text):
        lines += wrap(text, first: "", rest: "").map {
          isDecorated ? "\u{1B}[1m\($0)\u{1B}[0m" : $0
        }
      case .paragraph(let text): lines += wrap(text, first: "", rest: "")
      case .item(let marker, let text):
        let indent = String(repeating: " ", count: marker.displayWidth + 3)
        lines += wrap(text, first: "  \(marker) ", rest: indent)
      case .detail(let text): lines += wrap(text, first: "    ", rest: "    ")
      }
    }
    return lines.map { "\($0)\n" }.joined()
  }

  /// Breaks a text at its blanks; every line begins with an indent.
  ///
  /// A word that is too long beside its indent stands on a line of its own, further left.
  private func wrap(_ text: String, first: String, rest: String) -> [String] {
    let limit = width.map { min(max($0, Self.narrowest), Self.widest) } ?? .max
    let restWidth = rest.displayWidth
    var lines: [String] = []
    var (line, lineWidth) = (first, first.displayWidth)
    var isEmpty = true
    for word in text.printable.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }
    ) {
      let width = word.displayWidth
      if !isEmpty, lineWidth + 1 + width > limit {
        lines.append(line)
        (line, lineWidth, isEmpty) = (rest, restWidth, true)
      }
      if isEmpty, lineWidth + width > limit {
        if line.contains(where: { $0 != " " }) { lines.append(line.withoutTrailingBlanks) }
        lineWidth = max(0, limit - width)
        line = String(repeating: " ", count: lineWidth)
      }
      if !isEmpty { line += " " }
      line += word
      lineWidth += isEmpty ? width : width + 1
      isEmpty = false
    }
    if isEmpty, first.allSatisfy({ $0 == " " }) { return lines }
    return lines + [line.withoutTrailingBlanks]
  }
}

extension StringProtocol {
  /// How many columns a terminal needs for the text.
  package var displayWidth: Int {
    // A line break of two characters counts as one, so that only printable text is counted by bytes.
    utf8.allSatisfy { (0x20..<0x7F).contains($0) }
      ? utf8.count : reduce(0) { $0 + $1.displayWidth }
  }
}

extension String {
  fileprivate var withoutTrailingBlanks: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension Character {
  /// How many columns a terminal needs: two for East Asian wide characters and emoji, else one.
  ///
  /// The ranges are the wide ones of Unicode Standard Annex 11, taken roughly.
  package var displayWidth: Int {
    if isASCII { return 1 }
    guard let scalar = unicodeScalars.first else { return 0 }
    if unicodeScalars.contains("\u{FE0F}") || scalar.properties.isEmojiPresentation { return 2 }
    return switch scalar.value {
    case 0x300...0x36F, 0x200B...0x200F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
      0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
