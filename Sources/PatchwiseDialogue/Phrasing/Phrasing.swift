import Patchwise

/// Every sentence that the program itself says.
///
/// What is said about the subject stands in the knowledge; this is the rest, in one folder so that it can
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
    "You can type \"explain\", \"sources\", \"so far\", \"back\", \"change\", or ask a question. \"start over\" begins anew, \"quit\" ends."
  static let whatElseToAsk =
    "You can also ask \"why not …\", \"what if …\" or \"what would change it\"."
  static let planIsOffered = "To begin that plan, type \"begin\"."
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
    let shown = pieces.prefix(4).map(quoted)
    let more = pieces.count - shown.count
    return "I did not understand \(list(more > 0 ? shown + ["\(more) more"] : shown, "and"))."
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
  static func forgets(_ origin: String, _ known: String, _ answer: String) -> String {
    "From \(quoted(origin)) I know: \(known). Was that never so, and is this right: \(answer)? Please say yes or no."
  }
  static func shared(_ origin: String, _ labels: [String]) -> String {
    "\(quoted(origin)), which did not go well, had this too: \(list(labels, "and")). "
      + "Whether that was why, nobody can tell from it."
  }
  static func isAbout(_ name: String) -> String {
    "Is this about \(quoted(name))? Please say yes or no."
  }
  static func unsureTaken(as option: String) -> String { "not sure, counted as: \(option)" }
  static let unsureTaken = "not sure, so I count on the most careful case"
  static let noneTaken = "none of these"
  static let noKnownName = "none of the names that I know"
  static func didYouMean(_ answer: String) -> String {
    "Did you mean: \(answer)? Please say yes or no."
  }
  static let which = "Which do you mean?"
  static let askAgain = "Then let me ask again."
  static let notUnderstood = "Sorry, I didn't catch that."
  static let tooLong =
    "That is more than I can read at once. Please tell me in fewer words, or paste a shorter part of it."
  static let helpToChoose =
    "That is fine. Tell me in a few words what is on your mind, and I'll say which I think it is. Or take what comes closest: \"start over\" leads back here at any time."

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
  static func isThatNow(_ scale: String, _ level: String) -> String {
    "Is that happening right now, to you or to somebody with you? Please type yes or no. If yes – \(sentence(fact(scale, level)))"
  }
  static let ifThatIsSo = "If it is happening:"
  static func wroteLast(_ line: String) -> String { "The last you wrote was \(quoted(line))." }
  static let toldAtOnce =
    "This comes first. If you like, we can still go on with the questions; \"quit\" ends."
  static let alarmDone = "All right, back to where we were."
  static let endedEarly = "I stopped asking here, because this comes first."
  static func endedByUnsure(_ option: String) -> String {
    "You weren't sure, so to be safe I took that as \(quoted(option)). If you can tell after all, type \"back\"."
  }

  // MARK: Commands

  static let nothingToGoBackTo = "This is the first question; there is nothing to go back to."
  static let wentBack = "One step back."
  static let howToTakeBack =
    "No harm done. Type \"back\" to take the last answer back, or \"change\" to choose which one."
  static let startedOver = "All right, from the beginning."
  static let leftAsItWas = "All right, your answer stays as it was."
  package static let nothingAnswered = "You haven't answered anything yet."
  static let changeWhich = "Which answer would you like to change? Type its number or its name."
  static func changeUnknown(_ name: String, _ known: [String]) -> String {
    "I don't find a question called \"\(name)\" among your answers."
      + (known.isEmpty ? "" : " They are about: \(list(known, "and")).")
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
  package static func sentence(_ text: String) -> String {
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
    var rest = Int(clamping: span.seconds.magnitude)
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
