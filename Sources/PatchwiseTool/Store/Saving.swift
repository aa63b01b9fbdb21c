import ArgumentParser
import Patchwise
import PatchwiseDialogue
import PatchwiseTranscripts

/// A conversation being saved, from the first line that is typed.
final class Saving {
  private let store: Store
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
  init(to store: Store, _ dialogue: Dialogue) {
    (self.store, first) = (store, dialogue)
    writer = SavedConsultation.Writer()
  }

  /// Goes on saving a conversation in its file.
  init(
    to store: Store, _ dialogue: Dialogue,
    in file: SavedFile,
    after saved: SavedConsultation
  ) throws(FileProblem) {
    (self.store, first, self.file) = (store, dialogue, file)
    writer = saved.writer
    try file.cut(to: saved.text.utf8.count)
  }

  /// Closes the file and says under which number it is saved, if anything was, and what comes next; leaves
  /// with a failure if it could not be saved.
  ///
  /// At a terminal it offers to begin the plan that was recommended, unless nothing more can come in.
  func finish(_ options: ChatOptions, _ ending: Chat.Ending) throws {
    if hasFailed { throw ExitCode.unwritable }
    guard let number = file?.number, let last else { return }
    file?.release()
    file = nil
    guard FileKind.isPlainFile(store.file(number)) else {
      return Console.remark("Consultation \(number) was removed while you were talking.")
    }
    guard recommendsPlan else {
      return Console.remark("Saved as \(number). \(try next(after: last, number))")
    }
    if ending == .left, Console.inputIsTerminal {
      var offer = PlanOffer(after: last, at: options.now)
      if let beginning = try offer.ask() {
        return try BeginCommand.begin(
          number, began: beginning.began, noting: beginning.notes, with: last.knowledge,
          in: store, options)
      }
      if offer.isWithdrawn { return Console.remark("Saved as \(number).") }
    }
    Console.remark("Saved as \(number). 'patchwise begin \(number)' begins its plan.")
  }

  /// What comes next: of the plan that it was about, or of the conversation itself.
  private func next(after last: Dialogue, _ number: Int) throws(FileProblem) -> String {
    if last.isAboutFollowed, let now = last.now,
      let plan = FollowedPlan(number, try store.read(number), of: last.knowledge)
    {
      return plan.hasEnded ? "That plan is over." : plan.text(at: now)
    }
    return "'patchwise resume \(number)' goes on with it."
  }

  /// Goes on with a plan that is being followed, with a consultation in its file.
  ///
  /// Behind one that broke off, or that was held with other knowledge, it is saved in a file of its own.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - knowledge: The knowledge base that it is from.
  ///   - dialogue: The conversation, before anything is asked.
  ///   - note: What the person wants to remember of it.
  /// - Throws: `FileProblem` if its file can't be opened, or was altered.
  func goOn(
    with plan: FollowedPlan, of knowledge: KnowledgeBase, _ dialogue: Dialogue,
    noting note: String? = nil
  ) throws(FileProblem) {
    let (file, saved) = try store.openWhole(plan.number)
    // A recalled answer that is confirmed must stand by its name.
    asksWhatHolds = true
    guard plan.held(with: knowledge) != nil else {
      (first, self.note) = (dialogue, note)
      return try continues(saved, in: file, of: knowledge)
    }
    try file.cut(to: saved.text.utf8.count)
    (self.file, writer) = (file, saved.writer)
    append(writer.piece(forBeginning: dialogue, noting: note))
  }

  /// The plan that what is chosen to talk about may be about, with the knowledge base that it is from.
  private var followed: (plan: FollowedPlan, knowledge: KnowledgeBase)?

  /// Goes on with a plan that is being followed, if what the person chooses to talk about is about it.
  func mayGoOn(with plan: FollowedPlan, of knowledge: KnowledgeBase) {
    followed = (plan, knowledge)
  }

  /// Waits until it is known what is talked about, and whether that is about the plan being followed.
  ///
  /// - Returns: Whether nothing more is to be written now.
  private func waits(with reply: Reply, _ dialogue: Dialogue) -> Bool {
    guard file == nil, let followed else { return false }
    switch reply.outcome {
    case .askedBack where dialogue.awaiting == .consultation: return true
    case .began(let kind):
      // The file does not know of the plan, so that the choice stands by its name.
      waiting = [(kind.name, .consultation, reply, dialogue)]
      guard dialogue.isAboutFollowed else { return false }
      waiting = []
      do throws(FileProblem) {
        try goOn(with: followed.plan, of: followed.knowledge, dialogue)
      } catch { fail(error) }
      return true
    default: return false
    }
  }

  /// What the person wants to remember of a consultation that begins in a file of its own.
  private var note: String?

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

  func take(_ line: String, at awaiting: Awaiting, _ reply: Reply, _ dialogue: Dialogue) {
    last = dialogue
    // Who leaves may come back.
    guard !dialogue.isOver else { return }
    waiting.append((line, awaiting, reply, dialogue))
    if waits(with: reply, dialogue) { return }
    if file == nil {
      // What only looks around leaves nothing behind, but may lead to something.
      guard !hasFailed, reply.outcome != .served, reply.outcome != .refused else { return }
      do { file = try store.newFile() } catch { return fail(error) }
      append(writer.header(of: first, following: beginning, noting: note))
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
    Console.remark("What follows is not saved. \(problem.message)")
  }
}
