import ArgumentParser
import Patchwise
import PatchwiseTranscripts

/// `patchwise replay`: transcripts as tests.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Play transcripts and report what came out otherwise.",
    discussion:
      "The last line says how many passed and how many failed; the status is 1 if any failed.")

  @Argument(
    help: ArgumentHelp(
      "Transcripts, or folders with files that end in .transcript.", valueName: "path"),
    completion: .file())
  var paths: [String]

  @OptionGroup var knowledge: KnowledgeOption

  @Flag(help: "Rewrite the expectations that failed to what happened, in the files.")
  var accept = false

  @Flag(
    help: "List what of the knowledge no transcript exercises; the status is 1 if there is any.")
  var coverage = false

  func run() throws {
    let base = try knowledge.load()
    var (passed, failed) = (0, 0)
    var covered = Coverage(of: base)
    for path in try TranscriptFiles.paths(in: paths) {
      var replay = Replay(Transcript(try TranscriptFiles.read(path), named: path), with: base)
      if accept, !replay.passed, replay.accepted != replay.transcript {
        let accepted = replay.accepted
        try TranscriptFiles.write(accepted.text, to: path)
        print("\(path): rewritten")
        replay = Replay(accepted, with: base)
      }
      for failure in replay.failures { print(Self.text(failure, in: path)) }
      covered.add(replay)
      if replay.passed { passed += 1 } else { failed += 1 }
    }
    let gaps = coverage ? covered.gaps : []
    for gap in gaps {
      print("\(gap.location.map { "\($0): " } ?? "")no transcript exercises this: \(gap.message)")
    }
    print("\(passed) passed, \(failed) failed")
    if failed > 0 || !gaps.isEmpty { throw ExitCode.failure }
  }

  private static func text(_ failure: Replay.Failure, in path: String) -> String {
    var text = "\(path):\(failure.line): \(failure.message)"
    if let expected = failure.expected { text += "\n  expected: \(expected)" }
    if let actual = failure.actual { text += "\n  got:      \(actual)" }
    return text
  }
}
