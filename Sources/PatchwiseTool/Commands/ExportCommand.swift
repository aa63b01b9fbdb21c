import ArgumentParser
import Patchwise
import PatchwiseTranscripts

/// `patchwise export`: a saved consultation as a transcript, to keep or to send.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a saved consultation to standard output, as a transcript.",
    discussion: """
      With --redact what was typed is replaced by the names of the answers, and days are moved to the \
      beginning of their year, so that nothing of it tells who you are. It still replays.
      """)

  @Argument(help: "Its number, as 'patchwise list' shows it; left out, the last one.")
  var number: Int?

  @Flag(help: "Leave out your own words and the days.")
  var redact = false

  @OptionGroup var store: StoreOption
  @OptionGroup var knowledge: KnowledgeOption

  func run() throws {
    let store = store.store
    guard let number = try number ?? store.numbers().last else {
      throw FileProblem("Nothing is saved in \(store.path)")
    }
    let saved = try store.read(number)
    guard redact else { return try Console.write(saved.text) }
    guard let text = saved.redacted(with: try knowledge.load()) else {
      throw FileProblem("Consultation \(number) is about something else than this knowledge")
    }
    try Console.write(text)
  }
}
