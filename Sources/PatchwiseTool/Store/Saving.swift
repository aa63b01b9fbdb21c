import ArgumentParser
import Patchwise
import PatchwiseDialogue
import PatchwiseTranscripts

/// A conversation being saved, from the first line that is typed.
final class Saving {
  private let store: Store
  private let origin: SavedConsultation.Origin
  private var first: Dialogue
  private var file: SavedFile?
  private var writer: SavedConsultation.Writer
  /// Whether answers of another time are recalled, so that a *yes* may mean one that is not in the file.
  var asksWhatHolds = false
  /// Whether saving has failed; it is said once, and the conversation goes on.
  private var hasFailed = false

  /// Saves a new conversation.
  init(to store: Store, from origin: SavedConsultation.Origin, _ dialogue: Dialogue) {
    (self.store, self.origin, first) = (store, origin, dialogue)
    writer = SavedConsultation.Writer()
  }

  /// Goes on saving a conversation in its file.
  init(
    to store: Store, from origin: SavedConsultation.Origin, _ dialogue: Dialogue,
    in file: SavedFile,
    after saved: SavedConsultation
  ) throws(FileProblem) {
    (self.store, self.origin, first, self.file) = (store, origin, dialogue, file)
    writer = saved.writer
    try file.cut(to: saved.text.utf8.count)
  }

  /// Says under which number it is saved, if anything was; leaves with a failure if it could not be.
  func finish() throws {
    if hasFailed { throw ExitCode.unwritable }
    guard let file else { return }
    Console.complain(
      "Saved as \(file.number). 'patchwise resume \(file.number)' goes on with it.")
  }

  /// Saves that the conversation goes on at another time.
  func resume(at now: Moment) { append(writer.resumption(at: now)) }

  /// Saves that another consultation begins in the same file.
  func begin(_ dialogue: Dialogue, noting note: String?) {
    append(writer.piece(forBeginning: dialogue, noting: note))
  }

  func take(_ line: String, at awaiting: Awaiting, _ reply: Reply, _ dialogue: Dialogue) {
    // Who leaves may come back.
    guard !dialogue.isOver else { return }
    if file == nil {
      // What only looks around leaves nothing behind.
      guard !hasFailed, reply.outcome != .served, reply.outcome != .refused else { return }
      do { file = try store.newFile() } catch { return fail(error) }
      append(writer.header(of: first, from: origin))
    }
    let typed = asksWhatHolds ? Replay.understood(reply.outcome) ?? line : line
    append(writer.piece(for: typed, at: awaiting, reply, dialogue))
  }

  private func append(_ text: String) {
    guard !hasFailed, let file else { return }
    do throws(FileProblem) { try file.append(text) } catch { fail(error) }
  }

  private func fail(_ problem: FileProblem) {
    hasFailed = true
    Console.complain("What follows is not saved. \(problem.message)")
  }
}
