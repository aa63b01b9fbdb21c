import Patchwise

/// Numbers, lengths of time and days as authors write them.
struct Quantity {
  let log: DiagnosticLog

  /// A number with a point, such as `-1.5`; no exponent, no infinity.
  func number(_ word: Words.Word) -> Double? {
    guard let number = Double(written: word.string) else {
      log.report(.badNumber, "'\(word.string)' is not a number", at: word.location)
      return nil
    }
    return number
  }

  /// A number and a unit of time.
  func span(_ words: ArraySlice<Words.Word>, at location: SourceLocation?) -> TimeSpan? {
    guard let first = words.first, let count = number(first) else { return nil }
    guard words.count > 1 else {
      log.report(
        .badUnit, "length of time '\(first.string)' has no unit", at: first.location,
        help: "write '\(first.string) day\(count == 1 ? "" : "s")', or another unit")
      return nil
    }
    let second = words[words.startIndex + 1]
    guard let unit = TimeSpan.Unit(second.string) else {
      let units = TimeSpan.Unit.allCases.map { $0.rawValue + "s" }
      log.report(
        .badUnit, "'\(second.string)' is not a unit of time", at: second.location,
        help: NearestSpelling.of(second.string, among: units).map { "did you mean '\($0)'?" }
          ?? "units are \(units.joined(separator: ", "))")
      return nil
    }
    guard words.count == 2 else {
      log.report(.badUnit, "a length of time must be one number and one unit", at: location)
      return nil
    }
    guard count >= 0, let span = TimeSpan(count, unit) else {
      log.report(
        .badNumber, "a length of time must be from nothing to ten thousand years",
        at: first.location)
      return nil
    }
    return span
  }

  /// A day such as `2026-11-01`.
  func day(_ text: AuthoredText) -> Moment? {
    guard text.string.utf8.count == 10, let moment = Moment(text.string) else {
      log.report(
        .badDate, "'\(text)' is not a day of the calendar", at: text.location,
        help: "write year, month and day, such as '2026-11-01'")
      return nil
    }
    return moment
  }
}
