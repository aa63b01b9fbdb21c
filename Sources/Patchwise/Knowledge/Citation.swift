/// A source, or a fact of one, as a rule cites it.
public struct Citation: Hashable, Sendable {
  /// The source.
  public let source: Source
  /// The statement, if one was cited and not the whole source.
  public let fact: Source.Fact?

  /// Whether the cited text was read, is remembered, or is our own choice.
  public var seen: Source.Seen? { fact?.seen ?? source.seen }
}
