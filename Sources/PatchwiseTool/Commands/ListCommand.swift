import ArgumentParser
import Patchwise
import PatchwiseDialogue
import PatchwiseTranscripts

/// `patchwise list`: the saved consultations.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the saved consultations.",
    discussion: "Each with its number, its day, what it is about, and what it came to.")

  @OptionGroup var store: StoreOption
  @OptionGroup var knowledge: KnowledgeOption

  func run() throws {
    let store = store.store
    let numbers = try store.numbers()
    if numbers.isEmpty { return try Console.tell("Nothing is saved in \(store.path).") }
    let base = try knowledge.load()
    var status: ExitCode?
    for number in numbers {
      let saved: SavedConsultation
      do throws(FileProblem) {
        saved = try store.read(number)
      } catch {
        Console.complain(error.message)
        status = error.status
        continue
      }
      let parts = [saved.began, Self.subject(of: saved, number, in: base)].compactMap(\.self)
      let line =
        "\(number): \(parts.joined(separator: ", ")): \(Self.state(of: saved, number, in: base))"
      try Console.show([.paragraph(line)])
    }
    if let status { throw status }
  }

  /// The plan that is followed in it, or what was talked about.
  private static func subject(
    of saved: SavedConsultation, _ number: Int, in base: KnowledgeBase
  ) -> String {
    if let plan = FollowedPlan(number, saved, of: base) { return "\"\(plan.name)\"" }
    guard let kind = saved.kind else { return "nothing chosen" }
    if let known = base.knowledge.consultations.first(where: { $0.id == kind }) {
      return known.title.string
    }
    // A word that was typed where one is chosen is the name of none.
    return Transcript(saved.text, named: "").isAbout(base) ? "nothing chosen" : kind.name
  }

  private static func state(
    of saved: SavedConsultation, _ number: Int, in base: KnowledgeBase
  ) -> String {
    switch saved.damage {
    case .altered(let line)?: return "not as it was saved, from line \(line) on"
    case .unfinished?, nil: break
    }
    if let ending = FollowedPlan(number, saved, of: base)?.ending {
      return "over: \(ending.text(in: base))"
    }
    if let next = saved.successor { return "goes on as \(next)" }
    let levels = saved.outcome.map { $0.title(in: base) }
    return levels.isEmpty ? "not finished" : levels.joined(separator: ", ")
  }
}
