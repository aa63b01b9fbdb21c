import Patchwise
import PatchwiseMutation
import PatchwiseTestSupport
import PatchwiseTranscripts
import PatchwiseYAML
import Testing

@Suite("Transcripts that show that every part of knowledge matters")
struct TranscriptGeneratorTests {
  private static let boiler = Result {
    try KnowledgeBase(contentsOf: PackageFiles.path("Tests/Fixtures/boiler/boiler.yaml"))
  }

  /// Generates transcripts beside some others, and returns all of them.
  private func generate(
    for base: KnowledgeBase, beside transcripts: [Transcript] = []
  ) -> (transcripts: [Transcript], missed: [String]) {
    var generator = TranscriptGenerator(for: base, beside: transcripts)
    var missed: [String] = []
    for mutation in generator.mutations {
      if case .missed = generator.notice(mutation) { missed.append(mutation.description) }
    }
    missed += generator.reachTheRest().filter { !$0.isImpossible }.map(\.gap.message)
    let plays = generator.fewestPlays().map { Transcript($0.text, named: $0.purpose) }
    return (transcripts + plays, missed)
  }

  /// The changes that neither a transcript nor a promise notices.
  private func unnoticed(_ transcripts: [Transcript], in base: KnowledgeBase) -> [String] {
    let mutations = Mutation.all(of: base)
    var trial = MutationTrial(of: mutations, before: Repertoire(transcripts, about: base))
    return mutations.filter {
      switch trial.verdict(on: $0) {
      case .unnoticed, .undecided: true
      case .transcript, .promise, .refused, .same: false
      }
    }.map(\.description)
  }

  @Test("they notice every small change, and come upon every option, level, advice and plan")
  func fromNothing() throws {
    let base = try Self.boiler.get()
    #expect(unnoticed([], in: base).count > 50)
    let (transcripts, missed) = generate(for: base)
    #expect(missed == [])
    #expect(unnoticed(transcripts, in: base) == [])
    var coverage = Coverage(of: base)
    for transcript in transcripts {
      let replay = Replay(transcript, with: base)
      #expect(replay.failures == [])
      coverage.add(replay)
    }
    // Topics and alarms are nothing that answers bring up.
    #expect(
      coverage.gaps.map(\.message).filter { !$0.hasPrefix("topic") && !$0.hasPrefix("alarm") }
        == [])
  }

  @Test("what is shown already is not shown again")
  func beside() throws {
    let base = try Self.boiler.get()
    let all = generate(for: base).transcripts
    let (again, missed) = generate(for: base, beside: all)
    #expect(missed == [])
    #expect(again.count == all.count)
  }

  @Test("what nobody can show is told")
  func impossible() throws {
    let knowledge = Knowledge.tiny(
      questions: [.yesNo("a"), .yesNo("b", askedWhen: "a")],
      scales: [.of("care", ["fine", "see", "run"], otherwise: "fine")],
      rules: [
        .of("r", when: "a", raise: ["care": "see"]),
        // It has no part in anything.
        .of("s", when: "a and b", raise: ["care": "see"]),
      ])
    let base = try KnowledgeBase(knowledge)
    var generator = TranscriptGenerator(for: base, beside: [])
    var impossible: [String] = []
    for mutation in generator.mutations {
      if case .impossible = generator.notice(mutation) { impossible.append(mutation.description) }
    }
    #expect(impossible.contains("rule 's': drop it"))
    #expect(!impossible.contains("rule 'r': drop it"))
    #expect(
      generator.reachTheRest().filter(\.isImpossible).map(\.gap.message) == [
        "level 'run' of scale 'care' is never reached"
      ])
  }
}
