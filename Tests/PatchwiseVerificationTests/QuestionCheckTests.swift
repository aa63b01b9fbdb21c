import PatchwiseTestSupport
import Testing

@testable import Patchwise
@testable import PatchwiseVerification

@Suite("Questions and advice that reach nobody, or too late")
struct QuestionCheckTests {
  static let knowledge = Knowledge.tiny(
    questions: [
      .any("signs", ["throat", "itch"]), .number("age", 0...99),
      .yesNo("worse", askedWhen: "signs includes itch"),
    ],
    scales: [.of("care", ["fine", "see", "run"], otherwise: "fine", ending: ["run"])],
    rules: [
      .of("throat", when: "signs includes throat", raise: ["care": "run"]),
      .of("worse", when: "worse", raise: ["care": "see"]),
      .of("old", when: "age at least 65", raise: ["care": "see"], advise: ["rest"]),
    ],
    advice: [.of("rest")])

  private func report(
    _ code: DiagnosticCode, _ change: (inout Knowledge) -> Void = { _ in }
  ) throws -> String {
    var verification = Verification(try KnowledgeBase(Self.knowledge.changed(change)))
    return DiagnosticRenderer().render(verification.findings(of: code).map(\.diagnostic))
  }

  @Test(
    "nothing is found where all is well",
    arguments: [DiagnosticCode.neverAsked, .unreachableAdvice, .idleQuestion, .lateEnding])
  func clean(code: DiagnosticCode) throws {
    #expect(try report(code) == "")
  }

  // MARK: Questions that are never asked

  @Test("a question that applies to nobody is found, and not what rests on it")
  func neverAsked() throws {
    let report = try report(.neverAsked) {
      $0.questions[2].askedWhen = "age less than 5 and age at least 5"
      $0.questions.append(.yesNo("how-much", askedWhen: "worse"))
      $0.sections[0].questions.append("how-much")
    }
    #expect(
      report == """
        warning: question 'worse' applies to nobody [never-asked]
        help: look for tests that exclude each other, or remove it
        """)
  }

  @Test("a question is asked if one consultation asks it; what is in none is not reported here")
  func askedSomewhere() throws {
    let report = try report(.neverAsked) {
      $0.questions += [.yesNo("spare"), .yesNo("extra", askedWhen: "spare")]
      $0.questions[2].askedWhen = "age less than 5"
      $0.sections.append(Question.Section(id: "short", questions: ["worse", "signs", "extra"]))
      $0.consultations.append(
        ConsultationKind(id: "short", title: "Short", sections: ["short"], decides: ["care"]))
    }
    #expect(report == "")
  }

  // MARK: Advice that nobody is told

  @Test("advice beside levels that exclude each other is found with somebody who gets no advice")
  func unreachableAdvice() throws {
    let report = try report(.unreachableAdvice) {
      $0.advice[0].onlyAt = [Advice.Limit("care", to: ["fine"])]
    }
    #expect(
      report == """
        warning: nobody is told advice 'rest' [unreachable-advice]
        note: for example with signs: none; age: 65
        help: add the levels that these people come to to its 'only at', or remove it
        """)
  }

  @Test("advice that some are told, that an alarm gives, or whose rule is dead is not reported")
  func reachableAdvice() throws {
    #expect(
      try report(.unreachableAdvice) {
        $0.advice[0].onlyAt = [Advice.Limit("care", to: ["run", "fine"])]
      } == "")
    #expect(
      try report(.unreachableAdvice) {
        $0.advice[0].onlyAt = [Advice.Limit("care", to: ["fine"])]
        $0.alarms = [
          Alarm(
            id: "a", phrases: ["throat"], raises: [.init("care", to: "run")], advises: ["rest"])
        ]
      } == "")
    #expect(
      try report(.unreachableAdvice) { $0.rules[2].unless = "age at least 60" } == "")
  }

  // MARK: Questions that make no difference

  @Test("a question whose answers make no difference is found, also with all that it opens")
  func idleQuestion() throws {
    let report = try report(.idleQuestion) {
      $0.questions += [.yesNo("hums"), .yesNo("loud", askedWhen: "hums")]
      $0.sections[0].questions += ["hums", "loud"]
      $0.rules[1].when = "(worse and loud) or (worse and not loud)"
    }
    #expect(
      report == """
        warning: no answer to question 'hums' makes a difference [idle-question]
        help: add the rule that is missing, or remove it
        warning: no answer to question 'loud' makes a difference [idle-question]
        help: add the rule that is missing, or remove it
        """)
  }

  @Test("a question matters by what it opens, by advice, on a hint, and at the next reading")
  func mattersSomehow() throws {
    func idle(_ change: (inout Knowledge) -> Void) throws -> Bool {
      try report(.idleQuestion) {
        $0.questions += [.yesNo("hums"), .yesNo("loud", askedWhen: "hums")]
        $0.sections[0].questions += ["hums", "loud"]
        $0.scales.append(.of("inner", ["low", "high"], otherwise: "low"))
        change(&$0)
      }.contains("'hums'")
    }
    #expect(try idle { _ in })
    #expect(try !idle { $0.rules.append(.of("l", when: "loud", raise: ["care": "run"])) })
    #expect(try !idle { $0.rules.append(.of("l", when: "hums", advise: ["rest"])) })
    #expect(try idle { $0.rules.append(.of("l", when: "hums", raise: ["inner": "high"])) })
    #expect(
      try !idle {
        $0.rules += [
          .of("l", when: "hums", raise: ["inner": "high"]),
          .of("p", when: "earlier inner is high", raise: ["care": "run"]),
        ]
      })
    #expect(
      try !idle { $0.rules.append(.of("p", when: "previous hums", raise: ["care": "run"])) })
    #expect(
      try idle {
        $0.advice.append(.of("sit"))
        $0.advice[1].onlyAt = [Advice.Limit("care", to: ["fine"])]
        $0.rules.append(.of("l", when: "hums and age at least 65", advise: ["sit"]))
      })
  }

  @Test("as long as there are no rules, no question is called idle")
  func noRules() throws {
    #expect(
      try report(.idleQuestion) {
        $0.rules = []
        $0.advice = []
      } == "")
  }

  // MARK: Endings that come late

  @Test("a question that can end the consultation after one that can't is found")
  func lateEnding() throws {
    let report = try report(.lateEnding) { $0.sections[0].questions = ["age", "signs", "worse"] }
    #expect(
      report == """
        warning: question 'signs' can end consultation 'visit', and 'age' comes before it [late-ending]
        help: ask it first
        """)
  }

  @Test("a number can end a consultation by itself; what needs two answers can't")
  func whatEnds() throws {
    func isLate(_ condition: AuthoredText) throws -> Bool {
      try report(.lateEnding) {
        $0.questions.append(.yesNo("hot"))
        $0.sections[0].questions = ["hot", "age", "signs", "worse"]
        $0.rules[0].when = condition
      } != ""
    }
    #expect(try isLate("age more than 90"))
    #expect(try isLate("signs includes itch"))
    #expect(try !isLate("signs includes itch and age more than 90"))
    #expect(try !isLate("worse"))
    #expect(try !isLate("hot"))
  }
}
