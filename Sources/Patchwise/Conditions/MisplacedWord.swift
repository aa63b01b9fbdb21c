/// A word of a condition that cannot stand where it does, and what to write instead.
struct MisplacedWord {
  private let word: String
  private let previous: String
  private let following: [String]

  /// Looks at the word at a place, and at those beside it.
  init(_ words: [Word], at place: Int) {
    word = words[place].text
    previous = place > 0 ? words[place - 1].text : ""
    following = words[(place + 1)...].map(\.text)
  }

  /// The likeliest cure, if there is one.
  var help: String? {
    let small = word.lowercased()
    if let help = otherwiseWritten ?? timeHelp { return help }
    if let capital = [word, previous].first(where: Self.isCapital) {
      return "write '\(capital.lowercased())' in small letters"
    }
    if Self.denials.contains(small) { return "write 'includes none of (\(denied ?? "…"))'" }
    if let meant = Self.otherWords[small] { return "write '\(meant)' instead of '\(word)'" }
    return word.count > 2 ? NearestSpelling.question(about: small, among: Self.relations) : nil
  }

  /// How to write what is understood, and is not written as the language has it.
  var otherwiseWritten: String? {
    decimal ?? [word, previous].lazy.compactMap(Self.lookAlike).first
  }

  /// How to write a word with letters or digits that only look like those of the language.
  private static func lookAlike(_ word: String) -> String? {
    let plain = String(word.map { $0.wholeNumberValue.flatMap { String($0).first } ?? $0 })
    return plain != word && Double(written: plain) != nil
      ? "write '\(plain)' instead of '\(word)'" : NearestSpelling.foreignLetter(in: word)
  }

  /// How to write a number in which a comma stands for the point, or parts the thousands.
  private var decimal: String? {
    guard word == ",", let decimals = following.first,
      let number = Double(written: "\(previous).\(decimals)")
    else { return nil }
    guard decimals.count == 3, let thousands = Double(written: previous + decimals) else {
      return "write '\(number.plain)'"
    }
    return "write '\(thousands.plain)', or '\(number.plain)' if that is meant"
  }

  /// What to write where a unit of time stands alone, or after a number in letters.
  private var timeHelp: String? {
    guard TimeSpan.Unit(word) != nil else { return nil }
    if let number = Self.numbers[previous.lowercased()] { return "write '\(number) \(word)'" }
    return Double(written: previous).map { _ in
      "compare with 'at least', 'at most', 'more than' or 'less than'"
    }
  }

  /// The option behind `does not include`.
  private var denied: String? {
    let options = following.drop { ["not", "include", "includes", "contain"].contains($0) }
    return options.count < following.count ? options.first : nil
  }

  /// Whether a word would be one of the language without its capital letters.
  private static func isCapital(_ word: String) -> Bool {
    word != word.lowercased() && ConditionParser.reservedWords.contains(word.lowercased())
  }

  /// What can follow a name or a test, as far as it is a single word.
  private static let relations = ["and", "or", "is", "includes", "between"]

  private static let denials: Set<String> = ["does", "doesnt", "doesn't", "doesn’t", "excludes"]

  /// Signs and words that mean one of the language.
  private static let otherWords = [
    ">=": "at least", "=>": "at least", "≥": "at least", "<=": "at most", "=<": "at most",
    "≤": "at most", ">": "more than", "<": "less than", "=": "is", "==": "is", "!=": "is not",
    "≠": "is not", "&&": "and", "&": "and", "||": "or", "|": "or",
    "include": "includes", "contains": "includes", "contain": "includes", "has": "includes",
    "isnt": "is not", "isn't": "is not", "isn’t": "is not", "are": "is", "equals": "is",
    "over": "more than", "above": "more than", "under": "less than", "below": "less than",
  ]

  private static let numbers = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
  ]
}
