import Patchwise

/// A fixture in which places are marked with `«` and `»`.
///
/// Marks stand on one line and are no part of the text; with them nobody has to count columns.
struct MarkedText {
  let text: String
  /// The marked places, in order.
  let places: [SourceLocation]

  init(_ marked: String, file: String = "knowledge.yaml") {
    var text = String.UnicodeScalarView()
    var places: [SourceLocation] = []
    var (line, column) = (1, 1)
    var start = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«":
        start = column
      case "»":
        places.append(
          SourceLocation(file: file, line: line, column: start, length: column - start))
      case "\n":
        (line, column) = (line + 1, 1)
        text.append(scalar)
      default:
        column += 1
        text.append(scalar)
      }
    }
    self.text = String(text)
    self.places = places
  }
}
