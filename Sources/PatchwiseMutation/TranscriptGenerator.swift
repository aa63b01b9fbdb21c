public import Patchwise
import PatchwiseDialogue
public import PatchwiseTranscripts
import PatchwiseVerification

/// Finds transcripts which show that every part of knowledge matters.
///
/// A part matters where a small change of it is noticed. So that each test in a condition has its effect
/// is shown where dropping it and negating it are noticed: what is known as modified condition/decision
/// coverage (RTCA DO-178C; J. J. Chilenski and S. P. Miller 1994). Beside that, every option is answered,
/// and every level, piece of advice and plan reached.
public struct TranscriptGenerator: Sendable {
  /// A transcript that was found.
  public struct Play: Sendable {
    /// What it was found for.
    public let purpose: String
    /// The transcript.
    public let text: String
  }

  /// What came of trying to show something.
  public enum Finding: Sendable {
    /// It is shown already, or promised.
    case known
    /// A new transcript shows it.
    case added
    /// Nobody could show it, as was proved.
    case impossible
    /// Somebody could, but no transcript of them does.
    case missed
  }

  /// The changes that are to be noticed.
  public let mutations: [Mutation]
  private let base: KnowledgeBase
  private var trial: MutationTrial
  private var coverage: Coverage
  private var plays: [(play: Play, repertoire: Repertoire)] = []
  /// The changes that the plays notice, by place, and the rest that they show.
  private var noticed: [(mutation: Mutation, changed: KnowledgeBase)] = []
  /// The plays that show what is no change, which are all kept.
  private var needed: Set<Int> = []

  /// Begins with the transcripts there are.
  ///
  /// - Parameters:
  ///   - base: The knowledge.
  ///   - transcripts: Transcripts that need not be found anew.
  public init(for base: KnowledgeBase, beside transcripts: [Transcript]) {
    self.base = base
    mutations = Mutation.all(of: base)
    trial = MutationTrial(
      of: mutations, before: Repertoire(transcripts, about: base))
    coverage = Coverage(of: base)
    for transcript in transcripts {
      coverage.add(Replay(transcript, with: base))
    }
  }

  /// Looks for a transcript that notices a change.
  ///
  /// - Parameter mutation: One of `mutations`.
  /// - Returns: What came of it.
  public mutating func notice(_ mutation: Mutation) -> Finding {
    guard let changed = trial.knowledge(after: mutation) else { return .known }
    switch trial.verdict(on: mutation, in: changed) {
    case .refused, .transcript, .promise: return .known
    case .same: return .impossible
    case .undecided: return .missed
    case .unnoticed(let witness):
      for place in plays.indices where plays[place].repertoire.notices(mutation, changed) {
        noticed.append((mutation, changed))
        return .known
      }
      guard let play = play(of: witness, for: "\(mutation)", noticing: mutation, changed) else {
        return .missed
      }
      add(play)
      noticed.append((mutation, changed))
      return .added
    }
  }

  /// Looks for transcripts that reach what none has reached yet: options, levels, advice and plans.
  ///
  /// - Returns: What is not reached even so, and whether it is proved that nobody reaches it.
  public mutating func reachTheRest() -> [(gap: Coverage.Gap, isImpossible: Bool)] {
    var verification = Verification(base)
    var left: [(Coverage.Gap, Bool)] = []
    for gap in coverage.gaps where coverage.gaps.contains(gap) {
      guard let condition = gap.condition else { continue }
      guard let witness = verification.witness(of: condition) else {
        left.append((gap, true))
        continue
      }
      if let play = play(of: witness, for: gap.message) {
        let before = coverage
        add(play)
        if !coverage.gaps.contains(gap) {
          needed.insert(plays.count - 1)
          continue
        }
        plays.removeLast()
        coverage = before
      }
      left.append((gap, false))
    }
    return left
  }

  /// The transcripts that were found, without those that the others make needless.
  ///
  /// It is the smallest set that a search finds which always takes the transcript that shows most of what
  /// is still to be shown.
  public mutating func fewestPlays() -> [Play] {
    var shown: [Set<Int>] = plays.map { _ in [] }
    for place in plays.indices {
      for (number, change) in noticed.enumerated()
      where plays[place].repertoire.notices(change.mutation, change.changed) {
        shown[place].insert(number)
      }
    }
    var kept = needed
    var left = Set(noticed.indices).subtracting(kept.flatMap { shown[$0] })
    while let best = plays.indices.max(by: {
      (shown[$0].intersection(left).count, $1) < (shown[$1].intersection(left).count, $0)
    }), !shown[best].isDisjoint(with: left) {
      kept.insert(best)
      left.subtract(shown[best])
    }
    return kept.sorted().map { plays[$0].play }
  }

  private mutating func add(_ play: Play) {
    let transcript = Transcript(play.text, named: play.purpose)
    coverage.add(Replay(transcript, with: base))
    plays.append((play, Repertoire([transcript], about: base)))
  }

  /// Returns the conversation of a person as a play; nothing if it can't be held.
  private func play(of witness: Witness, for purpose: String) -> Play? {
    (try? witness.transcript(about: base, remark: purpose)).map { Play(purpose: purpose, text: $0) }
  }

  /// Returns the conversation of a person, with expectations under which a change is noticed; nothing if
  /// it is not noticed even so.
  private func play(
    of witness: Witness, for purpose: String, noticing mutation: Mutation, _ changed: KnowledgeBase
  ) -> Play? {
    guard let play = play(of: witness, for: purpose) else { return nil }
    let transcript = Transcript(play.text, named: purpose)
    let replay = Replay(transcript, with: changed, in: base.vocabulary)
    guard replay.passed else { return play }
    // What is told beyond what is expected is only noticed where it is expected not to be.
    let told = Replay(transcript, with: base).advice
    let more = replay.advice.filter { !told.contains($0) }
    guard !more.isEmpty else { return nil }
    return Play(
      purpose: purpose, text: play.text + more.map { "= not advice: \($0)\n" }.joined())
  }
}

extension Repertoire {
  /// Whether one of the transcripts fails after a change.
  fileprivate mutating func notices(_ mutation: Mutation, _ changed: KnowledgeBase) -> Bool {
    transcript(failingAfter: mutation, in: changed) != nil
  }
}

extension Replay {
  /// The advice that is told at the end.
  fileprivate var advice: [Identifier<Advice>] {
    dialogue?.consultation?.recommendation?.advice.map(\.id) ?? []
  }
}
