package import BigInt

/// Counts the assignments that satisfy a set of clauses, exactly.
///
/// Tries both values of a variable, follows what they force, and multiplies the counts of what falls
/// apart, after R. Bayardo and J. Pehoushek, *Counting Models using Connected Components* (AAAI 2000).
/// What was counted is remembered by component, after T. Sang, F. Bacchus, P. Beame, H. Kautz and T.
/// Pitassi, *Combining Component Caching and Clause Learning for Effective Model Counting* (SAT 2004), in
/// a compact form after M. Thurley, *sharpSAT* (SAT 2006). Nothing is learned from contradictions.
package struct ModelCounter: Sendable {
  private let formula: ResidualFormula
  private let cacheLimit: Int

  /// Creates a counter for some clauses.
  ///
  /// - Parameters:
  ///   - clauses: The clauses; in each at least one literal must hold.
  ///   - variableCount: How many variables there are.
  ///   - gates: Variables that some of the clauses define: whatever the others in these are, exactly one
  ///     value satisfies them all. Naming them changes no count, but makes it faster.
  ///   - cacheLimit: About how many bytes may be taken to remember what was counted.
  package init(
    _ clauses: [[Literal]], variableCount: Int, gates: [Circuit.Gate] = [],
    cacheLimit: Int = 256 << 20
  ) {
    formula = ResidualFormula(clauses, variableCount: variableCount, gates: gates)
    self.cacheLimit = cacheLimit
  }

  /// Returns how many assignments to all variables satisfy all clauses and some assumptions.
  ///
  /// - Parameters:
  ///   - assumptions: Literals that must hold as well.
  ///   - budget: How many times a value may be tried; no limit if it is left out.
  /// - Returns: The exact count; nothing if it was not finished within the budget.
  /// - Complexity: Exponential in the worst case. More variables take no more of the thread's stack.
  package func count(assuming assumptions: [Literal] = [], budget: Int? = nil) -> BigUInt? {
    var search = CountingSearch(formula, cacheLimit: cacheLimit, budget: budget ?? .max)
    return search.count(assuming: assumptions)
  }
}
