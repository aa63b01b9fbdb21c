// How to write what an author meant by a test that does not fit what it tests.
extension ConditionResolver {
  /// A question or definition that holds or doesn't.
  func plainTest(_ test: TestSyntax) -> String {
    let (yes, no) = (test.subject, "not \(test.subject)")
    switch (test.relation.values.map(\.text), test.relation.isNegated) {
    case (["yes"], false), (["no"], true): return "write '\(yes)'"
    case (["no"], false), (["yes"], true): return "write '\(no)'"
    default: return "write '\(yes)' or '\(no)'"
    }
  }

  /// A test for one answer, or for the level of a scale.
  func choice(_ test: TestSyntax, _ known: [String]) -> String {
    "write '\(test.subject) is \(test.relation.isNegated ? "not " : "")\(meant(by: test, known))'"
  }

  /// A test for one of several answers.
  func inclusion(_ test: TestSyntax, _ known: [String]) -> String {
    guard test.relation.isNegated else {
      return "write '\(test.subject) includes \(meant(by: test, known))'"
    }
    let values = valuesMeant(by: test, known)
    let list = (values.isEmpty ? [known.first ?? "VALUE"] : values).joined(separator: ", ")
    return "write '\(test.subject) includes none of (\(list))'"
  }

  /// A test for the level of a scale, which can be compared as well.
  func level(_ test: TestSyntax, _ known: [String]) -> String {
    guard valuesMeant(by: test, known).isEmpty else { return choice(test, known) }
    let last = known.last ?? "LEVEL"
    return "write '\(test.subject) is \(last)' or '\(test.subject) at least \(last)'"
  }

  /// A comparison with a number.
  func comparison(_ test: TestSyntax, with range: ClosedRange<Double>) -> String {
    switch test.relation {
    case .isAny(let words, let negated):
      guard words.count == 1, Double(written: words[0].text) != nil else { break }
      let number = words[0].text
      return "write '\(negated ? "not " : "")\(test.subject) between \(number) and \(number)'"
    case .passed(let comparison, let quantity):
      guard quantity.unit == nil else { break }
      return "write '\(test.subject) \(comparison.rawValue) \(quantity.value.text)'"
    default: break
    }
    let middle = ((range.lowerBound + range.upperBound) / 2).rounded()
    let example = range.contains(middle) ? middle : range.upperBound
    return "write '\(test.subject) at least \(example.plain)'"
  }

  /// A comparison with a length of time.
  func comparison(_ test: TestSyntax, with range: ClosedRange<TimeSpan>) -> String {
    guard case .passed(let comparison, let quantity) = test.relation, let unit = quantity.unit
    else { return "write '\(test.subject) at least \(range.upperBound)'" }
    return "write '\(test.subject) \(comparison.rawValue) \(quantity.value.text) \(unit.text)'"
  }

  /// A test for the time that has passed since a day.
  func timePassed(_ test: TestSyntax) -> String {
    guard case .compares(let comparison, let quantity) = test.relation, let unit = quantity.unit
    else { return "write '\(test.subject) less than 14 days ago'" }
    let isLess = [.lessThan, .atMost].contains(comparison)
    return
      "write '\(test.subject) \(isLess ? "less" : "more") than \(quantity.value.text) \(unit.text) ago'"
  }

  /// A test beside one that nothing can meet.
  func mildest(_ test: TestSyntax) -> String? {
    switch test.relation {
    case .compares(let comparison, let quantity):
      let unit = quantity.unit.map { " \($0.text)" } ?? ""
      let isNumber = Double(written: quantity.value.text) != nil
      let word = isNumber ? (comparison == .moreThan ? "at least" : "at most") : "is"
      return "write '\(test.subject) \(word) \(quantity.value.text)\(unit)'"
    case .between(let low, let high):
      return "write '\(test.subject) between \(high.value.text) and \(low.value.text)'"
    default: return nil
    }
  }

  /// What the author tested for, if that is known, or else the first that is.
  private func meant(by test: TestSyntax, _ known: [String]) -> String {
    let values = valuesMeant(by: test, known)
    if values.count > 1 { return "any of (\(values.joined(separator: ", ")))" }
    return values.first ?? known.first ?? "VALUE"
  }

  private func valuesMeant(by test: TestSyntax, _ known: [String]) -> [String] {
    test.relation.values.map(\.text).filter(known.contains)
  }
}

extension TestSyntax {
  /// What is tested, as it is written.
  var subject: String {
    reading == .current ? name.text : "\(reading.rawValue) \(name.text)"
  }
}

extension RelationSyntax {
  /// The values that are asked for, or compared with.
  var values: [Word] {
    switch self {
    case .isAny(let words, _), .includesAny(let words, _), .includesAll(let words): words
    case .compares(_, let quantity), .passed(_, let quantity): [quantity.value]
    case .holds, .between: []
    }
  }

  /// Whether none of the values is asked for.
  var isNegated: Bool {
    switch self {
    case .isAny(_, let negated), .includesAny(_, let negated): negated
    default: false
    }
  }
}
