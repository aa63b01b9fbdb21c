import ArgumentParser
import Patchwise
import PatchwiseDialogue
import PatchwiseDocuments
import PatchwiseTranscripts

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

  /// What somebody who comes back has begun; nothing where nothing is to be remembered.
  ///
  /// A store that can't be read keeps nobody from asking.
  private func plans(of base: KnowledgeBase) -> [FollowedPlan] {
    guard !isPrivate, record == nil, isSaved else { return [] }
    do throws(FileProblem) {
      return try FollowedPlan.all(in: options.store.store, of: base)
    } catch {
      Console.complain("What was begun before can't be looked up. \(error.message)")
      return []
    }
  }

  /// What is due, if somebody is there.
  private func due(among running: [FollowedPlan]) throws -> FollowedPlan? {
    guard consultation == nil, saveReport == nil, Console.inputIsTerminal else { return nil }
    try Console.show(running.map { .paragraph($0.text(at: options.now)) })
    return running.first { $0.isDue(at: options.now) }
  }

  /// Asks whether what is due is looked at now; who asks what to look for is told, and asked again.
  ///
  /// - Returns: What was said.
  private func answer(about due: FollowedPlan, of base: KnowledgeBase) throws -> String {
    let question = "Look at it now? Please say yes, or no for something else."
    let dialogue = try begin(with: base, following: [])
    try Console.tell(question)
    while let line = Console.listen() {
      var listening = dialogue
      let mayBeUrgent =
        switch listening.respond(to: line).outcome {
        case .alarmed, .askedBack: true
        default: false
        }
      guard !mayBeUrgent, Dialogue.isQuestion(line) else { return line }
      if let told = dialogue.told(about: line) {
        try Console.show(told)
      } else if let signs = due.course.due(at: options.now)?.reading.lookFor, !signs.isEmpty {
        try Console.show(
          [.paragraph("Look for this:")]
            + signs.map { .item(marker: "-", Phrasing.sentence($0.string)) })
      } else {
        return line
      }
      try Console.say("")
      try Console.tell(question)
    }
    return "no"
  }

  /// Asks whether an alarm came of a plan that was followed then, if somebody is there.
  ///
  /// - Returns: What was said instead of yes or no.
  private func askAboutAlarms(
    _ plans: inout [FollowedPlan], of base: KnowledgeBase
  ) throws -> String? {
    guard saveReport == nil, Console.inputIsTerminal else { return nil }
    let store = options.store.store
    for place in plans.indices {
      while !plans[place].hasEnded, let alarm = plans[place].saved.openAlarm {
        let plan = plans[place]
        try Console.tell(
          "On \(Phrasing.wallClock(alarm)) you told me of something urgent. Did it come of \"\(plan.name)\"? "
            + "Please say yes or no.")
        guard let line = Console.listen() else { return nil }
        let cameOfIt = Dialogue.isYes(line)
        guard cameOfIt || Dialogue.isNo(line) else { return line }
        do throws(FileProblem) {
          try store.mark(plan.number, cameOfIt ? .stopped(at: options.now) : .noAlarm(at: alarm))
        } catch {
          // Somebody who may be in danger is not to be shown out for that.
          Console.remark("That can't be written down now. \(error.message).")
          return nil
        }
        if cameOfIt { try Console.tell("That plan is over.") }
        plans[place] =
          FollowedPlan(plan.number, try store.read(plan.number), of: base) ?? plan
      }
    }
    return nil
  }

  /// Says what was ended in these days, if somebody is there.
  private func sayWhatIsOver(_ plans: [FollowedPlan], in base: KnowledgeBase) throws {
    guard consultation == nil, saveReport == nil, Console.inputIsTerminal else { return }
    let words = plans.compactMap { $0.lastWord(at: options.now, in: base) }
    try Console.show(words.map { .paragraph($0) })
  }

  /// Whether the conversation is saved: at a terminal, or where a folder is named.
  private var isSaved: Bool {
    options.store.path != nil || Store.isNamed || Console.inputIsTerminal
  }

  /// Begins a conversation, which may be about a plan that is being followed.
  private func begin(
    with base: KnowledgeBase, following plans: [HeldPlan]
  ) throws -> Dialogue {
    do {
      var dialogue = try Dialogue(about: base, at: options.now)
      dialogue.followings = plans.compactMap { $0.following(at: options.now) }
      if let consultation { try dialogue.choose(Identifier(consultation)) }
      return dialogue
    } catch {
      throw ValidationError("\(error)")
    }
  }

  func run() throws {
    let base = try options.knowledge.load()
    var plans = plans(of: base)
    var firstLine = try askAboutAlarms(&plans, of: base)
    try sayWhatIsOver(plans, in: base)
    let running = plans.filter { $0.isRunning(at: options.now) }
    if firstLine == nil, let due = try due(among: running) {
      let line = try answer(about: due, of: base)
      if Dialogue.isYes(line) {
        return try FollowUpCommand.take(
          due, among: plans, with: base, in: options.store.store, options)
      }
      // Whoever says something else says it to us, and it may be urgent.
      if !Dialogue.isNo(line) { firstLine = line }
    }
    let held = HeldPlan.all(among: plans, of: base, at: options.now)
    var dialogue = try begin(with: base, following: held)
    for lesson in plans.compactMap({ $0.lesson(with: base) }) { dialogue.learn(lesson) }
    let saving =
      isPrivate || !isSaved ? nil : Saving(to: options.store.store, dialogue)
    saving?.mayGoOn(with: held)
    dialogue.offersPlan = saving != nil && Console.inputIsTerminal
    let reporting = try Reporting(saveReport)
    let recording = try Recording(record, dialogue, at: options.now)
    let (last, ending) = options.hold(dialogue, firstLine: firstLine, saving) {
      awaiting, line, reply, after in
      recording?.take(line, at: awaiting, reply, after)
      reporting?.take(line, reply, after)
    }
    recording?.finish()
    var isUnwritten = recording?.hasFailed == true
    do throws(FileProblem) {
      try reporting?.finish(last)
    } catch {
      Console.complain(error.message)
      isUnwritten = true
    }
    // What belongs behind a plan is written also where a report can't be.
    try saving?.finish(options, ending)
    if isUnwritten { throw ExitCode.unwritable }
  }
}

extension ChatCommand {
  /// Returns the command that arguments without any option stand for; nothing if they have one.
  ///
  /// ArgumentParser would take longer to read them than all else takes until somebody can type: it asks
  /// Swift what types can do, and Swift looks through all that are in the program for each answer.
  static func plain(_ arguments: ArraySlice<String>) -> ChatCommand? {
    guard arguments.count <= 2, (arguments.first ?? "chat") == "chat",
      !arguments.contains(where: { $0.hasPrefix("-") })
    else { return nil }
    var command = ChatCommand()
    command.consultation = arguments.dropFirst().first
    command.options = .none
    command.isPrivate = false
    command.record = nil
    command.saveReport = nil
    // Why they are wrong is ArgumentParser's to say.
    return (try? command.options.store.validate()) == nil ? nil : command
  }
}
