import ArgumentParser
import Patchwise
import PatchwiseDialogue
import PatchwiseTranscripts

/// `patchwise follow-up`: takes a reading of a plan that is being followed.
struct FollowUpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow-up", abstract: "Take a reading of a plan that is being followed.",
    discussion: """
      What the plan knows is not asked again: which it is, how long ago it began, and whether a reading \
      was late or missed. A reading that broke off is taken up where it was.
      """)

  @Argument(
    help: "The number of the consultation; left out, the plan that is due, or the last one.")
  var number: Int?

  @Option(help: ArgumentHelp("What you want to remember of this look.", valueName: "text"))
  var note: String?

  @OptionGroup var options: ChatOptions

  func run() throws {
    let (base, origin) = try options.knowledge.loadWithOrigin()
    let store = options.store.store
    let chosen = try RunningCourse.chosen(number, in: store, of: base, at: options.now)
    try Self.take(chosen, with: base, from: origin, in: store, options, noting: note)
  }

  /// Takes a reading.
  static func take(
    _ running: RunningCourse, with base: KnowledgeBase, from origin: SavedConsultation.Origin,
    in store: Store, _ options: ChatOptions, noting note: String? = nil
  ) throws {
    let now = options.now
    let file = try store.open(running.number)
    let saved = try store.read(running.number)
    guard let last = saved.dialogue(with: base), saved.origin == origin else {
      throw FileProblem(
        "The knowledge has changed since consultation \(running.number) was held; its plan goes on with "
          + "'patchwise chat \(running.course.plan.followUp?.consultation.name ?? "")'")
    }
    try Console.say(running.text(at: now))
    if last.consultation?.isOver == false {
      let saving = try Saving(to: store, from: origin, last, in: file, after: saved)
      saving.resume(at: now)
      _ = options.hold(last, isResumed: true, saving)
      return try saving.finish()
    }
    var dialogue = try Dialogue(
      about: base, consulting: running.course.plan.followUp?.consultation, at: now,
      earlier: last.earlier + [last.consultation].compactMap(\.self))
    dialogue.give(running.course.answers(at: now, in: base))
    let saving = try Saving(to: store, from: origin, dialogue, in: file, after: saved)
    saving.begin(dialogue, noting: note)
    _ = options.hold(dialogue, saving)
    try saving.finish()
  }
}
