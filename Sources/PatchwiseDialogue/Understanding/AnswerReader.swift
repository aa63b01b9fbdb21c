import Patchwise

/// Reads what a person typed as the answer to a question.
///
/// An answer may be an option's number, its name, its label, one of its other names, the start of any of
/// them if only one fits, or close to one. A line that denies something is never read as the thing
/// itself, and an option marked as a warning is only taken when it was named exactly or is confirmed.
struct AnswerReader: Sendable {
  let vocabulary: Vocabulary
  /// What the person's clock says, for days such as *yesterday*.
  let now: Moment?

  var knowledge: KnowledgeBase { vocabulary.knowledge }

  /// Returns what a line means when nothing in it has to be guessed.
  ///
  /// - Returns: Nothing if the line has to be read loosely.
  func exactReading(of line: String, for question: Question) -> AnswerReading? {
    let words = Words(line)
    if words.isEmpty { return .refused(.notUnderstood) }
    if Self.isUnsure(words) {
      return question.unsure == .refused ? .refused(.unsureRefused) : .certain(.unsure)
    }
    let known = vocabulary.words(of: question)
    if ["skip", "pass", "next"].contains(words.joined), !known.options.isName(line) {
      return .refused(question.unsure == .refused ? .unsureRefused : .skipRefused)
    }
    if !known.noneWords.isEmpty {
      let parts = OptionReader.parts(of: line).map { Words($0) }
      if known.noneWords.contains(words)
        || !parts.isEmpty && parts.allSatisfy(known.noneWords.contains)
      {
        return .certain(.options([]))
      }
    }
    // "Have you ever …?" – "Never."
    if case .any = question.domain, known.asksWhetherEver, Self.saysNever(words),
      !known.options.isName(line)
    {
      return .certain(.options([]))
    }
    let reading: AnswerReading
    switch question.domain {
    case .one, .yesNo, .any: return known.options.exactReading(of: line)
    case .number(let range, let unit):
      reading = QuantityReader.number(line, in: range, unit: unit?.string)
    case .duration(let range): reading = QuantityReader.duration(line, in: range, now: now)
    case .date: reading = QuantityReader.date(line, now: now)
    case .ingredients(let lexicons):
      let reader = known.ingredients ?? IngredientReader(knowledge, lexicons)
      reading = reader.exactReading(of: line)
    }
    // "I don't know, maybe 3" is not yet a 3.
    let isDoubtful = Self.unsureWords.contains { $0.list.count > 1 && words.contains($0) }
    return isDoubtful ? reading.asDoubtful : reading
  }

  /// Returns what a line means when single words in it, and slips of the finger, may count.
  func looseReading(of line: String, for question: Question) -> AnswerReading {
    let reading: AnswerReading =
      switch question.domain {
      case .one, .yesNo, .any: options(of: question).looseReading(of: line)
      default: .refused(.notUnderstood)
      }
    guard case .refused = reading, Self.beginsUnsure(Words(line)) else { return reading }
    return question.unsure == .refused ? .refused(.unsureRefused) : .certain(.unsure)
  }

  /// Whether no option is named in a line, so that something else may be meant.
  func namesNothing(_ line: String, for question: Question) -> Bool {
    let reading: AnswerReading =
      switch question.domain {
      case .one, .yesNo, .any: options(of: question).namedReading(of: line)
      default: .refused(.notUnderstood)
      }
    if case .refused = reading { return true }
    return false
  }

  /// Returns the answer that words tell at a question, if none of them is left over.
  func answer(toldBy words: Words, to question: Question) -> Answer? {
    let options = options(of: question)
    let told = options.places(toldBy: words)
    guard !told.isEmpty, options.isTelling(words) else { return nil }
    guard question.domain.takesSeveral else {
      return told.count == 1 ? .option(options.options[told[0]].id) : nil
    }
    return .options(told.sorted().map { options.options[$0].id })
  }

  /// Returns the options that are named or numbered anywhere in a line, as an answer; nothing for none.
  func options(namedIn line: String, for question: Question) -> Answer? {
    switch question.domain {
    case .one, .any: options(of: question).namedAnywhere(line)
    default: nil
    }
  }

  /// Whether a line is the whole name of an option, and so not a command that looks like it.
  func isName(_ line: String, for question: Question) -> Bool {
    switch question.domain {
    case .one, .yesNo, .any: options(of: question).isName(line)
    default: false
    }
  }

  /// What reads the options of a question.
  func options(of question: Question) -> OptionReader { vocabulary.words(of: question).options }

  /// Returns what a line says to a plain yes or no.
  static func yesOrNo(_ line: String) -> Bool? {
    let said = Words(line).joined
    return assents.contains(said) ? true : denials.contains(said) ? false : nil
  }

  private static let assents = Words.yeses.union([
    "y", "yes please", "correct", "right", "exactly", "yes i do", "yes i did", "i do",
    "that is right", "thats right", "ok",
  ])

  private static let denials = Words.noes.union([
    "n", "wrong", "no thanks", "not that", "no i dont", "no i didnt", "i dont", "not really",
    "not now", "no not now", "not any more", "no not any more", "not anymore", "no not anymore",
    "no longer",
  ])

  /// Returns what the first word of a line says to a plain yes or no, whatever comes behind a comma.
  ///
  /// `No, that was last year` says no; `no it is` may mean anything.
  static func leadingYesOrNo(_ line: String) -> Bool? {
    if let whole = yesOrNo(line) { return whole }
    let words = Words(line)
    guard words.list.count > 1, words.isBreak(before: 1) else { return nil }
    let rest = words.list.dropFirst()
    guard !rest.contains(where: ["but", "yes", "no", "except", "maybe"].contains) else {
      return nil
    }
    return yesOrNo(words.list[0])
  }

  /// Returns what a line says to a question that only asks whether something is meant.
  ///
  /// There a *yes* or *no* may have more beside it: `yes it is`, `no dear`. What takes it back, as in `yes but`
  /// and `yes, no`, is neither.
  static func confirmation(by line: String) -> Bool? {
    if let whole = yesOrNo(line) { return whole }
    let words = Words(line).list
    guard let first = words.first, words.count > 1 else { return nil }
    let rest = words.dropFirst()
    guard !rest.contains(where: turns.contains) else { return nil }
    if first == "y" || Words.yeses.contains(first) {
      return rest.contains(where: Words.denials.contains) ? nil : true
    }
    return Words.noes.contains(first) && rest.allSatisfy(afterNo.contains) ? false : nil
  }

  /// Whether a line says *yes*, and nothing beside it that may mean more.
  static func isPlainYes(_ line: String) -> Bool {
    confirmation(by: line) == true
      && Words(line).list.dropFirst().allSatisfy { afterNo.contains($0) || afterYes.contains($0) }
  }

  /// Words that say a *yes* again, or add nothing to it.
  private static let afterYes: Set<String> = [
    "ok", "okay", "sure", "please", "do", "lets", "let", "us", "go", "now", "begin", "right",
    "fine",
    "of", "course",
  ]

  /// Words that take a *yes* or *no* back, or put it off.
  private static let turns: Set<String> = [
    "but", "except", "if", "maybe", "yes", "yeah", "although", "though", "however", "sometimes",
    "only", "when",
  ]

  /// Words that say a *no* again, or add nothing to it.
  private static let afterNo: Set<String> = [
    "no", "dear", "it", "isnt", "is", "not", "thats", "that", "wrong", "thanks", "thank", "you",
    "sorry", "i", "dont", "think", "so", "didnt", "mean", "really", "love", "at", "all",
  ]

  /// Whether a line says no more than that the person can't tell.
  static func isUnsure(_ line: String) -> Bool { isUnsure(Words(line)) }

  private static func isUnsure(_ words: Words) -> Bool {
    if unsurePhrases.contains(words.joined) { return true }
    let rest = words.list.filter { !politeWords.contains($0) }
    return rest.count < words.list.count && unsurePhrases.contains(rest.joined(separator: " "))
  }

  /// Whether a line begins with *not sure* or the like, and what follows is only said beside it.
  private static func beginsUnsure(_ words: Words) -> Bool {
    unsureWords.contains { phrase in
      let count = phrase.list.count
      return words.list.count > count && words.isBreak(before: count)
        && words.list.starts(with: phrase.list)
    }
  }

  /// Words that add nothing to *I don't know*.
  private static let politeWords: Set<String> = [
    "sorry", "honestly", "really", "tbh", "hm", "hmm", "well", "oh", "im", "afraid", "uh", "um",
  ]

  /// Whether words say that something never was.
  private static func saysNever(_ words: Words) -> Bool {
    ["never", "no never", "never ever", "not once"].contains(words.joined)
      || ["of these", "of those", "of them", "of that", "of it", "of this"].contains {
        words.joined == "never had any \($0)" || words.joined == "never any \($0)"
      } || words.joined == "never had any"
  }

  private static let unsurePhrases: Set<String> = [
    "not sure", "unsure", "im not sure", "i am not sure", "not really sure", "dont know",
    "i dont know", "dunno",
    "i dunno", "no idea", "idk", "not certain", "cant say", "cant tell", "i cant tell",
    "hard to say",
    "no clue", "do not know", "i do not know", "maybe", "perhaps", "cant remember",
    "i cant remember", "dont remember", "i dont remember", "i forget", "no idea at all",
    "not shure", "im not shure", "i am not shure", "dont no", "i dont no", "donno", "dont now",
    "not sure about that", "couldnt say", "i couldnt say", "couldnt tell you", "who knows",
  ]

  private static let unsureWords = unsurePhrases.map { Words($0) }

  /// Whether a line says that nothing fits, in plain words alone.
  ///
  /// It may be one of the usual phrases, or a *no* or *nothing* with more behind it that adds nothing:
  /// `no, I'm fine`, `nothing at the moment`. `No, I'm not well` and `no, I have it` are none of them.
  static func saysNone(_ line: String) -> Bool {
    let words = Words(line)
    return nonePhrases.contains(words.joined) || PlainNone.matches(words.list)
  }

  private static let nonePhrases = Words.noes.union([
    "none", "none of them", "none of those", "none of these", "none of the above", "no none",
    "nothing", "neither", "none really", "nothing really", "not any", "no nothing",
    "none at all",
    "nothing at all", "none apply", "nothing like that", "none of that", "none thanks", "no thanks",
    "n", "not that i know of", "not that i know", "none that i know of", "not that im aware of",
    "no problems", "no problem", "no issues", "im fine", "i am fine", "im ok", "im okay", "im well",
    "none i think", "i think none", "none i guess", "none i believe", "none i hope",
    "none as far as i know",
    "i feel fine", "all fine", "all good", "everything is fine", "everything fine",
  ])

  /// What people say when they want nothing more.
  static func isFarewell(_ line: String) -> Bool {
    var words = Words(line).list
    // Whoever is thanked kindly is no less thanked.
    if words.count > 1, let last = words.last, endearments.contains(last) { words.removeLast() }
    return saysNone(line) || farewells.contains(words.joined(separator: " "))
  }

  private static let endearments: Set<String> = [
    "dear", "love", "darling", "mate", "very", "much", "lots", "kindly", "then", "bye", "friend",
  ]

  private static let farewells: Set<String> = [
    "thanks", "thank you", "thanks bye", "many thanks", "thank you very", "thanks very",
    "thats all", "that is all", "thats it", "no thats all",
    "no thats it",
    "no thank you", "ok", "ok thanks", "ok thank you", "im done", "done", "cheers", "all good",
  ]

  /// Yes and no, with the words people use for them.
  static let yesAndNo = [
    Question.Option(
      id: "yes", label: "Yes",
      also: [
        "y", "yeah", "yep", "yup", "yeh", "yea", "aye", "ja", "of course", "i do", "i am", "i have",
        "i did", "it is",
        "it does", "correct", "true", "sure", "definitely", "yes please",
      ]),
    Question.Option(
      id: "no", label: "No",
      also: [
        "n", "nope", "nah", "naw", "never", "i dont", "im not", "i am not", "i havent", "i didnt",
        "it isnt", "it doesnt", "not really", "not at all", "not now", "none", "false", "no thanks",
        "do not", "i do not", "i have not", "no i dont", "no im not", "no i havent", "not yet",
        "not any more", "not anymore", "no longer",
      ]),
  ]
}
