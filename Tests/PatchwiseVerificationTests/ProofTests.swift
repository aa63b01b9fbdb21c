import PatchwiseTestSupport
import Testing

@testable import Patchwise
@testable import PatchwiseVerification

@Suite("What is proved for every situation")
struct ProofTests {
  static let knowledge = Knowledge.tiny(
    questions: [
      .any("signs", ["throat", "itch"]), .number("age", 0...99),
      .yesNo("worse", askedWhen: "signs includes itch"),
    ],
    scales: [.of("care", ["fine", "see", "run"], otherwise: "fine", ending: ["run"])],
    rules: [
      .of("throat", when: "signs includes throat", raise: ["care": "run"]),
      .of("worse", when: "worse", raise: ["care": "see"]),
    ]
  ).changed {
    $0.promises = [
      Promise(id: "throat-runs", whenever: "signs includes throat", then: "care is run"),
      Promise(id: "worse-is-seen", whenever: "worse", then: "care at least see"),
    ]
  }

  private static let codes: [DiagnosticCode] = [
    .brokenPromise, .deadRule, .gap, .unreachableLevel, .unusedName,
  ]

  private func found(_ change: (inout Knowledge) -> Void) throws -> [String] {
    let base = try KnowledgeBase(Self.knowledge.changed(change))
    let diagnostics = Verification.diagnostics(of: base).filter { Self.codes.contains($0.code) }
    return diagnostics.map { diagnostic in
      ([diagnostic.message] + diagnostic.notes.map(\.message)).joined(separator: " – ")
    }
  }

  @Test("nothing is found where all is well")
  func clean() throws {
    #expect(try found { _ in }.isEmpty)
  }

  @Test("a dropped red flag breaks its promise, and the note shows for whom")
  func droppedRedFlag() throws {
    #expect(
      try found { $0.rules[0].unless = "age less than 18 and not worse" } == [
        "promise 'throat-runs' is broken in consultation 'visit' – for example with signs: throat; age: 0"
      ])
  }

  @Test("a level too low breaks its promise")
  func swappedLevel() throws {
    let problems = try found { $0.rules[0].raises = [.init("care", to: "see")] }
    #expect(problems.contains { $0.hasPrefix("promise 'throat-runs' is broken") })
    #expect(problems.contains("nobody comes to level 'run' of scale 'care'"))
  }

  @Test("a rule that holds for nobody is found, be it by its question's condition")
  func deadRule() throws {
    let problems = try found {
      $0.rules.append(
        .of("never", when: "worse and signs includes none of (itch)", raise: ["care": "see"]))
      $0.rules.append(
        .of("nor", when: "age less than 5 and age more than 4.5", raise: ["care": "see"]))
      $0.rules.append(
        .of("none", when: "age less than 5 and age at least 5", raise: ["care": "see"]))
    }
    #expect(problems == ["rule 'never' holds for nobody", "rule 'none' holds for nobody"])
  }

  @Test("a promise that speaks of nobody is found")
  func emptyPromise() throws {
    let knowledge = try KnowledgeBase(
      Self.knowledge.changed {
        $0.questions.append(.yesNo("hums"))
        $0.promises.append(
          Promise(id: "a", whenever: "worse and signs includes none of (itch)", then: "care is run")
        )
        $0.promises.append(Promise(id: "b", whenever: "hums", then: "care is run"))
      })
    var verification = Verification(knowledge)
    #expect(
      verification.findings(of: .emptyPromise).map(\.diagnostic.message) == [
        "promise 'a' speaks of nobody", "promise 'b' speaks of nobody",
      ])
  }

  @Test("a gap is found with somebody who falls into it")
  func gap() throws {
    let problems = try found { $0.scales[0].otherwise = nil }
    #expect(
      problems.contains {
        $0.hasPrefix(
          "scale 'care' has no level in 2 situations of consultation 'visit' – for example")
      })
    #expect(problems.contains("nobody comes to level 'fine' of scale 'care'"))
  }

  @Test("a level to which only an alarm leads is reached")
  func alarmLevel() throws {
    func unreachable(_ change: (inout Knowledge) -> Void) throws -> [String] {
      try found {
        $0.rules[0].raises = [.init("care", to: "see")]
        $0.promises = []
        change(&$0)
      }
    }
    let problem = "nobody comes to level 'run' of scale 'care'"
    #expect(try unreachable { _ in } == [problem])
    #expect(
      try unreachable {
        $0.alarms = [Alarm(id: "a", phrases: ["throat"], raises: [.init("care", to: "run")])]
      } == [])
    #expect(
      try unreachable {
        $0.alarms = [Alarm(id: "a", phrases: ["throat"], raises: [.init("care", to: "see")])]
      } == [problem])
  }

  @Test("a promise is kept in every consultation, or is broken in one")
  func everyConsultation() throws {
    let problems = try found { knowledge in
      knowledge.sections.append(Question.Section(id: "short", questions: ["age"]))
      knowledge.consultations.append(
        ConsultationKind(id: "short", title: "Short", sections: ["short"], decides: ["care"]))
      knowledge.promises.append(
        Promise(
          id: "old", whenever: "age at least 90", then: "signs includes none of (itch) or worse"))
    }
    #expect(problems.count == 1)
    #expect(problems[0].hasPrefix("promise 'old' is broken in consultation 'visit'"))
  }

  @Test("a promise that names its consultations is proved in those alone")
  func namedConsultations() throws {
    func broken(in consultations: [Identifier<ConsultationKind>]) throws -> [String] {
      try found { knowledge in
        knowledge.sections.append(Question.Section(id: "short", questions: ["age"]))
        knowledge.consultations.append(
          ConsultationKind(id: "short", title: "Short", sections: ["short"], decides: ["care"]))
        // Only where nothing but the age is asked does nobody have signs.
        knowledge.promises.append(
          Promise(
            id: "quiet", whenever: "age at least 0", then: "signs includes none of (itch, throat)",
            in: consultations))
      }.map { String($0.prefix { $0 != "–" }) }
    }
    let problem = "promise 'quiet' is broken in consultation 'visit' "
    #expect(try broken(in: ["short"]) == [])
    #expect(try broken(in: ["visit"]) == [problem])
    #expect(try broken(in: ["short", "visit"]) == [problem])
    #expect(try broken(in: []) == [problem])
  }

  @Test("a rule about a question that is in no section is not reported beside the question")
  func unaskedQuestion() throws {
    let problems = try found {
      $0.questions.append(.yesNo("hums"))
      $0.definitions.append(.of("noisy", "hums or worse"))
      $0.rules.append(.of("hums", when: "noisy and hums", raise: ["care": "see"]))
    }
    #expect(problems == ["question 'hums' is in no section"])
  }

  @Test(
    "a day in an example is told by how long ago it is",
    arguments: [
      ("last less than 3 days ago", "today"), ("last more than 3 days ago", "4 days ago"),
      ("last more than 1 days ago and last less than 3 days ago", "2 days ago"),
      ("not (last less than 2 weeks ago or last more than 2 weeks ago)", "14 days ago"),
    ])
  func days(condition: String, day: String) throws {
    let problems = try found {
      $0.questions.append(.date("last"))
      $0.sections[0].questions.append("last")
      $0.promises.append(
        Promise(
          id: "p", whenever: AuthoredText(condition), then: "care is run and not (care is run)")
      )
    }
    let start = "promise 'p' is broken in consultation 'visit' – for example with"
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix(start) == true)
    #expect(problems.first?.hasSuffix("last: \(day)") == true, "\(problems)")
  }

  @Test("a level that nobody comes to gets the cure that fits it", arguments: cures)
  func fittingCure(expected: (change: @Sendable (inout Knowledge) -> Void, text: String)) throws {
    let base = try KnowledgeBase(Self.knowledge.changed(expected.change))
    let found = Verification.diagnostics(of: base).filter { $0.code == .unreachableLevel }
    #expect(DiagnosticRenderer().render(found) == expected.text)
  }

  static let cures: [(change: @Sendable (inout Knowledge) -> Void, text: String)] = [
    (
      { $0.scales[0].levels.insert(.init(id: "bliss"), at: 0) },
      """
      warning: nobody comes to level 'bliss' of scale 'care' [unreachable-level]
      help: say 'otherwise: bliss' instead of 'fine', or remove it
      """
    ),
    (
      {
        $0.rules.append(.of("all", when: "age at least 0", raise: ["care": "see"]))
      },
      """
      warning: nobody comes to level 'fine' of scale 'care' [unreachable-level]
      help: look for a rule that always holds, or remove it
      """
    ),
    (
      { $0.scales[0].levels.insert(.init(id: "watch"), at: 1) },
      """
      warning: nobody comes to level 'watch' of scale 'care' [unreachable-level]
      help: add a rule that raises the scale to it, or remove it
      """
    ),
    (
      {
        $0.scales[0].levels.insert(.init(id: "watch"), at: 1)
        $0.rules.append(.of("mild", when: "worse", raise: ["care": "watch"]))
      },
      """
      warning: nobody comes to level 'watch' of scale 'care' [unreachable-level]
      help: narrow the rules that raise those people further, or remove it
      """
    ),
  ]
}
