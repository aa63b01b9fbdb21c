import Patchwise

/// Looks for phrases that mean danger.
///
/// A phrase that stands in a line word for word, and is not denied, means danger at once. Where the line
/// also speaks of the past or of somebody else, or a word of the phrase is one slip of the finger off, it
/// may mean danger, and the person is asked; so they are where a phrase is doubtful by itself.
struct AlarmWatch: Sendable {
  /// An alarm that a line may mean.
  struct Sighting: Hashable, Sendable {
    var alarm: Alarm
    /// Whether nothing speaks against it.
    var isCertain: Bool
  }

  /// All alarms, the gravest first; of equally grave ones the author's first.
  private let alarms: [Alarm]
  /// The phrases of all alarms in that order, each with the place of its alarm.
  private let phrases: [(phrase: Phrase, alarm: Int, isDoubtful: Bool)]
  private let index: PhraseIndex

  init(_ knowledge: KnowledgeBase) {
    let sorted = knowledge.knowledge.alarms.enumerated().sorted { left, right in
      let (graver, other) = (
        left.element.gravity(in: knowledge), right.element.gravity(in: knowledge)
      )
      return graver == other ? left.offset < right.offset : graver > other
    }
    alarms = sorted.map(\.element)
    phrases = alarms.enumerated().flatMap { place, alarm in
      alarm.phrases.map { (Phrase($0), place, false) }
        + alarm.doubtful.map { (Phrase($0), place, true) }
    }
    index = PhraseIndex(phrases.map(\.phrase))
  }

  /// Returns the gravest alarm that a line means, or may mean, but none that was dismissed already.
  ///
  /// - Parameters:
  ///   - line: What was typed.
  ///   - question: What it was typed at. Where a question asks for what never changes, lines tell of the
  ///     past.
  ///   - dismissed: The alarms that the person has said not to mean.
  /// - Returns: The first alarm seen, and whether it is certain; nothing where none is.
  func sighting(
    in line: String, at question: Question? = nil, except dismissed: Set<Identifier<Alarm>> = []
  ) -> Sighting? {
    let words = Words(line)
    // Few phrases can have all their words in the line, and only these are looked for.
    let typed = Set(words.list)
    let (filed, meant) = index.places(among: typed, by: Self.areAlike)
    let all = filed.map { phrases[$0] }.filter { $0.phrase.mayStand(among: meant) }
    let near = all.filter { !dismissed.contains(alarms[$0.alarm].id) }
    guard !near.isEmpty else { return nil }
    func standsWordForWord(_ phrase: Phrase) -> Bool {
      phrase.mayStand(among: typed) && phrase.stands(in: words)
    }
    // What says more decides: "full of gas bottles" is not what "full of gas" means.
    let doubts = all.filter { $0.isDoubtful && standsWordForWord($0.phrase) }.map(\.phrase.words)
    let exact = near.first { near in
      !near.isDoubtful && !doubts.contains(where: near.phrase.words.isSubset)
        && standsWordForWord(near.phrase)
    }
    let alike = near.first { $0.phrase.stands(in: words, by: Self.areAlike) }
    // Of the gravest alarm what stands there word for word is certain, if nothing speaks against it.
    if let exact, exact.alarm <= alike?.alarm ?? .max {
      return Sighting(
        alarm: alarms[exact.alarm], isCertain: !isDoubtful(words, typedAt: question))
    }
    return alike.map { Sighting(alarm: alarms[$0.alarm], isCertain: false) }
  }

  /// Whether something speaks against it that what stands in a line is happening now, to whoever types it.
  private func isDoubtful(_ words: Words, typedAt question: Question?) -> Bool {
    words.speaksOfAnotherTime
      || (question?.changes == .never && !words.speaksOfNow)
      || words.speaksOfSomebodyElse || words.asksInGeneral || words.asksWhen
  }

  /// Whether a line may be about now and about whoever types it; what is over may be a sign, too.
  static func mayBeNowAndMe(_ line: String) -> Bool {
    let words = Words(line)
    return !words.speaksOfAnotherTime
      && !words.list.contains { Words.relatives.contains($0) || Words.others.contains($0) }
  }

  /// Whether a line says to whom something is happening, or that it was a short while ago, and denies nothing.
  ///
  /// Asked whether it is happening now, to them or to somebody with them, that says yes.
  static func saysWhoOrWhen(_ line: String) -> Bool {
    let words = Words(line)
    guard !words.list.contains(where: Words.denials.contains), !words.saysForLong,
      !words.supposes
    else { return false }
    return ["to me", "to my", "to somebody", "to someone", "with me", "its my", "it is my", "my"]
      .contains {
        words.joined == $0 || words.joined.hasPrefix($0 + " ")
      } && words.list.count <= 6 || words.list.contains(where: Words.recent.contains)
  }

  /// Whether a line says that something was long ago, wished for or heard of, and not that it goes on.
  static func isOver(_ line: String) -> Bool { Words(line).isFarAway && !goesOn(line) }

  /// Whether a line says that it is happening, in other words than *yes*.
  static func saysSo(_ line: String) -> Bool {
    let words = Words(line)
    return Words.openings.contains(words.list.first ?? "") || Words.affirmations.contains(words)
  }

  /// Whether a line says that it is not happening, in other words than *no*.
  static func deniesIt(_ line: String) -> Bool { Words.refusals.contains(Words(line)) }

  /// Whether a line says that it is happening after all, as in `actually yes`.
  static func takesBackNo(_ line: String) -> Bool {
    let words = Words(line).list
    let rest = words.drop(while: Words.hesitations.contains)
    return rest.count < words.count
      && AnswerReader.confirmation(by: rest.joined(separator: " ")) == true
  }

  /// Whether a line names a person or a time, so that beside a *no* it may be happening all the same: to somebody
  /// else, or a short while ago.
  static func namesWhoOrWhen(_ line: String) -> Bool {
    let words = Words(line)
    return !words.isFarAway
      && words.list.contains {
        Words.relatives.contains($0) || Words.others.contains($0) || Words.recent.contains($0)
      }
  }

  /// Whether a line says that something goes on, or may.
  static func goesOn(_ line: String) -> Bool {
    Words(line).list.contains(where: Words.continuations.contains)
  }

  /// Words that are so common that they are nobody's slip, though they look like a word of danger.
  private static let commonWords: Set<String> = ["doing", "drying", "dyeing"]

  /// Whether two words are the same, or long ones one slip of the finger apart.
  ///
  /// In a word of four letters the only slip is one of its letters typed twice.
  static func areAlike(_ typed: String, _ word: String) -> Bool {
    if typed == word { return true }
    guard word.utf8.count >= 4, abs(typed.utf8.count - word.utf8.count) <= 1,
      !commonWords.contains(typed)
    else { return false }
    if word.utf8.count == 4 { return typed.utf8.count == 5 && typed.undoubled == word }
    // The first letter is seldom the slip, and "waste" is not "taste".
    return typed.first == word.first && NearestSpelling.areOneSlipApart(typed, word)
  }
}

extension Alarm {
  /// How much it weighs: whether it calls for a level that ends a consultation, and how high a level.
  func gravity(in knowledge: KnowledgeBase) -> Gravity {
    raises.compactMap { raise -> Gravity? in
      guard let scale = knowledge.scale(raise.scale),
        let level = scale.levels.firstIndex(where: { $0.id == raise.level })
      else { return nil }
      return Gravity(
        isEnding: scale.levels[...level].contains(where: \.endsConsultation), level: level)
    }.max() ?? Gravity(isEnding: false, level: -1)
  }

  /// What alarms are compared by.
  struct Gravity: Comparable {
    var isEnding: Bool
    var level: Int

    static func < (left: Gravity, right: Gravity) -> Bool {
      (left.isEnding ? 1 : 0, left.level) < (right.isEnding ? 1 : 0, right.level)
    }
  }
}

extension Words {
  /// Whether something in the line says that it is over for long, comes and goes, is wished or only supposed.
  fileprivate var speaksOfAnotherTime: Bool { saysForLong || supposes }

  /// Whether an *if* says that something is only supposed.
  var supposes: Bool { list.indices.contains { list[$0] == "if" && !isWhether(at: $0) } }

  /// Whether an *if* asks what is so, as in `not sure if`.
  private func isWhether(at place: Int) -> Bool {
    place > 0 && ["sure", "know", "wonder", "wondering", "tell"].contains(list[place - 1])
  }

  /// Whether the line is about somebody else, and nothing says that it is happening now.
  fileprivate var speaksOfSomebodyElse: Bool {
    list.contains { Self.relatives.contains($0) || Self.others.contains($0) } && !speaksOfNow
  }

  /// Whether something in the line says that it is happening now.
  fileprivate var speaksOfNow: Bool { list.contains(where: Self.presentWords.contains) }

  /// Whether the line asks about something without a word of the person's own, as in `is that usual?`.
  fileprivate var asksInGeneral: Bool {
    TopicFinder.beginsAsQuestion(self)
      && !list.indices.contains { place in
        // "Does it help with …" calls for no help.
        let asksForHelp = list[place] == "help" && list[place...].dropFirst().first != "with"
        return asksForHelp || Self.ownWords.contains(list[place])
      }
  }

  /// Whether the line asks when something is to be done, as in `when do I call for help?`.
  fileprivate var asksWhen: Bool { TopicFinder.beginsAsQuestion(self) && list.first == "when" }

  private static let ownWords: Set<String> = [
    "i", "im", "ive", "my", "me", "we", "our", "us",
  ]

  /// Whether something in the line says that it was long ago, wished for or heard of.
  fileprivate var isFarAway: Bool {
    Self.farAwayPhrases.contains { contains($0) }
      || list.contains { Self.longAgoWords.contains($0) || Self.isYear($0) }
  }

  private static func isYear(_ word: String) -> Bool {
    Int(word).map { (1_950...2_100).contains($0) } ?? false
  }

  /// What was long ago.
  private static let longAgoPhrases = [
    "last week", "last month", "last year", "last spring", "last summer", "last autumn",
    "last fall",
    "last winter", "last time", "weeks ago", "week ago", "months ago", "month ago", "years ago",
    "year ago", "ages ago", "long ago", "years back", "as a child", "as a kid", "as a baby",
    "as a teenager", "in the past", "when i was", "used to", "years old", "once had", "had once",
    "i once", "we once", "once i",
  ].map { Words($0) }

  /// What was seen or heard of, or happens to somebody who is no person.
  private static let unrealPhrases = [
    "read about", "read of", "read it", "heard about", "heard of", "i wish", "nobody i know",
    "no one i know", "people i know", "my dog", "the dog", "my cat", "the cat", "the video",
    "a video", "the film", "a film", "a movie", "the movie", "the photo", "a photo",
  ].map { Words($0) }

  private static let farAwayPhrases = longAgoPhrases + unrealPhrases

  /// What comes again and again, is asked in general, wished for or feared, so that it need not be now.
  private static let otherTimePhrases =
    farAwayPhrases
    + [
      "i get", "every time", "when i", "whenever i", "every morning", "every day", "every night",
      "every evening", "every week", "every month", "every year", "is that common",
      "is this common", "is it common", "i want my", "i want to have", "i would like my",
      "id like my", "can it make", "could it make", "does it make", "will it make", "make my",
      "dying to", "dying for", "scared of", "afraid of", "safe when",
    ].map { Words($0) }

  private static let longAgoWords: Set<String> = ["childhood", "previously", "formerly"]

  private static let otherTimeWords = longAgoWords.union([
    "sometimes", "occasionally", "usually", "normally", "always", "ever", "cause", "causes",
  ])

  /// People who are near to one.
  static let relatives: Set<String> = [
    "sister", "brother", "mother", "mum", "mom", "mummy", "father", "dad", "friend", "friends",
    "husband", "wife", "partner", "son", "daughter", "child", "kid", "baby", "aunt", "uncle",
    "cousin", "nan", "gran", "granny", "grandad", "grandma", "grandpa", "grandmother",
    "grandfather", "neighbour", "neighbor", "colleague", "boyfriend", "girlfriend", "flatmate",
  ]

  fileprivate static let others: Set<String> = [
    "somebody", "someone", "people", "others", "she", "he", "her", "his", "him", "they", "their",
  ]

  /// Whether something in the line says that it was long ago, comes and goes, or is wished.
  fileprivate var saysForLong: Bool {
    Self.otherTimePhrases.contains { contains($0) }
      || list.contains { Self.otherTimeWords.contains($0) || Self.isYear($0) }
  }

  /// Words of what was a short while ago.
  fileprivate static let recent: Set<String> = [
    "morning", "today", "tonight", "yesterday", "hour", "hours", "minute", "minutes", "moment",
    "evening", "night",
  ]

  /// Words of something that goes on.
  fileprivate static let continuations: Set<String> = [
    "still", "now", "worse", "growing", "getting", "again", "back", "keeps", "not",
    "isnt", "hasnt", "didnt", "yet", "today", "also",
  ]

  /// Words before another answer than the one that was given.
  fileprivate static let hesitations: Set<String> = [
    "actually", "sorry", "wait", "oh", "hmm", "well", "i", "mean", "meant", "no", "hang", "on",
  ]

  /// Words that begin a *yes*, whatever comes behind them.
  fileprivate static let openings: Set<String> = ["aye", "yeh", "yea", "yess", "omg", "definitely"]

  fileprivate static let affirmations = Set(
    [
      "now", "right now", "it is", "it is happening", "its happening", "happening now", "she is",
      "he is", "they are", "i am", "of course", "sure", "i think so", "possibly", "kind of",
      "a bit", "a little", "afraid so", "its getting worse", "it is getting worse", "her", "him",
      "it happened today", "ambulance is coming", "getting worse", "worse", "it just started",
      "just started", "its getting harder", "probably", "sort of", "ye", "yse", "yh", "think so",
      "help me", "please help", "hurry", "please hurry", "worse now", "its worse now",
      "who do i call", "what do i do",
    ].map { Words($0) })

  fileprivate static let refusals = Set(
    [
      "no it isnt", "no it is not", "no its not", "it isnt", "its not", "not happening",
      "no its not happening", "not now", "not right now", "no not now", "no not right now",
      "no its not right now", "never", "of course not", "no way", "not at all", "lol no", "god no",
      "probably not", "no i dont think so", "i dont think so", "fine", "im fine", "no im fine",
      "all fine", "its ok", "no its ok", "no it is over", "no its over", "it is over", "its over",
      "no im ok", "fine now", "im fine now", "no im fine now", "its fine now", "false alarm",
      "just curious", "it was a joke", "not at the moment", "no sorry", "nah mate",
      "shes fine now", "hes fine now", "jk", "just kidding", "only joking", "just joking",
      "i was joking", "kidding",
    ].map { Words($0) })

  private static let presentWords: Set<String> = [
    "is", "are", "now", "just", "cant", "cannot", "currently", "suddenly", "help", "shes", "hes",
    "theyre", "has", "have", "isnt", "arent", "aint", "wont",
  ]
}
