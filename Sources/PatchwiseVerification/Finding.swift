public import Patchwise

/// Something suspicious in knowledge, and somebody for whom it is so.
public struct Finding: Sendable {
  /// What is suspicious, and where.
  public let diagnostic: Diagnostic
  /// Somebody for whom it is so; nothing where it is so of the text itself, or of everybody.
  public let witness: Witness?
  /// What holds in the situations in which it is so; nothing where these can't be counted.
  let condition: Condition?

  init(_ diagnostic: Diagnostic, witness: Witness? = nil, where condition: Condition? = nil) {
    self.diagnostic = diagnostic
    self.witness = witness
    self.condition = condition
  }
}
