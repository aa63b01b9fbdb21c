import Patchwise
import PatchwiseTranscripts

/// Transcripts about a small knowledge base, or about one with a single consultation, whichever they name.
struct TranscriptTarget: Target {
  private let boiler: KnowledgeBase
  private let tyre: KnowledgeBase

  init() throws { (boiler, tyre) = try (Bases.boiler(), Bases.tyre()) }

  func take(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    let transcript = Transcript(text, named: "a.transcript")
    expectEqual(transcript.text, text, "printed")
    for line in transcript.lines {
      guard case .expected(let expectation) = line.content else { continue }
      expectEqual(
        Transcript("= \(expectation)", named: "").lines.first?.content, line.content,
        "expectation written again")
    }
    let base = text.contains("knowledge tyre") ? tyre : boiler
    let replay = Replay(transcript, with: base)
    for failure in replay.failures {
      expect(
        (1...max(1, transcript.lines.count)).contains(failure.line), "no such line: \(failure)")
      expect(!failure.message.isEmpty, "a failure has no words")
    }
    var coverage = Coverage(of: base)
    coverage.add(replay)
    _ = coverage.gaps
    let accepted = replay.accepted
    if replay.passed { expectEqual(accepted.text, text, "it passes, and is written otherwise") }
    let again = Replay(Transcript(accepted.text, named: "a.transcript"), with: base)
    expectEqual(again.accepted.text, accepted.text, "accepted twice")
    expect(
      again.failures.count <= replay.failures.count,
      "more fails once it is accepted:\n\(accepted.text)\n\(again.failures)")
  }
}
