/// A text in which a place is marked, so that no test has to count columns: `age «atleast» 18`.
package struct MarkedText {
  /// The text without its marks.
  package private(set) var text = ""
  /// The scalar offsets between the marks; nothing if there are none.
  package private(set) var range: Range<Int>?

  /// Reads a text with at most one marked place.
  package init(_ marked: String) {
    var scalars = String.UnicodeScalarView()
    var start: Int?
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«": start = scalars.count
      case "»": range = start.map { $0..<scalars.count }
      default: scalars.append(scalar)
      }
    }
    text = String(scalars)
  }
}
