import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("Answers to try")
struct SampleAnswersTests {
  @Test(
    "options are tried one by one, numbers at thresholds, between them and at the ends of the range"
  )
  func samples() throws {
    let base = try KnowledgeBase(
      .tiny(
        questions: [
          .yesNo("itch"), .one("skin", ["dry", "oily"]), .any("signs", ["red", "hot"]),
          .number("age", 0...99),
          .duration("since", days: 0...30), .date("last"),
        ],
        rules: [
          .of(
            "r", when: "age at least 18 and previous age less than 1 and since more than 2 days",
            advise: ["tip"])
        ], advice: [.of("tip")]))
    func samples(_ id: Identifier<Question>) throws -> [Answer] {
      base.sampleAnswers(to: try #require(base.question(id)))
    }
    #expect(try samples("itch") == [.yes, .no])
    #expect(try samples("skin") == [.option("dry"), .option("oily")])
    #expect(try samples("signs") == [.options([]), .options(["red"]), .options(["hot"])])
    #expect(try samples("age") == [0, 1, 18, 99, 0.5, 9.5, 58.5].map { .number($0) })
    #expect(
      try samples("since")
        == [0, 172_800, 2_592_000, 86_400, 1_382_400].map { .duration(TimeSpan(seconds: $0)) })
    #expect(try samples("last").isEmpty)
  }
}
