import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("A condition whose names or tests are wrong")
struct ConditionResolverErrorTests {
  /// A condition with the place at fault marked, and what is said about it.
  struct Case: CustomTestStringConvertible, Sendable {
    var marked: String
    var code: DiagnosticCode
    var message: String
    var help: String?
    var testDescription: String { "\(code): \(marked)" }

    init(_ marked: String, _ code: DiagnosticCode, _ message: String, help: String? = nil) {
      self.marked = marked
      self.code = code
      self.message = message
      self.help = help
    }
  }

  @Test(
    "is refused with its place, a sentence and a cure", arguments: [names, kinds, values].joined())
  func refused(expected: Case) throws {
    let marked = MarkedText(expected.marked)
    let text = AuthoredText(marked.text, at: SourceLocation(file: "a.yaml", line: 1, column: 1))
    let knowledge = ConditionResolverTests.knowledge
    let resolver = ConditionResolver(knowledge: knowledge, names: NameIndex(knowledge))
    let error = try #require(throws: ConditionFailure.self) { try resolver.resolve(text).get() }
    try #require(error.diagnostics.count == 1)
    let diagnostic = error.diagnostics[0]
    #expect(diagnostic.code == expected.code)
    #expect(diagnostic.message == expected.message)
    #expect(diagnostic.help == expected.help)
    #expect(diagnostic.severity == .error)
    let location = try #require(diagnostic.location)
    #expect(location.column - 1..<location.column - 1 + location.length == marked.range)
  }

  @Test("a length of time beyond all reason is not blamed on its unit")
  func farTooLong() throws {
    let error = #expect(throws: ConditionFailure.self) {
      try ConditionResolverTests.read("last more than 20000 years ago")
    }
    #expect(error?.diagnostics.first?.code != .badUnit)
  }

  static let names = [
    Case(
      "«itsh»", .unknownName, "there is no question, scale, definition or advice 'itsh'",
      help: "did you mean 'itch'?"),
    Case(
      "«іtch»", .unknownName, "there is no question, scale, definition or advice 'іtch'",
      help: "did you mean 'itch'? 'і' in 'іtch' is U+0456, and none of the letters a to z"),
    Case("«zzzz» is a", .unknownName, "there is no question, scale, definition or advice 'zzzz'"),
    Case(
      "skin is dry or «oily»", .unknownName,
      "there is no question, scale, definition or advice 'oily'",
      help: "'oily' is a value of 'skin'; write 'skin is any of (…, oily)'"),
    Case(
      "fit is good or «later»", .unknownName,
      "there is no question, scale, definition or advice 'later'",
      help: "'later' is a value of 'fit'; write 'fit is any of (…, later)'"),
    Case(
      "itch and «no»", .unknownName, "there is no question, scale, definition or advice 'no'"),
    Case(
      "skin is «drey»", .unknownOption, "question 'skin' has no option 'drey'",
      help: "did you mean 'dry'?"),
    Case(
      "skin is not any of (dry, «green»)", .unknownOption, "question 'skin' has no option 'green'",
      help: "its options are dry, oily, raw"),
    Case(
      "itch is «maybe»", .unknownOption, "question 'itch' has no option 'maybe'",
      help: "its options are yes, no"),
    Case(
      "signs includes all of (red, «rde»)", .unknownOption, "question 'signs' has no option 'rde'",
      help: "did you mean 'red'?"),
    Case(
      "pain at least «badd»", .unknownOption, "question 'pain' has no option 'badd'",
      help: "did you mean 'bad'?"),
    Case(
      "fit is «latter»", .unknownLevel, "scale 'fit' has no level 'latter'",
      help: "did you mean 'later'?"),
    Case(
      "fit at least «terrible»", .unknownLevel, "scale 'fit' has no level 'terrible'",
      help: "its levels are good, later, no"),
    Case(
      "fit is any of (later, «run»)", .levelOfAnotherScale,
      "'run' is a level of scale 'care', not of 'fit'", help: "its levels are good, later, no"),
  ]

  static let kinds = chosen + measured + levels

  static let yesOrNo = "question 'itch' is answered yes or no"

  static let chosen = [
    Case("«itch» includes yes", .wrongTest, yesOrNo, help: "write 'itch'"),
    Case("«itch» includes none of (yes)", .wrongTest, yesOrNo, help: "write 'not itch'"),
    Case("«itch» includes no", .wrongTest, yesOrNo, help: "write 'not itch'"),
    Case(
      "previous «itch» includes red", .wrongTest, yesOrNo,
      help: "write 'previous itch' or 'not previous itch'"),
    Case("«itch» at least 2", .wrongTest, yesOrNo, help: "write 'itch' or 'not itch'"),
    Case("«skin»", .wrongTest, "question 'skin' has one answer", help: "write 'skin is dry'"),
    Case(
      "earlier «skin» includes oily", .wrongTest, "question 'skin' has one answer",
      help: "write 'earlier skin is oily'"),
    Case(
      "«skin» includes none of (oily, raw)", .wrongTest, "question 'skin' has one answer",
      help: "write 'skin is not any of (oily, raw)'"),
    Case(
      "«skin» at least oily", .unorderedOptions, "the options of question 'skin' have no order",
      help: "say 'ordered: yes' at the question, or name the options with 'is any of (…)'"),
    Case(
      "«signs» is red", .wrongTest, "question 'signs' can have several answers",
      help: "write 'signs includes red'"),
    Case(
      "«signs» is any of (hot, red)", .wrongTest, "question 'signs' can have several answers",
      help: "write 'signs includes any of (hot, red)'"),
    Case(
      "«signs» is not hot", .wrongTest, "question 'signs' can have several answers",
      help: "write 'signs includes none of (hot)'"),
    Case(
      "«tip»", .wrongTest, "advice 'tip' can only be tested with 'is given'",
      help: "write 'tip is given'"),
    Case(
      "«tip» is not good", .wrongTest, "advice 'tip' can only be tested with 'is given'",
      help: "write 'tip is not given'"),
    Case(
      "«sore» is yes", .wrongTest,
      "definition 'sore' stands for a condition and is used by its name alone",
      help: "write 'sore'"),
    Case(
      "«sore» includes hot", .wrongTest,
      "definition 'sore' stands for a condition and is used by its name alone",
      help: "write 'sore' or 'not sore'"),
    Case(
      "previous «sore»", .wrongTest,
      "definition 'sore' stands for a condition and is used by its name alone",
      help: "write out its tests, each with 'previous' before it"),
  ]

  static let number = "question 'age' is compared with a number"

  static let measured = [
    Case("«age»", .wrongTest, number, help: "write 'age at least 60'"),
    Case("«age» is 18", .wrongTest, number, help: "write 'age between 18 and 18'"),
    Case("«age» is not 18", .wrongTest, number, help: "write 'not age between 18 and 18'"),
    Case("«age» less than 3 ago", .wrongTest, number, help: "write 'age less than 3'"),
    Case("«age» less than 3 days ago", .wrongTest, number, help: "write 'age at least 60'"),
    Case(
      "«since» includes red", .wrongTest, "question 'since' is compared with a length of time",
      help: "write 'since at least 30 days'"),
    Case(
      "«since» less than 3 days ago", .wrongTest,
      "question 'since' is compared with a length of time", help: "write 'since less than 3 days'"),
    Case(
      "«last» less than 3 days", .wrongTest, "question 'last' asks for a day",
      help: "write 'last less than 3 days ago'"),
    Case(
      "«last» at least 2 years", .wrongTest, "question 'last' asks for a day",
      help: "write 'last more than 2 years ago'"),
    Case(
      "«last»", .wrongTest, "question 'last' asks for a day",
      help: "write 'last less than 14 days ago'"),
    Case(
      "«age» more than 120", .wrongTest, "no answer to question 'age' is ever so",
      help: "write 'age at least 120', or widen the range of the question"),
    Case(
      "«age» less than 0 years", .wrongTest, "no answer to question 'age' is ever so",
      help: "write 'age at most 0 years', or widen the range of the question"),
    Case(
      "«since» more than 30 days", .wrongTest, "no answer to question 'since' is ever so",
      help: "write 'since at least 30 days', or widen the range of the question"),
  ]

  static let levels = [
    Case(
      "«fit»", .wrongTest, "scale 'fit' has levels", help: "write 'fit is no' or 'fit at least no'"),
    Case(
      "«fit» includes later", .wrongTest, "scale 'fit' has levels", help: "write 'fit is later'"),
    Case(
      "«fit» includes any of (later, no)", .wrongTest, "scale 'fit' has levels",
      help: "write 'fit is any of (later, no)'"),
    Case(
      "«fit» more than no", .wrongTest, "no level of scale 'fit' is ever so",
      help: "write 'fit is no'"),
    Case(
      "«pain» less than none-at-all", .wrongTest, "no option of question 'pain' is ever so",
      help: "write 'pain is none-at-all'"),
    Case(
      "«fit» between no and good", .wrongTest, "no level of scale 'fit' is ever so",
      help: "write 'fit between good and no'"),
  ]

  static let values = [
    Case(
      "age at least «old»", .badNumber, "'old' is not a number",
      help: "write digits, such as '12' or '0.5'"),
    Case(
      "age at least «0x10»", .badNumber, "'0x10' is not a number",
      help: "write digits, such as '12' or '0.5'"),
    Case(
      "age at least «1e1»", .badNumber, "'1e1' is not a number",
      help: "write digits, such as '12' or '0.5'"),
    Case(
      "age at least «+5» years", .badNumber, "'+5' is not a number",
      help: "write digits, such as '12' or '0.5'"),
    Case(
      "age at least «.5» years", .badNumber, "'.5' is not a number",
      help: "write digits, such as '12' or '0.5'"),
    Case(
      "age at least «5.»", .badNumber, "'5.' is not a number",
      help: "write digits, such as '12' or '0.5'"),
    Case(
      "age at least «nan»", .badNumber, "'nan' is not a number",
      help: "write digits, such as '12' or '0.5'"),
    Case(
      "age at least «1234567890123456»", .badNumber, "'1234567890123456' is not a number",
      help: "write digits, such as '12' or '0.5'"),
    Case(
      "age at least «0.1234567890123456»", .badNumber, "'0.1234567890123456' is not a number",
      help: "write digits, such as '12' or '0.5'"),
    Case(
      "age at least 3 «days»", .badUnit, "question 'age' is measured in years, not in 'days'",
      help: "write '3 years'"),
    Case("count at least 3 «times»", .badUnit, "question 'count' has no unit"),
    Case(
      "age at least «130»", .numberOutOfRange, "question 'age' takes 0 to 120, never 130",
      help: "correct it, or widen the range of the question"),
    Case(
      "age less than «-0.5» years", .numberOutOfRange, "question 'age' takes 0 to 120, never -0.5",
      help: "correct it, or widen the range of the question"),
    Case("age between «9 and 3»", .badRange, "'between' needs the lower value first"),
    Case("since between «2 weeks and 3 days»", .badRange, "'between' needs the lower value first"),
    Case(
      "since at least «31 days»", .numberOutOfRange,
      "question 'since' takes 0 minutes to 30 days, never 31 days",
      help: "correct it, or widen the range of the question"),
    Case(
      "since at least «3»", .badUnit, "a length of time needs a unit",
      help: "write '3 days', or hours, weeks, months, years"),
    Case(
      "since at least «1»", .badUnit, "a length of time needs a unit",
      help: "write '1 day', or hours, weeks, months, years"),
    Case(
      "since at least «long»", .badNumber, "'long' is not a number",
      help: "write a length of time such as '2 weeks'"),
    Case(
      "since at least «-3» days", .badNumber, "'-3' is not a number",
      help: "write a length of time such as '2 weeks'"),
    Case(
      "last less than 3 «dayz» ago", .badUnit, "'dayz' is not a unit of time",
      help: "did you mean 'days'?"),
    Case(
      "since at least 3 «moons»", .badUnit, "'moons' is not a unit of time",
      help: "write seconds, minutes, hours, days, weeks, months or years"),
    Case("fit at least 3 «weeks»", .badCondition, "'weeks' cannot follow here"),
  ]
}
