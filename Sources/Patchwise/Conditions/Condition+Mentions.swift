// What conditions mention.

extension Condition {
  /// The tests in it, without those in the definitions that it names.
  package var ownTests: [Test] {
    switch self {
    case .test(let test): [test]
    case .definition: []
    case .not(let inner): inner.ownTests
    case .all(let parts), .any(let parts), .atLeast(_, let parts): parts.flatMap(\.ownTests)
    }
  }

  /// The definitions that it names itself, not those that these name in turn.
  package var mentionedDefinitions: [Identifier<Definition>] {
    switch self {
    case .test: []
    case .definition(let id): [id]
    case .not(let inner): inner.mentionedDefinitions
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      parts.flatMap(\.mentionedDefinitions)
    }
  }
}
