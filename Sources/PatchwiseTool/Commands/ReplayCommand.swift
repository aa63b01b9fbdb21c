import ArgumentParser
import Patchwise
import PatchwiseDialogue
import PatchwiseTranscripts

/// `patchwise replay`: transcripts as tests.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Play transcripts and report what came out otherwise.",
    discussion: """
      The last line says how many passed and how many failed. The status is 1 if any failed, and 66 \
      if one can't be read, which counts as failed.
      """)

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
    let found = TranscriptFiles.paths(in: paths)
    for problem in found.problems { Console.complain(problem.message) }
    var (passed, failed) = (0, found.problems.count)
    var status = found.problems.isEmpty ? ExitCode.success : .unreadable
    var covered = Coverage(of: base)
    for path in found.files {
      do {
        let replay = try replay(path, with: base)
        for failure in replay.failures { try Console.say(Self.text(failure, in: path)) }
        if coverage { covered.add(replay) }
        if replay.passed { passed += 1 } else { failed += 1 }
      } catch let problem as FileProblem {
        Console.complain(problem.message)
        failed += 1
        status = problem.status
      }
    }
    let gaps = coverage ? covered.gaps : []
    for gap in gaps {
      let place = Console.place(gap.location)
      try Console.say("\(place)no transcript exercises this: \(gap.message)")
    }
    try Console.say("\(passed) passed, \(failed) failed")
    if status == .success, failed > 0 || !gaps.isEmpty { status = .failure }
    if status != .success { throw status }
  }

  /// Plays a transcript; once more after it was rewritten, where that was asked for.
  private func replay(_ path: String, with base: KnowledgeBase) throws -> Replay {
    let transcript = Transcript(try TranscriptFiles.read(path), named: path)
    let replay = Replay(transcript, with: base)
    guard accept else { return replay }
    let accepted = replay.accepted
    guard accepted != replay.transcript else { return replay }
    try FileReplacement.write(accepted.text, to: path)
    try Console.say("\(path): rewritten, \(replay.rewriting)")
    return Replay(accepted, with: base)
  }

  private static func text(_ failure: Replay.Failure, in path: String) -> String {
    var text = "\(path):\(failure.line): \(failure.message)"
    if let expected = failure.expected { text += "\n  expected: \(expected)" }
    if let actual = failure.actual { text += "\n  got:      \(actual)" }
    return text
  }
}
