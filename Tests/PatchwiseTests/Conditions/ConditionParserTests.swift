import Testing

@testable import Patchwise

@Suite("Reading a condition")
struct ConditionParserTests {
  @Test(
    "words, marks and parentheses give a tree",
    arguments: [
      ("p", "p"),
      ("not p", "not p"),
      ("not not p", "not not p"),
      ("p and q and r", "all(p, q, r)"),
      ("p or q or r", "any(p, q, r)"),
      ("not p and q", "all(not p, q)"),
      ("not (p and q)", "not all(p, q)"),
      ("p and (q or r)", "all(p, any(q, r))"),
      ("(p and q) or r", "any(all(p, q), r)"),
      ("p and (q and r)", "all(p, all(q, r))"),
      ("((p))", "p"),
      ("at least 2 of (p, q or r, not s)", "2 of (p, any(q, r), not s)"),
      ("at least 1 of (p) and q", "all(1 of (p), q)"),
      ("not at least 1 of (p, q)", "not 1 of (p, q)"),
      ("p\n  and\tq", "all(p, q)"),
      ("(p)and(q)", "all(p, q)"),
      ("previous p", "previous p"),
      ("not earlier p", "not earlier p"),
      ("n between 1 and 2 and p", "all(n between 1, 2, p)"),
    ])
  func shape(text: String, expected: String) throws {
    var parser = ConditionParser(text)
    #expect(describe(try parser.parse()) == expected)
  }

  @Test(
    "each kind of test is told from the others",
    arguments: [
      ("q is a", "q is a"),
      ("q is not a", "q is not a"),
      ("q is any of (a, b)", "q is a, b"),
      ("q is not any of (a,b)", "q is not a, b"),
      ("q includes a", "q includes a"),
      ("q includes any of (a, b)", "q includes a, b"),
      ("q includes none of (a, b)", "q includes not a, b"),
      ("q includes all of (a, b)", "q includes all a, b"),
      ("n at least 5", "n at least 5"),
      ("n at most 5 years", "n at most 5 years"),
      ("n more than 5", "n more than 5"),
      ("n less than 5.5", "n less than 5.5"),
      ("s at least high", "s at least high"),
      ("s between low and high", "s between low, high"),
      ("d between 2 days and 1 week", "d between 2 days, 1 week"),
      ("d less than 14 days ago", "d less than 14 days ago"),
      ("d more than 14 days ago and p", "all(d more than 14 days ago, p)"),
      ("earlier s is high", "earlier s is high"),
    ])
  func tests(text: String, expected: String) throws {
    var parser = ConditionParser(text)
    #expect(describe(try parser.parse()) == expected)
  }

  @Test("a condition may nest as deep as the limit")
  func depthLimit() throws {
    let limit = ConditionParser.depthLimit
    for text in [
      String(repeating: "(", count: limit - 1) + "p" + String(repeating: ")", count: limit - 1),
      String(repeating: "not ", count: limit - 1) + "p",
    ] {
      var parser = ConditionParser(text)
      _ = try parser.parse()
    }
  }

  @Test(
    "what stands side by side does not nest, however much it is",
    arguments: ["not p", "(p)", "at least 1 of (p)", "not (p)"])
  func sideBySide(term: String) throws {
    let terms = Array(repeating: term, count: ConditionParser.depthLimit + 10)
    var parser = ConditionParser(terms.joined(separator: " and "))
    guard case .all(let read) = try parser.parse() else {
      Issue.record("the terms are not read as one condition")
      return
    }
    #expect(read.count == terms.count)
  }

  @Test(
    "a condition that nests far too deep is refused and does no harm",
    arguments: ["(", "not ", "at least 1 of (", "not (", "(not "])
  func depth(opening: String) {
    for count in [60, 100_000] {
      var parser = ConditionParser(String(repeating: opening, count: count) + "p")
      #expect {
        try parser.parse()
      } throws: { error in
        let problem = error as? ConditionProblem
        return problem?.code == .tooMany
          && problem?.message == "conditions must not nest deeper than 50"
      }
    }
  }

  @Test("no more than 256 conditions are counted at once")
  func countedAtOnce() throws {
    func parse(_ count: Int) throws {
      let parts = Array(repeating: "q", count: count).joined(separator: ", ")
      var parser = ConditionParser("at least 2 of (\(parts))")
      _ = try parser.parse()
    }
    try parse(256)
    #expect {
      try parse(257)
    } throws: { error in
      let problem = error as? ConditionProblem
      return problem?.code == .tooMany
        && problem?.message == "'at least' must not count more than 256 conditions"
    }
  }

  // MARK: Describing trees

  private func describe(_ syntax: ConditionSyntax) -> String {
    switch syntax {
    case .test(let test):
      "\(test.reading == .current ? "" : "\(test.reading.rawValue) ")\(test.name.text)"
        + describe(test.relation)
    case .not(let inner): "not \(describe(inner))"
    case .all(let parts): "all(\(parts.map(describe).joined(separator: ", ")))"
    case .any(let parts): "any(\(parts.map(describe).joined(separator: ", ")))"
    case .atLeast(let count, let parts):
      "\(count) of (\(parts.map(describe).joined(separator: ", ")))"
    }
  }

  private func describe(_ relation: RelationSyntax) -> String {
    func list(_ words: [Word]) -> String { words.map(\.text).joined(separator: ", ") }
    func text(_ quantity: QuantitySyntax) -> String {
      quantity.value.text + (quantity.unit.map { " \($0.text)" } ?? "")
    }
    return switch relation {
    case .holds: ""
    case .isAny(let values, let negated): " is \(negated ? "not " : "")\(list(values))"
    case .includesAny(let values, let negated): " includes \(negated ? "not " : "")\(list(values))"
    case .includesAll(let values): " includes all \(list(values))"
    case .compares(let comparison, let value): " \(comparison.rawValue) \(text(value))"
    case .between(let low, let high): " between \(text(low)), \(text(high))"
    case .passed(let comparison, let value): " \(comparison.rawValue) \(text(value)) ago"
    }
  }
}
