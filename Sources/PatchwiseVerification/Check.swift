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
  /// - Parameter situations: The situations of each consultation; what is built for one check stays for
  ///   the next.
  func diagnostics(of base: KnowledgeBase, in situations: inout [Situations]) -> [Diagnostic]
}
