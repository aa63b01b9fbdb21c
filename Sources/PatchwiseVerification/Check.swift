import Patchwise

/// One thing that verification looks for.
protocol Check {
  /// Returns what is suspicious, in any order.
  func diagnostics(of base: KnowledgeBase) -> [Diagnostic]
}
