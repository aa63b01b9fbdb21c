import Patchwise

/// One thing that verification looks for in what is written.
protocol Check {
  /// Returns what is suspicious, in any order.
  func diagnostics(of base: KnowledgeBase) -> [Diagnostic]
}

/// One thing that verification proves for every situation, or refutes with one.
protocol ProofCheck {
  /// Returns what is suspicious, in any order.
  ///
  /// What is built of the situations of each consultation stays for the next check.
  func diagnostics(of base: KnowledgeBase, in situations: inout [Situations]) -> [Diagnostic]
}
