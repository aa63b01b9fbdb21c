/// Reads the text of a condition.
///
/// The grammar is that of *The knowledge language* in the documentation, where a name may be any word: what it
/// names is looked up later. `and` and `or` at one level are refused, because readers disagree about which
/// binds first.
struct ConditionParser {
  /// How deep parentheses and `not` may nest.
  static let depthLimit = 50

  /// How many conditions may be counted at once.
  ///
  /// To count takes as many steps as there are conditions, times how many of them it takes.
  static let countedLimit = 256

  /// Words that mean something in a condition and cannot be names.
  static let reservedWords: Set<String> = [
    "and", "or", "not", "is", "at", "includes", "between", "previous", "earlier", "more", "less",
  ]

  private let text: [Unicode.Scalar]
  private let words: [Word]
  private var position = 0
  private var depth = 0

  /// Splits a text into words; parentheses and commas are words of their own.
  init(_ string: String) {
    text = Array(string.unicodeScalars)
    var words: [Word] = []
    var start: Int?
    func close(_ end: Int, _ text: [Unicode.Scalar]) {
      guard let begin = start else { return }
      words.append(Word(text: Self.string(text[begin..<end]), range: begin..<end))
      start = nil
    }
    for (offset, scalar) in text.enumerated() {
      if scalar.properties.isWhitespace {
        close(offset, text)
      } else if scalar == "(" || scalar == ")" || scalar == "," {
        close(offset, text)
        words.append(Word(text: String(scalar), range: offset..<offset + 1))
      } else if start == nil {
        start = offset
      }
    }
    close(text.count, text)
    self.words = words
  }

  /// Reads the whole text as one condition.
  mutating func parse() throws(ConditionProblem) -> ConditionSyntax {
    guard !words.isEmpty else {
      throw ConditionProblem(
        code: .emptyText, message: "a condition must not be empty", range: 0..<max(1, text.count))
    }
    let condition = try condition()
    if let word = peek {
      throw word.text == ")"
        ? unexpected("the parenthesis is closed, but none is open")
        : unexpected(
          "'\(word.text)' cannot follow here", help: helpHere ?? "join tests with 'and' or 'or'")
    }
    return condition
  }

  // MARK: Conditions

  private mutating func condition() throws(ConditionProblem) -> ConditionSyntax {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw unexpected("conditions must not nest deeper than \(Self.depthLimit)", code: .tooMany)
    }
    let begin = position
    var terms = [try term()]
    var starts = [begin]
    var joints: [Word] = []
    while let word = peek, word.text == "and" || word.text == "or" {
      joints.append(word)
      position += 1
      starts.append(position)
      terms.append(try term())
    }
    guard let first = joints.first else { return terms[0] }
    if let other = joints.first(where: { $0.text != first.text }) {
      throw mixed(starts: starts, joints: joints, at: other)
    }
    return first.text == "and" ? .all(terms) : .any(terms)
  }

  private mutating func term() throws(ConditionProblem) -> ConditionSyntax {
    guard let word = peek else { throw unexpected("a test is missing at the end") }
    switch word.text {
    case "not":
      position += 1
      depth += 1
      defer { depth -= 1 }
      guard depth <= Self.depthLimit else {
        throw unexpected("conditions must not nest deeper than \(Self.depthLimit)", code: .tooMany)
      }
      return .not(try term())
    case "(":
      position += 1
      let inner = try condition()
      try close(joining: "join tests with 'and' or 'or'")
      return inner
    case "at":
      return try atLeast()
    default:
      return .test(try test())
    }
  }

  private mutating func atLeast() throws(ConditionProblem) -> ConditionSyntax {
    position += 1
    try expect("least", "'at' must begin 'at least N of (…)'")
    guard let word = peek, word.text.first != "+", let count = Int(word.text), count > 0 else {
      throw unexpected("'at least' needs a whole number above 0, such as 'at least 2 of (…)'")
    }
    position += 1
    try expect("of", "'at least \(count)' must be followed by 'of (…)'")
    try expect("(", "'of' must be followed by conditions in parentheses")
    var parts = [try condition()]
    while accept(",") {
      guard parts.count < Self.countedLimit else {
        throw unexpected(
          "'at least' must not count more than \(Self.countedLimit) conditions", code: .tooMany)
      }
      parts.append(try condition())
    }
    try close(joining: "put a comma between conditions")
    guard count <= parts.count else {
      throw ConditionProblem(
        code: .badNumber,
        message: "'at least \(count)' needs at least \(count) conditions, here are \(parts.count)",
        range: word.range)
    }
    return .atLeast(count, of: parts)
  }

  /// Reports `and` beside `or`, with the two ways to read it.
  private func mixed(starts: [Int], joints: [Word], at other: Word) -> ConditionProblem {
    let ends =
      joints.map(\.range.lowerBound) + [
        position < words.count ? words[position].range.lowerBound : text.count
      ]
    let terms = zip(starts, ends).map { start, end in
      Self.string(text[words[start].range.lowerBound..<end]).trimmingSpaces
    }
    /// The text with the terms around one kind of joint in parentheses.
    func grouping(_ tight: String) -> String {
      var groups = [[terms[0]]]
      for (joint, term) in zip(joints, terms.dropFirst()) {
        if joint.text == tight {
          groups[groups.count - 1].append(term)
        } else {
          groups.append([term])
        }
      }
      return
        groups
        .map { $0.count == 1 ? $0[0] : "(\($0.joined(separator: " \(tight) ")))" }
        .joined(separator: tight == "and" ? " or " : " and ")
    }
    return ConditionProblem(
      code: .mixedAndOr, message: "'and' and 'or' must not be mixed without parentheses",
      range: other.range, help: "write '\(grouping("and"))' or '\(grouping("or"))'")
  }

  // MARK: Tests

  private mutating func test() throws(ConditionProblem) -> TestSyntax {
    var reading = Condition.Reading.current
    if accept("previous") { reading = .previous } else if accept("earlier") { reading = .earlier }
    let name = try name("the name of a question, scale or definition")
    return TestSyntax(reading: reading, name: name, relation: try relation(of: name))
  }

  private mutating func relation(of name: Word) throws(ConditionProblem) -> RelationSyntax {
    if accept("is") {
      let negated = accept("not")
      return .isAny(
        of: acceptList("any") ? try list(after: "any") : [try self.name("a value")],
        negated: negated)
    }
    if accept("includes") {
      for word in ["any", "all", "none"] where acceptList(word) {
        let values = try list(after: word)
        return word == "all"
          ? .includesAll(of: values) : .includesAny(of: values, negated: word == "none")
      }
      return .includesAny(of: [try self.name("an option")], negated: false)
    }
    if accept("between") {
      let low = try quantity()
      try expect("and", "'between' needs two values joined by 'and'")
      return .between(low, try quantity())
    }
    for comparison in Condition.Comparison.allCases {
      let pair = comparison.rawValue.split(separator: " ")
      guard peek?.text == String(pair[0]), position + 1 < words.count,
        words[position + 1].text == String(pair[1])
      else { continue }
      position += 2
      let quantity = try self.quantity()
      return accept("ago") ? .passed(comparison, quantity) : .compares(comparison, quantity)
    }
    if let word = peek, ["at", "more", "less"].contains(word.text) {
      throw unexpected("a comparison is 'at least', 'at most', 'more than' or 'less than'")
    }
    return .holds
  }

  private mutating func quantity() throws(ConditionProblem) -> QuantitySyntax {
    let value = try name("a number, a length of time or a level")
    // A number that is spelt wrong takes its unit along, so that it is what is reported.
    let isNumber = value.text.first.map { "+-.0123456789".contains($0) } ?? false
    guard isNumber, let word = peek,
      !["and", "or", "ago", ")", ","].contains(word.text)
    else { return QuantitySyntax(value: value, unit: nil) }
    position += 1
    return QuantitySyntax(value: value, unit: word)
  }

  private mutating func list(after word: String) throws(ConditionProblem) -> [Word] {
    try expect("of", "'\(word)' must be followed by 'of (…)'")
    try expect("(", "'of' must be followed by values in parentheses")
    var values = [try name("a value")]
    while accept(",") { values.append(try name("a value")) }
    try close(joining: "put a comma between values")
    return values
  }

  // MARK: Words

  private var peek: Word? { position < words.count ? words[position] : nil }

  private mutating func accept(_ text: String) -> Bool {
    guard peek?.text == text else { return false }
    position += 1
    return true
  }

  /// Takes a word that opens a list; the word alone is a value that has this name.
  private mutating func acceptList(_ word: String) -> Bool {
    let next = position + 1 < words.count ? words[position + 1].text : ")"
    return !["and", "or", ")", ","].contains(next) && accept(word)
  }

  private mutating func expect(_ text: String, _ message: String) throws(ConditionProblem) {
    if !accept(text) { throw unexpected(message) }
  }

  /// Takes a closing parenthesis; where something else stands, it is said how parts are joined.
  private mutating func close(joining help: String) throws(ConditionProblem) {
    if accept(")") { return }
    throw unexpected(
      "a parenthesis is not closed", help: peek == nil ? "put ')' at the end" : helpHere ?? help)
  }

  /// The likeliest cure of the word that comes next, if it has one of its own.
  private var helpHere: String? {
    peek.flatMap { _ in MisplacedWord(words, at: position).help }
  }

  private mutating func name(_ what: String) throws(ConditionProblem) -> Word {
    guard let word = peek, !["(", ")", ","].contains(word.text),
      !Self.reservedWords.contains(word.text)
    else { throw unexpected("here must stand \(what)") }
    position += 1
    return word
  }

  /// A problem at the next word, or behind the last one.
  private func unexpected(
    _ message: String, code: DiagnosticCode = .badCondition, help: String? = nil
  ) -> ConditionProblem {
    let end = words.last?.range ?? 0..<1
    let other = peek.flatMap { _ in MisplacedWord(words, at: position).otherwiseWritten }
    return ConditionProblem(
      code: code, message: message, range: peek?.range ?? end, help: help ?? other)
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
