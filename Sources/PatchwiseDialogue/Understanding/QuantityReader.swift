import Patchwise

/// Reads numbers, lengths of time and days as people write them.
///
/// Nothing is rounded: `less than 2`, `2 or 3` and `a few` are asked for again, because a rule may tell
/// the difference.
enum QuantityReader {
  // MARK: Numbers

  static func number(_ line: String, in range: ClosedRange<Double>, unit: String?) -> AnswerReading
  {
    let quantity = QuantityWords(line)
    if quantity.isDenied { return .refused(.negated) }
    if quantity.isInexact { return .refused(.notExact) }
    let numbers = quantity.numbers
    guard numbers.count == 1 else {
      return .refused(numbers.isEmpty ? .numberMissing : .severalWhereOne)
    }
    let strange = quantity.words.first { isOtherUnit($0, than: unit) }
    if let strange { return .refused(.wrongUnit(strange)) }
    guard range.contains(numbers[0]) else { return .refused(.numberOutOfRange) }
    // "The old one" and "I have one" are not a 1, and "I have 2 cats" is not an age.
    let isPlain = quantity.words.allSatisfy { isSameUnit($0, as: unit) || plainWords.contains($0) }
    let isThing =
      quantity.tokens.contains(.one)
      && !quantity.words.allSatisfy { isSameUnit($0, as: unit) || ["about", "and"].contains($0) }
    return isPlain && !isThing
      ? .certain(.number(numbers[0])) : .probable(.number(numbers[0]))
  }

  /// Whether a line says what its number is of, with a unit that is no time or as an age.
  ///
  /// `2 bar` and `34 years old` do; `3 years` may be how long anything has lasted.
  static func saysOfWhat(_ line: String, unit: String) -> Bool {
    let words = QuantityWords(line).words
    if TimeSpan.Unit(unit) == nil { return words.contains { isSameUnit($0, as: unit) } }
    return words.contains(where: ["old", "aged", "yo"].contains)
      && words.allSatisfy { isSameUnit($0, as: unit) || ageWords.contains($0) }
  }

  private static let ageWords: Set<String> = [
    "i", "im", "am", "old", "aged", "yo", "about", "around", "just", "and", "age", "of",
  ]

  /// Whether a word is a unit that would change the meaning.
  private static func isOtherUnit(_ word: String, than unit: String?) -> Bool {
    if isSameUnit(word, as: unit) { return false }
    if TimeSpan.Unit(word) != nil { return word.count > 1 }
    return otherUnits.contains(word)
  }

  private static func isSameUnit(_ word: String, as unit: String?) -> Bool {
    guard let unit = unit?.lowercased() else { return false }
    if let time = TimeSpan.Unit(unit) { return TimeSpan.Unit(word) == time }
    return word == unit || word == unit + "s" || word + "s" == unit
  }

  /// Words that leave a number what it is.
  private static let plainWords: Set<String> = [
    "about", "around", "roughly", "approximately", "circa", "ca", "just", "only", "exactly", "i",
    "think", "guess", "its", "it", "is", "shows", "says", "reads", "or", "so", "now", "am", "im",
    "ive", "old", "turned", "age", "aged", "my", "of", "the", "well", "hi", "hello",
    "today", "yo", "currently", "years", "have", "he", "she", "hes", "shes", "has", "been", "for",
    "and",
  ]

  /// Units of pressure, warmth, length, weight and space, as far as people type them behind a number.
  private static let otherUnits: Set<String> = [
    "bar", "bars", "mbar", "psi", "pa", "hpa", "kpa", "mpa", "atm", "celsius", "fahrenheit",
    "kelvin", "mm", "cm", "km", "inch", "inches", "feet", "foot", "ft", "mile", "miles", "mg", "kg",
    "gram", "grams", "kilo", "kilos", "lb", "lbs", "pound", "pounds", "oz", "ounce", "ounces", "ml",
    "litre", "litres", "liter", "liters", "gallon", "gallons", "percent",
  ]

  // MARK: Lengths of time

  static func duration(
    _ line: String, in range: ClosedRange<TimeSpan>, now: Moment?
  ) -> AnswerReading {
    if dayName(line) == nil, let span = now.flatMap({ ClockWords.span(line, before: $0) }) {
      return range.contains(span) ? .probable(.duration(span)) : .refused(.numberOutOfRange)
    }
    switch span(line) {
    case .success(let span):
      guard range.contains(span) else { return .refused(.numberOutOfRange) }
      // "In 2 weeks" and "2 weeks from now" are no time that has passed.
      let isPlain = QuantityWords(line).words.allSatisfy { word in
        TimeSpan.Unit(word) != nil || plainTimeWords.contains(word) || plainWords.contains(word)
      }
      return isPlain || dayName(line) != nil
        ? .certain(.duration(span)) : .probable(.duration(span))
    case .failure(let refusal): return .refused(refusal)
    }
  }

  /// Words beside a length of time that leave it what it is.
  private static let plainTimeWords: Set<String> = [
    "ago", "since", "past", "last", "already", "whole", "full", "good", "long", "single", "have",
    "had", "used", "using", "lasted", "started", "began", "back", "there", "them", "half",
  ]

  /// Reads `36h`, `2 weeks`, `a week and 3 days`, `an hour and a half`.
  static func span(_ line: String) -> Result<TimeSpan, AnswerReading.Refusal> {
    if let days = dayName(line) {
      return .success(TimeSpan(seconds: days * TimeSpan.Unit.day.seconds))
    }
    let quantity = QuantityWords(line)
    if quantity.isDenied { return .failure(.negated) }
    // "Twice a week" says how often, not how long.
    if quantity.isInexact || quantity.saysHowOften { return .failure(.notExact) }
    var sum = SpanSum()
    for token in quantity.tokens {
      if let refusal = sum.take(token) { return .failure(refusal) }
    }
    return sum.result
  }

  /// How many days back the day lies that a line names.
  private static func dayName(_ line: String) -> Int? {
    let named = Words(line).list.drop { ["since", "just", "only"].contains($0) }
    return dayNames[named.joined(separator: " ")]
  }

  /// Days that are lengths of time as well, in whole days back.
  private static let dayNames = [
    "today": 0, "this morning": 0, "now": 0, "yesterday": 1, "last night": 1,
    "the day before yesterday": 2, "day before yesterday": 2, "last week": 7, "last month": 30,
    "last year": 365,
  ]

  /// A length of time as it is read, from the largest unit down.
  private struct SpanSum {
    private var seconds: Double?
    private var unit: TimeSpan.Unit?
    private var count: Double?
    /// Whether an article is the count, so that the unit must come next.
    private var isArticle = false
    private var isAfterOr = false

    /// Takes the next number or word.
    ///
    /// - Returns: Why the line can't be read, if it can't.
    mutating func take(_ token: QuantityWords.Token) -> AnswerReading.Refusal? {
      switch token {
      case .number(let number): return begin(number, isArticle: false)
      case .one: return begin(1, isArticle: false)
      case .article: return begin(1, isArticle: true)
      case .plusHalf:
        if let count {
          self.count = count + 0.5
        } else if let unit {
          seconds = (seconds ?? 0) + Double(unit.seconds) / 2
        }
      case .word(let word): return take(word)
      }
      return nil
    }

    private mutating func begin(_ number: Double, isArticle: Bool) -> AnswerReading.Refusal? {
      // "2 or 3 days" has two readings, and so has "2 weeks or 3 days".
      if count != nil && !self.isArticle || isAfterOr { return .severalWhereOne }
      (count, self.isArticle) = (number, isArticle)
      return nil
    }

    private mutating func take(_ word: String) -> AnswerReading.Refusal? {
      guard let next = TimeSpan.Unit(word) else {
        if word == "or", count != nil || seconds != nil { isAfterOr = true }
        if isArticle, !["whole", "full", "good", "long", "single"].contains(word) { count = nil }
        isArticle = isArticle && count != nil
        return nil
      }
      guard let count else { return nil }
      // "A … weeks" leaves out how many.
      if isArticle, word.hasSuffix("s") { return .notExact }
      if let unit, next.seconds >= unit.seconds { return .severalWhereOne }
      seconds = (seconds ?? 0) + count * Double(next.seconds)
      (unit, self.count, isArticle) = (next, nil, false)
      return nil
    }

    var result: Result<TimeSpan, AnswerReading.Refusal> {
      if count != nil && !isArticle { return .failure(.unitMissing) }
      guard let seconds, let span = TimeSpan(seconds / 60, .minute) else {
        return .failure(seconds == nil ? .numberMissing : .numberOutOfRange)
      }
      return .success(span)
    }
  }

  // MARK: Days

  static func date(_ line: String, now: Moment?) -> AnswerReading {
    if let day = Moment(line.trimmingSpaces) { return .certain(.date(day.startOfDay)) }
    let words = Words(line)
    if let now {
      if words.joined == "today" { return .certain(.date(now.startOfDay)) }
      if words.joined == "yesterday" {
        return .certain(.date((now + TimeSpan(seconds: -86_400)).startOfDay))
      }
      if ["day before yesterday", "the day before yesterday", "on the day before yesterday"]
        .contains(words.joined)
      {
        return .certain(.date((now + TimeSpan(seconds: -172_800)).startOfDay))
      }
      if words.list.last == "ago" { return day(span(line), before: now) }
      if let span = ClockWords.span(line, before: now) {
        return day(.success(span), before: now).asDoubtful
      }
    }
    guard let date = namedMonth(words.list, now) else { return .refused(.dateMissing) }
    if QuantityWords(line).isDenied { return .refused(.negated) }
    let isBound = words.list.contains(where: ["before", "after", "until", "till", "by"].contains)
    return isBound ? .refused(.notExact) : .certain(.date(date))
  }

  /// The day so long before a moment; the calendar begins with the year 1.
  private static func day(
    _ span: Result<TimeSpan, AnswerReading.Refusal>, before now: Moment
  ) -> AnswerReading {
    switch span {
    case .failure(let refusal): return .refused(refusal)
    case .success(let span):
      let day = (now + TimeSpan(seconds: -span.seconds)).startOfDay
      let first = Moment(year: 1, month: 1, day: 1)
      return span.seconds < 0 || first.map { day < $0 } ?? false
        ? .refused(.numberOutOfRange) : .certain(.date(day))
    }
  }

  /// `1 March 2026`, `March 1st`; without a year, the last such day that is not in the future.
  private static func namedMonth(_ words: [String], _ now: Moment?) -> Moment? {
    let words = words.filter { !["of", "the"].contains($0) }
    let numbers = words.indices.compactMap { place in
      Int(words[place].prefix(while: \.isNumber)).map { (place: place, number: $0) }
    }
    guard let day = numbers.first(where: { (1...31).contains($0.number) }) else { return nil }
    // The month stands beside the day, so that "it may be 5 weeks" is no day.
    let neighbours = [day.place - 1, day.place + 1].filter(words.indices.contains)
    let named = neighbours.first { !isVerb(at: $0, in: words) && month(words[$0]) != nil }
    guard let month = named.flatMap({ month(words[$0]) }) else { return nil }
    let others = numbers.filter { $0.place != day.place }
    if others.count == 1, others[0].number > 1900 {
      return Moment(year: others[0].number, month: month, day: day.number)
    }
    guard others.isEmpty, let now, let thisYear = Int(now.day.prefix(4)) else { return nil }
    // The 29th of February can be eight years away.
    return (0...8).lazy.compactMap { Moment(year: thisYear - $0, month: month, day: day.number) }
      .first { $0 <= now }
  }

  /// Whether a *may* is no month, as in `I may`.
  private static func isVerb(at place: Int, in words: [String]) -> Bool {
    words[place] == "may" && place > 0
      && ["i", "it", "he", "she", "you", "we", "they", "that", "this"].contains(words[place - 1])
  }

  private static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    if word == "sept" { return 9 }
    return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
