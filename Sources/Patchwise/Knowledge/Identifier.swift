/// The name of something in a knowledge base, typed by what it names.
///
/// Two names are equal if they are spelt the same; the place where a name was written is carried along
/// for diagnostics and does not count.
public struct Identifier<Subject>: Sendable {
  /// The name as it is spelt.
  public let name: String
  /// Where the name was written, if it came from a file.
  public let location: SourceLocation?

  /// Creates a name.
  public init(_ name: String, at location: SourceLocation? = nil) {
    self.name = name
    self.location = location
  }
}

extension Identifier: Hashable {
  /// Whether both are spelt the same.
  public static func == (left: Identifier, right: Identifier) -> Bool { left.name == right.name }
  /// Feeds the spelling to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension Identifier: Comparable {
  /// Orders names by their Unicode scalars, the same on every machine.
  public static func < (left: Identifier, right: Identifier) -> Bool { left.name < right.name }
}

extension Identifier: ExpressibleByStringLiteral {
  /// Creates a name that has no place.
  public init(stringLiteral name: String) { self.init(name) }
}

extension Identifier: CustomStringConvertible {
  /// The name as it is spelt.
  public var description: String { name }
}

extension Identifier: Codable {
  /// Reads a name from a plain string.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the name as a plain string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
