import ArgumentParser
import Patchwise
import PatchwiseDialogue
import PatchwiseTranscripts

/// `patchwise show`: what was said in a saved consultation, and what it came to.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the answers of a saved consultation, and what they come to.",
    discussion: "It changes nothing. The knowledge of today decides, whatever it was held with.")

  @Argument(help: "Its number, as 'patchwise list' shows it; left out, the last one.")
  var number: Int?

  @Option(
    help: ArgumentHelp("Take this as the present time, such as 2026-03-02.", valueName: "date"))
  var at: Moment?

  @OptionGroup var store: StoreOption
  @OptionGroup var knowledge: KnowledgeOption

  func run() throws {
    let base = try knowledge.load()
    let store = store.store
    let number = try store.number(number)
    let saved = try store.read(number)
    guard let dialogue = saved.dialogue(with: base) ?? saved.beginAgain(with: base, at: nil)
    else { throw FileProblem("Consultation \(number) is about something else than this knowledge") }
    let course: [Block] =
      FollowedPlan(number, saved, of: base).map { plan in
        plan.ending.map {
          [.paragraph("\"\(plan.name)\" is over: \($0.text(in: base))."), .gap]
        }
          ?? CourseTimeline(plan.course, at: at ?? SystemClock.now)
          .blocks(isDecorated: Console.canDecorate) + [.gap]
      } ?? []
    try Console.show(course + dialogue.account)
    try Store.demandUnaltered(saved, number)
  }
}
