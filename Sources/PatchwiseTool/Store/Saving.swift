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
  /// The conversation as it stands.
  private var last: Dialogue?
  /// What was typed before there was anything to save.
  private var waiting: [(String, Awaiting, Reply, Dialogue)] = []
  /// The consultation that goes on in this one, with its open file.
  private var predecessor: (file: SavedFile, saved: SavedConsultation)?
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
    let goesOn = "'patchwise resume \(file.number)' goes on with it."
    let begins = "'patchwise begin \(file.number)' begins its plan."
    Console.complain("Saved as \(file.number). \(recommendsPlan ? begins : goesOn)")
  }

  /// Goes on with a consultation that was held with other knowledge, and with the plan that was begun in it.
  ///
  /// Both files say so, once there is something to save.
  func continues(
    _ saved: SavedConsultation, in file: SavedFile, of knowledge: KnowledgeBase
  ) throws(FileProblem) {
    try file.cut(to: saved.text.utf8.count)
    predecessor = (file, saved)
    beginning = saved.beginning
    if let course = saved.course(in: knowledge) { beginning?.looks = course.looks }
  }

  /// The plan that is being followed, to be written behind the header.
  private var beginning: SavedConsultation.Beginning?

  /// Saves that the conversation goes on at another time.
  func resume(at now: Moment) { append(writer.resumption(at: now)) }

  /// Saves that another consultation begins in the same file.
  func begin(_ dialogue: Dialogue, noting note: String?) {
    append(writer.piece(forBeginning: dialogue, noting: note))
  }

  func take(_ line: String, at awaiting: Awaiting, _ reply: Reply, _ dialogue: Dialogue) {
    last = dialogue
    // Who leaves may come back.
    guard !dialogue.isOver else { return }
    waiting.append((line, awaiting, reply, dialogue))
    if file == nil {
      // What only looks around leaves nothing behind, but may lead to something.
      guard !hasFailed, reply.outcome != .served, reply.outcome != .refused else { return }
      do { file = try store.newFile() } catch { return fail(error) }
      append(writer.header(of: first, from: origin, following: beginning))
      if let file, let predecessor, !hasFailed {
        var last = predecessor.saved.writer
        try? predecessor.file.append(last.piece(forSuccessor: file.number))
      }
    }
    for (line, awaiting, reply, dialogue) in waiting {
      write(line, at: awaiting, reply, dialogue)
    }
    waiting = []
  }

  private func write(_ line: String, at awaiting: Awaiting, _ reply: Reply, _ dialogue: Dialogue) {
    // A yes that says what was recalled stands by its name, because the file does not know of it.
    let isYes = asksWhatHolds && Dialogue.isYes(line)
    let typed = isYes ? Replay.understood(reply.outcome) ?? line : line
    append(writer.piece(for: typed, at: awaiting, reply, dialogue))
  }

  /// Whether the last line has led to a plan that can be begun.
  private var recommendsPlan: Bool {
    let recommendation = last?.consultation?.recommendation
    let plans = recommendation?.decisions.compactMap { $0.level?.plan } ?? []
    return last?.alarm == nil
      && plans.contains { last?.knowledge.plan($0)?.followUp != nil }
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
