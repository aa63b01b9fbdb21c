import ArgumentParser
import Patchwise
import PatchwiseDialogue
import PatchwiseReadline
import PatchwiseTranscripts

/// `patchwise chat`: a conversation at the prompt, or through a pipe.
struct ChatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat", abstract: "Start a conversation.",
    discussion: """
      At the prompt, 'help' shows what you can type. Through a pipe, a line is an answer:
        printf 'none\\n34\\n' | patchwise chat fit
      """)

  @Argument(help: "What to talk about; left out, you are asked if there is a choice.")
  var consultation: String?

  @OptionGroup var knowledge: KnowledgeOption

  @Flag(help: "Plain text only, without bold headings.")
  var plain = false

  @Option(
    help: ArgumentHelp("Write the conversation to a new file, as a transcript.", valueName: "file"),
    completion: .file())
  var record: String?

  @Option(
    help: ArgumentHelp(
      "Take this as the present time, such as 2026-03-02 or \"2026-03-02 20:15\".",
      valueName: "date"))
  var at: Moment?

  func run() throws {
    let base = try knowledge.load()
    let now = at ?? SystemClock.now
    let dialogue: Dialogue
    do {
      dialogue = try Dialogue(about: base, consulting: consultation.map { Identifier($0) }, at: now)
    } catch {
      throw ValidationError(error.text)
    }
    let recording = try Recording(record, dialogue, at: now)
    let terminal = makeReadlineTerminal() ?? PlainTerminal(width: Console.width)
    var chat = Chat(dialogue, at: terminal, isDecorated: !plain && Console.canDecorate) {
      awaiting, line, reply, after in
      recording?.take(line, at: awaiting, reply, after)
    }
    _ = chat.run()
    recording?.finish()
    if recording?.hasFailed == true { throw ExitCode.unwritable }
  }
}
