/// A condition with a name of its own, to be used in other conditions.
public struct Definition: Hashable, Sendable, Identifiable {
  /// The name it is referred to by.
  public var id: Identifier<Definition>
  /// The condition, in the condition language.
  public var condition: AuthoredText

  /// Creates a definition.
  public init(id: Identifier<Definition>, condition: AuthoredText) {
    self.id = id
    self.condition = condition
  }
}
