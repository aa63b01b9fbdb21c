/// A place in a knowledge or transcript file.
///
/// Lines and columns count from 1. A column counts Unicode scalars, not bytes and not what a terminal
/// shows, because that is what YAML readers report.
public struct SourceLocation: Hashable, Sendable {
  /// The name of the file, as it was given to the reader.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column of the first scalar, from 1.
  public var column: Int
  /// How many Unicode scalars belong to the place; at least 1.
  public var length: Int

  /// Creates a place of one or more scalars on one line.
  public init(file: String, line: Int, column: Int, length: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
    self.length = max(1, length)
  }
}

extension SourceLocation: Comparable {
  /// Orders places by file, line and column.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// The place as editors read it, such as `fit.yaml:12:7`.
  public var description: String { "\(file):\(line):\(column)" }
}
