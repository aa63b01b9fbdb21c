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
    guard last.recommendsPlan else {
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
    if last.followed != nil, let now = last.now,
      let plan = FollowedPlan(number, try store.read(number), of: last.knowledge)
    {
      return plan.hasEnded ? "That plan is over." : plan.text(at: now)
    }
    return "'patchwise resume \(number)' goes on with it."
  }

  /// Goes on with a plan that is being followed, with a consultation in its file.
  ///
  /// Behind one that was held with other knowledge, it is saved in a file of its own.
  ///
  /// - Parameters:
  ///   - held: The plan.
  ///   - dialogue: The conversation, before anything is asked.
  ///   - note: What the person wants to remember of it.
  /// - Throws: `FileProblem` if its file can't be opened, or is not what the plan was read from.
  func goOn(
    with held: HeldPlan, _ dialogue: Dialogue, noting note: String? = nil
  ) throws(FileProblem) {
    let (file, saved) = try store.openWhole(held.plan.number)
    guard saved.text == held.plan.saved.text else {
      throw FileProblem("Consultation \(held.plan.number) has gone on in another window")
    }
    waiting = []
    // A recalled answer that is confirmed must stand by its name.
    asksWhatHolds = true
    guard let before = held.conversation else {
      (first, self.note) = (dialogue, note)
      return try continues(saved, in: file, of: held.knowledge)
    }
    try file.cut(to: saved.text.utf8.count)
    (self.file, writer) = (file, saved.writer)
    append(writer.piece(forBeginning: dialogue, after: before, noting: note))
  }

  /// The plans that what is chosen to talk about may be about.
  private var plans: [HeldPlan] = []

  /// Goes on with one of some plans, if what the person chooses to talk about is about it.
  func mayGoOn(with plans: [HeldPlan]) { self.plans = plans }

  /// Goes over to the file of the plan that a consultation is about, from its first question on.
  ///
  /// Where that can't be written, it is saved in a file of its own, which says so.
  private func goOver(to followed: Following, _ dialogue: Dialogue) {
    leave(before: dialogue)
    guard let held = plans.first(where: { $0.plan.number == followed.id }) else { return }
    do throws(FileProblem) {
      try goOn(with: held, dialogue)
    } catch {
      asksWhatHolds = true
      Console.remark("What follows is saved apart. \(error.message).")
    }
  }

  /// Writes behind the plans that an alarm was sounded which may have come of one, or that it was none.
  ///
  /// Where that can't be written, the next look asks for signs of danger all the same.
  private func mark(_ before: Dialogue, _ after: Dialogue) {
    guard (before.alarm == nil) != (after.alarm == nil), let now = after.now else { return }
    for place in plans.indices {
      try? store.mark(
        plans[place].plan.number, after.alarm == nil ? .noAlarm : .alarm(at: now))
      reread(at: place)
    }
  }

  /// Takes what was written in this conversation for a part of the plan.
  private func reread(at place: Int) {
    let (number, knowledge) = (plans[place].plan.number, plans[place].knowledge)
    if let saved = try? store.read(number), let plan = FollowedPlan(number, saved, of: knowledge) {
      plans[place] = HeldPlan(plan, with: knowledge)
    }
  }

  /// Lets go of the file; what comes next belongs into another one.
  private func leave(before dialogue: Dialogue) {
    file?.release()
    if let place = plans.firstIndex(where: { $0.plan.number == file?.number }) {
      reread(at: place)
    }
    (file, predecessor, beginning, note, waiting) = (nil, nil, nil, nil, [])
    (first, writer) = (dialogue, SavedConsultation.Writer())
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
    guard let course = saved.course(in: knowledge), !saved.hasEnded(course.plan, in: knowledge)
    else { return }
    beginning = saved.beginning
    beginning?.looks = course.looks
    beginning?.again = course.again
  }

  /// The plan that is being followed, to be written behind the header.
  private var beginning: SavedConsultation.Beginning?

  /// Saves that the conversation goes on at another time.
  func resume(at now: Moment) { append(writer.resumption(at: now)) }

  func take(_ line: String, at awaiting: Awaiting, _ reply: Reply, _ dialogue: Dialogue) {
    let before = last ?? first
    last = dialogue
    // Who leaves may come back; and what it is about is known when a consultation has begun.
    guard !dialogue.isOver, !dialogue.asksWhatItIsAbout else { return }
    if dialogue.followed == nil { mark(before, dialogue) }
    if let followed = dialogue.followed, before.followed == nil {
      return goOver(to: followed, dialogue)
    }
    // Who starts over leaves what was said of a plan as it stands there.
    if before.followed != nil, dialogue.followed == nil { return leave(before: dialogue) }
    // The file does not know of plans, so that the choice stands by its name.
    let isSettled = before.asksWhatItIsAbout
    let typed = isSettled ? Replay.understood(reply.outcome) ?? line : line
    waiting.append((typed, awaiting, reply, dialogue))
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

  private func append(_ text: String) {
    guard !hasFailed, let file else { return }
    do throws(FileProblem) { try file.append(text) } catch { fail(error) }
  }

  private func fail(_ problem: FileProblem) {
    hasFailed = true
    Console.remark("What follows is not saved. \(problem.message)")
  }
}
