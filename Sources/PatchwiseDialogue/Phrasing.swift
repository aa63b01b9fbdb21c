package import Patchwise

/// Every sentence that the program itself says.
///
/// What is said about the subject stands in the knowledge; this is the rest, in one place so that it can
/// be read aloud in one go. Nothing here decides anything.
package enum Phrasing {
  // MARK: Headings

  static let because = "Because"
  static let unsure = "What you weren't sure about"
  static let instead = "What to do instead"
  static let general = "Good to know"
  static let soFar = "So far"
  static let steps = "Do this"
  static let readings = "Look at these times"
  package static let stopSigns = "Stop at once if you notice"
  static let sources = "Where this comes from"
  static let commands = "You can type an answer, or one of these"

  // MARK: Asking

  static let known = "This I know already."
  static let knownStays = "That is known from the beginning, and stays as it is."
  static let onceMore = "Some time has passed, so this once more."
  static let welcomeBack = "Welcome back. This is where we were."
  static let chooseConsultation = "What brings you here?"
  static let greeted = "Good that you are here. A number or a few words will do."
  static func firstHint(takesUnsure: Bool) -> String {
    "Answer with a number or in a few words."
      + (takesUnsure ? " \"not sure\" is fine to say." : "")
      + " \"help\" shows what else you can type."
  }
  static func severalHint(_ count: Int) -> String {
    (count < 2 ? "" : "More than one is fine, such as 1, \(min(3, count)). ")
      + "If nothing fits, say \"none\"."
  }
  static func left(_ count: Int) -> String {
    switch count {
    case 0: "This is the last question."
    case 1: "At most one more question after this one."
    default: "At most \(count) more questions after this one."
    }
  }
  static func leftSoFar(_ count: Int) -> String {
    count == 1 ? "One question is left." : "At most \(count) questions are left."
  }
  static let yesNoHint = "Yes or no?"
  static let afterwards =
    "You can type \"explain\", \"sources\", \"so far\", \"change\", or ask a question. \"start over\" begins anew, \"quit\" ends."
  static let whatElseToAsk =
    "You can also ask \"why not …\", \"what if …\" or \"what would change it\"."
  static let anythingElse = "Anything else?"

  static func numberHint(_ range: ClosedRange<Double>, unit: String?) -> String {
    "A number from \(range.lowerBound.plain) to \(range.upperBound.plain)\(unit.map { " (\($0))" } ?? "")."
  }

  static func durationHint(_ range: ClosedRange<TimeSpan>) -> String {
    "A length of time, such as 3 days, 2 weeks or 6 months."
  }

  static let dateHint = "A day, such as 2026-03-01, yesterday or 3 days ago."
  static let textHint = "Type or paste the words, or say \"none\"."
  static let ingredientsHint =
    "Type or paste the list, with commas between the names, or say \"none\"."

  // MARK: Answers

  static func understood(_ answer: String) -> String { "→ \(answer)" }
  static func heard(_ mentions: [String]) -> String {
    "I'll come back to what you said about \(list(mentions, "and"))."
  }
  static func contrary(_ question: String) -> String {
    "What you say about \(question) is not what you said before. If it has to change, type \"change \(question)\"."
  }
  static func strange(_ pieces: [String]) -> String {
    "I did not understand \(list(pieces.map { "\"\($0)\"" }, "and"))."
  }
  static func saidEarlier(_ answer: String, takesSeveral: Bool) -> String {
    takesSeveral
      ? "Earlier you said: \(answer). Is that all of it? Please say yes, or type everything that fits."
      : "Earlier you said: \(answer). Is that right? Please say yes, or choose another answer."
  }
  static func learnt(_ origin: String, _ answer: String, takesSeveral: Bool) -> String {
    "From \(quoted(origin)) I know: \(answer). "
      + (takesSeveral
        ? "Is that all of it? Please say yes, or type everything that fits."
        : "Is that right? Please say yes, or choose another answer.")
  }
  static func shared(_ origin: String, _ labels: [String]) -> String {
    "\(quoted(origin)), which did not go well, had this too: \(list(labels, "and")). "
      + "Whether that was why, nobody can tell from it."
  }
  static func isAbout(_ name: String) -> String {
    "Is this about \(quoted(name))? Please say yes or no."
  }
  static let unsureTaken = "not sure, so I count on the most careful case"
  static let noneTaken = "none of these"
  static let noKnownName = "none of the names that I know"
  static func didYouMean(_ answer: String) -> String {
    "Did you mean: \(answer)? Please say yes or no."
  }
  static let which = "Which do you mean?"
  static let askAgain = "Then let me ask again."
  static let notUnderstood = "Sorry, I didn't catch that."

  static func refusal(_ refusal: AnswerReading.Refusal, for question: Question, example: String)
    -> String
  {
    switch refusal {
    case .notUnderstood: "\(notUnderstood) \(example)"
    case .partNotUnderstood(let parts, _): "\(strange(parts)) \(example)"
    case .negated:
      "I'm not sure what that leaves, and I'd rather not guess. \(example)"
    case .severalWhereOne:
      "That sounds like more than one answer, and I can only take one here. \(example)"
    case .yesWhereWhich: "Which of them is it? \(example)"
    case .numberMissing: "I was looking for a number there. \(example)"
    case .numberOutOfRange: "That is outside what I can work with. \(example)"
    case .notExact: "I need one number there, as close as you can tell. \(example)"
    case .wrongUnit(let unit): "I can't take \"\(unit)\" here. \(example)"
    case .unitMissing: "I need to know of what: days, weeks, months? \(example)"
    case .noSuchNumber(let number): "There is no number \(number) in the list. \(example)"
    case .dateMissing: "I couldn't find a day in that. \(example)"
    case .unsureRefused: "I can't go on without an answer to this one. \(example)"
    case .noneRefused: "One of these should fit, even if only roughly. \(example)"
    case .skipRefused: "I can't leave a question out, but you can say \"not sure\". \(example)"
    }
  }

  static func example(of answers: [String], at place: Int, takesSeveral: Bool) -> String {
    guard answers.indices.contains(place) else { return "" }
    let one = "type \(place + 1) for \"\(answers[place])\""
    return takesSeveral
      ? "If nothing fits, type \"none\". Or \(one)"
        + (answers.count > 1 ? ", or several, such as 1, 2." : ".")
      : "You could \(one)."
  }
  static func understoodAlone(_ answers: [String]) -> String {
    "I understood \(list(answers.map(quoted), "and")). Please type all of it once more, in other words."
  }
  static let offerUnsure = "If you can't tell, just type \"not sure\"."

  // MARK: Alarms and early ends

  static let alarmGoOn =
    "I stopped because of what you typed. If that isn't what is happening, type \"go on\" and we continue."
  static func isThatNow(_ level: String) -> String {
    "Is that happening right now, to you or to somebody with you? If it is: \(level). Please type yes or no."
  }
  static let toldAtOnce =
    "This comes first. If you like, we can still go on with the questions; \"quit\" ends."
  static let alarmDone = "All right, back to where we were."
  static let endedEarly = "I stopped asking here, because this comes first."

  // MARK: The recommendation

  static func plan(_ title: String) -> String { "How: \(title)" }
  static func lasts(_ span: TimeSpan) -> String { "It takes \(span)." }
  static func watch(_ span: TimeSpan) -> String { "Keep watching for \(span) after the last time." }
  static func reading(_ span: TimeSpan, lookingFor signs: [String]) -> String {
    "After \(span): \(signs.map(sentence).joined(separator: " "))"
  }
  static let gap = "I can't say anything about this with what I know."
  static let otherwise = "Nothing you said speaks for a more careful answer."
  static func possible(_ reason: String) -> String {
    "You weren't sure, so it may apply: \(reason)"
  }
  static func possibleAdvice(_ advice: String) -> String { "If it applies to you: \(advice)" }
  static func unsureMatters(_ question: String, _ changes: [String]) -> String {
    changes.isEmpty
      ? "\(question): knowing this might change the answer."
      : "\(question): knowing this could change the answer (\(changes.joined(separator: "; ")))."
  }
  static func unsureChange(_ scale: String, _ level: String) -> String { "\(scale) → \(level)" }
  static func unsureNoMatter(_ questions: [String]) -> String {
    questions.count == 1
      ? "\(questions[0]): knowing this alone would not change the answer."
      : "\(list(questions, "and")): knowing only one of these would not change the answer."
  }
  static func morePossible(_ count: Int) -> String {
    count == 1
      ? "One more reason may apply. \"explain\" shows it."
      : "\(count) more reasons may apply. \"explain\" shows them."
  }

  // MARK: Sources

  static func citation(_ citation: Citation) -> String {
    let source = citation.source
    let who = source.publisher?.string ?? source.title.string
    let parts = [who, source.year.map(String.init), evidence(source.evidence)].compactMap { $0 }
    return parts.joined(separator: ", ")
  }

  static func evidence(_ evidence: Source.Evidence) -> String {
    switch evidence {
    case .regulator: "official body"
    case .guideline: "professional guidance"
    case .review: "review of studies"
    case .trial: "study"
    case .expert: "expert opinion"
    case .personal: "personal or trade page"
    case .editorial: "our own careful choice"
    }
  }

  static func seen(_ seen: Source.Seen) -> String {
    switch seen {
    case .found: "read"
    case .recalled: "from memory, not read again"
    case .rule: "our own choice"
    }
  }

  static let noSources = "Nothing has been said yet that rests on a source."

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
      : "I looked at one and at two other answers at a time, the likeliest of them, not at three or more."
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

  // MARK: Courses

  static func turn(_ state: Course.State, closes: Moment) -> String {
    switch state {
    case .taken: done
    case .late: "\(done), but \(late)"
    case .missed: missed
    case .due: "\(dueNow), until \(wallClock(closes))"
    case .overdue: "\(dueNow), but \(late)"
    case .coming: stillToCome
    }
  }
  static let done = "done"
  static let late = "late"
  static let missed = "missed"
  static let dueNow = "due now"
  static let stillToCome = "still to come"
  static func onDay(_ day: Int, _ moment: Moment) -> String {
    day < 1 ? wallClock(moment) : "Day \(day), \(wallClock(moment))"
  }
  static func youAreHere(_ place: String) -> String { "You are here: \(place)" }
  static func round(_ step: String, every: TimeSpan, last: Moment) -> String {
    "Every \(every) until \(wallClock(last)): \(step)"
  }
  static let watchingEnds = "the watching is over"
  static func legend(_ signs: [(sign: String, meaning: String)]) -> String {
    signs.map { "\($0.sign) \($0.meaning)" }.joined(separator: ", ")
  }

  /// A moment as a person reads it, such as `Thu 26 Nov 20:15`.
  package static func wallClock(_ moment: Moment) -> String {
    let (_, month, day) = moment.date
    return "\(weekdays[moment.weekday]) \(day) \(months[month - 1]) \(moment.description.suffix(5))"
  }
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  // MARK: Commands

  static let nothingToGoBackTo = "This is the first question; there is nothing to go back to."
  static let wentBack = "One step back."
  static let howToTakeBack =
    "No harm done. Type \"back\" to take the last answer back, or \"change\" to choose which one."
  static let startedOver = "All right, from the beginning."
  static let leftAsItWas = "All right, your answer stays as it was."
  package static let nothingAnswered = "You haven't answered anything yet."
  static let changeWhich = "Which answer would you like to change? Type its number or its name."
  static func changeUnknown(_ name: String) -> String {
    "I don't find a question called \"\(name)\" among your answers."
  }
  static func setAside(_ questions: [String]) -> String {
    "No longer needed, so I put it aside: \(list(questions, "and"))."
  }
  static func countsAgain(_ questions: [String]) -> String {
    "Your earlier answer counts again: \(list(questions, "and"))."
  }
  static let noExplanationYet = "There is no recommendation to explain yet. This is how it stands."
  static let goodbye = "Take care of yourself."
  static let unfinished =
    "We didn't finish, so this is not a recommendation yet. This is how it stands:"
  static let noTopic =
    "I don't have an answer to that one. \"help\" shows what you can type."
  static func topicVerdict(_ verdict: Topic.Verdict) -> String {
    switch verdict {
    case .myth: "No, that is a myth."
    case .reality: "Yes, that is so."
    case .open: "Nobody knows for sure yet."
    }
  }
  static let help: [(command: String, meaning: String)] = [
    ("not sure", "when you can't tell; I then count on the most careful case"),
    ("why", "why I ask this"),
    ("back", "take the last answer back"),
    ("change", "change an earlier answer"),
    ("so far", "what you have said, and where it stands"),
    ("explain", "how I come to the answer"),
    ("why not", "why I don't say something else, such as: why not today"),
    ("what if", "how it would be with another answer, such as: what if yes"),
    ("what would change", "the least that would lead to another answer"),
    ("sources", "where it comes from"),
    ("repeat", "say it once more"),
    ("start over", "begin anew, or talk about something else"),
    ("quit", "stop here"),
  ]
  static let helpQuestions = "You can also ask me something, ending with a question mark."
  static let abandoned = "(To leave, type quit.)"

  // MARK: Words

  /// A text with a full stop, unless it ends with a mark of its own.
  private static func sentence(_ text: String) -> String {
    text.last.map { ".!?…".contains($0) } ?? true ? text : text + "."
  }

  static func list(_ parts: [String], _ joint: String) -> String {
    switch parts.count {
    case 0: ""
    case 1: parts[0]
    case 2: "\(parts[0]) \(joint) \(parts[1])"
    default: parts.dropLast().joined(separator: ", ") + " \(joint) \(parts[parts.count - 1])"
    }
  }

  /// A length of time as a person would say it, in two units at most.
  static func text(_ span: TimeSpan) -> String {
    if span.seconds == 0 { return "just now" }
    var rest = abs(span.seconds)
    let units: [TimeSpan.Unit] = [.year, .month, .week, .day, .hour, .minute, .second]
    guard let first = units.first(where: { $0.seconds <= rest }) else { return span.description }
    // Whole days, weeks and months stay as they are: 30 days, not 1 month.
    if span.description.hasSuffix("days") || span.description.hasSuffix("weeks") {
      return span.description
    }
    var parts: [String] = []
    for unit in units where unit.seconds <= first.seconds && parts.count < 2 {
      let count = rest / unit.seconds
      guard count > 0 else { continue }
      parts.append(unit.text(count))
      rest -= count * unit.seconds
    }
    return list(parts, "and")
  }
}
