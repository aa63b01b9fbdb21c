public import Patchwise

/// What a look over usable knowledge finds.
///
/// Checking keeps unusable knowledge out of a `KnowledgeBase`. Verification comes after it: it looks for
/// what is suspicious in knowledge that can be used.
public struct Verification: Sendable {
  /// What was found, in order of place; empty if all is well.
  public let diagnostics: [Diagnostic]

  /// Looks over knowledge.
  ///
  /// - Parameters:
  ///   - knowledge: The knowledge to look over.
  ///   - today: The day on which it is done. Without it, nothing is said about sources that are due for
  ///     review.
  /// - Complexity: What is proved for every situation can take exponential time in the worst case; the
  ///   rest is proportional to the length of the knowledge.
  public init(_ knowledge: KnowledgeBase, today: Moment? = nil) {
    var checks: [any Check] = [
      UnsourcedSentences(), ForbiddenWords(), UnusedNames(), RepeatedLabels(),
    ]
    if let today { checks.append(OverdueSources(today: today)) }
    var found = checks.flatMap { $0.diagnostics(of: knowledge) }
    var situations = knowledge.knowledge.consultations.map { Situations(of: $0, in: knowledge) }
    let proofs: [any ProofCheck] = [
      BrokenPromises(), DeadRules(), UnreachableLevels(), Gaps(), MilderWarnings(), KinderUnsure(),
    ]
    for proof in proofs { found += proof.diagnostics(of: knowledge, in: &situations) }
    diagnostics = found.inReadingOrder()
  }
}
