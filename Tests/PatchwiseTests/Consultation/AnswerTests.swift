import Foundation
import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("Answers")
struct AnswerTests {
  static let knowledge = Knowledge.tiny(
    questions: [
      .yesNo("itch", unsure: .option("yes")), .one("skin", ["dry", "oily"]),
      .any("signs", ["red", "hot"]),
      .number("age", 0...99, unsure: .refused), .duration("since", days: 1...30), .date("last"),
      Question(id: "label", ask: "Label?", domain: .ingredients(["words"])), .yesNo("outside"),
    ], scales: [.of("fit", ["good", "no"], otherwise: "good")],
    rules: [.of("itchy", when: "itch and skin is oily", raise: ["fit": "no"])]
  ).changed { knowledge in
    knowledge.sections[0].questions.removeLast()
    knowledge.lexicons = [
      Lexicon(id: "words", tags: [Lexicon.Tag(id: "perfume", label: "Perfume", names: ["Parfum"])])
    ]
  }

  static let taken: [(Identifier<Question>, Answer)] = [
    ("itch", .yes), ("itch", .no), ("itch", .unsure), ("skin", .option("dry")), ("skin", .unsure),
    ("signs", .options([])), ("signs", .options(["hot", "red"])), ("signs", .option("red")),
    ("signs", .options(["red", "red"])), ("age", .number(0)), ("age", .number(99)),
    ("age", .number(0.5)),
    ("since", .duration(TimeSpan(days: 1))), ("since", .duration(TimeSpan(days: 30))),
    ("since", .unsure),
    ("last", .date(Moment(seconds: 0))), ("last", .date(Moment(seconds: 86_401))),
    ("last", .date(Moment(seconds: -86_400))), ("last", .unsure), ("label", .options(["perfume"])),
    ("label", .options([])), ("label", .unsure),
  ]

  private static func domain(_ id: Identifier<Question>) -> Question.Domain {
    knowledge.questions.first { $0.id == id }?.domain ?? .date
  }

  private static func wrongKind(_ id: Identifier<Question>) -> AnswerRejection {
    .wrongKind(id, takes: domain(id))
  }

  private static func outOfRange(_ id: Identifier<Question>) -> AnswerRejection {
    .outOfRange(id, takes: domain(id))
  }

  static let rejected: [(Identifier<Question>, Answer, AnswerRejection)] = [
    ("itsh", .yes, .unknownQuestion("itsh")), ("outside", .yes, .unknownQuestion("outside")),
    ("itch", .option("maybe"), .unknownOption("maybe", "itch")),
    ("itch", .number(1), wrongKind("itch")),
    ("itch", .options(["yes"]), wrongKind("itch")), ("skin", .yes, .unknownOption("yes", "skin")),
    ("skin", .options(["dry"]), wrongKind("skin")),
    ("signs", .options(["red", "blue"]), .unknownOption("blue", "signs")),
    ("signs", .option("none"), .unknownOption("none", "signs")),
    ("age", .number(-0.1), outOfRange("age")),
    ("age", .number(99.1), outOfRange("age")), ("age", .number(.nan), outOfRange("age")),
    ("age", .number(.infinity), outOfRange("age")),
    ("age", .duration(TimeSpan(days: 3)), wrongKind("age")),
    ("age", .unsure, .unsureRefused("age")),
    ("since", .duration(TimeSpan(days: 31)), outOfRange("since")),
    ("since", .duration(TimeSpan(seconds: 86_399)), outOfRange("since")),
    ("since", .number(3), wrongKind("since")),
    ("last", .duration(TimeSpan(days: 3)), wrongKind("last")),
    ("label", .options(["water"]), .unknownOption("water", "label")),
  ]

  @Test("what a question takes is kept as it was said", arguments: taken)
  func isTaken(question: Identifier<Question>, answer: Answer) throws {
    var consultation = try Self.knowledge.begin()
    try consultation.answer(question, answer)
    #expect(consultation.answer(to: question) == answer)
    #expect(consultation.status(of: question) == .answered(answer))
    #expect(consultation.answered == [question])
    #expect(!consultation.asks.contains(question.name))
  }

  @Test("what it does not take is rejected, and all stays as it was", arguments: rejected)
  func isRejected(question: Identifier<Question>, answer: Answer, rejection: AnswerRejection) throws
  {
    var consultation = try Self.knowledge.begin()
    for (question, answer) in Self.taken { try consultation.answer(question, answer) }
    let before = consultation
    #expect(throws: rejection) { try consultation.answer(question, answer) }
    #expect(Conclusions(consultation) == Conclusions(before))
    #expect(consultation.answer(to: question) == before.answer(to: question))
    #expect(consultation.answered == before.answered)
  }

  @Test("an answer is written as an object with one key, and read again", arguments: taken.map(\.1))
  func coding(answer: Answer) throws {
    let data = try JSONEncoder().encode(answer)
    #expect(try JSONDecoder().decode(Answer.self, from: data) == answer)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object.count == 1)
  }

  @Test(
    "an object without exactly one known key is no answer",
    arguments: [
      "{}", "{\"maybe\": 1}", "3", "{\"option\": 3}", "{\"unsure\": false}",
      "{\"unsure\": \"yes\"}", "{\"option\": \"yes\", \"unsure\": true}",
      "{\"number\": 3, \"unit\": \"years\"}",
    ])
  func badCoding(text: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
    }
  }

  @Test("not sure stands for every value")
  func unsure() throws {
    var consultation = try Self.knowledge.begin()
    try consultation.answer("itch", .yes)
    try consultation.answer("skin", .unsure)
    #expect(consultation.levels(of: "fit") == "good...no")
    #expect(consultation.asks.isEmpty)
    #expect(consultation.recommendation?.decisions.first?.level?.id == "no")
  }

  @Test("not sure can count as one option at once")
  func unsureAsOption() throws {
    var consultation = try Self.knowledge.begin()
    try consultation.answer("itch", .unsure)
    #expect(consultation.truth(of: .test(.init(.question("itch"), .isAny(of: ["yes"])))) == .true)
    try consultation.answer("skin", .option("oily"))
    #expect(consultation.levels(of: "fit") == "no")
    #expect(consultation.answer(to: "itch") == .unsure)
  }

  @Test("none of them is an answer like any other")
  func none() throws {
    var knowledge = Self.knowledge
    knowledge.rules = [.of("calm", when: "signs includes none of (red, hot)", raise: ["fit": "no"])]
    var consultation = try knowledge.begin()
    #expect(consultation.levels(of: "fit") == "good...no")
    try consultation.answer("signs", .options([]))
    #expect(consultation.levels(of: "fit") == "no")
    try consultation.answer("signs", .options(["hot"]))
    #expect(consultation.levels(of: "fit") == "good")
  }
}
