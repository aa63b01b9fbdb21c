import Patchwise

/// Reads numbers, lengths of time and days as people write them.
enum QuantityReader {
  // MARK: Numbers

  static func number(_ line: String, in range: ClosedRange<Double>, unit: String?) -> AnswerReading
  {
    let tokens = tokens(of: line)
    let numbers = tokens.compactMap { if case .number(let number) = $0 { number } else { nil } }
    guard numbers.count == 1 else {
      return .refused(numbers.isEmpty ? .numberMissing : .severalWhereOne)
    }
    // A unit of time that is not the question's would change the meaning.
    for case .word(let word) in tokens {
      guard let given = TimeSpan.Unit(word), word.count > 1 else { continue }
      if unit.flatMap({ TimeSpan.Unit($0) }) != given { return .refused(.wrongUnit(word)) }
    }
    return range.contains(numbers[0]) ? .certain(.number(numbers[0])) : .refused(.numberOutOfRange)
  }

  // MARK: Lengths of time

  static func duration(_ line: String, in range: ClosedRange<TimeSpan>) -> AnswerReading {
    guard let span = span(line) else {
      let hasNumber = tokens(of: line).contains { if case .number = $0 { true } else { false } }
      return .refused(hasNumber ? .unitMissing : .numberMissing)
    }
    return range.contains(span) ? .certain(.duration(span)) : .refused(.numberOutOfRange)
  }

  /// Reads `36h`, `2 weeks`, `a week and 3 days`, `half an hour`.
  static func span(_ line: String) -> TimeSpan? {
    var total: TimeSpan?
    var count: Double?
    for token in tokens(of: line) {
      switch token {
      case .number(let number): count = count == 0.5 && number == 1 ? 0.5 : number
      case .word(let word):
        guard let unit = TimeSpan.Unit(word), let number = count, let span = TimeSpan(number, unit)
        else { continue }
        total = TimeSpan(seconds: (total?.seconds ?? 0) + span.seconds)
        count = nil
      }
    }
    return count == nil ? total : nil
  }

  // MARK: Days

  static func date(_ line: String, now: Moment?) -> AnswerReading {
    let text = line.trimmingSpaces
    if let day = Moment(text) { return .certain(.date(day.startOfDay)) }
    let words = Words(line)
    if let now {
      if words.joined == "today" { return .certain(.date(now.startOfDay)) }
      if words.joined == "yesterday" {
        return .certain(.date((now + TimeSpan(seconds: -86_400)).startOfDay))
      }
      if words.list.last == "ago", let span = span(line) {
        return .certain(.date((now + TimeSpan(seconds: -span.seconds)).startOfDay))
      }
    }
    return namedMonth(words, now).map { .certain(.date($0)) } ?? .refused(.dateMissing)
  }

  /// `1 March 2026`, `March 1st`; without a year, the last such day that is not in the future.
  private static func namedMonth(_ words: Words, _ now: Moment?) -> Moment? {
    guard let month = words.list.lazy.compactMap(month).first else { return nil }
    let numbers = words.list.compactMap { word in
      Int(word.prefix(while: \.isNumber))
    }
    guard let day = numbers.first(where: { $0 <= 31 }) else { return nil }
    if let year = numbers.first(where: { $0 > 1900 }) {
      return Moment(year: year, month: month, day: day)
    }
    guard let now, let thisYear = Int(now.day.prefix(4)),
      let date = Moment(year: thisYear, month: month, day: day)
    else { return nil }
    return date <= now ? date : Moment(year: thisYear - 1, month: month, day: day)
  }

  private static func month(_ word: String) -> Int? {
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    guard word.count >= 3, let place = months.firstIndex(of: String(word.prefix(3))) else {
      return nil
    }
    let full = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october",
      "november", "december",
    ][place]
    return full.hasPrefix(word) || word == "sept" ? place + 1 : nil
  }

  // MARK: Words

  private enum Token {
    case number(Double)
    case word(String)
  }

  /// Numbers and words in order; `36h` is two, and `two` is a number.
  private static func tokens(of line: String) -> [Token] {
    var tokens: [Token] = []
    var part = ""
    func close() {
      guard !part.isEmpty else { return }
      let text = part.replacingComma
      tokens.append(
        Double(text).map(Token.number) ?? numberWord(part).map(Token.number) ?? .word(part))
      part = ""
    }
    for character in line.lowercased() {
      let isNumeric = character.isASCII && character.isNumber
      if isNumeric || character.isLetter {
        if let last = part.last, (last.isNumber || ".,".contains(last)) != isNumeric { close() }
        part.append(character)
      } else if ".,".contains(character), part.last?.isNumber == true {
        part.append(character)
      } else if character == "-", part.isEmpty, tokens.isEmpty {
        part.append(character)
      } else {
        close()
      }
    }
    close()
    return tokens
  }

  private static func numberWord(_ word: String) -> Double? {
    let words = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve",
    ]
    return switch word {
    case "a", "an": 1
    case "half": 0.5
    case "couple": 2
    default: words.firstIndex(of: word).map { Double($0 + 1) }
    }
  }
}

extension String {
  /// A number written with a decimal comma, or with a stop behind it, as Swift reads it.
  fileprivate var replacingComma: String {
    var text = self
    while let last = text.last, ".,".contains(last) { text.removeLast() }
    return String(text.map { $0 == "," ? "." : $0 })
  }
}

extension Moment {
  /// Midnight at the beginning of the same day.
  var startOfDay: Moment {
    Moment(seconds: seconds - ((seconds % 86_400) + 86_400) % 86_400)
  }
}
