import Patchwise

/// The text of one file, reachable by line and column.
///
/// Lines and columns count from 1, columns in Unicode scalars, as in `SourceLocation`.
struct SourceText: Sendable {
  /// The name that diagnostics use.
  let name: String
  let scalars: [Unicode.Scalar]
  /// The scalars of each line without its line break.
  private let lines: [Range<Int>]

  init(_ text: String, name: String) {
    self.name = name
    let scalars = Array(text.unicodeScalars)
    var lines: [Range<Int>] = []
    var start = 0
    var position = 0
    while position < scalars.count {
      guard scalars[position].isBreak else {
        position += 1
        continue
      }
      lines.append(start..<position)
      let isPair =
        scalars[position] == "\r" && position + 1 < scalars.count && scalars[position + 1] == "\n"
      position += isPair ? 2 : 1
      start = position
    }
    lines.append(start..<scalars.count)
    self.scalars = scalars
    self.lines = lines
  }

  var lineCount: Int { lines.count }

  /// The scalars of a line; none beyond the last one.
  func line(_ line: Int) -> ArraySlice<Unicode.Scalar> {
    lines.indices.contains(line - 1) ? scalars[lines[line - 1]] : []
  }

  /// The scalar at a place; nothing beyond the end of its line.
  subscript(line: Int, column: Int) -> Unicode.Scalar? {
    offset(line: line, column: column).map { scalars[$0] }
  }

  /// Where the scalar at a place stands in the whole text.
  func offset(line: Int, column: Int) -> Int? {
    guard lines.indices.contains(line - 1), column >= 1 else { return nil }
    let offset = lines[line - 1].lowerBound + column - 1
    return offset < lines[line - 1].upperBound ? offset : nil
  }

  /// The location of a scalar of the whole text.
  func location(ofOffset offset: Int) -> SourceLocation {
    let line = lines.lastIndex { $0.lowerBound <= offset } ?? 0
    return location(line: line + 1, column: offset - lines[line].lowerBound + 1)
  }

  /// A location in this file; a line beyond the last one is the end of the last that says something.
  func location(line: Int, column: Int, length: Int = 1) -> SourceLocation {
    guard line > lineCount || (line == lineCount && lines[line - 1].isEmpty) else {
      return SourceLocation(file: name, line: line, column: column, length: length)
    }
    let last = lines.lastIndex { !$0.isEmpty } ?? 0
    return SourceLocation(file: name, line: last + 1, column: max(1, lines[last].count))
  }
}

extension Unicode.Scalar {
  /// Whether this is a space or a tab, which is all that YAML calls blank.
  var isBlank: Bool { self == " " || self == "\t" }

  /// Whether a line ends with it, as YAML 1.1 has it.
  var isBreak: Bool {
    switch self {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }
}
