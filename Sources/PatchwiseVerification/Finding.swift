public import BigInt
public import Patchwise

/// Something suspicious in knowledge, and somebody for whom it is so.
public struct Finding: Sendable {
  /// What is suspicious, and where.
  public let diagnostic: Diagnostic
  /// Somebody for whom it is so; nothing where it is so of the text itself, or of everybody.
  public let witness: Witness?
  /// In how many situations it is so, of a consultation without earlier readings.
  ///
  /// Nothing where that is not counted, or where counting was not finished.
  public let situations: BigUInt?

  init(_ diagnostic: Diagnostic, witness: Witness? = nil, situations: BigUInt? = nil) {
    self.diagnostic = diagnostic
    self.witness = witness
    self.situations = situations
  }
}
