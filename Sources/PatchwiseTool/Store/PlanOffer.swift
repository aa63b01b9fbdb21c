import Patchwise
import PatchwiseDialogue

/// Offers somebody at a terminal to begin the plan that was recommended, and asks what it takes to do so.
///
/// Whatever else is typed is heard by the conversation, because it may be urgent.
struct PlanOffer {
  private var dialogue: Dialogue
  private let now: Moment
  /// What was said instead with which the conversation goes on, as it may be urgent or begins something else.
  private(set) var saidInstead: String?

  /// Makes the offer at the end of a conversation.
  init(after dialogue: Dialogue, at now: Moment) {
    (self.dialogue, self.now) = (dialogue, now)
  }

  /// What is known of a plan when it begins.
  struct Beginning {
    var began: Moment
    var notes: [String]
  }

  /// Asks for everything.
  ///
  /// - Returns: What was said; nothing if the plan is not to be begun now.
  /// - Throws: `ExitCode` if nothing can be written.
  mutating func ask() throws -> Beginning? {
    try say("Begin that plan now? Then I can say when it is time to look. Please say yes or no.")
    for _ in 0..<3 {
      guard let line = listen(), !line.isEmpty, !Self.isRefusal(line) else { return nil }
      if Dialogue.isYes(line) || dialogue.beginsPlan(line, isOffered: true) {
        return try askForMore()
      }
      if try !hears(line) { return nil }
      try say("And that plan: begin it now? Please say yes or no.")
    }
    return nil
  }

  private mutating func askForMore() throws -> Beginning? {
    try say(
      "What shall I call it? For example the product, its batch, and where you test it. An empty line is fine."
    )
    guard let note = listen(), !Self.isRefusal(note), !isUrgent(note) else { return nil }
    try say(
      "And when was the first step done? For example \"now\", \"2 hours ago\", or \(now). An empty line is now."
    )
    for _ in 0..<3 {
      guard let line = listen(), !Self.isRefusal(line), !isUrgent(line) else { return nil }
      if let began = moment(line) {
        return Beginning(
          began: began, notes: note.isEmpty ? [] : [String(note.prefix(Self.longestName))])
      }
      try say("I was looking for a time there, such as \"now\", \"2 hours ago\", or \(now).")
    }
    return nil
  }

  /// The time that a line tells; nothing if it tells none.
  private func moment(_ line: String) -> Moment? {
    if line.isEmpty || line.lowercased() == "now" { return now }
    let told =
      Moment(line) ?? dialogue.timeSpan(toldBy: line).map { now + TimeSpan(seconds: -$0.seconds) }
    return told.flatMap { Self.canBegin($0, at: now) ? $0 : nil }
  }

  /// Whether a plan can begin at a time: a year is easily mistyped.
  static func canBegin(_ began: Moment, at now: Moment) -> Bool {
    abs((began - now).seconds) <= farthest.seconds
  }

  /// How far away a beginning can be.
  static let farthest = TimeSpan(seconds: 60 * 86_400)
  /// How many characters a name can have; the rest is left out.
  private static let longestName = 200

  /// Whether somebody has thought better of it, can't say yet, or wants to begin it another time.
  private static func isRefusal(_ line: String) -> Bool {
    Dialogue.isNo(line) || Dialogue.isUnsure(line)
      || [
        "quit", "cancel", "exit", "stop", "bye", "leave", "later", "maybe later", "tomorrow",
        "tonight",
        "not yet", "not today", "next week", "another time", "another day",
      ].contains(line.lowercased())
  }

  /// Lets the conversation reply to a line, and returns whether the offer still stands.
  private mutating func hears(_ line: String) throws -> Bool {
    let reply = dialogue.respond(to: line)
    // Whoever begins to talk of something else is not to be led back to a plan.
    guard dialogue.alarm == nil, dialogue.consultation?.isOver == true,
      reply.outcome != .askedBack
    else {
      saidInstead = line
      return false
    }
    try Console.show(reply.blocks)
    return true
  }

  /// Whether a line that should be a name or a time may mean something else, which the conversation hears then.
  private mutating func isUrgent(_ line: String) -> Bool {
    var other = dialogue
    switch other.respond(to: line).outcome {
    case .alarmed, .askedBack: saidInstead = line
    default: break
    }
    return saidInstead != nil
  }

  private func say(_ text: String) throws {
    try Console.say("")
    try Console.show([.paragraph(text)])
  }

  /// A line, without blanks at its ends; nothing when nothing more comes.
  private func listen() -> String? { Console.listen()?.trimmingSpaces }
}
