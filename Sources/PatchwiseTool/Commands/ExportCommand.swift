import ArgumentParser
import Patchwise
import PatchwiseDialogue
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
    let number = try store.number(number)
    let saved = try store.read(number)
    if saved.text.isEmpty { throw Store.empty(number, saved) }
    guard redact else {
      // Whoever reads it on the screen is not to have it steered by what was pasted then.
      try Console.write(
        StandardStreams.outputIsTerminal ? saved.text.printable : saved.text)
      try Store.demandUnaltered(saved, number)
      return
    }
    guard let text = saved.redacted(with: try knowledge.load()) else {
      throw FileProblem(
        "Consultation \(number) was held with other knowledge, or an alarm has stopped it; only your own "
          + "words tell of that")
    }
    try Console.write(text)
    try Store.demandUnaltered(saved, number)
  }
}
