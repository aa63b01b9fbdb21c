import Patchwise

/// Something that a file declares: a name, and what is said about it.
struct Entry {
  /// What it is, without an article, such as `question`.
  let kind: String
  let name: AuthoredText
  let value: Form
  let log: DiagnosticLog

  /// Takes a declaration; reports a name that is not spelt like one.
  init(kind: String, name: AuthoredText, value: Form, log: DiagnosticLog) {
    self.kind = kind
    self.name = name
    self.value = value
    self.log = log
    log.checkSpelling(of: name, kind: kind)
  }

  /// The name as what it names.
  func id<Subject>(_: Subject.Type = Subject.self) -> Identifier<Subject> {
    Identifier(name.string, at: name.location)
  }

  /// The keys of what is said about it.
  func fields(_ shape: Shape) -> Fields {
    Fields(value, shape, of: owner, at: location, log: log)
  }

  /// The text that is all that is said about it; nothing if that is not a text or empty.
  func text() -> AuthoredText? {
    guard let text = value.text else {
      log.report(.wrongShape, "\(owner) must be a text", at: location)
      return nil
    }
    guard !text.string.isEmpty else {
      log.report(.emptyText, "\(owner) must not be empty", at: location)
      return nil
    }
    return text
  }

  var owner: String { "\(kind) '\(name)'" }

  var location: SourceLocation { name.location ?? value.location }
}
