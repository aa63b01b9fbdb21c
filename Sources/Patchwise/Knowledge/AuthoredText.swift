/// A text that an author wrote, with its place in the file.
///
/// Two texts are equal if they say the same; the place does not count.
public struct AuthoredText: Sendable {
  /// What the text says.
  public let string: String
  /// Where the text begins, if it came from a file.
  public let location: SourceLocation?
  /// Where its scalars stand, where that is not simply the next column.
  let runs: [Run]

  /// The place of one scalar of a text that spans lines or holds escapes.
  package struct ScalarPlace: Hashable, Sendable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// Scalars that stand side by side, or all at one place.
  struct Run: Hashable, Sendable {
    var first: ScalarPlace
    var count: Int
    /// Whether each stands one column behind the one before.
    var isSideBySide: Bool

    /// The place of a scalar, counted from the first one.
    fileprivate subscript(offset: Int) -> ScalarPlace {
      ScalarPlace(line: first.line, column: first.column + (isSideBySide ? offset : 0))
    }

    /// Takes one more scalar, if it stands where the next one would.
    fileprivate mutating func take(_ place: ScalarPlace) -> Bool {
      if count == 1 { isSideBySide = place != first }
      guard place == self[count] else { return false }
      count += 1
      return true
    }
  }

  /// Creates a text on one line.
  public init(_ string: String, at location: SourceLocation? = nil) {
    self.init(string, at: location, runs: [])
  }

  /// Creates a text of which each scalar has a place of its own.
  package init(_ string: String, at location: SourceLocation?, scalarPlaces: [ScalarPlace]?) {
    var runs: [Run] = []
    for place in scalarPlaces ?? [] where runs.isEmpty || !runs[runs.count - 1].take(place) {
      runs.append(Run(first: place, count: 1, isSideBySide: true))
    }
    self.init(string, at: location, runs: runs)
  }

  /// Creates a text whose scalars stand in runs; in none if they simply stand side by side.
  init(_ string: String, at location: SourceLocation?, runs: [Run]) {
    self.string = string
    self.location = location
    self.runs = runs
  }

  /// Returns the place of a part of the text, given by scalar offsets.
  ///
  /// A part that spans lines is cut at the end of its first line.
  package func location(of range: Range<Int>) -> SourceLocation? {
    guard let location else { return nil }
    guard let lastRun = runs.last else {
      return SourceLocation(
        file: location.file, line: location.line, column: location.column + range.lowerBound,
        length: range.count)
    }
    let scalars = range.lowerBound..<max(range.upperBound, range.lowerBound + 1)
    var places: (first: ScalarPlace, last: ScalarPlace)?
    var start = 0
    for run in runs {
      let part = scalars.clamped(to: start..<start + run.count)
      if !part.isEmpty {
        let first = places?.first ?? run[part.lowerBound - start]
        if run.first.line == first.line { places = (first, run[part.upperBound - 1 - start]) }
      }
      start += run.count
    }
    // Behind the end of the text stands its last scalar.
    let end = lastRun[lastRun.count - 1]
    let (first, last) = places ?? (end, end)
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
