import PatchwiseMutation
import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("Small changes of knowledge")
struct MutationTests {
  private func changes(_ knowledge: Knowledge) throws -> [String] {
    Mutation.all(of: try KnowledgeBase(knowledge)).map(\.description)
  }

  /// The changes of a rule's condition alone.
  private func changes(
    of condition: AuthoredText, asking questions: [Question]
  ) throws -> [String] {
    let all = try changes(
      Knowledge.tiny(
        questions: questions, scales: [.of("care", ["fine", "see"], otherwise: "fine")],
        rules: [.of("r", when: condition, raise: ["care": "see"])]))
    return all.map { String($0.dropFirst("rule 'r': ".count)) }
      .filter { $0 != "drop it" && !$0.hasPrefix("raise") }
  }

  @Test("a rule is dropped, with its parts one by one, and its level moves")
  func rule() throws {
    var knowledge = Knowledge.tiny(
      questions: [.yesNo("old")],
      scales: [.of("care", ["fine", "see", "run"], otherwise: "fine")],
      rules: [.of("r", when: "old", raise: ["care": "see"])],
      advice: [.of("rest")])
    knowledge.rules[0].unless = "not old"
    knowledge.rules[0].advises = ["rest"]
    #expect(
      try changes(knowledge) == [
        "rule 'r': drop it",
        "rule 'r': negate 'old is yes'",
        "rule 'r': drop its 'unless'",
        "'unless' of rule 'r': negate 'old is not yes'",
        "rule 'r': raise 'care' to 'fine' instead of 'see'",
        "rule 'r': raise 'care' to 'run' instead of 'see'",
        "rule 'r': drop its advice 'rest'",
      ])
  }

  @Test("parts of a condition are dropped and negated")
  func parts() throws {
    let questions: [Question] = [.yesNo("a"), .yesNo("b"), .yesNo("c")]
    #expect(
      try changes(of: "a and not (b or c)", asking: questions) == [
        "drop 'a is yes'", "negate 'a is yes'", "drop 'not (b is yes or c is yes)'",
        "negate 'not (b is yes or c is yes)'", "drop 'b is yes'", "negate 'b is yes'",
        "drop 'c is yes'", "negate 'c is yes'",
      ])
    #expect(
      try changes(of: "at least 2 of (a, b, c)", asking: questions) == [
        "at least 1 instead of 2", "at least 3 instead of 2", "drop 'a is yes'",
        "negate 'a is yes'", "drop 'b is yes'", "negate 'b is yes'", "drop 'c is yes'",
        "negate 'c is yes'",
      ])
  }

  @Test(
    "options and levels are swapped or dropped, and an end of a run of them moves",
    arguments: [
      ("type is dry", ["'type is oily' instead of 'type is dry'"]),
      ("type is any of (dry, oily)", ["'type is oily'", "'type is dry'"]),
      ("signs includes rash", ["'signs includes itch'"]),
      ("burn at least strong", ["'burn is any of (mild, strong, fierce)'", "'burn is fierce'"]),
      (
        "burn is any of (mild, strong)",
        [
          "'burn is any of (calm, mild, strong)'", "'burn is strong'", "'burn is mild'",
          "'burn is any of (mild, strong, fierce)'",
        ]
      ),
    ])
  func options(_ condition: String, expected: [String]) throws {
    let questions: [Question] = [
      .one("type", ["dry", "oily", "mixed"]), .any("signs", ["itch", "rash"]),
      .one("burn", ["calm", "mild", "strong", "fierce"], ordered: true),
    ]
    let found = try changes(of: AuthoredText(condition), asking: questions).dropFirst()
    #expect(found.count == expected.count)
    for (found, expected) in zip(found, expected) { #expect(found.hasPrefix(expected)) }
  }

  @Test(
    "what lies just at a threshold, or one step beyond it, comes to the other side",
    arguments: [
      ("age at least 18", ["more than 18", "at least 17"]),
      ("age at most 18", ["less than 18", "at most 19"]),
      ("age more than 18.5", ["at least 18.5", "more than 18.6"]),
      ("age less than 18", ["at most 18", "less than 17"]),
      (
        "age between 18 and 65",
        ["between 17 and 65", "between 19 and 65", "between 18 and 64", "between 18 and 66"]
      ),
      ("calm at least 4 weeks", ["more than 4 weeks", "at least 3 weeks"]),
      ("calm at least 36 hours", ["more than 36 hours", "at least 35 hours"]),
      ("seen less than 2 days ago", ["at most 2 days ago", "less than 1 day ago"]),
    ])
  func thresholds(_ condition: String, expected: [String]) throws {
    let questions: [Question] = [
      .number("age", 0...99), .duration("calm", days: 0...100), .date("seen"),
    ]
    let name = try #require(condition.split(separator: " ").first)
    #expect(
      try changes(of: AuthoredText(condition), asking: questions).dropFirst()
        == ArraySlice(expected.map { "'\(name) \($0)' instead of '\(condition)'" }))
  }

  @Test("a question is asked always, and its condition and definitions change as those of rules")
  func questionsAndDefinitions() throws {
    let knowledge = Knowledge.tiny(
      questions: [.yesNo("a"), .yesNo("b", askedWhen: "both")],
      definitions: [Definition(id: "both", condition: "a")])
    #expect(
      try changes(knowledge) == [
        "question 'b': ask it always", "question 'b': negate 'both'",
        "definition 'both': negate 'a is yes'",
      ])
  }

  @Test("the knowledge after a change differs in that change alone")
  func applied() throws {
    let knowledge = Knowledge.tiny(
      questions: [.number("age", 0...99)],
      scales: [.of("care", ["fine", "see"], otherwise: "fine")],
      rules: [.of("r", when: "age less than 18", raise: ["care": "see"])])
    let mutation = try #require(
      Mutation.all(of: try KnowledgeBase(knowledge)).first {
        $0.change == "'age less than 17' instead of 'age less than 18'"
      })
    #expect(
      mutation.applied(to: knowledge)
        == knowledge.changed { $0.rules[0].when = "age less than 17" })
  }
}
