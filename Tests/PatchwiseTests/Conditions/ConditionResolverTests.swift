import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("Looking up the names of a condition")
struct ConditionResolverTests {
  static let knowledge = Knowledge.tiny(
    questions: [
      .yesNo("itch"), .one("skin", ["dry", "oily", "raw"]),
      .one("pain", ["none-at-all", "mild", "bad"], ordered: true),
      .any("signs", ["red", "swollen", "hot"]), .number("age", 0...120, unit: "years"),
      .number("count", 0...10), .one("kind", ["yes", "no", "both"]),
      .duration("since", days: 0...30), .date("last"),
    ],
    definitions: [.of("sore", "itch or signs includes hot")],
    scales: [.of("fit", ["good", "later", "no"]), .of("care", ["see", "run"])],
    rules: [.of("rest", when: "itch", advise: ["tip"])], advice: [.of("tip")])

  /// Reads a condition of the knowledge above.
  static func read(_ text: String) throws -> Condition {
    let resolver = ConditionResolver(knowledge: knowledge, names: NameIndex(knowledge))
    return try resolver.resolve(AuthoredText(text)).get()
  }

  private static func test(
    _ question: Identifier<Question>, _ relation: Condition.Relation,
    at reading: Condition.Reading = .current
  ) -> Condition {
    .test(Condition.Test(.question(question), relation, at: reading))
  }

  @Test(
    "a question is tested as its kind allows",
    arguments: [
      ("itch", test("itch", .isAny(of: ["yes"]))),
      ("itch is yes", test("itch", .isAny(of: ["yes"]))),
      ("itch is no", test("itch", .isAny(of: ["no"]))),
      ("itch is not yes", .not(test("itch", .isAny(of: ["yes"])))),
      ("skin is dry", test("skin", .isAny(of: ["dry"]))),
      ("skin is not any of (dry, raw)", .not(test("skin", .isAny(of: ["dry", "raw"])))),
      ("pain at least mild", test("pain", .isAny(of: ["mild", "bad"]))),
      ("pain at most mild", test("pain", .isAny(of: ["none-at-all", "mild"]))),
      ("pain more than mild", test("pain", .isAny(of: ["bad"]))),
      ("pain less than mild", test("pain", .isAny(of: ["none-at-all"]))),
      ("pain between mild and bad", test("pain", .isAny(of: ["mild", "bad"]))),
      ("signs includes red", test("signs", .includesAny(of: ["red"]))),
      ("signs includes any of (red, hot)", test("signs", .includesAny(of: ["red", "hot"]))),
      ("signs includes none of (red)", .not(test("signs", .includesAny(of: ["red"])))),
      ("signs includes all of (red, hot)", test("signs", .includesAll(of: ["red", "hot"]))),
      ("age at least 18", test("age", .compares(.atLeast, .number(18)))),
      ("age less than 1 year", test("age", .compares(.lessThan, .number(1)))),
      ("age more than 0.5 years", test("age", .compares(.moreThan, .number(0.5)))),
      (
        "since at most 36 hours",
        test("since", .compares(.atMost, .duration(TimeSpan(seconds: 129_600))))
      ),
      (
        "since less than 1.5 weeks",
        test("since", .compares(.lessThan, .duration(TimeSpan(seconds: 907_200))))
      ),
      ("last less than 2 weeks ago", test("last", .passed(.lessThan, TimeSpan(days: 14)))),
      ("previous itch", test("itch", .isAny(of: ["yes"]), at: .previous)),
      ("earlier age at least 18", test("age", .compares(.atLeast, .number(18)), at: .earlier)),
      ("earlier skin is not dry", .not(test("skin", .isAny(of: ["dry"]), at: .earlier))),
      ("sore", .definition("sore")),
    ])
  func questions(text: String, expected: Condition) throws {
    #expect(try Self.read(text) == expected)
  }

  @Test(
    "a scale is tested by its levels, advice by whether it is given",
    arguments: [
      ("fit is later", Condition.Subject.scale("fit"), Condition.Relation.isAny(of: ["later"])),
      ("fit at least later", .scale("fit"), .isAny(of: ["later", "no"])),
      ("fit less than no", .scale("fit"), .isAny(of: ["good", "later"])),
      ("fit between good and good", .scale("fit"), .isAny(of: ["good"])),
      ("fit is any of (no, good)", .scale("fit"), .isAny(of: ["no", "good"])),
      ("tip is given", .advice("tip"), .isGiven),
    ])
  func scalesAndAdvice(
    text: String, subject: Condition.Subject, relation: Condition.Relation
  ) throws {
    let test = Condition.test(Condition.Test(subject, relation))
    #expect(try Self.read(text) == test)
    #expect(try Self.read("not \(text)") == .not(test))
  }

  @Test("both ends of a range belong to it")
  func between() throws {
    for age in [1.0, 2, 3, 4] {
      var consultation = try Self.knowledge.begin()
      try consultation.answer("age", .number(age))
      #expect(
        consultation.truth(of: try Self.read("age between 2 and 3")) == Truth(age == 2 || age == 3))
    }
  }

  @Test("all unknown names of a condition are reported, not only the first")
  func allProblems() throws {
    let text = AuthoredText(
      "skin is drey and agee at least 3", at: SourceLocation(file: "a.yaml", line: 4, column: 10))
    let resolver = ConditionResolver(
      knowledge: Self.knowledge, names: NameIndex(Self.knowledge))
    let error = #expect(throws: ConditionFailure.self) { try resolver.resolve(text).get() }
    #expect(
      DiagnosticRenderer().render(error?.diagnostics ?? []) == """
        a.yaml:4:18: error: question 'skin' has no option 'drey' [unknown-option]
        help: did you mean 'dry'?
        a.yaml:4:27: error: there is no question, scale, definition or advice 'agee' [unknown-name]
        help: did you mean 'age'?
        """)
  }
}
