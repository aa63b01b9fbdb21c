import ArgumentParser
import Patchwise
import PatchwiseDialogue
import PatchwiseTranscripts

/// `patchwise begin`: begins the plan that a saved consultation recommends.
struct BeginCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "begin", abstract: "Begin the plan that a saved consultation recommends.",
    discussion: """
      Say when the first step was done, or will be. From then on 'patchwise due' says when it is time to \
      look, and 'patchwise follow-up' takes the readings. Beginning anew counts from then on.
      """)

  @Argument(
    help: "The number of the consultation, as 'patchwise list' shows it; left out, the last one.")
  var number: Int?

  @Option(
    help: ArgumentHelp(
      "When the first step was done, such as \"2026-03-02 20:15\"; left out, now.",
      valueName: "date"))
  var began: Moment?

  @Option(
    help: ArgumentHelp(
      "What you want to remember, such as the product and where you test it; can be repeated.",
      valueName: "text"))
  var note: [String] = []

  @Flag(help: "Count from the beginning, although looks were taken; they count for nothing then.")
  var anew = false

  @OptionGroup var options: ChatOptions

  func run() throws {
    if let began, !PlanOffer.canBegin(began, at: options.now) {
      throw FileProblem(
        "\(began) is more than \(PlanOffer.farthest) from now, which is \(options.now). Please say when the "
          + "first step was done, such as --began \"\(options.now)\"")
    }
    let base = try options.knowledge.load()
    let store = options.store.store
    try Self.begin(
      try store.number(number), began: began ?? options.now, noting: note, anew: anew,
      showsSteps: true, with: base, in: store, options)
  }

  /// Begins the plan that a saved consultation recommends, and shows it on the calendar.
  static func begin(
    _ number: Int, began: Moment, noting note: [String], anew: Bool = false,
    showsSteps: Bool = false, with base: KnowledgeBase, in store: Store, _ options: ChatOptions
  ) throws {
    let (file, saved) = try store.openWhole(number)
    let followed = FollowedPlan(number, saved, of: base)
    if followed?.hasEnded == true {
      throw FileProblem(
        "The plan of consultation \(number) is over. 'patchwise chat' says whether another one is right"
      )
    }
    if let alarm = saved.openAlarm {
      throw FileProblem(
        followed?.reasonNotToRead(at: options.now)
          ?? "Something urgent was said \(Phrasing.wallClock(alarm)), after that recommendation. Please start "
          + "'patchwise' and talk about it first")
    }
    if saved.edition != base.edition, followed != nil, saved.successor == nil {
      throw FileProblem(
        "The knowledge has changed since. 'patchwise follow-up \(number)' takes one more look first"
      )
    }
    guard saved.edition == base.edition, let dialogue = saved.dialogue(with: base),
      let consultation = dialogue.consultation, consultation.isOver, dialogue.alarm == nil,
      saved.successor == nil
    else {
      throw FileProblem(
        "Consultation \(number) has to come to its end first: 'patchwise resume \(number)'")
    }
    let isOld = ResumeCommand.isOld(saved, at: options.now)
    guard !isOld, let plan = plan(of: saved, consultation, in: base) else {
      throw FileProblem(
        "Consultation \(number) recommends no plan that can be begun\(isOld ? " any more" : "")")
    }
    if !anew, let followed, followed.course.plan.id == plan.id, !followed.course.looks.isEmpty {
      if followed.isDue(at: options.now) {
        throw FileProblem(
          "It is time to look first: 'patchwise follow-up \(number)'. 'patchwise begin \(number) --anew' "
            + "would count from the beginning")
      }
      let count = followed.course.looks.count
      throw FileProblem(
        "Consultation \(number) follows that plan already, with \(count) reading\(count == 1 ? "" : "s"). "
          + "'patchwise begin \(number) --anew' counts from the beginning")
    }
    try file.cut(to: saved.text.utf8.count)
    var writer = saved.writer
    let beginning = SavedConsultation.Beginning(
      plan.id, began: began,
      notes: (note.isEmpty ? saved.beginning?.notes ?? [] : note).filter { !$0.isEmpty })
    try file.append(writer.piece(for: beginning))
    let course = Course(plan, began: beginning.began)
    let isDecorated = !options.plain && Console.canDecorate
    let next =
      "'patchwise follow-up \(number)' takes each reading, 'patchwise calendar \(number)' writes them for a "
      + "calendar."
    try Console.show(
      CourseTimeline(course, at: options.now)
        .blocks(isDecorated: isDecorated, showsSteps: showsSteps)
        + [.gap, .paragraph(next)])
  }

  /// The plan that is recommended, or at a reading the one that is being followed.
  private static func plan(
    of saved: SavedConsultation, _ consultation: Consultation, in base: KnowledgeBase
  ) -> Plan? {
    let recommended = consultation.recommendation?.decisions.lazy.compactMap { $0.level?.plan }
      .first
    let followed = saved.beginning.flatMap { base.plan($0.plan) }
    let isReading = followed?.followUp?.consultation == consultation.kind.id
    let plan = recommended.flatMap(base.plan) ?? (isReading ? followed : nil)
    return plan.flatMap { $0.followUp != nil && !$0.readings.isEmpty ? $0 : nil }
  }
}
