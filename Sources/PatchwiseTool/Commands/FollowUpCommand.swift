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
    let base = try options.knowledge.load()
    let store = options.store.store
    let plans = try FollowedPlan.all(in: store, of: base)
    let chosen = try FollowedPlan.chosen(number, among: plans, at: options.now)
    try Self.take(chosen, among: plans, with: base, in: store, options, noting: note)
  }

  /// Takes a reading of one of some plans.
  static func take(
    _ plan: FollowedPlan, among plans: [FollowedPlan], with base: KnowledgeBase,
    in store: Store, _ options: ChatOptions, noting note: String? = nil
  ) throws {
    let now = options.now
    if let reason = plan.reasonNotToRead(at: now) { throw FileProblem(reason) }
    let held = HeldPlan(id: plan.number, plan: plan, knowledge: base)
    let following = held.following(at: now)
    guard let kind = plan.course.plan.followUp?.consultation, let following else { return }
    try Console.show([.paragraph(plan.text(at: now))])
    var dialogue = try Dialogue(about: base, at: now)
    let running = HeldPlan.all(among: plans, of: base, at: now)
    dialogue.followings = running.compactMap {
      $0.plan.number == plan.number ? following : $0.following(at: now)
    }
    try dialogue.consult(kind, about: following)
    let saving = Saving(to: store, dialogue)
    saving.mayGoOn(with: running)
    try saving.goOn(with: held, dialogue, noting: note)
    let (_, ending) = options.hold(dialogue, saving)
    try saving.finish(options, ending)
  }
}
