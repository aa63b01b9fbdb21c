import ArgumentParser
import Patchwise
import PatchwiseTranscripts

/// `patchwise rejudge`: whose advice changes under other knowledge.
struct RejudgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rejudge", abstract: "Say whose advice changes under other knowledge.",
    discussion: """
      Takes the answers of all saved consultations, or of the transcripts that are named, and compares \
      what they come to now with what they would come to. The status is 1 if anything changes, or a \
      transcript that is named can't be played as it stands.
      """)

  @Argument(help: "The other knowledge file.", completion: .file(extensions: ["yaml", "yml"]))
  var other: String

  @Argument(
    help: ArgumentHelp(
      "Transcripts, or folders of them; left out, the saved consultations.", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @OptionGroup var knowledge: KnowledgeOption
  @OptionGroup var store: StoreOption

  func run() throws {
    let now = try knowledge.load()
    let then = try KnowledgeOption.load(other)
    var (changed, unplayed) = (0, 0)
    let transcripts = try transcripts()
    for transcript in transcripts {
      if let why = whyUnplayable(transcript, with: now) {
        Console.complain(why)
        unplayed += 1
        continue
      }
      guard let changes = try changes(of: transcript, from: now, to: then) else {
        Console.complain("\(transcript.name) is not about this knowledge, and is passed over")
        continue
      }
      if changes.isEmpty { continue }
      changed += 1
      try Console.say("\(transcript.name): \(changes.joined(separator: "; "))")
    }
    try Console.say("\(changed) of \(transcripts.count) change")
    if changed + unplayed > 0 { throw ExitCode.failure }
  }

  /// Why nothing can be said of a transcript that was named: it fails already.
  ///
  /// What was saved was held with the knowledge of its time, and needs not play as it stands.
  private func whyUnplayable(_ transcript: Transcript, with now: KnowledgeBase) -> String? {
    guard !paths.isEmpty, transcript.isAbout(now) else { return nil }
    let replay = Replay(transcript, with: now)
    guard let failure = replay.failures.first, !replay.isCutOff else { return nil }
    return
      "\(transcript.name):\(failure.line): \(failure.message); it fails already, and is passed over"
  }

  private func transcripts() throws -> [Transcript] {
    guard paths.isEmpty else { return try TranscriptFiles.transcripts(in: paths) }
    let store = store.store
    return try store.numbers().map { number in
      let saved = try store.read(number)
      do throws(FileProblem) {
        try Store.demandUnaltered(saved, number)
      } catch { Console.complain(error.message) }
      return Transcript(saved.text, named: "\(number)")
    }
  }

  /// What changes for a person, each with its direction; nothing if neither knowledge can say.
  private func changes(
    of transcript: Transcript, from now: KnowledgeBase, to then: KnowledgeBase
  ) throws -> [String]? {
    let held = transcript.heldDialogue(with: now)
    guard transcript.isAbout(now),
      let before = transcript.beginAgain(with: now, holding: held)
    else { return nil }
    guard let after = transcript.beginAgain(with: then, holding: held) else {
      return ["there is no such consultation any more"]
    }
    let kept = SavedConsultation.levels(of: after)
    return SavedConsultation.levels(of: before).compactMap { level in
      guard !kept.contains(level), case .level(let scale, _, let ceiling) = level else {
        return nil
      }
      let other = kept.lazy.compactMap { expectation -> String? in
        if case .level(scale, _, let ceiling) = expectation { ceiling } else { nil }
      }.first
      return Self.change(of: Identifier(scale), from: ceiling, to: other, in: then)
    }
  }

  private static func change(
    of scale: Identifier<Scale>, from before: String, to after: String?, in knowledge: KnowledgeBase
  ) -> String {
    guard let after else { return "\(scale) is not decided any more" }
    let levels = knowledge.scale(scale)?.levels.map(\.id.name) ?? []
    let places = (levels.firstIndex(of: before), levels.firstIndex(of: after))
    let direction =
      if let before = places.0, let after = places.1, before != after {
        before < after ? ", more cautious" : ", less cautious"
      } else { "" }
    return "\(scale): \(before) → \(after)\(direction)"
  }
}
