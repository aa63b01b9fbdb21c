import ArgumentParser
import Patchwise
import PatchwiseDialogue
import PatchwiseTranscripts

/// `patchwise resume`: goes on with a saved consultation.
struct ResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Go on with a saved consultation.",
    discussion: """
      With other knowledge than it was held with, or after more than \(Self.daysToHold) days, it \
      begins anew with the answers that still hold, under a new number, and says what has changed.
      """)

  /// How many days answers hold that can change in time.
  static let daysToHold = 30

  @Argument(help: "Its number, as 'patchwise list' shows it; left out, the last one.")
  var number: Int?

  @OptionGroup var options: ChatOptions

  func run() throws {
    let base = try options.knowledge.load()
    let store = options.store.store
    let number = try store.number(number)
    let (file, saved) = try store.openWhole(number)
    if let next = saved.successor {
      throw FileProblem("Consultation \(number) goes on as \(next): 'patchwise resume \(next)'")
    }
    if case .unfinished? = saved.damage {
      try Console.tell(
        "The last line of consultation \(number) was not saved to its end; it is left out.")
    }
    let isOld = Self.isOld(saved, at: options.now)
    let held = saved.edition == base.edition ? saved.dialogue(with: base) : nil
    guard !isOld, var dialogue = held else {
      // Taken over, its answers would count as a look of today.
      if Self.isLook(saved, in: base) {
        throw FileProblem(
          "Consultation \(number) is a look that can't be taken up any more; 'patchwise follow-up \(number)' "
            + "takes the next one")
      }
      return try beginAgain(saved, number, in: file, with: base, isOld: isOld, to: store)
    }
    if FollowedPlan(number, saved, of: base)?.hasEnded == true {
      throw FileProblem(
        "Consultation \(number) is about a plan that is over; 'patchwise chat' begins another one")
    }
    if dialogue.consultation?.isOver == false, Self.isLook(saved, in: base) {
      throw FileProblem(
        "Consultation \(number) is a look that broke off; 'patchwise follow-up \(number)' takes it anew"
      )
    }
    let plans = HeldPlan.all(
      among: try FollowedPlan.all(in: store, of: base), of: base, at: options.now)
    dialogue.followings = plans.compactMap { $0.following(at: options.now) }
    let saving = try Saving(to: store, dialogue, in: file, after: saved)
    saving.mayGoOn(with: plans)
    dialogue.offersPlan = Console.inputIsTerminal && FollowedPlan(number, saved, of: base) == nil
    try options.resume(dialogue, saving)
  }

  /// Whether it is a reading of the plan that was begun in it.
  private static func isLook(_ saved: SavedConsultation, in base: KnowledgeBase) -> Bool {
    saved.course(in: base).map { $0.plan.followUp?.consultation == saved.kind } ?? false
  }

  /// Whether answers that can change in time hold no longer.
  static func isOld(_ saved: SavedConsultation, at now: Moment) -> Bool {
    saved.lastBegan.map { now - $0 > TimeSpan(seconds: daysToHold * 86_400) } ?? false
  }

  private func beginAgain(
    _ saved: SavedConsultation, _ number: Int, in file: SavedFile, with base: KnowledgeBase,
    isOld: Bool, to store: Store
  ) throws {
    guard var dialogue = saved.opening(with: base, at: options.now) else {
      throw FileProblem("Consultation \(number) is about something else than this knowledge")
    }
    let plans = HeldPlan.all(
      among: try FollowedPlan.all(in: store, of: base), of: base, at: options.now)
    let followings = plans.compactMap { $0.following(at: options.now) }
    let offersPlan = Console.inputIsTerminal && FollowedPlan(number, saved, of: base) == nil
    dialogue.followings = followings
    dialogue.offersPlan = offersPlan
    let saving = Saving(to: store, dialogue)
    saving.mayGoOn(with: plans)
    try saving.continues(saved, in: file, of: base)
    if isOld {
      try Console.tell(
        "Consultation \(number) is more than \(Self.daysToHold) days old, so that it begins anew. "
          + "What never changes you will only have to confirm.")
      dialogue.recall(saved.lastingAnswers(with: base))
      let (_, ending) = options.hold(dialogue, saving)
      return try saving.finish(options, ending)
    }
    try Console.tell(
      "The knowledge has changed since consultation \(number) was held, so that it begins anew with its "
        + "answers.")
    dialogue =
      saved.beginAgain(
        with: base, at: options.now,
        didTake: { awaiting, line, reply, after in
          saving.take(line, at: awaiting, reply, after)
        }) ?? dialogue
    dialogue.followings = followings
    dialogue.offersPlan = offersPlan
    try say(saved.outcome, now: dialogue)
    let (_, ending) = options.hold(dialogue, isResumed: true, saving)
    try saving.finish(options, ending)
  }

  /// Says what the recommendation was, where it has become another one.
  private func say(_ before: [Transcript.Expectation], now dialogue: Dialogue) throws {
    guard dialogue.consultation?.isOver == true else { return }
    let now = SavedConsultation.levels(of: dialogue)
    let lost = before.filter { !now.contains($0) }
    if lost.isEmpty {
      if !before.isEmpty { try Console.tell("What it comes to is the same.") }
    } else {
      let names = lost.map { "\($0)" }.joined(separator: ", ")
      try Console.tell("It came to something else then (\(names)). What it comes to now:")
    }
  }
}
