public import Patchwise

/// Something suspicious in knowledge, and somebody for whom it is so.
public struct Finding: Sendable {
  /// What is suspicious, and where.
  public let diagnostic: Diagnostic
  /// Somebody for whom it is so; nothing where it is so of the text itself, or of everybody.
  public let witness: Witness?

  init(_ diagnostic: Diagnostic, witness: Witness? = nil) {
    self.diagnostic = diagnostic
    self.witness = witness
  }
}
