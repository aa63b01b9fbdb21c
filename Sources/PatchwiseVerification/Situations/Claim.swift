import Patchwise

/// What is shown where nobody can be found for whom it is not so.
struct Claim: Hashable, Sendable {
  /// What is looked for.
  var code: DiagnosticCode
  /// What it is about, such as the name of a promise.
  var name: String

  init(_ code: DiagnosticCode, _ name: String) {
    self.code = code
    self.name = name
  }
}
