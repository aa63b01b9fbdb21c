public import Patchwise
import PatchwiseDialogue
public import PatchwiseTranscripts

/// Transcripts about a knowledge base, ready to be played under changed knowledge.
public struct Repertoire: Sendable {
  /// The knowledge as it is.
  public let base: KnowledgeBase
  /// The transcripts that pass under the knowledge as it is.
  public let transcripts: [Transcript]
  /// The names of those that fail already, and so can't notice anything.
  public let failing: [String]
  /// The consultation after each line, of all transcripts.
  private let standings: [Consultation]
  /// The place of the transcript of each of them.
  private let owners: [Int]
  private var truths: TruthTable

  /// Plays transcripts.
  ///
  /// - Parameters:
  ///   - transcripts: The transcripts.
  ///   - base: The knowledge as it is.
  public init(_ transcripts: [Transcript], about base: KnowledgeBase) {
    self.base = base
    let played = transcripts.map { Replay($0, with: base) }
    failing = played.filter { !$0.passed }.map(\.transcript.name)
    let replays = played.filter(\.passed)
    self.transcripts = replays.map(\.transcript)
    owners = replays.enumerated().flatMap { place, replay in replay.standings.map { _ in place } }
    standings = replays.flatMap(\.standings)
    truths = TruthTable(standings, of: base)
  }

  /// Returns a transcript that fails after a change because something else is decided at its end.
  ///
  /// - Parameters:
  ///   - mutation: The change.
  ///   - changed: The knowledge after it.
  /// - Returns: The first one; nothing if there is none.
  mutating func transcript(
    decidedOtherwiseAfter mutation: Mutation, in changed: KnowledgeBase
  ) -> Transcript? {
    let ends = places(touchedBy: mutation).filter { place in
      place + 1 == owners.count || owners[place + 1] != owners[place]
    }
    return ends.first { place in
      standings[place].isDecided(otherwiseUnder: changed)
        && fails(transcripts[owners[place]], in: changed)
    }.map { transcripts[owners[$0]] }
  }

  /// Returns a transcript that fails after a change.
  ///
  /// Only those are played in which something else is asked or told after the change. What is said of a
  /// rule in words, as in an explanation, does not count.
  ///
  /// - Parameters:
  ///   - mutation: The change.
  ///   - changed: The knowledge after it.
  /// - Returns: The first one; nothing if there is none.
  mutating func transcript(
    failingAfter mutation: Mutation, in changed: KnowledgeBase
  ) -> Transcript? {
    var tried: Set<Int> = []
    return places(touchedBy: mutation).first { place in
      guard !tried.contains(owners[place]), standings[place].isHeard(otherwiseUnder: changed)
      else { return false }
      tried.insert(owners[place])
      return fails(transcripts[owners[place]], in: changed)
    }.map { transcripts[owners[$0]] }
  }

  private func fails(_ transcript: Transcript, in changed: KnowledgeBase) -> Bool {
    !Replay(transcript, with: changed, in: base.vocabulary).passed
  }

  /// The places of the consultations in which something else is known after a change.
  private mutating func places(touchedBy mutation: Mutation) -> [Int] {
    switch mutation.effect {
    case .condition(let condition, becomes: let other): truths.difference(condition, other)
    case .rule(let id):
      truths.possible(base.rule(id).map { base.condition(of: $0) } ?? .any([]))
    }
  }
}
