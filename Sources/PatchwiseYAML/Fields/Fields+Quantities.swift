import Patchwise

extension Fields {
  private var quantity: Quantity { Quantity(log: log) }

  /// A whole number.
  func wholeNumber(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(key) else { return nil }
    guard let number = Int(text.string), range.contains(number), text.string.first != "+" else {
      log.report(
        .badNumber,
        "key '\(key)' must be a whole number from \(range.lowerBound) to \(range.upperBound)",
        at: text.location)
      return nil
    }
    return number
  }

  /// A length of time.
  func span(_ key: String) -> TimeSpan? {
    text(key).flatMap(span)
  }

  /// A length of time that must be there.
  func neededSpan(_ key: String) -> TimeSpan? {
    needed(key).flatMap(text).flatMap(span)
  }

  /// A calendar day.
  func day(_ key: String) -> Moment? {
    text(key).flatMap { quantity.day($0) }
  }

  /// A calendar day that must be there.
  func neededDay(_ key: String) -> Moment? {
    needed(key).flatMap(text).flatMap { quantity.day($0) }
  }

  /// Two numbers with `to` between them.
  func numberRange(_ key: String) -> ClosedRange<Double>? {
    guard let (text, low, high) = bounds(key, such: "0 to 120") else { return nil }
    let ends = [low, high].map { words -> Double? in
      guard let first = words.first, let number = quantity.number(first) else { return nil }
      guard words.count > 1 else { return number }
      log.report(
        .badRange, "a range of numbers must have no units",
        at: words[words.startIndex + 1].location,
        help: "give the unit under 'unit'")
      return nil
    }
    return range(text, ends)
  }

  /// Two lengths of time with `to` between them.
  func spanRange(_ key: String) -> ClosedRange<TimeSpan>? {
    guard let (text, low, high) = bounds(key, such: "0 days to 10 years") else { return nil }
    return range(text, [low, high].map { quantity.span($0, at: text.location) })
  }

  private func span(_ text: AuthoredText) -> TimeSpan? {
    quantity.span(Words(text).words[...], at: text.location)
  }

  private typealias Bounds = (
    text: AuthoredText, low: ArraySlice<Words.Word>, high: ArraySlice<Words.Word>
  )

  private func bounds(_ key: String, such example: String) -> Bounds? {
    guard let text = needed(key).flatMap(text) else { return nil }
    let words = Words(text).words
    let parts = words.split(omittingEmptySubsequences: false) { $0.string == "to" }
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      log.report(
        .badRange, "a range must have its lowest and highest value with 'to' between them",
        at: text.location, help: "write it like '\(example)'")
      return nil
    }
    return (text, parts[0], parts[1])
  }

  private func range<Bound: Comparable>(
    _ text: AuthoredText, _ ends: [Bound?]
  ) -> ClosedRange<Bound>? {
    guard let low = ends[0], let high = ends[1] else { return nil }
    guard low <= high else {
      log.report(.badRange, "range '\(text)' ends before it begins", at: text.location)
      return nil
    }
    return low...high
  }
}
