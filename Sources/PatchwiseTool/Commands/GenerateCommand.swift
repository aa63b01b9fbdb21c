import ArgumentParser
import Patchwise
import PatchwiseMutation
import PatchwiseTranscripts

/// `patchwise generate`: transcripts which show that every part of knowledge matters.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Write transcripts that notice what no other one does.",
    discussion: """
      Looks for few transcripts in which every test of every condition has its effect, so that each \
      change 'patchwise mutate' makes is noticed, and in which every option, level, advice and plan \
      comes up. They expect what comes out now: read them before you keep them. The status is 1 if \
      something could be shown and is not.
      """)

  @Argument(help: "The new folder for the transcripts.", completion: .directory)
  var folder: String

  @OptionGroup var knowledge: KnowledgeOption

  @Option(
    help: ArgumentHelp(
      "Transcripts, or folders of them, that are there already; can be repeated.",
      valueName: "path"),
    completion: .file())
  var beside: [String] = []

  func run() throws {
    let output = try OutputFolder(folder)
    let base = try knowledge.load()
    var generator = TranscriptGenerator(
      for: base, beside: try TranscriptFiles.transcripts(in: beside))
    var (impossible, missed) = (0, 0)
    for (place, mutation) in generator.mutations.enumerated() {
      let finding = Progress.showing(mutation, place, of: generator.mutations.count) {
        generator.notice(mutation)
      }
      switch finding {
      case .known, .added: break
      case .impossible: impossible += 1
      case .missed:
        missed += 1
        let place = Console.place(mutation.location)
        try Console.say("\(place)no transcript was found that notices this: \(mutation)")
      }
    }
    for (gap, isImpossible) in generator.reachTheRest() {
      let place = Console.place(gap.location)
      try Console.say("\(place)\(gap.message)\(isImpossible ? ", as nobody can" : "")")
      if isImpossible { impossible += 1 } else { missed += 1 }
    }
    Progress.show("leaving out what the others make needless")
    let plays = generator.fewestPlays()
    Progress.clear()
    let digits = "\(plays.count)".count
    for (place, play) in plays.enumerated() {
      let number = "\(place + 1)"
      let name = String(repeating: "0", count: digits - number.count) + number
      try output.write(play.text, to: "\(name).transcript")
    }
    try Console.say(
      "\(plays.count) transcripts written; \(impossible) proved impossible, \(missed) missed")
    if missed > 0 { throw ExitCode.failure }
  }
}
