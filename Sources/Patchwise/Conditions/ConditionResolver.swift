/// Looks up the names of a condition.
struct ConditionResolver {
  let knowledge: Knowledge
  let names: NameIndex
  /// Whether names are compared with an unknown one to find what was meant.
  var looksForMeaning = true

  /// Reads a condition and looks up its names.
  ///
  /// - Parameter text: The condition as the author wrote it.
  /// - Returns: The condition, or the problems that keep it from being one.
  func resolve(_ text: AuthoredText) -> Result<Condition, ConditionFailure> {
    var parser = ConditionParser(text.string)
    let syntax: ConditionSyntax
    do {
      syntax = try parser.parse()
    } catch {
      return .failure(ConditionFailure([diagnostic(error, in: text)]))
    }
    var problems: [ConditionProblem] = []
    let condition = resolve(syntax, &problems)
    return problems.isEmpty
      ? .success(condition)
      : .failure(ConditionFailure(problems.map { diagnostic($0, in: text) }))
  }

  private func diagnostic(_ problem: ConditionProblem, in text: AuthoredText) -> Diagnostic {
    Diagnostic(
      problem.code, problem.message, at: text.location(of: problem.range), help: problem.help)
  }

  private func resolve(_ syntax: ConditionSyntax, _ problems: inout [ConditionProblem]) -> Condition
  {
    switch syntax {
    case .not(let inner): return .not(resolve(inner, &problems))
    case .all(let parts): return .all(parts.map { resolve($0, &problems) })
    case .any(let parts): return .any(parts.map { resolve($0, &problems) })
    case .atLeast(let count, let parts):
      return .atLeast(count, of: parts.map { resolve($0, &problems) })
    case .test(let test):
      do {
        let isShown = problems.count < DiagnosticRenderer.limit
        return try isShown ? resolve(test) : unadvised.resolve(test)
      } catch {
        problems.append(error)
        return .all([])
      }
    }
  }

  /// The same, which looks for nothing that may have been meant.
  private var unadvised: ConditionResolver {
    var resolver = self
    resolver.looksForMeaning = false
    return resolver
  }

  // MARK: Tests

  private func resolve(_ test: TestSyntax) throws(ConditionProblem) -> Condition {
    let name = test.name
    if let place = names.questions[Identifier(name.text)] {
      return try resolve(test, of: knowledge.questions[place], options: names.options[place])
    }
    if let place = names.scales[Identifier(name.text)] {
      return try resolve(test, of: knowledge.scales[place])
    }
    if names.advice[Identifier(name.text)] != nil {
      guard case .isAny(let values, let negated) = test.relation, values.map(\.text) == ["given"]
      else {
        throw wrong(
          test, "advice '\(name.text)' can only be tested with 'is given'",
          help: "write '\(test.subject) is \(test.relation.isNegated ? "not " : "")given'")
      }
      return condition(test, .advice(Identifier(name.text)), .isGiven, negated: negated)
    }
    if names.definitions[Identifier(name.text)] != nil {
      guard case .holds = test.relation, test.reading == .current else {
        throw wrong(
          test, "definition '\(name.text)' stands for a condition and is used by its name alone",
          help: test.reading == .current
            ? plainTest(test)
            : "write out its tests, each with '\(test.reading.rawValue)' before it")
      }
      return .definition(Identifier(name.text))
    }
    throw ConditionProblem(
      code: .unknownName,
      message: "there is no question, scale, definition or advice '\(name.text)'",
      range: name.range,
      help: valueAlone(name.text) ?? meant(name.text, names.conditionNames(in: knowledge)))
  }

  /// What to write where a value stands without its test, as in `noise is loud or shrill`.
  private func valueAlone(_ word: String) -> String? {
    guard looksForMeaning else { return nil }
    let questions = zip(knowledge.questions, names.options).filter { $0.1.contains(word) }
    let scales = zip(knowledge.scales, names.levels).filter { $0.1.contains(word) }
    let owners = questions.map(\.0.id.name) + scales.map(\.0.id.name)
    guard owners.count == 1 else { return nil }
    return "'\(word)' is a value of '\(owners[0])'; write '\(owners[0]) is any of (…, \(word))'"
  }

  private func condition(
    _ test: TestSyntax, _ subject: Condition.Subject, _ relation: Condition.Relation,
    negated: Bool = false
  ) -> Condition {
    let condition = Condition.test(Condition.Test(subject, relation, at: test.reading))
    return negated ? .not(condition) : condition
  }

  private func resolve(
    _ test: TestSyntax, of question: Question, options: [String]
  ) throws(ConditionProblem) -> Condition {
    let subject = Condition.Subject.question(question.id)
    switch question.domain {
    case .yesNo:
      switch test.relation {
      case .holds: return condition(test, subject, .isAny(of: ["yes"]))
      case .isAny(let values, let negated):
        return condition(
          test, subject, .isAny(of: try known(values, options, of: question)), negated: negated)
      default:
        throw wrong(
          test, "question '\(question.id)' is answered yes or no",
          help: plainTest(test))
      }
    case .one(_, let ordered):
      switch test.relation {
      case .isAny(let values, let negated):
        return condition(
          test, subject, .isAny(of: try known(values, options, of: question)), negated: negated)
      case .compares, .between:
        guard ordered else {
          throw ConditionProblem(
            code: .unorderedOptions,
            message: "the options of question '\(question.id)' have no order",
            range: test.name.range,
            help: "say 'ordered: yes' at the question, or name the options with 'is any of (…)'")
        }
        return try levels(test, subject, options, "option of question") {
          (word) throws(ConditionProblem) in
          try known([word], options, of: question)[0]
        }
      default:
        throw wrong(
          test, "question '\(question.id)' has one answer",
          help: choice(test, options))
      }
    case .any, .ingredients:
      switch test.relation {
      case .includesAny(let values, let negated):
        return condition(
          test, subject, .includesAny(of: try known(values, options, of: question)),
          negated: negated)
      case .includesAll(let values):
        return condition(test, subject, .includesAll(of: try known(values, options, of: question)))
      default:
        throw wrong(
          test, "question '\(question.id)' can have several answers",
          help: inclusion(test, options))
      }
    case .number(let range, let unit):
      return try numbers(test, subject, "a number", range, help: comparison(test, with: range)) {
        (quantity) throws(ConditionProblem) in
        .number(try number(quantity, range, unit?.string, of: question))
      }
    case .duration(let range):
      let seconds = Double(range.lowerBound.seconds)...Double(range.upperBound.seconds)
      return try numbers(
        test, subject, "a length of time", seconds, help: comparison(test, with: range)
      ) { (quantity) throws(ConditionProblem) in
        let span = try span(quantity)
        guard range.contains(span) else {
          throw ConditionProblem(
            code: .numberOutOfRange,
            message:
              "question '\(question.id)' takes \(range.lowerBound) to \(range.upperBound), never \(span)",
            range: quantity.range, help: Self.widening)
        }
        return .duration(span)
      }
    case .date:
      guard case .passed(let comparison, let quantity) = test.relation else {
        throw wrong(
          test, "question '\(question.id)' asks for a day",
          help: timePassed(test))
      }
      return condition(test, subject, .passed(comparison, try span(quantity)))
    }
  }

  private func resolve(_ test: TestSyntax, of scale: Scale) throws(ConditionProblem) -> Condition {
    let subject = Condition.Subject.scale(scale.id)
    let levels = scale.levels.map(\.id.name)
    switch test.relation {
    case .isAny(let values, let negated):
      var known: [String] = []
      for value in values { known.append(try level(value, of: scale)) }
      return condition(test, subject, .isAny(of: known), negated: negated)
    case .compares, .between:
      return try self.levels(test, subject, levels, "level of scale") {
        (word) throws(ConditionProblem) in
        try level(word, of: scale)
      }
    default:
      throw wrong(test, "scale '\(scale.id)' has levels", help: level(test, levels))
    }
  }

  // MARK: Values

  /// Turns a comparison of levels, or of ordered options, into the set that it stands for.
  ///
  /// The kind says what the names are, such as `level of scale`.
  private func levels(
    _ test: TestSyntax, _ subject: Condition.Subject, _ names: [String], _ kind: String,
    look: (Word) throws(ConditionProblem) -> String
  ) throws(ConditionProblem) -> Condition {
    func place(_ quantity: QuantitySyntax) throws(ConditionProblem) -> Int {
      if let unit = quantity.unit {
        throw ConditionProblem(
          code: .badCondition, message: "'\(unit.text)' cannot follow here", range: unit.range)
      }
      let name = try look(quantity.value)
      return names.firstIndex(of: name) ?? 0
    }
    let chosen: [String]
    switch test.relation {
    case .compares(let comparison, let quantity):
      let threshold = try place(quantity)
      chosen = names.indices.filter { comparison.holds(Double($0), Double(threshold)) }.map {
        names[$0]
      }
    case .between(let low, let high):
      let (low, high) = (try place(low), try place(high))
      chosen = names.indices.filter { low <= $0 && $0 <= high }.map { names[$0] }
    default:
      chosen = []
    }
    guard !chosen.isEmpty else {
      throw wrong(
        test, "no \(kind) '\(test.name.text)' is ever so", help: mildest(test))
    }
    return condition(test, subject, .isAny(of: chosen))
  }

  private func numbers(
    _ test: TestSyntax, _ subject: Condition.Subject, _ what: String,
    _ range: ClosedRange<Double>, help: String,
    read: (QuantitySyntax) throws(ConditionProblem) -> Condition.Quantity
  ) throws(ConditionProblem) -> Condition {
    switch test.relation {
    case .compares(let comparison, let quantity):
      let threshold = try read(quantity)
      guard
        comparison.holds(range.lowerBound, threshold.value)
          || comparison.holds(range.upperBound, threshold.value)
      else {
        throw wrong(
          test, "no answer to question '\(test.name.text)' is ever so",
          help: mildest(test).map { "\($0), or widen the range of the question" })
      }
      return condition(test, subject, .compares(comparison, threshold))
    case .between(let low, let high):
      let (lower, upper) = (try read(low), try read(high))
      guard lower.value <= upper.value else {
        throw ConditionProblem(
          code: .badRange, message: "'between' needs the lower value first",
          range: low.range.lowerBound..<high.range.upperBound)
      }
      return condition(test, subject, .isBetween(lower, upper))
    default:
      throw wrong(test, "question '\(test.name.text)' is compared with \(what)", help: help)
    }
  }

  private func number(
    _ quantity: QuantitySyntax, _ range: ClosedRange<Double>, _ unit: String?, of question: Question
  ) throws(ConditionProblem) -> Double {
    guard let number = Double(written: quantity.value.text) else {
      throw ConditionProblem(
        code: .badNumber, message: "'\(quantity.value.text)' is not a number",
        range: quantity.value.range, help: "write digits, such as '12' or '0.5'")
    }
    if let word = quantity.unit, !Self.sameUnit(word.text, unit) {
      throw ConditionProblem(
        code: .badUnit,
        message: unit.map {
          "question '\(question.id)' is measured in \($0), not in '\(word.text)'"
        }
          ?? "question '\(question.id)' has no unit",
        range: word.range, help: unit.map { "write '\(number.plain) \($0)'" })
    }
    guard range.contains(number) else {
      throw ConditionProblem(
        code: .numberOutOfRange,
        message:
          "question '\(question.id)' takes \(range.lowerBound.plain) to \(range.upperBound.plain), never \(number.plain)",
        range: quantity.value.range, help: Self.widening)
    }
    return number
  }

  private static let widening = "correct it, or widen the range of the question"

  /// Whether two words name one unit, in the singular or the plural.
  private static func sameUnit(_ word: String, _ unit: String?) -> Bool {
    guard let unit else { return false }
    return word == unit || word + "s" == unit || word == unit + "s"
  }

  private func span(_ quantity: QuantitySyntax) throws(ConditionProblem) -> TimeSpan {
    guard let count = Double(written: quantity.value.text), count >= 0 else {
      throw ConditionProblem(
        code: .badNumber, message: "'\(quantity.value.text)' is not a number",
        range: quantity.value.range,
        help: "write a length of time such as '2 weeks'")
    }
    guard let word = quantity.unit else {
      throw ConditionProblem(
        code: .badUnit, message: "a length of time needs a unit", range: quantity.value.range,
        help:
          "write '\(quantity.value.text) day\(count == 1 ? "" : "s")', or hours, weeks, months, years"
      )
    }
    guard let unit = TimeSpan.Unit(word.text) else {
      throw ConditionProblem(
        code: .badUnit, message: "'\(word.text)' is not a unit of time", range: word.range,
        help: meant(word.text, TimeSpan.Unit.allCases.map { "\($0.rawValue)s" })
          ?? "write seconds, minutes, hours, days, weeks, months or years")
    }
    guard let span = TimeSpan(count, unit) else {
      throw ConditionProblem(
        code: .badNumber, message: "\(quantity.value.text) \(word.text) is too long a time",
        range: quantity.range, help: "write at most 10000 years")
    }
    return span
  }

  private func known(
    _ words: [Word], _ options: [String], of question: Question
  ) throws(ConditionProblem) -> [String] {
    for word in words where !options.contains(word.text) && areAllKnown(question) {
      throw ConditionProblem(
        code: .unknownOption, message: "question '\(question.id)' has no option '\(word.text)'",
        range: word.range,
        help: meant(word.text, options) ?? "its options are \(list(options))")
    }
    return words.map(\.text)
  }

  /// Whether all options of a question are known; not so if it reads a lexicon that is not.
  private func areAllKnown(_ question: Question) -> Bool {
    guard case .ingredients(let lexicons) = question.domain else { return true }
    return lexicons.allSatisfy { names.lexicons[$0] != nil }
  }

  private func level(_ word: Word, of scale: Scale) throws(ConditionProblem) -> String {
    let levels = scale.levels.map(\.id.name)
    if levels.contains(word.text) { return word.text }
    let other = knowledge.scales.first { $0.levels.contains { $0.id.name == word.text } }
    throw ConditionProblem(
      code: other == nil ? .unknownLevel : .levelOfAnotherScale,
      message: other.map { "'\(word.text)' is a level of scale '\($0.id)', not of '\(scale.id)'" }
        ?? "scale '\(scale.id)' has no level '\(word.text)'",
      range: word.range, help: meant(word.text, levels) ?? "its levels are \(list(levels))")
  }

  // MARK: Wording

  private func wrong(_ test: TestSyntax, _ message: String, help: String? = nil) -> ConditionProblem
  {
    ConditionProblem(code: .wrongTest, message: message, range: test.name.range, help: help)
  }

  private func meant(_ word: String, _ known: @autoclosure () -> [String]) -> String? {
    guard looksForMeaning else { return nil }
    return NearestSpelling.question(about: word, among: known())
  }

  private func list(_ names: [String]) -> String {
    names.count <= 12
      ? names.joined(separator: ", ") : names.prefix(12).joined(separator: ", ") + ", …"
  }
}

/// The problems of one condition.
struct ConditionFailure: Error {
  var diagnostics: [Diagnostic]

  init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
