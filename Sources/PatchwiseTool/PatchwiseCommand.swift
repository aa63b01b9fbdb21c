import ArgumentParser
import Patchwise

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
      ChatCommand.self, ResumeCommand.self, ListCommand.self, ShowCommand.self, ForgetCommand.self,
      ExportCommand.self, BeginCommand.self, DueCommand.self, FollowUpCommand.self,
      CalendarCommand.self,
      RejudgeCommand.self,
      NewCommand.self, ReplayCommand.self, CheckCommand.self, DiffCommand.self,
      MutateCommand.self,
      GenerateCommand.self, BaselineCommand.self, QuestionsCommand.self,
      DrawCommand.self, DecideCommand.self, ExplainCommand.self, TopicsCommand.self,
      CompileCommand.self,
    ],
    defaultSubcommand: ChatCommand.self)

  /// Runs what the arguments say, and leaves with its status.
  static func main() {
    Console.settle()
    var kind: any ParsableCommand.Type = Self.self
    var status = ExitCode.success
    do {
      var command: any ParsableCommand =
        try ChatCommand.plain(CommandLine.arguments.dropFirst()) ?? parseAsRoot()
      kind = type(of: command)
      try command.run()
    } catch {
      status = Self.status(of: error)
      let text = text(of: error, from: kind)
      if status == .success {
        try? Console.say(text)
      } else if !text.isEmpty {
        Console.complain(text)
      }
    }
    exit(withError: Console.status(after: status))
  }

  /// An error that no command has foreseen is our own fault.
  private static func status(of error: any Error) -> ExitCode {
    if let problem = error as? FileProblem { return problem.status }
    let status = exitCode(for: error)
    return status == .failure && !(error is ExitCode) ? .unforeseen : status
  }

  /// What there is to say of an error, with the usage of the command that it comes from.
  private static func text(of error: any Error, from kind: any ParsableCommand.Type) -> String {
    if let problem = error as? FileProblem { return problem.message }
    let isWrongUse = exitCode(for: error) == .validationFailure
    if isWrongUse, let first = CommandLine.arguments.dropFirst().first,
      let near = command(near: first)
    {
      return text(ofWrongUse: "There is no command '\(first)'. Did you mean '\(near)'?", from: self)
    }
    guard isWrongUse, let error = error as? ValidationError else { return fullMessage(for: error) }
    return text(ofWrongUse: error.message, from: kind)
  }

  private static func text(
    ofWrongUse message: String, from kind: any ParsableCommand.Type
  ) -> String {
    // The name of the root stands before that of each subcommand.
    let name = kind == self ? "" : " \(kind._commandName)"
    return """
      Error: \(message)
      Usage: \(usageString(for: kind))
        See 'patchwise\(name) --help' for more information.
      """
  }

  /// The command that was probably meant, unless there is one of this name.
  private static func command(near word: String) -> String? {
    let names = configuration.subcommands.map { $0._commandName } + ["help"]
    return names.contains(word) ? nil : NearestSpelling.of(word, among: names)
  }
}
