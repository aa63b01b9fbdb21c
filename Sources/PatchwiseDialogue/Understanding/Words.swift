/// A line as the words that it is made of, ready to be compared.
///
/// Upper and lower case, punctuation, kinds of apostrophes and hyphens do not count: `Don't know!` and
/// `dont know` are the same words.
struct Words: Sendable {
  /// The words, in order.
  let list: [String]
  /// What parts each word from the one before; empty where nothing but blanks does.
  private let gaps: [Gap]

  /// What stands before a word.
  fileprivate enum Gap: Sendable {
    case blank
    /// A comma or another break.
    case pause
    /// The end of a sentence.
    case stop
  }

  init(_ text: some StringProtocol) {
    var parting = Parting()
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      // Nearly all there is, and quickly read.
      for letter in text.utf8 { parting.take(letter) }
    } else {
      for character in text.lowercased() { parting.take(character) }
    }
    parting.close()
    (list, gaps) = (parting.list, parting.gaps)
  }

  /// Words that are a *yes* by themselves.
  static let yeses: Set<String> = ["yes", "yeah", "yep", "yup", "yeh", "yea", "aye"]
  /// Words that are a *no* by themselves.
  static let noes: Set<String> = ["no", "nope", "nah", "naw"]

  var isEmpty: Bool { list.isEmpty }
  /// The words with one blank between them.
  var joined: String { list.count == 1 ? list[0] : list.joined(separator: " ") }

  /// The numbers among the words, in digits or letters, in order; *one* is too seldom meant as a number.
  var numbers: [Int] { list.compactMap { Int($0) ?? Self.smallNumbers[$0] } }

  private static let smallNumbers = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
  ]

  /// Whether a comma, full stop or other break stands before a word.
  func isBreak(before place: Int) -> Bool { !gaps.isEmpty && gaps[place] != .blank }

  /// Whether a sentence has ended before a word.
  func isStop(before place: Int) -> Bool { !gaps.isEmpty && gaps[place] == .stop }

  /// Returns where a sequence of words begins, each time it occurs whole.
  ///
  /// A word of the line counts as one of the sequence if the two are the same in some sense.
  func places(of phrase: Words, by areSame: (String, String) -> Bool = { $0 == $1 }) -> [Int] {
    guard !phrase.isEmpty, list.count >= phrase.list.count else { return [] }
    return (0...list.count - phrase.list.count).filter { start in
      list[start..<start + phrase.list.count].elementsEqual(phrase.list, by: areSame)
    }
  }

  /// Whether a sequence of words occurs whole.
  func contains(_ phrase: Words) -> Bool {
    guard !phrase.isEmpty, list.count >= phrase.list.count else { return false }
    return (0...list.count - phrase.list.count).contains { start in
      phrase.list.indices.allSatisfy { list[start + $0] == phrase.list[$0] }
    }
  }

  /// Whether something in the line says *not*, or that it is over.
  var isNegated: Bool { list.contains(where: Self.denials.contains) || saysOver }

  /// Whether something in the line says that it is over, which may stand behind the thing itself.
  var saysOver: Bool {
    list.contains(where: Self.otherNegations.contains) || Self.endings.contains(where: contains)
  }

  /// Whether a word may say by itself that something is over.
  static func isOver(_ word: String) -> Bool {
    otherNegations.contains(word) || endings.contains { $0.list.contains(word) }
  }

  private static let endings = [
    "used to", "any more", "no longer", "all gone", "went away", "gone away", "cleared up",
    "has healed", "have healed", "has faded", "have faded", "faded away",
  ].map { Words($0) }

  /// Whether a *but* or *just* before a place turns a denial before it, as in `not loud, just humming`.
  func isTurned(before place: Int) -> Bool {
    guard let turn = list[..<place].lastIndex(where: ["but", "just", "only"].contains) else {
      return false
    }
    let isDeniedAfter = list[turn..<place].contains(where: Self.denials.contains)
    return turn > 0 && !Self.denials.contains(list[turn - 1]) && !isDeniedAfter
  }

  /// For each word, whether a *but* or *just* before it turns a denial, found in one go through a long line.
  var turns: [Bool] {
    var isTurned = false
    return list.indices.map { place in
      defer {
        if ["but", "just", "only"].contains(list[place]) {
          isTurned = place > 0 && !Self.denials.contains(list[place - 1])
        } else if Self.denials.contains(list[place]) {
          isTurned = false
        }
      }
      return isTurned
    }
  }

  /// Whether words just before a place deny what stands there.
  ///
  /// Only words that carry a denial on may stand between: `I don't think my …` denies it, `I don't feel
  /// well my …` does not. Where it is not plain, nothing is denied, because what is asked for is danger.
  ///
  /// - Parameters:
  ///   - place: The place.
  ///   - saysHowBad: Whether the line compares with how bad it ever was; left out, it is looked through.
  /// - Returns: Whether they do.
  func isDenied(at place: Int, saysHowBad: Bool? = nil) -> Bool {
    var index = place
    for _ in 0..<4 {
      guard index > 0, !isBreak(before: index) else { return false }
      index -= 1
      let word = list[index]
      if Self.denials.contains(word) {
        // "I don't like that my …" denies nothing, and "never had my … this bad" the more affirms it.
        // "Not only hissing" and "not just hissing" say more than that.
        if ["like", "only", "just"].contains(list[index + 1])
          || (word == "never" && saysHowBad ?? self.saysHowBad)
        {
          return false
        }
        guard Self.loneDenials.contains(word) else { return true }
        // "No I smell it" and "I can't the boiler …" deny nothing.
        let next = list[index + 1]
        return index + 1 == place ? !Self.starters.contains(next) : Self.signs.contains(next)
      }
      guard Self.carriers.contains(word) || Self.signs.contains(word) else { return false }
    }
    return false
  }

  /// Whether the line compares with how bad it ever was.
  var saysHowBad: Bool { Self.comparisons.contains(where: contains) }

  private static let comparisons = [
    "this bad", "so bad", "like this", "this badly", "that bad",
  ].map { Words($0) }

  /// The characters that people type as an apostrophe.
  static let apostrophes: Set<Character> = ["'", "’", "‘", "`", "´", "ʼ", "′", "＇", "‛"]

  /// Words that deny what follows them.
  static let denials: Set<String> = [
    "no", "not", "never", "without", "none", "neither", "nor", "nobody", "isnt", "arent", "aint",
    "wasnt",
    "werent", "dont", "doesnt", "didnt", "hasnt", "havent", "hadnt", "wont", "cannot", "cant",
    "couldnt",
  ]

  /// Words that deny something without standing before it.
  private static let otherNegations: Set<String> = [
    "anymore", "stopped", "gone", "nothing", "nowhere", "wouldnt", "shouldnt", "hardly", "barely",
    "free",
  ]

  /// Denials that deny only the very next thing, or the sign of it.
  private static let loneDenials: Set<String> = ["no", "none", "cannot", "cant", "couldnt", "wont"]

  /// What stands between *no* and the thing itself.
  private static let signs: Set<String> = [
    "sign", "signs", "trace", "traces", "hint", "feeling", "more", "real", "longer", "such",
  ]

  /// Words that carry a denial on to what follows them.
  private static let carriers: Set<String> = [
    "think", "believe", "feel", "feels", "have", "having", "had", "has", "get", "getting", "got",
    "notice", "noticing", "any", "a", "an", "the", "my", "that", "like", "of", "really",
  ]

  /// Words that begin a new sentence rather than go on with one.
  private static let starters: Set<String> = [
    "i", "im", "my", "the", "it", "its", "we", "he", "she", "they", "there", "this", "cant",
    "cannot",
  ]
}

/// Takes a line apart, letter by letter.
private struct Parting {
  private(set) var list: [String] = []
  /// Begun with the first gap that is more than a blank.
  private(set) var gaps: [Words.Gap] = []
  /// The word that has begun.
  private var word: [UInt8] = []
  private var gap = Words.Gap.blank
  private var isAfterStop = false

  /// Ends the word that has begun, if one has.
  mutating func close() {
    guard !word.isEmpty else { return }
    if gap != .blank, gaps.isEmpty { gaps = Array(repeating: .blank, count: list.count) }
    if gap != .blank || !gaps.isEmpty { gaps.append(gap) }
    list.append(String(decoding: word, as: UTF8.self))
    word.removeAll(keepingCapacity: true)
    gap = .blank
  }

  /// Takes an ASCII letter, or whatever else is one.
  mutating func take(_ letter: UInt8) {
    switch letter {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      word.append(letter)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(letter | 0x20)
    case UInt8(ascii: " "): close()
    case UInt8(ascii: "'"), UInt8(ascii: "`"): return
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"): part(.pause)
    case UInt8(ascii: "."): endSentence()
    case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"): part(.stop)
    default: close()
    }
    isAfterStop = letter == UInt8(ascii: ".")
  }

  /// Takes a letter of lower case, or whatever else it is.
  mutating func take(_ character: Character) {
    if let letter = character.asciiValue, character.utf8.count == 1 { return take(letter) }
    switch character {
    case let character where Words.apostrophes.contains(character): return
    // A mark that stands on no letter is none, whatever stands before it.
    case let character where character.isMarkAlone: close()
    case let character where character.isLetter || character.isNumber:
      word.append(contentsOf: character.withoutAccent.utf8)
    default: close()
    }
    isAfterStop = false
  }

  private mutating func part(_ next: Words.Gap) {
    close()
    if gap != .stop { gap = next }
  }

  private mutating func endSentence() {
    part(.stop)
    // "The boiler... is hissing" is one sentence.
    if isAfterStop { gap = .blank }
  }
}

extension Character {
  /// Whether it is an accent or the like without a letter to stand on.
  fileprivate var isMarkAlone: Bool {
    switch unicodeScalars.first?.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}

extension Words: Hashable {
  /// Whether both are the same words, with whatever punctuation.
  static func == (left: Words, right: Words) -> Bool { left.list == right.list }
  /// Feeds the words to a hasher.
  func hash(into hasher: inout Hasher) { hasher.combine(list) }
}

extension Character {
  /// The plain Latin letter of one with an accent, such as `e` for `é`; any other as it is.
  ///
  /// The names of the Unicode characters say which letter that is.
  fileprivate var withoutAccent: Character {
    guard let scalar = unicodeScalars.first else { return self }
    if scalar.isASCII, unicodeScalars.count > 1 { return Character(scalar) }
    guard scalar.isLatinWithMark else { return self }
    let name = (scalar.properties.name ?? "").split(separator: " ")
    guard name.count > 4, name[0] == "LATIN", name[4] == "WITH", name[3].count == 1,
      let letter = name[3].lowercased().first
    else { return self }
    return letter
  }
}

extension Unicode.Scalar {
  /// Whether it lies among the Latin letters beyond ASCII.
  fileprivate var isLatinWithMark: Bool { (0xC0...0x24F).contains(value) }
}

extension String {
  /// The text with each letter once where it stands several times in a row.
  var undoubled: String {
    reduce(into: "") { if $0.last != $1 { $0.append($1) } }
  }
}
