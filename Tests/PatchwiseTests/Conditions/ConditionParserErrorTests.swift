import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("A text that is no condition")
struct ConditionParserErrorTests {
  /// A text with the place at fault marked, and what is said about it.
  struct Case: CustomTestStringConvertible, Sendable {
    var marked: String
    var code = DiagnosticCode.badCondition
    var message: String
    var help: String?
    var testDescription: String { marked }
  }

  @Test(
    "is refused with its place and a sentence",
    arguments: [cases, names, comparisons, slips].joined())
  func refused(expected: Case) throws {
    let marked = MarkedText(expected.marked)
    var parser = ConditionParser(marked.text)
    do {
      _ = try parser.parse()
      Issue.record("it was read")
    } catch {
      #expect(error.code == expected.code)
      #expect(error.message == expected.message)
      #expect(error.range == marked.range)
      #expect(error.help == expected.help)
    }
  }

  static let unclosed = "a parenthesis is not closed"
  static let needsNumber = "'at least' needs a whole number above 0, such as 'at least 2 of (…)'"
  static let needsName = "here must stand the name of a question, scale or definition"
  static let needsQuantity = "here must stand a number, a length of time or a level"
  static let needsComparison = "a comparison is 'at least', 'at most', 'more than' or 'less than'"
  static let noMix = "'and' and 'or' must not be mixed without parentheses"

  @Test(
    "signs of other languages are put into words",
    arguments: [
      (">=", "at least"), ("≤", "at most"), (">", "more than"), ("<", "less than"), ("=", "is"),
      ("!=", "is not"), ("&&", "and"), ("||", "or"),
    ])
  func signs(sign: String, words: String) throws {
    var parser = ConditionParser("n \(sign) 3")
    let problem = #expect(throws: ConditionProblem.self) { try parser.parse() }
    #expect(problem?.help == "write '\(words)' instead of '\(sign)'")
  }

  static let cases = [
    Case(marked: "«   »", code: .emptyText, message: "a condition must not be empty"),
    Case(marked: "p «)» and q", message: "the parenthesis is closed, but none is open"),
    Case(
      marked: "p «q»", message: "'q' cannot follow here", help: "join tests with 'and' or 'or'"),
    Case(
      marked: "q is a «b»", message: "'b' cannot follow here", help: "join tests with 'and' or 'or'"
    ),
    Case(
      marked: "(p and q) «,»", message: "',' cannot follow here",
      help: "join tests with 'and' or 'or'"),
    Case(
      marked: "p and q «or» r", code: .mixedAndOr, message: noMix,
      help: "write '(p and q) or r' or 'p and (q or r)'"),
    Case(
      marked: "p or q or r «and» s or t", code: .mixedAndOr, message: noMix,
      help: "write 'p or q or (r and s) or t' or '(p or q or r) and (s or t)'"),
    Case(
      marked: "x and (p or q is a «and» n between 1 and 2)", code: .mixedAndOr, message: noMix,
      help: "write 'p or (q is a and n between 1 and 2)' or '(p or q is a) and n between 1 and 2'"),
    Case(
      marked: "not p or (q)  «and»\n at least 1 of (r)", code: .mixedAndOr, message: noMix,
      help: "write 'not p or ((q) and at least 1 of (r))' or '(not p or (q)) and at least 1 of (r)'"
    ),
    Case(marked: "p «and»", message: "a test is missing at the end"),
    Case(marked: "p and «not»", message: "a test is missing at the end"),
    Case(marked: "«(»", message: "a test is missing at the end"),
    Case(marked: "(p and «q»", message: unclosed, help: "put ')' at the end"),
    Case(marked: "(p «,» q)", message: unclosed, help: "join tests with 'and' or 'or'"),
    Case(
      marked: "at least 1 of (p «q»)", message: unclosed, help: "put a comma between conditions"),
    Case(
      marked: "at least 1 of (n «>=» 3, q)", message: unclosed,
      help: "write 'at least' instead of '>='"),
    Case(marked: "«at»", message: "'at' must begin 'at least N of (…)'"),
    Case(marked: "at «most» 2 of (p)", message: "'at' must begin 'at least N of (…)'"),
    Case(marked: "at least «two» of (p)", message: needsNumber),
    Case(marked: "at least «0» of (p)", message: needsNumber),
    Case(marked: "at least «-1» of (p)", message: needsNumber),
    Case(marked: "at least «99999999999999999999» of (p)", message: needsNumber),
    Case(marked: "at «least»", message: needsNumber),
    Case(marked: "at least 2 «(»p, q)", message: "'at least 2' must be followed by 'of (…)'"),
    Case(
      marked: "at least 2 of «p»", message: "'of' must be followed by conditions in parentheses"),
    Case(marked: "at least 1 of (p, «q»", message: unclosed, help: "put ')' at the end"),
    Case(
      marked: "at least «3» of (p, q)", code: .badNumber,
      message: "'at least 3' needs at least 3 conditions, here are 2"),
  ]

  static let names = [
    Case(marked: "«and» p", message: needsName),
    Case(marked: "p and «or» q", message: needsName),
    Case(marked: "(«)»", message: needsName),
    Case(marked: "at least 1 of («)»", message: needsName),
    Case(marked: "p and «,»", message: needsName),
    Case(marked: "«previous»", message: needsName),
    Case(marked: "earlier «previous» p", message: needsName),
    Case(marked: "previous «(»p and q)", message: needsName),
    Case(marked: "q «is»", message: "here must stand a value"),
    Case(marked: "q is «(»a)", message: "here must stand a value"),
    Case(marked: "q is «and» p", message: "here must stand a value"),
    Case(marked: "q is any «(»a)", message: "'any' must be followed by 'of (…)'"),
    Case(marked: "q is not any of «a»", message: "'of' must be followed by values in parentheses"),
    Case(marked: "q is any of («)»", message: "here must stand a value"),
    Case(marked: "q is any of (a«,»", message: "here must stand a value"),
    Case(marked: "q is any of (a «b»)", message: unclosed, help: "put a comma between values"),
    Case(marked: "q is any of (a «or» b)", message: unclosed, help: "put a comma between values"),
    Case(marked: "q «includes»", message: "here must stand an option"),
    Case(marked: "q includes all «a»", message: "'all' must be followed by 'of (…)'"),
    Case(marked: "q includes «not» a", message: "here must stand an option"),
  ]

  static let comparisons = [
    Case(
      marked: "n between 1 «2»", code: .badCondition,
      message: "'between' needs two values joined by 'and'"),
    Case(marked: "n between «1»", message: "'between' needs two values joined by 'and'"),
    Case(marked: "n «between»", message: needsQuantity),
    Case(marked: "n between «and» 2", message: needsQuantity),
    Case(marked: "n at «least»", message: needsQuantity),
    Case(marked: "n at least «)»", message: needsQuantity),
    Case(marked: "n «at» 5", message: needsComparison),
    Case(marked: "n «more» 5", message: needsComparison),
    Case(marked: "n «less» 5", message: needsComparison),
    Case(marked: "n «at» more than 5", message: needsComparison),
  ]

  /// What people write who know other languages, and what they mean.
  static let slips =
    [
      ("signs «include» mould", "write 'includes' instead of 'include'"),
      ("baby «isnt» old", "write 'is not' instead of 'isnt'"),
      ("skin «IS» dry", "write 'is' in small letters"),
      ("itch «AND» red", "write 'and' in small letters"),
      ("NOT «itch»", "write 'not' in small letters"),
      ("signs «does» not include mould", "write 'includes none of (mould)'"),
      ("signs «doesnt» include", "write 'includes none of (…)'"),
      ("itch «adn» red", "did you mean 'and'?"),
      ("n at least 55«,»5", "write '55.5'"),
      ("since at least four «weeks»", "write '4 weeks'"),
      ("since at least a «week»", "write '1 week'"),
      ("since is 3 «days»", "compare with 'at least', 'at most', 'more than' or 'less than'"),
      ("n «over» 5", "write 'more than' instead of 'over'"),
      ("signs «hot»", "join tests with 'and' or 'or'"),
      ("n at least 1«,»000", "write '1000', or '1' if that is meant"),
      ("n at least １ «bar»", "write '1' instead of '１'"),
      ("n at least １«,»5", "write '1' instead of '１'"),
      ("itch «іs» bad", "'і' in 'іs' is U+0456, and none of the letters a to z"),
      ("n at least 1«,»250", "write '1250', or '1.25' if that is meant"),
    ].map { marked, help in
      let word = marked.split { "«»".contains($0) }[marked.hasPrefix("«") ? 0 : 1]
      return Case(marked: marked, message: "'\(word)' cannot follow here", help: help)
    } + [
      Case(
        marked: "n between 1«,»5 and 2", message: "'between' needs two values joined by 'and'",
        help: "write '1.5'")
    ]
}
