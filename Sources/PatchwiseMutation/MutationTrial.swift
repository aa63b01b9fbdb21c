import Patchwise
import PatchwiseTranscripts
public import PatchwiseVerification

/// Finds out who notices that knowledge is broken: a transcript, a promise, or nobody.
public struct MutationTrial: Sendable {
  /// What became of one change.
  public enum Verdict: Sendable {
    /// The knowledge can't be used any more, which nobody can miss.
    case refused
    /// A transcript fails.
    case transcript(String)
    /// A promise is broken.
    case promise(String)
    /// Nobody is told anything else, as was proved; so there is nothing to notice.
    case same
    /// Nothing notices it, though this person is told something else.
    case unnoticed(Witness)
    /// Nothing notices it, and whether anybody is told something else took too long to find out.
    case undecided
  }

  private var repertoire: Repertoire
  private let otherwiseTold: OtherwiseTold

  /// Prepares to try changes.
  ///
  /// - Parameters:
  ///   - mutations: The changes that may be tried.
  ///   - repertoire: The transcripts that are to notice them.
  public init(of mutations: [Mutation], before repertoire: Repertoire) {
    self.repertoire = repertoire
    otherwiseTold = OtherwiseTold(
      repertoire.base, afterChangesTo: mutations.compactMap(\.effect.condition))
  }

  /// Returns what becomes of a change.
  ///
  /// - Parameter mutation: One of the changes that were prepared for.
  /// - Returns: The first of transcripts and promises that notices it, in this order.
  public mutating func verdict(on mutation: Mutation) -> Verdict {
    knowledge(after: mutation).map { verdict(on: mutation, in: $0) } ?? .refused
  }

  /// Returns the knowledge after a change; nothing if it can't be used any more.
  func knowledge(after mutation: Mutation) -> KnowledgeBase? {
    try? KnowledgeBase(mutation.applied(to: repertoire.base.knowledge))
  }

  /// Returns what becomes of a change, with the knowledge after it.
  mutating func verdict(on mutation: Mutation, in changed: KnowledgeBase) -> Verdict {
    if let transcript = repertoire.transcript(decidedOtherwiseAfter: mutation, in: changed) {
      return .transcript(transcript.name)
    }
    var verification = Verification(changed)
    if let broken = verification.findings(of: .brokenPromise).first {
      return .promise(broken.diagnostic.message)
    }
    let told = otherwiseTold.search(under: changed)
    if case .nobody = told { return .same }
    // Most play no other part in these than to take time, so that they come last.
    if let transcript = repertoire.transcript(failingAfter: mutation, in: changed) {
      return .transcript(transcript.name)
    }
    if case .somebody(let witness) = told { return .unnoticed(witness) }
    return .undecided
  }
}

extension Mutation.Effect {
  /// The condition that the change brings in.
  var condition: Condition? {
    if case .condition(_, becomes: let condition) = self { condition } else { nil }
  }
}
