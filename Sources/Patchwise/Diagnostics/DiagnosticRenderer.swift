/// Writes diagnostics as plain text: the place, the sentence, the line with the place underlined.
///
/// It neither prints nor colours; the text means the same everywhere.
public struct DiagnosticRenderer: Sendable {
  /// How many problems are shown before the rest is only counted.
  public static let limit = 100

  private let lines: [String: [Substring]]

  /// Creates a renderer that can show lines of the given files.
  ///
  /// - Parameter sources: The text of each file, by the name that locations use.
  public init(sources: [String: String] = [:]) {
    lines = sources.mapValues { text in
      text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
  }

  /// Returns the text for some problems, in the order given.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    var text = diagnostics.prefix(Self.limit).map(render).joined(separator: "\n")
    if diagnostics.count > Self.limit {
      text += "\n\(diagnostics.count - Self.limit) more problems are not shown"
    }
    return text
  }

  /// Returns the text for one problem, without a line break at its end.
  public func render(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.location.map { "\($0): " } ?? ""
    var text = "\(place)\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.code)]"
    text += excerpt(diagnostic.location)
    for note in diagnostic.notes {
      let place = note.location.map { "\($0): " } ?? ""
      text += "\n\(place)note: \(note.message)"
      text += excerpt(note.location)
    }
    if let help = diagnostic.help {
      text += "\nhelp: \(help)"
    }
    return text
  }

  /// The line of a place and the marks under it, each after a line break; nothing if it is unknown.
  private func excerpt(_ location: SourceLocation?) -> String {
    guard let location, let file = lines[location.file], file.indices.contains(location.line - 1),
      location.column > 0
    else { return "" }
    let whole = file[location.line - 1].unicodeScalars
    let (line, column) = Self.window(of: whole, around: location.column)
    // A tab stays a tab under itself, so that the marks stand where the place is.
    let indent = line.prefix(column - 1).map { $0 == "\t" ? "\t" : " " }.joined()
    let room = max(1, line.count - (column - 1))
    let number = String(location.line)
    let margin = String(repeating: " ", count: max(0, 5 - number.count)) + number
    let blank = String(repeating: " ", count: margin.count)
    let marks = String(repeating: "^", count: min(location.length, room))
    return
      "\n\(margin) | \(String(String.UnicodeScalarView(line)).printable)\n\(blank) | \(indent)\(marks)"
  }

  /// The part of a line around a column, with dots where it goes on, and the column in that part.
  ///
  /// All of a line is one that somebody has broken; a whole file in one line would fill the screen.
  private static func window(
    of line: Substring.UnicodeScalarView, around column: Int
  ) -> (part: [Unicode.Scalar], column: Int) {
    let isLong = line.dropFirst(2 * width).first != nil
    let start = isLong && column > width ? column - width : 0
    let part = line.dropFirst(start).prefix(2 * width)
    let before: [Unicode.Scalar] = start > 0 ? ["…"] : []
    let after: [Unicode.Scalar] = part.endIndex < line.endIndex ? ["…"] : []
    return (before + part + after, column - start + before.count)
  }

  /// About half of the columns that are shown of a long line.
  private static let width = 160
}
