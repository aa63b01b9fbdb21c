import ArgumentParser

/// The command `patchwise`.
@main
struct PatchwiseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patchwise",
    abstract: "Talk about what suits you, and get an answer with its reasons.",
    discussion: """
      Without a subcommand it starts a conversation, as 'patchwise chat' does. Nothing you type leaves \
      this machine. It informs; it does not diagnose.
      """,
    version: "0.1.0",
    subcommands: [
      ChatCommand.self, ReplayCommand.self, CheckCommand.self, DecideCommand.self,
      ExplainCommand.self,
      TopicsCommand.self,
    ],
    defaultSubcommand: ChatCommand.self)
}
