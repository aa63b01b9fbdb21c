/// A text that an author wrote, with its place in the file.
///
/// Two texts are equal if they say the same; the place does not count.
public struct AuthoredText: Sendable {
  /// What the text says.
  public let string: String
  /// Where the text begins, if it came from a file.
  public let location: SourceLocation?
  /// Line and column of each scalar, where that is not simply the next column.
  private let scalarPlaces: [ScalarPlace]?

  /// The place of one scalar of a text that spans lines or holds escapes.
  package struct ScalarPlace: Hashable, Sendable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// Creates a text on one line.
  public init(_ string: String, at location: SourceLocation? = nil) {
    self.init(string, at: location, scalarPlaces: nil)
  }

  /// Creates a text of which each scalar has a place of its own.
  package init(_ string: String, at location: SourceLocation?, scalarPlaces: [ScalarPlace]?) {
    self.string = string
    self.location = location
    self.scalarPlaces = scalarPlaces
  }

  /// Returns the place of a part of the text, given by scalar offsets.
  ///
  /// A part that spans lines is cut at the end of its first line.
  package func location(of range: Range<Int>) -> SourceLocation? {
    guard let location else { return nil }
    guard let scalarPlaces, !scalarPlaces.isEmpty else {
      return SourceLocation(
        file: location.file, line: location.line, column: location.column + range.lowerBound,
        length: range.count)
    }
    let first = scalarPlaces[min(range.lowerBound, scalarPlaces.count - 1)]
    let rest = scalarPlaces[
      min(range.lowerBound, scalarPlaces.count)..<min(range.upperBound, scalarPlaces.count)]
    let last = rest.last { $0.line == first.line } ?? first
    return SourceLocation(
      file: location.file, line: first.line, column: first.column,
      length: last.column - first.column + 1)
  }
}

extension AuthoredText: Hashable {
  /// Whether both say the same.
  public static func == (left: AuthoredText, right: AuthoredText) -> Bool {
    left.string == right.string
  }
  /// Feeds the string to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(string) }
}

extension AuthoredText: ExpressibleByStringLiteral {
  /// Creates a text that has no place.
  public init(stringLiteral string: String) { self.init(string) }
}

extension AuthoredText: CustomStringConvertible {
  /// The text itself.
  public var description: String { string }
}
