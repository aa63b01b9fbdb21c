import Patchwise

/// A part of a knowledge file and its place: a text, a list or a mapping.
///
/// This is what remains of YAML beyond `FormComposer`.
struct Form: Sendable {
  /// What a part of a file can be.
  enum Content: Sendable {
    case text(AuthoredText)
    case list([Form])
    /// In the order of the file, each key once.
    case mapping([Pair])
  }

  /// A key of a mapping, and its value.
  struct Pair: Sendable {
    let key: AuthoredText
    let value: Form
  }

  let content: Content
  let location: SourceLocation

  /// The text, if it is one.
  var text: AuthoredText? {
    if case .text(let text) = content { text } else { nil }
  }

  /// Whether it is a mapping, be it empty.
  var isMapping: Bool {
    if case .mapping = content { true } else { false }
  }

  /// A mapping without keys.
  static func nothing(at location: SourceLocation) -> Form { Form(.mapping([]), at: location) }

  /// Whether nothing was written, not even quotes.
  let isAbsent: Bool

  init(_ content: Content, at location: SourceLocation, isAbsent: Bool = false) {
    self.content = content
    self.location = location
    self.isAbsent = isAbsent
  }
}
