import ArgumentParser
import Patchwise
import PatchwiseDialogue
import PatchwiseTranscripts

/// What every command that holds a conversation takes.
struct ChatOptions: ParsableArguments {
  @OptionGroup var knowledge: KnowledgeOption
  @OptionGroup var store: StoreOption

  @Flag(help: "Plain text only, without bold headings.")
  var plain = false

  @Option(
    help: ArgumentHelp(
      "Take this as the present time, such as 2026-03-02 or \"2026-03-02 20:15\".",
      valueName: "date"))
  var at: Moment?

  /// The options of somebody who has named none.
  static var none: ChatOptions {
    var knowledge = KnowledgeOption()
    knowledge.path = nil
    var store = StoreOption()
    store.path = nil
    var options = ChatOptions()
    options.knowledge = knowledge
    options.store = store
    options.plain = false
    options.at = nil
    return options
  }

  /// What the clock says.
  var now: Moment { at ?? SystemClock.now }

  /// Holds a conversation to its end.
  ///
  /// - Parameters:
  ///   - dialogue: The conversation.
  ///   - isResumed: Whether it is taken up again.
  ///   - firstLine: What was typed before it began.
  ///   - saving: What saves it.
  ///   - didTake: Called for every line that was typed, before the reply is shown.
  /// - Returns: The conversation as it ended, and how.
  func hold(
    _ dialogue: Dialogue, isResumed: Bool = false, firstLine: String? = nil, _ saving: Saving?,
    didTake: @escaping (Awaiting, String, Reply, Dialogue) -> Void = { _, _, _, _ in }
  ) -> (Dialogue, Chat.Ending) {
    var chat = Chat(
      dialogue, at: Console.terminal, isDecorated: !plain && Console.canDecorate,
      isResumed: isResumed,
      firstLine: firstLine
    ) { awaiting, line, reply, after in
      saving?.take(line, at: awaiting, reply, after)
      didTake(awaiting, line, reply, after)
    }
    let ending = chat.run()
    return (chat.dialogue, ending)
  }

  /// Takes up a conversation again, holds it to its end, and says what comes next.
  ///
  /// - Parameters:
  ///   - dialogue: The conversation, as it stood.
  ///   - firstLine: What was typed already.
  ///   - saving: Where it is saved; nothing if it is not.
  /// - Throws: `ExitCode` if it could not be saved.
  func resume(_ dialogue: Dialogue, firstLine: String? = nil, _ saving: Saving?) throws {
    var dialogue = dialogue
    saving?.resume(at: now)
    dialogue.resume(at: now)
    let (_, ending) = hold(dialogue, isResumed: true, firstLine: firstLine, saving)
    try saving?.finish(self, ending)
  }
}
