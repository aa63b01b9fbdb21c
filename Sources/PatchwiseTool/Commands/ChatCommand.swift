import ArgumentParser
import Patchwise
import PatchwiseDialogue
import PatchwiseDocuments
import PatchwiseTranscripts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// `patchwise chat`: a conversation at the prompt, or through a pipe.
struct ChatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat", abstract: "Start a conversation.",
    discussion: """
      At the prompt, 'help' shows what you can type. Through a pipe, a line is an answer:
        printf 'none\\n34\\n' | patchwise chat fit

      At a terminal the conversation is saved as it goes, on this machine alone, and 'patchwise \
      resume' takes it up again. Through a pipe it is saved where --store or the variable \
      PATCHWISE_STORE names a folder.
      """)

  @Argument(help: "What to talk about; left out, you are asked if there is a choice.")
  var consultation: String?

  @OptionGroup var options: ChatOptions

  @Flag(name: .customLong("private"), help: "Save nothing at all.")
  var isPrivate = false

  @Option(
    help: ArgumentHelp("Write the conversation to a new file, as a transcript.", valueName: "file"),
    completion: .file())
  var record: String?

  @Option(
    help: ArgumentHelp(
      "Write the recommendation to a new file, to be shown to somebody: FILE.md or FILE.html.",
      valueName: "file"),
    completion: .file(extensions: Report.Form.allCases.map(\.rawValue)))
  var saveReport: String?

  func validate() throws {
    if let saveReport, Reporting.form(of: saveReport) == nil {
      let endings = Report.Form.allCases.map { ".\($0.rawValue)" }.joined(separator: " or ")
      throw ValidationError("A report is written to a file that ends in \(endings).")
    }
  }

  /// What is due in a plan that is being followed, if somebody is there, who is then asked.
  private func due(of base: KnowledgeBase) throws -> RunningCourse? {
    guard consultation == nil, !isPrivate, record == nil, saveReport == nil,
      isatty(STDIN_FILENO) == 1
    else { return nil }
    let running = try RunningCourse.all(in: options.store.store, of: base, at: options.now)
      .filter { !$0.isOver(at: options.now) }
    for course in running { try Console.say(course.text(at: options.now)) }
    guard let due = running.first(where: { $0.course.due(at: options.now) != nil }) else {
      return nil
    }
    try Console.say("Look at it now? Yes, or no for something else.")
    return due
  }

  func run() throws {
    let (base, origin) = try options.knowledge.loadWithOrigin()
    var firstLine: String?
    if let due = try due(of: base) {
      let line = readLine() ?? "no"
      if Dialogue.isYes(line) {
        return try FollowUpCommand.take(
          due, with: base, from: origin, in: options.store.store, options)
      }
      // Whoever says something else says it to us, and it may be urgent.
      if !Dialogue.isNo(line) { firstLine = line }
    }
    let dialogue: Dialogue
    do {
      dialogue = try Dialogue(
        about: base, consulting: consultation.map { Identifier($0) }, at: options.now)
    } catch {
      throw ValidationError(error.text)
    }
    let isSaved = options.store.path != nil || Store.isNamed || isatty(STDIN_FILENO) == 1
    let saving =
      isPrivate || !isSaved ? nil : Saving(to: options.store.store, from: origin, dialogue)
    let reporting = try Reporting(saveReport)
    let recording = try Recording(record, dialogue, at: options.now)
    let last = options.hold(dialogue, firstLine: firstLine, saving) {
      awaiting, line, reply, after in
      recording?.take(line, at: awaiting, reply, after)
      reporting?.take(line, reply, after)
    }
    recording?.finish()
    try reporting?.finish(last)
    try saving?.finish()
    if recording?.hasFailed == true { throw ExitCode.unwritable }
  }
}
