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
      was late or missed. A reading that broke off counts for nothing, and is taken anew.
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
    let (file, saved) = try store.openWhole(running.number)
    let held = saved.origin == origin ? saved.dialogue(with: base) : nil
    // A look that broke off is taken anew, in a file of its own, as it is with other knowledge.
    let last = held?.consultation?.isOver == true && held?.alarm == nil ? held : nil
    try Console.say(running.text(at: now))
    var dialogue = try Dialogue(
      about: base, consulting: running.course.plan.followUp?.consultation, at: now,
      earlier: last.map { $0.earlier + [$0.consultation].compactMap(\.self) } ?? [])
    dialogue.give(running.course.answers(at: now, in: base))
    let saving: Saving
    if last == nil {
      saving = Saving(to: store, from: origin, dialogue)
      try saving.continues(saved, in: file, of: base)
    } else {
      saving = try Saving(to: store, from: origin, dialogue, in: file, after: saved)
      saving.begin(dialogue, noting: note)
    }
    _ = options.hold(dialogue, saving)
    try saving.finish()
  }
}
