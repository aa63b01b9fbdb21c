import Patchwise

// Why it is so, and how it would be otherwise.
extension Phrasing {
  // MARK: Explaining

  static func whyAsk(_ effects: [String]) -> String {
    "Your answer can still decide \(list(effects, "and"))."
  }
  static let whyNothing = "It helps to give you advice that fits."
  static func effect(_ scale: String) -> String { "\"\(scale)\"" }
  static let adviceEffect = "which tips you get"
  static let yourAnswers = "What you told me that counts here:"
  static func notRaised(_ level: String) -> String { "These answers kept it from \"\(level)\":" }
  static func otherwiseRaised(_ reason: String) -> String { "Otherwise: \(reason)" }
  static func moreBlocked(_ count: Int, _ scale: String) -> String {
    (count == 1 ? "One more reason could have counted" : "\(count) more reasons could have counted")
      + " with other answers. \"explain \(scale)\" shows \(count == 1 ? "it" : "them")."
  }
  static func fact(_ question: String, _ answer: String) -> String {
    question.hasSuffix("?") ? "\(question) \(answer)" : "\(question): \(answer)"
  }
  static let notAnswered = "not asked, as it could not change anything"
  static let notAsked = "not asked"
  static let doesNotApply = "does not apply to you"
  static func innerScale(_ scale: String, _ level: String, _ reasons: [String]) -> String {
    "\(scale): \(level)" + (reasons.isEmpty ? "" : " (\(reasons.joined(separator: " ")))")
  }
  static let notSettled = "not settled yet"
  static func atLeast(_ floor: String) -> String { "not settled yet, but at least \"\(floor)\"" }

  static func effect(of answers: String, _ raises: [String]) -> String {
    "If \(answers): \(raises.joined(separator: "; "))"
  }
  static func raised(_ scale: String, _ level: String) -> String {
    "\(scale) → at least \(quoted(level))"
  }
  static func moreEffects(_ count: Int) -> String {
    count == 1
      ? "One more answer would decide something at once."
      : "\(count) more kinds of answers would decide something at once."
  }

  // MARK: Why not something else

  static func whyNot(_ scale: String, _ level: String) -> String {
    "Why not \(quoted(level))? (\(scale))"
  }
  static let isTold = "But that is what I tell you."
  static let isStillOpen = "That is not settled yet. The questions to come can still decide it."
  static func isMoreCautious(_ told: String) -> String {
    "I am more careful here: \(told)."
  }
  static let held = "This keeps it there:"
  static let isNeverTold = "I tell nobody less than that."
  static let alsoNeeded = "Without that, it would also take this, which doesn't hold:"
  static func noneHolds(_ count: Int) -> String {
    count == 1
      ? "Nothing you said calls for it. It would take this:"
      : "Nothing you said calls for it. It would take one of these:"
  }
  static let nothingCallsForIt = "Nothing you said calls for it."
  static let noReasonLeadsThere =
    "Nothing you said calls for it, and no reason that I know leads just there."
  static func elsewhere(_ count: Int) -> String {
    (count == 1 ? "One more reason is" : "\(count) more reasons are")
      + " about things that don't come up in this talk."
  }
  static let inFull = "in full"
  static func moreObstacles(_ count: Int) -> String {
    (count == 1
      ? "One more reason doesn't hold either." : "\(count) more reasons don't hold either.")
      + " Ask again with \"\(inFull)\" at the end to see all."
  }
  static func mayApply(_ reason: String) -> String {
    "It isn't known, so it may apply: \(reason)"
  }
  static func leadFurther(_ count: Int, _ level: String) -> String {
    (count == 1 ? "One more reason leads" : "\(count) more reasons lead")
      + " further, beginning with \(quoted(level)), and "
      + (count == 1 ? "doesn't hold either." : "none of them holds.")
      + " Ask \"why not\" with that level to see \(count == 1 ? "it" : "them")."
  }
  static func tests(_ tests: [String]) -> String { tests.joined(separator: ". ") + "." }
  static func test(_ subject: String, _ wanted: String, _ said: String, _ truth: Truth) -> String {
    let asked = wanted.isEmpty ? subject : "\(subject): \(wanted)"
    let outcome =
      switch truth {
      case .true: "yes"
      case .false: "no"
      case .open: "not known"
      }
    return said.isEmpty ? "\(asked) – \(outcome)" : "\(asked) – \(outcome) (\(said))"
  }
  static func notKnown(_ subjects: [String]) -> String {
    "Not known: \(list(subjects, "and"))"
  }
  /// Some options of which any will do; of many only the first.
  static func either(_ options: [String]) -> String {
    few(options.map(quoted))
  }
  /// Some things of which any will do; of many only the first.
  static func few(_ things: [String]) -> String {
    guard things.count > 4 else { return list(things, "or") }
    return list(things.prefix(3) + ["\(things.count - 3) others"], "or")
  }
  static func you(_ said: String) -> String { "you: \(said)" }
  static func itIs(_ level: String, _ reasons: [String]) -> String {
    reasons.isEmpty ? "it is: \(level)" : "it is: \(level). \(reasons.joined(separator: " "))"
  }
  static let notSure = "not sure"
  static let atEarlierReading = "at an earlier reading"
  static let whyNotWhat =
    "Say which, for example: \"why not\" and one of these, or the beginning of its name."
  static func noSuchLevel(_ name: String) -> String {
    "I don't find \(quoted(name)) among what I decide. You can ask about these:"
  }

  static func levels(_ levels: [String]) -> String {
    levels.map(quoted).joined(separator: ", ")
  }

  // MARK: What if

  static func supposing(_ fact: String) -> String { "What if – \(fact)" }
  static let thatIsYourAnswer = "That is your answer already."
  static let wouldNotApply = "As things stand, that doesn't apply to you, so nothing would change."
  static let wouldEnd = "Then I would stop asking there, because that comes first."
  static let wouldMean = "That alone would already mean:"
  static let wouldSettle = "That would settle it:"
  static let decidesNothingYet =
    "That alone would not decide anything yet. It depends on the other answers too."
  static let wouldAsk = "I would then have more to ask before I can say."
  static let wouldNoLongerBeCertain = "This would no longer be certain:"
  static func now(_ level: String) -> String { "now: \(level)" }
  static func then(_ level: String) -> String { "then: \(level)" }
  static func stays(_ level: String) -> String { "stays: \(level)" }
  static let otherTips = "Some of the tips would be others."
  static let takeIt = "take it"
  static let keepIt = "keep it"
  static let nothingChangedYet =
    "Nothing has changed. If it really is so, type \"\(takeIt)\"; \"\(keepIt)\" leaves everything as it is."
  static let whatIfWhat =
    "Say what, for example: what if yes. For another question, name it too, such as: what if age 30."
  static let whatIfNothing = "There is nothing yet that an answer could change."
  static func whatIfUnknown(_ text: String) -> String {
    "I can't tell which answer \(quoted(text)) would be. Name the question and the answer, as \"so far\" shows them."
  }
  static let stoppedForThat =
    "I stopped asking here, because this comes first. Only that can be explained."

  // MARK: What would change it

  static let wouldBeMilder = "What would make the answer milder"
  static let wouldBeMoreCautious = "What would make it more careful"
  static func origin(_ origin: Alternative.Origin) -> String {
    switch origin {
    case .knowing: "If you find out:"
    case .byChoice: "What you can choose:"
    case .inTime: "What time can change:"
    case .unstated: "Other things:"
    case .never: "What can't change:"
    }
  }
  static let nothingMilder = "Nothing that I know of that you could change, by one or two answers."
  static func moreWays(_ count: Int) -> String {
    count == 1 ? "There is one more way." : "There are \(count) more ways."
  }
  static func cannotChange(_ questions: [String]) -> String {
    "It also rests on what can't be changed: \(list(questions, "and"))."
  }
  static func searched(isComplete: Bool) -> String {
    isComplete
      ? "I looked at one and at two other answers at a time, not at three or more."
      : "I looked at one and at two other answers at a time, but not at all of them, and not at three or more."
  }
  static func atMost(_ scale: String, _ level: String) -> String {
    "\(scale) → at most \(quoted(level)), after a few more questions"
  }
  static func butRaises(_ scale: String, _ level: String) -> String {
    "but \(scale) → \(quoted(level))"
  }
  static func mayRaise(_ scale: String) -> String {
    "but \(quoted(scale)) could then become more careful"
  }
  static func otherAnswers(_ questions: [String]) -> String {
    let shown = questions.prefix(4)
    let more = questions.count - shown.count
    let names = more > 0 ? Array(shown) + ["\(more) more"] : Array(shown)
    return "Another answer to \(list(names, "or")) could. \"what if\" shows one at a time."
  }
  static let noAlternativesYet =
    "There is no recommendation yet that could change. \"why\" says what this question can decide."
  static func quoted(_ text: String) -> String { "\"\(text)\"" }
  static let anyAnswer = "any answer"
  static func from(_ bound: String, isIncluded: Bool) -> String {
    isIncluded ? "at least \(bound)" : "more than \(bound)"
  }
  static func upTo(_ bound: String, isIncluded: Bool) -> String {
    isIncluded ? "at most \(bound)" : "less than \(bound)"
  }
  static func without(_ options: [String]) -> String {
    "without \(list(options.map(quoted), "and"))"
  }
  static func also(_ options: [String]) -> String { "\(list(options.map(quoted), "and")) as well" }
}
