import PatchwiseTestSupport
import Testing

@testable import Patchwise
@testable import PatchwiseVerification

@Suite("Rules and conditions that say nothing")
struct RuleCheckTests {
  static let knowledge = Knowledge.tiny(
    questions: [
      .any("signs", ["throat", "itch"]), .number("age", 0...99),
      .yesNo("worse", askedWhen: "signs includes itch"),
    ],
    scales: [.of("care", ["fine", "see", "run"], otherwise: "fine")],
    rules: [
      .of("throat", when: "signs includes throat", raise: ["care": "run"]),
      .of("worse", when: "worse", raise: ["care": "see"], advise: ["rest"]),
    ],
    advice: [.of("rest")])

  private func report(
    _ code: DiagnosticCode, _ change: (inout Knowledge) -> Void
  ) throws -> String {
    var verification = Verification(try KnowledgeBase(Self.knowledge.changed(change)))
    return DiagnosticRenderer().render(verification.findings(of: code).map(\.diagnostic))
  }

  // MARK: Rules that are outbid

  @Test("a rule that others always raise further is found with somebody for whom it holds")
  func outbidRule() throws {
    let report = try report(.outbidRule) {
      $0.rules.append(.of("sore", when: "signs includes throat and worse", raise: ["care": "see"]))
    }
    #expect(
      report == """
        warning: rule 'sore' never decides anything [outbid-rule]
        note: for example with signs: throat, itch; worse: yes
        help: look for rules that raise these people further, or remove it
        """)
  }

  @Test(
    "a rule that decides for somebody, gives advice or holds for nobody is no such rule",
    arguments: [
      Rule.of("see", when: "signs includes itch and worse is no", raise: ["care": "see"]),
      Rule.of("run", when: "signs includes throat and worse", raise: ["care": "run"]),
      Rule.of(
        "say", when: "signs includes throat and worse", raise: ["care": "see"], advise: ["rest"]),
      Rule.of("none", when: "age at least 50 and age less than 50", raise: ["care": "see"]),
    ])
  func decidingRules(rule: Rule) throws {
    #expect(try report(.outbidRule) { $0.rules.append(rule) } == "")
  }

  @Test("a rule decides if it does so in one consultation, or on a scale that a condition looks at")
  func decidesSomewhere() throws {
    func change(_ knowledge: inout Knowledge) {
      knowledge.scales.append(.of("skin", ["calm", "sore"], otherwise: "calm"))
      knowledge.consultations[0].decides = ["care"]
      knowledge.rules.append(
        .of("sore", when: "signs includes throat", raise: ["care": "see", "skin": "sore"]))
    }
    #expect(try report(.outbidRule, change).contains("rule 'sore'"))
    #expect(
      try report(.outbidRule) {
        change(&$0)
        $0.rules.append(.of("s", when: "skin is sore and worse", raise: ["care": "run"]))
      } == "")
    #expect(
      try report(.outbidRule) {
        change(&$0)
        $0.consultations[0].decides.append("skin")
      } == "")
    #expect(
      try report(.outbidRule) {
        change(&$0)
        $0.advice[0].onlyAt = [Advice.Limit("skin", to: ["sore"])]
      } == "")
  }

  // MARK: Rules that are there twice

  @Test("two rules that hold for the same people and do the same are found, in whatever words")
  func repeatedRule() throws {
    let report = try report(.repeatedRule) {
      $0.rules.append(
        .of(
          "again", when: "not (worse is no or signs includes none of (itch))",
          raise: ["care": "see"], advise: ["rest"]))
      $0.rules[0].advises = ["rest"]
    }
    #expect(
      report == """
        warning: rule 'again' says the same as rule 'worse' [repeated-rule]
        note: that one is here
        note: for example with signs: itch; worse: yes
        help: make one rule of them, or correct the condition of one
        """)
  }

  @Test(
    "rules that differ for anybody, or in what they do, are no repetition",
    arguments: [
      Rule.of("a", when: "age at least 9", raise: ["care": "see"], advise: ["rest"]),
      Rule.of("b", when: "worse", raise: ["care": "run"]),
      Rule.of(
        "c", when: "age less than 1", raise: ["care": "see"], advise: ["rest"]),
      Rule.of("d", when: "previous worse", raise: ["care": "see"], advise: ["rest"]),
    ])
  func differentRules(rule: Rule) throws {
    #expect(try report(.repeatedRule) { $0.rules.append(rule) } == "")
  }

  @Test("a narrower rule that does no more than a wider one is found")
  func narrowerRule() throws {
    let report = try report(.repeatedRule) {
      $0.rules[0].raises = [.init("care", to: "see")]
      $0.rules.insert(
        .of("both", when: "worse and signs includes throat", raise: ["care": "see"]), at: 0)
    }
    #expect(
      report == """
        warning: rule 'both' adds nothing to rule 'throat' [repeated-rule]
        note: that one is here
        note: for example with signs: throat, itch; worse: yes
        help: make one rule of them, or correct the condition of one
        """)
  }

  @Test("a narrower rule that only others raise further is left to the check for that")
  func narrowerAndMilder() throws {
    let report = try report(.repeatedRule) {
      $0.rules.append(.of("both", when: "worse and signs includes throat", raise: ["care": "see"]))
      $0.rules[1].raises = []
    }
    #expect(report == "")
  }

  @Test("rules that hold for nobody are not called the same")
  func deadRules() throws {
    let report = try report(.repeatedRule) {
      $0.rules.append(.of("x", when: "worse and worse is no", raise: ["care": "see"]))
      $0.rules.append(.of("y", when: "age less than 5 and age at least 5", raise: ["care": "see"]))
    }
    #expect(report == "")
  }

  // MARK: Parts that are constant

  @Test(
    "a part that makes no difference where it stands is found",
    arguments: [
      ("age at least 18 and age at least 10", ["age at least 10"]),
      ("age at least 10 and age at least 18", ["age at least 10"]),
      ("age less than 5 or age less than 9", ["age less than 5"]),
      ("worse and worse", ["worse is yes"]),
      ("worse or (worse and age less than 9)", ["worse is yes and age less than 9"]),
      ("worse and not (age less than 5 or worse is no)", ["worse is no"]),
      ("worse and (age less than 5 or age at least 5)", ["age less than 5 or age at least 5"]),
      (
        "at least 2 of (worse, age less than 5, age less than 9, age less than 9)",
        ["age less than 5", "worse is yes"]
      ),
    ])
  func constantPart(condition: String, parts: [String]) throws {
    let report = try report(.constantTest) {
      $0.rules.append(.of("r", when: AuthoredText(condition), raise: ["care": "run"]))
    }
    let found = report.split(separator: "\n").filter { $0.hasPrefix("warning") }
      .map { $0.split(separator: "'")[1] }
    #expect(found.map(String.init) == parts, "\(report)")
  }

  @Test("the part is shown in its place, and why it makes no difference")
  func placeOfConstantPart() throws {
    let place = SourceLocation(file: "a.yaml", line: 1, column: 7)
    let report = try report(.constantTest) {
      $0.rules.append(.of("r", when: "worse", raise: ["care": "run"]))
      $0.rules[2].when = AuthoredText("worse and age at most 9 and age at most 50", at: place)
    }
    #expect(
      report == """
        a.yaml:1:35: warning: 'age at most 50' makes no difference in rule 'r' [constant-test]
        note: it always holds where the rest leaves it to it
        help: correct it, or leave it out
        """)
  }

  @Test("a definition and an 'asked when' that are the same for everybody are found once")
  func constantDefinition() throws {
    let report = try report(.constantTest) {
      $0.definitions.append(.of("any-age", "age at least 0"))
      $0.rules.append(.of("r", when: "worse or any-age", raise: ["care": "run"]))
      $0.questions[0].askedWhen = "age at most 99"
    }
    #expect(
      report == """
        warning: 'age at most 99' makes no difference in 'asked when' of question 'signs' [constant-test]
        note: it holds for everybody
        help: correct it, or leave it out
        warning: 'age at least 0' makes no difference in definition 'any-age' [constant-test]
        note: it holds for everybody
        help: correct it, or leave it out
        """)
  }

  @Test(
    "what turns the balance for anybody, or repeats what a question hangs on, is left alone",
    arguments: [
      "age at least 18 and age at most 20", "signs includes itch and worse",
      "care at least see and worse",
      "(worse and age at least 4) or (worse is no and age at least 9)",
      "at least 2 of (worse, age less than 5, age less than 9)", "age at least 0",
      "previous worse and worse", "earlier worse or previous worse is no",
      "not (worse and age less than 5)",
    ])
  func partsThatCount(condition: AuthoredText) throws {
    let report = try report(.constantTest) {
      $0.scales.append(.of("bed", ["no", "yes"], otherwise: "no"))
      $0.rules.append(.of("r", when: condition, raise: ["bed": "yes"]))
    }
    #expect(report == "")
  }

  @Test("a condition that is too long to be looked at part by part is given up, and that is said")
  func longCondition() throws {
    func report(_ count: Int) throws -> String {
      try self.report(.constantTest) {
        let parts = Array(repeating: "worse", count: count).joined(separator: " and ")
        $0.rules.append(.of("r", when: AuthoredText(parts), raise: ["care": "run"]))
        $0.rules.append(.of("s", when: "worse and worse", raise: ["care": "run"]))
      }
    }
    let long = try report(50_000)
    #expect(
      long.hasPrefix(
        "warning: this was not decided for rule 'r', as it takes too long [constant-test]\n"))
    #expect(long.contains("'worse is yes' makes no difference in rule 's'"), "\(long)")
    #expect(try !report(20).contains("not decided"))
  }

  @Test("a condition that holds for nobody is reported as that")
  func deadCondition() throws {
    let report = try report(.constantTest) {
      $0.rules.append(.of("r", when: "worse and worse is no", raise: ["care": "run"]))
    }
    #expect(report == "")
  }
}
