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
  /// Whether the file is that of a plan, in which each consultation stands apart.
  private var isInPlansFile = false
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
    isInPlansFile = saved.beginning != nil
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
    if let apart, last.hasEndedFollowed { try? store.mark(apart, .stopped(at: options.now)) }
    let plan = FollowedPlan(number, try store.read(number), of: last.knowledge)
    guard last.recommendsPlan, plan?.leavesRoom(for: last) ?? true else {
      return Console.remark("Saved as \(number). \(next(of: plan, after: last, number))")
    }
    if ending == .left, Console.inputIsTerminal {
      var offer = PlanOffer(after: last, at: options.now)
      if let beginning = try offer.ask() {
        return try BeginCommand.begin(
          number, began: beginning.began, noting: beginning.notes, with: last.knowledge,
          in: store, options)
      }
      if offer.hasAlarm { mark(.alarm(at: options.now)) }
      if offer.isWithdrawn { return Console.remark("Saved as \(number).") }
    }
    Console.remark("Saved as \(number). 'patchwise begin \(number)' begins its plan.")
  }

  /// What comes next: of the plan that it was about, or of the conversation itself.
  private func next(of plan: FollowedPlan?, after last: Dialogue, _ number: Int) -> String {
    if let plan, let now = last.now {
      if plan.hasEnded { return "That plan is over." }
      let anew =
        plan.missed(at: now) > 0 && plan.course.plan.followUp?.missed.isEmpty == false
        ? " 'patchwise begin \(number) --anew' counts from the beginning." : ""
      return plan.text(at: now) + anew
    }
    return last.consultation?.isOver == true
      ? "'patchwise show \(number)' shows it again."
      : "'patchwise resume \(number)' goes on with it."
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
    if held.plan.hasEnded {
      throw FileProblem("The plan of consultation \(held.plan.number) is over")
    }
    waiting = []
    guard let before = held.conversation else {
      (first, self.note) = (dialogue, note)
      return try continues(saved, in: file, of: held.knowledge)
    }
    try file.cut(to: saved.text.utf8.count)
    (self.file, writer, isInPlansFile) = (file, saved.writer, true)
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
    apart = nil
    guard let held = plans.first(where: { $0.plan.number == followed.id }) else { return }
    do throws(FileProblem) {
      try goOn(with: held, dialogue)
    } catch {
      apart = followed.id
      Console.remark("What follows is saved apart. \(error.message).")
    }
  }

  /// The plan that is talked about although its file can't be written.
  private var apart: Int?

  /// The plans behind which an alarm of this conversation stands.
  private var marked: Set<Int> = []

  /// Writes behind the plans that something urgent was said which may have come of one, or that it was not
  /// meant so.
  private func mark(_ before: Dialogue, _ after: Dialogue) {
    guard after.followed == nil, before.isUrgent != after.isUrgent, let now = after.now else {
      return
    }
    // Who starts over takes nothing back.
    if after.isUrgent {
      mark(.alarm(at: now))
    } else if after.restarts == before.restarts {
      mark(.noAlarm)
    }
  }

  /// Writes behind the plans what they have to do with an alarm; one that nobody has answered yet stays.
  ///
  /// Where that can't be written, the next look asks for signs of danger all the same.
  private func mark(_ mark: SavedConsultation.Mark) {
    for (place, held) in plans.enumerated() where held.plan.number != file?.number {
      let number = held.plan.number
      if case .alarm = mark {
        guard held.plan.saved.openAlarm == nil else { continue }
        marked.insert(number)
      } else if marked.remove(number) == nil {
        continue
      }
      try? store.mark(number, mark)
      reread(at: place)
    }
  }

  /// Takes what was written in this conversation for a part of the plan.
  private func reread(at place: Int) {
    let (number, knowledge) = (plans[place].plan.number, plans[place].knowledge)
    if let saved = try? store.read(number), let plan = FollowedPlan(number, saved, of: knowledge) {
      plans[place] = HeldPlan(plan: plan, knowledge: knowledge)
    }
  }

  /// Lets go of the file; what comes next belongs into another one.
  private func leave(before dialogue: Dialogue) {
    file?.release()
    if let place = plans.firstIndex(where: { $0.plan.number == file?.number }) {
      reread(at: place)
    }
    (file, predecessor, beginning, note, waiting) = (nil, nil, nil, nil, [])
    (first, writer, isInPlansFile) = (dialogue, SavedConsultation.Writer(), false)
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
    guard let course = saved.course(in: knowledge),
      saved.ending(of: course.plan, in: knowledge) == nil
    else { return }
    isInPlansFile = true
    beginning = saved.beginning
    beginning?.looks = course.looks
    beginning?.calls = course.calls
    beginning?.openAlarm = saved.openAlarm
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
    mark(before, dialogue)
    // Who starts over leaves what was said of a plan as it stands there.
    if isInPlansFile || apart != nil, dialogue.restarts > before.restarts {
      leave(before: dialogue)
      return dialogue.followed.map { goOver(to: $0, dialogue) } ?? ()
    }
    if let followed = dialogue.followed, before.followed == nil {
      return goOver(to: followed, dialogue)
    }
    var typed = line
    if before.asksWhatItIsAbout || before.isRecalling {
      // The file does not know of plans and of what was recalled, so that only what came of it stands there.
      let settlesNothing = [.refused, .askedBack].contains(reply.outcome)
      if settlesNothing, before.isRecalling, !dialogue.asksAboutDanger { return }
      typed = Replay.understood(reply.outcome) ?? line
    }
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
      append(writer.piece(for: line, at: awaiting, reply, dialogue))
    }
    waiting = []
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

extension Dialogue {
  /// Whether something was said that comes before everything else.
  fileprivate var isUrgent: Bool { alarm != nil || consultation?.endedEarly == true }
}
