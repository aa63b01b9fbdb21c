import Patchwise

/// A problem as hosts of code show it: beside the line that it is about.
struct Annotation {
  /// How much it weighs.
  enum Weight {
    case error
    case warning
    /// Nothing fails because of it.
    case notice
  }

  /// A place in a file.
  struct Place {
    /// Relative to the working folder.
    var path: String
    /// Nothing if the place is the file as a whole.
    var span: Span?
  }

  /// A part of a line; columns count UTF-16 code units from 1, as hosts of code do.
  struct Span {
    var line: Int
    var column: Int
    /// The column behind the last one.
    var endColumn: Int
  }

  /// A further place that takes part.
  struct Note {
    var message: String
    var place: Place
  }

  var code: DiagnosticCode
  var weight: Weight
  /// What is wrong, what else there is to know of it, and the likeliest cure, one a line.
  var message: String
  /// Nothing for a problem of the bundled knowledge as a whole.
  var place: Place?
  var notes: [Note]
}

/// Makes annotations of the problems of one knowledge base.
struct Annotator {
  /// For each line of each file, how many UTF-16 code units stand before each scalar and before the end.
  private let lines: [String: [[Int]]]
  private let root: String?

  /// Creates an annotator.
  ///
  /// - Parameters:
  ///   - sources: The text of each file, by the name that locations use.
  ///   - root: The root file, which has the problems that have no place.
  init(sources: [String: String], root: String?) {
    lines = sources.mapValues { text in
      text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
        line.unicodeScalars.reduce(into: [0]) { $0.append($0[$0.count - 1] + UTF16.width($1)) }
      }
    }
    self.root = root
  }

  /// Returns the annotation for a problem.
  ///
  /// - Parameters:
  ///   - diagnostic: The problem.
  ///   - isNotice: Whether nothing fails because of it.
  /// - Returns: The problem with its place, and what else there is to know of it.
  func annotation(_ diagnostic: Diagnostic, isNotice: Bool) -> Annotation {
    let notes = diagnostic.notes.map { note in
      "note: " + (note.location.map { "\(RelativePath.of($0.file)):\($0.line): " } ?? "")
        + note.message
    }
    let help = diagnostic.help.map { ["help: \($0)"] } ?? []
    return Annotation(
      code: diagnostic.code,
      weight: isNotice ? .notice : diagnostic.severity == .error ? .error : .warning,
      message: ([diagnostic.message] + notes + help).joined(separator: "\n"),
      place: diagnostic.location.map(place)
        ?? root.map { Annotation.Place(path: RelativePath.of($0), span: nil) },
      notes: diagnostic.notes.compactMap { note in
        note.location.map { Annotation.Note(message: note.message, place: place($0)) }
      })
  }

  private func place(_ location: SourceLocation) -> Annotation.Place {
    Annotation.Place(path: RelativePath.of(location.file), span: span(location))
  }

  private func span(_ location: SourceLocation) -> Annotation.Span? {
    guard let file = lines[location.file], file.indices.contains(location.line - 1),
      location.column > 0
    else { return nil }
    let units = file[location.line - 1]
    let first = min(location.column - 1, units.count - 1)
    let end = min(first + location.length, units.count - 1)
    let column = units[first] + 1
    // A place behind the end of a line has a column, too.
    return Annotation.Span(
      line: location.line, column: column, endColumn: column + max(1, units[end] - units[first]))
  }
}
