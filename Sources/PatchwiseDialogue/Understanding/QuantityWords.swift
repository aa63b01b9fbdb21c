import Patchwise

/// A line as the numbers and words in it, with what people say for numbers worked out.
///
/// `36h` is a number and a word, `twenty-five` one number, `½` is half of one.
struct QuantityWords {
  enum Token: Hashable {
    case number(Double)
    /// *One*, which may also stand for a thing.
    case one
    /// *A* or *an*, which only counts before a unit.
    case article
    /// *And a half* of what stands before it.
    case plusHalf
    case word(String)
  }

  private(set) var tokens: [Token] = []

  init(_ line: String) {
    let pieces = Self.pieces(of: line)
    var place = 0
    while place < pieces.count {
      let piece = pieces[place]
      place += 1
      switch piece {
      case "a", "an": tokens.append(.article)
      case "one": tokens.append(.one)
      case "half", "quarter", "couple":
        take(piece)
        // "Half of an hour", "a couple of days": what follows is the unit.
        if place < pieces.count, pieces[place] == "of" { place += 1 }
        if place < pieces.count, ["a", "an"].contains(pieces[place]) { place += 1 }
      case "hundred": multiply(by: 100)
      case "thousand": multiply(by: 1_000)
      case "dozen": multiply(by: 12)
      case "fortnight", "fortnights":
        multiply(by: 2)
        tokens.append(.word("weeks"))
      default:
        guard var number = Self.number(piece) else {
          tokens.append(.word(piece))
          continue
        }
        if place < pieces.count, let more = Self.part(after: piece, pieces[place]) {
          number += more
          place += 1
        }
        tokens.append(.number(number))
      }
    }
  }

  /// The numbers, with their halves.
  var numbers: [Double] {
    tokens.reduce(into: []) { numbers, token in
      switch token {
      case .number(let number): numbers.append(number)
      case .one: numbers.append(1)
      case .plusHalf where !numbers.isEmpty: numbers[numbers.count - 1] += 0.5
      case .plusHalf: numbers.append(0.5)
      case .article, .word: break
      }
    }
  }

  /// The words that are not part of a number.
  var words: [String] {
    tokens.compactMap { if case .word(let word) = $0 { word } else { nil } }
  }

  /// Whether the line says that a number is only a bound, or gives none where one could be.
  var isInexact: Bool {
    tokens.indices.contains { place in
      guard case .word(let word) = tokens[place] else { return false }
      if Self.inexactWords.contains(word) || word.contains(where: \.isNumber) { return true }
      // "Minus five hundred" is not a hundred.
      if word.hasPrefix("-") { return true }
      // "Over 3 days", but not "over the last 3 days"; "3+ days", but not "1 week + 3 days".
      if word == "over" { return place + 1 < tokens.count && tokens[place + 1].isNumeric }
      return word == "+" && place > 0 && tokens[place - 1].isNumeric
    }
  }

  /// Whether the line says how often something happens.
  var saysHowOften: Bool { words.contains(where: Self.oftenWords.contains) }

  private static let oftenWords: Set<String> = [
    "twice", "thrice", "times", "every", "each", "per", "daily", "weekly", "monthly",
  ]

  /// Whether a number is denied, as in `not 3 days`.
  var isDenied: Bool {
    tokens.indices.contains { place in
      guard case .word(let word) = tokens[place], Words.denials.contains(word) else { return false }
      let next = tokens[(place + 1)...].first {
        if case .word(let word) = $0 { !Self.denialCarriers.contains(word) } else { true }
      }
      return next?.isNumeric == true
    }
  }

  /// Words that carry a denial on to the number: `it has not been 3 days yet`.
  private static let denialCarriers: Set<String> = [
    "even", "quite", "really", "exactly", "about", "yet", "been", "be", "it", "its", "has", "is",
    "think", "believe", "that", "for", "like", "the",
  ]

  // MARK: Making numbers

  /// Adds a half, a quarter or a couple; the article before it belongs to it.
  private mutating func take(_ piece: String) {
    let isMore = tokens.last == .article && tokens.dropLast().last == .word("and")
    if tokens.last == .article { tokens.removeLast() }
    switch piece {
    case "half" where isMore:
      tokens.removeLast()
      tokens.append(.plusHalf)
    case "half": tokens.append(.number(0.5))
    case "quarter": tokens.append(.number(0.25))
    default: tokens.append(.number(2))
    }
  }

  private mutating func multiply(by factor: Double) {
    let number: Double
    switch tokens.last {
    case .number(let last): number = last
    case .one, .article: number = 1
    default: return tokens.append(.number(factor))
    }
    tokens[tokens.count - 1] = .number(number * factor)
  }

  private static func number(_ piece: String) -> Double? {
    if let part = parts[piece] { return part }
    if let place = small.firstIndex(of: piece) { return Double(place) }
    if let place = tens.firstIndex(of: piece) { return Double(place + 2) * 10 }
    guard piece.contains(where: \.isNumber) else { return nil }
    // The comma of "1,500" may part thousands or decimals.
    let groups = piece.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1, groups[0].count <= 3, !["", "0", "-0"].contains(groups[0]),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    {
      return nil
    }
    return Double(String(piece.map { $0 == "," ? "." : $0 }))
  }

  /// What a piece adds to the number before it: the `five` of `twenty five`, the `½` of `2½`.
  private static func part(after piece: String, _ next: String) -> Double? {
    if let part = parts[next], parts[piece] == nil { return part }
    guard tens.contains(piece) else { return nil }
    if next == "one" { return 1 }
    return small.firstIndex(of: next).flatMap { (2...9).contains($0) ? Double($0) : nil }
  }

  // MARK: Taking a line apart

  /// Numbers in digits, words, and signs that mean something beside a number.
  private static func pieces(of line: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var isNumber = false
    func close() {
      if piece == "0." { piece = "" }
      while let last = piece.last, ".,".contains(last) { piece.removeLast() }
      if !piece.isEmpty, piece != "-" { pieces.append(piece) }
      piece = ""
    }
    var isAfterBlank = true
    for character in line.lowercased() where !Words.apostrophes.contains(character) {
      if character.isASCII && character.isNumber {
        if !isNumber, piece != "-" { close() }
        piece.append(character)
        isNumber = true
      } else if character.isLetter {
        if isNumber || piece == "-" { close() }
        piece.append(character)
        isNumber = false
      } else if ".,".contains(character), isNumber, !piece.isEmpty {
        piece.append(character)
      } else if ".,".contains(character), isAfterBlank, piece.isEmpty {
        // ".5" is half of one.
        piece = "0."
        isNumber = true
      } else {
        close()
        isNumber = false
        if "-−–—".contains(character), isAfterBlank { piece = "-" }
        if parts[String(character)] != nil || "+<>≤≥".contains(character) || character.isNumber {
          pieces.append(String(character))
        }
        if character == "%" { pieces.append("percent") }
      }
      isAfterBlank = character.isWhitespace
    }
    close()
    // "Minus 5" is as far from 5 as "-5" is.
    while let minus = pieces.firstIndex(of: "minus"), minus + 1 < pieces.count {
      pieces[minus + 1] = "-" + pieces[minus + 1]
      pieces.remove(at: minus)
    }
    return pieces
  }

  private static let parts: [String: Double] = ["½": 0.5, "¼": 0.25, "¾": 0.75]

  private static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
  ]

  private static let tens = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  private static let inexactWords: Set<String> = [
    "less", "fewer", "more", "greater", "under", "below", "above", "almost", "nearly", "least",
    "most", "beyond", "longer", "shorter", "between", "few", "several", "many", "quarters",
    "dozens", "hundreds", "thousands", "late", "early", "mid", "s", "but", "except", "minus",
    "negative", "max", "maximum",
    "minimum", "upto", "higher", "lower", "till", "until", "tomorrow", "nd", "rd", "th",
    "<", ">", "≤", "≥",
  ]
}

extension QuantityWords.Token {
  /// Whether it is a number, or an article that may be one.
  fileprivate var isNumeric: Bool {
    switch self {
    case .number, .one, .article: true
    case .plusHalf, .word: false
    }
  }
}
