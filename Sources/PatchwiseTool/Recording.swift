import ArgumentParser
import Patchwise
import PatchwiseDialogue
import PatchwiseTranscripts

/// A conversation being written to a file.
final class Recording {
  private let file: RecordingFile
  private var recorder = Recorder()
  private var last: Dialogue
  /// Whether writing has failed; it is said once, and the conversation goes on.
  private(set) var hasFailed = false

  /// Begins a recording, if a path was given.
  init?(_ path: String?, _ dialogue: Dialogue, at now: Moment) throws {
    guard let path else { return nil }
    last = dialogue
    file = try RecordingFile(path)
    append(recorder.header(of: dialogue, at: now))
  }

  func take(_ line: String, at awaiting: Awaiting, _ reply: Reply, _ dialogue: Dialogue) {
    append(recorder.lines(for: line, at: awaiting, reply))
    last = dialogue
  }

  func finish() { append(recorder.ending(of: last)) }

  private func append(_ text: String) {
    guard !hasFailed else { return }
    do {
      try file.append(text)
    } catch {
      hasFailed = true
      Console.complain("What follows is not recorded. \(error.message)")
    }
  }
}
