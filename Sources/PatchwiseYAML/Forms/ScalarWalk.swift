import Patchwise

/// Finds where each scalar of a text stands in the file, by walking both side by side.
///
/// A text differs from what stands in the file by quotes, escapes, indentation and folded line breaks.
/// The reader of YAML tells only where it begins.
struct ScalarWalk {
  typealias Place = AuthoredText.ScalarPlace

  /// How a text is written.
  enum Style {
    case plain
    case singleQuoted
    case doubleQuoted
    case literal
    case folded
  }

  private let value: [Unicode.Scalar]
  private let source: SourceText
  private var line: Int
  private var column: Int
  private var places: [Place] = []
  /// The line that was looked at last, and the column behind the last of it that is not blank.
  private var written = (line: 0, end: 0)

  /// Finds a place for each scalar of a text.
  ///
  /// - Parameters:
  ///   - value: The text as YAML means it.
  ///   - style: How it is written.
  ///   - start: The place of its first scalar, quote, `|` or `>`.
  ///   - source: The file.
  /// - Returns: The places, or nothing if text and file do not agree.
  static func places(
    of value: [Unicode.Scalar], _ style: Style, from start: Place, in source: SourceText
  ) -> [Place]? {
    var walk = ScalarWalk(value: value, source: source, line: start.line, column: start.column)
    let arrived =
      switch style {
      case .plain: walk.walkFlow(style)
      case .singleQuoted, .doubleQuoted: walk.walkQuoted(style)
      case .literal: walk.walkBlock(folds: false)
      case .folded: walk.walkBlock(folds: true)
      }
    return arrived ? walk.places : nil
  }

  private init(value: [Unicode.Scalar], source: SourceText, line: Int, column: Int) {
    self.value = value
    self.source = source
    self.line = line
    self.column = column
    places.reserveCapacity(value.count)
  }

  /// Takes the next scalars of the text, which must be the given ones, as standing at one place.
  private mutating func take(_ scalar: Unicode.Scalar, times: Int = 1, at place: Place) -> Bool {
    for _ in 0..<times {
      guard places.count < value.count, value[places.count] == scalar else { return false }
      places.append(place)
    }
    return true
  }

  // MARK: Plain and quoted

  private mutating func walkQuoted(_ style: Style) -> Bool {
    column += 1
    return walkFlow(style)
  }

  private mutating func walkFlow(_ style: Style) -> Bool {
    while places.count < value.count {
      let here = Place(line: line, column: column)
      let rest = source.line(line).dropFirst(column - 1)
      guard let scalar = rest.first, column < endOfWriting() else {
        guard fold(at: here, escaped: false) else { return false }
        continue
      }
      if style == .doubleQuoted, scalar == "\\" {
        guard escape(rest, at: here) else { return false }
      } else {
        guard take(scalar, at: here) else { return false }
        column += style == .singleQuoted && scalar == "'" ? 2 : 1
      }
    }
    return true
  }

  /// The column behind the last scalar of the line that is not blank.
  ///
  /// It is looked for once for each line, however many blanks stand in it.
  private mutating func endOfWriting() -> Int {
    if written.line != line {
      let content = source.line(line)
      let last = content.lastIndex { !$0.isBlank } ?? content.startIndex - 1
      written = (line, last - content.startIndex + 2)
    }
    return written.end
  }

  /// Crosses a line break: alone it is a space, and followed by empty lines it is these.
  private mutating func fold(at place: Place, escaped: Bool) -> Bool {
    var next = line + 1
    while next <= source.lineCount, source.line(next).allSatisfy(\.isBlank) { next += 1 }
    guard next <= source.lineCount else { return false }
    let emptyLines = next - line - 1
    line = next
    column = 1 + source.line(next).prefix(while: \.isBlank).count
    if emptyLines > 0 { return take("\n", times: emptyLines, at: place) }
    return escaped || take(" ", at: place)
  }

  private mutating func escape(_ rest: ArraySlice<Unicode.Scalar>, at place: Place) -> Bool {
    guard let letter = rest.dropFirst().first else { return fold(at: place, escaped: true) }
    switch letter {
    case "x": column += 4
    case "u": column += 6
    case "U": column += 10
    default: column += 2
    }
    places.append(place)
    return true
  }

  // MARK: Literal and folded

  private mutating func walkBlock(folds: Bool) -> Bool {
    guard let indentation = blockIndentation() else { return false }
    var end = Place(line: line, column: column)
    var emptyLines = 0
    var hasContent = false
    var wasIndented = false
    let endOfText = value.lastIndex { $0 != "\n" }.map { $0 + 1 } ?? 0
    while places.count < endOfText {
      line += 1
      guard line <= source.lineCount else { return false }
      let content = source.line(line).dropFirst(indentation)
      guard let first = content.first else {
        emptyLines += 1
        continue
      }
      let joins = folds && hasContent && !wasIndented && !first.isBlank
      if joins && emptyLines == 0 {
        guard take(" ", at: end) else { return false }
      } else {
        let breaks = emptyLines + (hasContent && !joins ? 1 : 0)
        guard take("\n", times: breaks, at: end) else { return false }
      }
      for (offset, scalar) in content.enumerated() {
        let place = Place(line: line, column: indentation + 1 + offset)
        guard take(scalar, at: place) else { return false }
      }
      end = Place(line: line, column: indentation + 1 + content.count)
      (hasContent, wasIndented, emptyLines) = (true, first.isBlank, 0)
    }
    return take("\n", times: value.count - places.count, at: end)
  }

  /// How far the lines are indented: what the first one that says something has more than the text.
  private func blockIndentation() -> Int? {
    let inText = value.split(separator: "\n").first { !$0.allSatisfy(\.isBlank) }
    guard let inText else { return 0 }
    var next = line + 1
    while next <= source.lineCount, source.line(next).allSatisfy(\.isBlank) { next += 1 }
    let inFile = source.line(next)
    let difference =
      inFile.prefix(while: \.isBlank).count - inText.prefix(while: \.isBlank).count
    return difference >= 0 ? difference : nil
  }
}
