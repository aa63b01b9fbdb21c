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
  /// The plan in whose file it is, where each consultation stands apart.
  private var here: Int?
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
    if saved.beginning != nil { here = file.number }
    try file.cut(to: saved.text.utf8.count)
  }

  /// Closes the file and says under which number it is saved, if anything was, and what comes next; leaves
  /// with a failure if it could not be saved.
  ///
  /// At a terminal it offers to begin the plan that was recommended, unless nothing more can come in.
  func finish(_ options: ChatOptions, _ ending: Chat.Ending) throws {
    let number = file?.number
    file?.release()
    file = nil
    if let last { settleApart(last) }
    writePending()
    for (held, _) in pending {
      Console.remark(
        "What you said belongs to consultation \(held.plan.number), too, and could not be written there. Please say it there as well."
      )
    }
    if hasFailed { throw ExitCode.unwritable }
    guard let number, let last else { return }
    guard FileKind.isPlainFile(store.file(number)) else {
      return Console.remark("Consultation \(number) was removed while you were talking.")
    }
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
      if let line = offer.saidInstead {
        return try goOn(with: number, last, hearing: line, options)
      }
    }
    Console.remark("Saved as \(number). 'patchwise begin \(number)' begins its plan.")
  }

  /// Takes the conversation up again, which hears what was said where its plan was offered.
  private func goOn(
    with number: Int, _ last: Dialogue, hearing line: String, _ options: ChatOptions
  ) throws {
    var dialogue = last
    var saving: Saving?
    do throws(FileProblem) {
      let (file, saved) = try store.openWhole(number)
      guard let held = saved.dialogue(with: last.knowledge) else {
        throw FileProblem("Consultation \(number) has gone on in another window")
      }
      dialogue = held
      saving = try Saving(to: store, held, in: file, after: saved)
    } catch {
      // Somebody who may be in danger is heard all the same.
      Console.remark("What follows is not saved. \(error.message)")
    }
    saving?.mayGoOn(with: plans)
    dialogue.followings = last.followings
    dialogue.offersPlan = saving != nil
    try options.resume(dialogue, firstLine: line, saving)
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
      (first, self.note, here) = (dialogue, note, held.id)
      return try continues(saved, in: file, of: held.knowledge)
    }
    try file.cut(to: saved.text.utf8.count)
    (self.file, writer, here) = (file, saved.writer, held.id)
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
    guard let held = plans.first(where: { $0.id == followed.id }) else { return }
    do throws(FileProblem) {
      try goOn(with: held, dialogue)
    } catch {
      apart = followed.id
      Console.remark("What follows is saved apart. \(error.message).")
    }
  }

  /// The plan that is talked about although its file can't be written.
  private var apart: Int?

  /// When the last alarm of this conversation was, for each plan behind which it stands.
  private var marked: [Int: Moment] = [:]

  /// What belongs behind plans and could not be written yet.
  private var pending: [(plan: HeldPlan, mark: SavedConsultation.Mark)] = []

  /// Writes behind the plans that something urgent was said which may have come of one, or that it was not
  /// meant so.
  private func mark(_ before: Dialogue, _ after: Dialogue) {
    // Who starts over takes nothing back.
    if after.restarts > before.restarts { marked = [:] }
    for (place, held) in plans.enumerated() where held.id != here {
      guard let mark = nextMark(behind: held.id, before, after) else { continue }
      pending.append((held, mark))
      writePending()
      reread(at: place)
    }
  }

  /// What is to be written behind a plan: an alarm, or that the last one was none; mostly nothing.
  ///
  /// What may be danger stands there until that was answered, as nobody may be left to answer it.
  private func nextMark(
    behind id: Int, _ before: Dialogue, _ after: Dialogue
  ) -> SavedConsultation.Mark? {
    guard before.isUrgent != after.isUrgent, let now = after.now else { return nil }
    if after.isUrgent {
      marked[id] = now
      return .alarm(at: now)
    }
    guard after.restarts == before.restarts, let alarm = marked.removeValue(forKey: id) else {
      return nil
    }
    return .noAlarm(at: alarm)
  }

  /// The same for the plan in whose file this stands: an alarm that was sounded stands there already, and one that
  /// was only asked about does not.
  private func ownMark(_ before: Dialogue, _ after: Dialogue) -> SavedConsultation.Mark? {
    guard let here, after.isConfirmingAlarm || marked[here] != nil else { return nil }
    return nextMark(behind: here, before, after)
  }

  /// Writes what belongs behind plans; what can't be written waits.
  private func writePending() {
    pending.removeAll { held, mark in
      (try? store.mark(held.plan.number, mark, of: held.plan.saved)) != nil
    }
  }

  /// Ends a plan that was talked about apart from it, if what was said does so.
  private func settleApart(_ dialogue: Dialogue) {
    guard let held = plans.first(where: { $0.id == apart }), dialogue.hasEndedFollowed,
      let now = dialogue.now
    else { return }
    pending.append((held, .stopped(at: now)))
    apart = nil
  }

  /// Takes what was written in this conversation for a part of the plan, which may have got another number.
  private func reread(at place: Int, as number: Int? = nil) {
    let (number, held) = (number ?? plans[place].plan.number, plans[place])
    if let saved = try? store.read(number),
      let plan = FollowedPlan(number, saved, of: held.knowledge)
    {
      plans[place] = HeldPlan(id: held.id, plan: plan, knowledge: held.knowledge)
    }
  }

  /// Lets go of the file; what comes next belongs into another one.
  private func leave(before dialogue: Dialogue) {
    let number = file?.number
    file?.release()
    (file, predecessor, beginning, note, waiting) = (nil, nil, nil, nil, [])
    if let place = plans.firstIndex(where: { $0.id == here }) { reread(at: place, as: number) }
    (first, writer, here, apart) = (dialogue, SavedConsultation.Writer(), nil, nil)
    writePending()
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
    here = here ?? file.number
    beginning = saved.beginning
    beginning?.looks = course.looks
    beginning?.calls = course.calls
    beginning?.alarms = saved.openAlarms
  }

  /// The plan that is being followed, to be written behind the header.
  private var beginning: SavedConsultation.Beginning?

  /// Saves that the conversation goes on at another time.
  func resume(at now: Moment) { append(writer.resumption(at: now)) }

  func take(_ line: String, at awaiting: Awaiting, _ reply: Reply, _ dialogue: Dialogue) {
    let before = last ?? first
    last = dialogue
    // Who leaves may come back.
    guard !dialogue.isOver else { return }
    mark(before, dialogue)
    // What it is about is known when a consultation has begun.
    guard !dialogue.asksWhatItIsAbout else { return }
    // Who starts over leaves what was said of a plan as it stands there.
    if here != nil || apart != nil, dialogue.restarts > before.restarts {
      settleApart(before)
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
      if settlesNothing, before.isRecalling, !dialogue.isConfirmingAlarm { return }
      typed = Replay.understood(reply.outcome) ?? line
    }
    waiting.append((typed, awaiting, reply, dialogue))
    if file == nil {
      // What only looks around leaves nothing behind, but may lead to something.
      guard !hasFailed, reply.outcome != .served, reply.outcome != .refused else { return }
      do { file = try store.newFile() } catch { return fail(error) }
      do throws(FileProblem) { try writeHeader() } catch { return fail(error) }
    }
    for (line, awaiting, reply, dialogue) in waiting {
      append(writer.piece(for: line, at: awaiting, reply, dialogue))
    }
    waiting = []
    if let mark = ownMark(before, dialogue) { append(writer.piece(for: mark)) }
  }

  /// Writes the first piece into a new file, and behind the consultation that goes on in it that it does.
  ///
  /// In this order nobody is left with two files that go on, or with none: what goes on as an empty one goes on where it
  /// was. An alarm that comes in meanwhile waits beside the one or the other.
  private func writeHeader() throws(FileProblem) {
    guard let file else { return }
    guard let predecessor else {
      return try file.append(writer.header(of: first, following: beginning, noting: note))
    }
    var last = predecessor.saved.writer
    try predecessor.file.append(last.piece(forSuccessor: file.number))
    try store.handOver(predecessor.saved, predecessor.file.number) { (alarms) throws(FileProblem) in
      beginning?.alarms = alarms
      try file.append(writer.header(of: first, following: beginning, noting: note))
    }
  }

  private func append(_ text: String) {
    guard !hasFailed, let file else { return }
    do throws(FileProblem) { try file.append(text) } catch { fail(error) }
  }

  private func fail(_ problem: FileProblem) {
    hasFailed = true
    // A file with nothing in it would be taken for a conversation.
    if let file, file.isEmpty { try? file.remove() }
    Console.remark("What follows is not saved. \(problem.message)")
  }
}

extension Dialogue {
  /// Whether something was said that comes before everything else, or may.
  fileprivate var isUrgent: Bool {
    alarm != nil || isConfirmingAlarm || consultation?.endedEarly == true
  }
}
