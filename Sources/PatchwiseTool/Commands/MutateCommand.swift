import ArgumentParser
import Patchwise
import PatchwiseMutation
import PatchwiseTranscripts
import PatchwiseVerification

/// `patchwise mutate`: which small changes of knowledge nobody would notice.
struct MutateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mutate", abstract: "Say which small changes of knowledge nobody would notice.",
    discussion: """
      Breaks the knowledge one small change at a time: a test dropped or negated, an option swapped, a \
      threshold or a level moved, a rule dropped. A change is noticed if a transcript fails or a \
      promise is broken. One that is proved to make no difference to anybody does not count. The \
      status is 1 if any other goes unnoticed.
      """)

  @Argument(
    help: ArgumentHelp(
      "Transcripts, or folders with files that end in .transcript.", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @OptionGroup var knowledge: KnowledgeOption

  @Option(
    help: ArgumentHelp(
      "Write a transcript for each change that goes unnoticed to a new folder.",
      valueName: "folder"),
    completion: .directory)
  var witness: String?

  func run() throws {
    let folder = try witness.map { try OutputFolder($0) }
    let base = try knowledge.load()
    let mutations = Mutation.all(of: base)
    let repertoire = Repertoire(try TranscriptFiles.transcripts(in: paths), about: base)
    for name in repertoire.failing {
      Console.complain("\(name) fails already, and so can't notice anything")
    }
    guard repertoire.failing.isEmpty else { throw ExitCode.failure }
    var trial = MutationTrial(of: mutations, before: repertoire)
    var tally = MutationTally()
    for (place, mutation) in mutations.enumerated() {
      let verdict = Progress.showing(mutation, place, of: mutations.count) {
        trial.verdict(on: mutation)
      }
      tally.add(verdict)
      guard let text = MutationTally.text(of: mutation, verdict) else { continue }
      try Console.write(text)
      guard let folder, case .unnoticed(let witness) = verdict else { continue }
      let play = try witness.transcript(about: base, remark: "\(mutation)")
      try folder.write(play, to: "\(place + 1).transcript")
    }
    try Console.write(tally.text)
    if tally.unnoticed > 0 { throw ExitCode.failure }
  }
}
