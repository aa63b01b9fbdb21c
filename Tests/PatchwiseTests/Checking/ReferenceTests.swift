import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("Checking references")
struct ReferenceTests {
  /// Knowledge with one thing wrong, and the text about it.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var knowledge: Knowledge
    var text: String

    init(_ what: String, _ text: String, _ change: (inout Knowledge) -> Void) {
      testDescription = what
      self.text = text
      knowledge = Knowledge.tiny(
        questions: [.yesNo("itch"), .one("skin", ["dry", "oily"])],
        scales: [.of("fit", ["good", "later"]), .of("care", ["see", "run"])],
        rules: [.of("rest", when: "itch", raise: ["fit": "later"], advise: ["tip"])],
        advice: [.of("tip")])
      knowledge.sources = [Source(id: "who", title: "WHO", evidence: .guideline)]
      change(&knowledge)
    }
  }

  @Test("names the problem and a cure", arguments: [rules, parts, questions].joined())
  func refused(wrong: Case) throws {
    #expect(NameTests.problems(wrong.knowledge) == wrong.text)
    let error = #expect(throws: KnowledgeError.self) { try KnowledgeBase(wrong.knowledge) }
    #expect(error?.description == wrong.text)
  }

  static let rules = [
    Case(
      "a rule that would lower a scale",
      """
      error: 'good' is below 'later', at which scale 'fit' is without any rule [lowers-scale]
      note: it is said here
      help: say 'otherwise: good' at the scale, or raise it to a more cautious level
      """
    ) {
      $0.scales[0].otherwise = "later"
      $0.rules[0].raises = [.init("fit", to: "good")]
    },
    Case(
      "a scale that is decided twice",
      """
      error: scale 'fit' is decided already [repeated-scale]
      help: name it once in consultation 'visit'
      """
    ) { $0.consultations[0].decides = ["fit", "care", "fit"] },
    Case(
      "advice that goes with a level of another scale",
      """
      error: 'run' is a level of scale 'care', not of 'fit' [level-of-another-scale]
      help: its levels are good, later
      """
    ) { $0.advice[0].onlyAt = [.init("fit", to: ["run"])] },
    Case(
      "advice that goes with no scale",
      """
      error: there is no scale 'fitt' [unknown-scale]
      help: did you mean 'fit'?
      """
    ) { $0.advice[0].onlyAt = [.init("fitt", to: ["good"])] },
    Case(
      "an alarm that gives unknown advice",
      """
      error: there is no advice 'tap' [unknown-advice]
      help: did you mean 'tip'?
      """
    ) {
      $0.alarms = [
        Alarm(id: "a", phrases: ["x"], raises: [.init("care", to: "run")], advises: ["tap"])
      ]
    },
    Case(
      "a follow-up that names nothing there is",
      """
      error: there is no consultation 'visitt' [unknown-consultation]
      help: did you mean 'visit'?
      error: question 'skin' has no option 'wet' [unknown-option]
      help: write one of dry, oily
      error: there is no question 'itsh' [unknown-question]
      help: did you mean 'itch'?
      error: question 'skin' has no option 'icy' [unknown-option]
      help: write one of dry, oily
      error: question 'skin' has no option 'hot' [unknown-option]
      help: write one of dry, oily
      error: there is no question 'ich' [unknown-question]
      help: did you mean 'itch'?
      error: question 'itch' asks for no length of time [wrong-test]
      help: name one with 'choose: duration', or leave 'since' out
      """
    ) {
      $0.plans = [
        Plan(
          id: "p", title: "P",
          followUp: Plan.FollowUp(
            "visitt", answers: [.init("skin", "wet")], since: "itch", late: [.init("itsh", "yes")],
            learnt: [.init("skin", "icy")], compares: ["ich"],
            between: .init("visit", answers: [.init("skin", "hot")])))
      ]
      $0.scales[0].levels[1].plan = "p"
    },
    Case(
      "a hint at an unknown question",
      """
      error: there is no question 'itsh' [unknown-question]
      help: did you mean 'itch'?
      """
    ) { $0.hints = [Hint("itsh", "yes", phrases: ["x"])] },
    Case(
      "a hint at an unknown option, and at none where one has to be chosen",
      """
      error: question 'skin' has no option 'dri' [unknown-option]
      help: did you mean 'dry'?
      error: question 'skin' has no option 'none' [unknown-option]
      help: write one of dry, oily
      """
    ) { $0.hints = [Hint("skin", "dri", phrases: ["x"]), Hint("skin", "none", phrases: ["x"])] },
    Case(
      "a hint where there is nothing to choose, and one without a word",
      """
      error: question 'age' has no options to choose, so that nothing hints at one [wrong-test]
      help: leave these hints out
      error: a phrase without a word is never found [empty-text]
      help: write words that are typed, or leave it out
      """
    ) {
      $0.questions.append(.number("age", 0...9))
      $0.hints = [Hint("age", "yes", phrases: ["x"]), Hint("itch", "yes", phrases: ["…"])]
    },
    Case(
      "a level that is a word of conditions",
      "error: 'and' is a word of the language and cannot name a level [bad-name]"
    ) { $0.scales[0].levels[0].id = "and" },
    Case(
      "an option that is a word of conditions",
      "error: 'not' is a word of the language and cannot name an option [bad-name]"
    ) { $0.questions[1].domain = .one([.named("dry"), .named("not")], ordered: false) },
    Case(
      "a rule that does nothing",
      """
      error: rule 'idle' raises no scale and gives no advice [raises-nothing]
      help: add 'raise: { SCALE: LEVEL }' or 'advise: [ADVICE]'
      """
    ) { $0.rules.append(.of("idle", when: "itch")) },
    Case(
      "a rule that raises an unknown scale",
      "error: there is no scale 'fot' [unknown-scale]\nhelp: did you mean 'fit'?"
    ) { $0.rules.append(.of("r", when: "itch", raise: ["fot": "later"])) },
    Case(
      "a rule that raises to an unknown level",
      "error: scale 'fit' has no level 'never' [unknown-level]\nhelp: write one of good, later"
    ) { $0.rules.append(.of("r", when: "itch", raise: ["fit": "never"])) },
    Case(
      "a rule that raises to another scale's level",
      """
      error: 'run' is a level of scale 'care', not of 'fit' [level-of-another-scale]
      help: its levels are good, later
      """
    ) { $0.rules.append(.of("r", when: "itch", raise: ["fit": "run"])) },
    Case(
      "a rule that gives unknown advice",
      "error: there is no advice 'tipp' [unknown-advice]\nhelp: did you mean 'tip'?"
    ) { $0.rules.append(.of("r", when: "itch", advise: ["tipp"])) },
    Case(
      "a rule that cites an unknown source",
      "error: there is no source 'fda' [unknown-source]\nhelp: the only one is 'who'"
    ) { $0.rules[0].sources = ["who", "fda"] },
    Case(
      "an unknown source, wherever one can be cited",
      ["q", "l", "r", "b", "t", "a", "p"].map {
        "error: there is no source 'of-\($0)' [unknown-source]\nhelp: the only one is 'who'"
      }.joined(separator: "\n")
    ) {
      $0.questions[0].sources = ["of-q"]
      $0.scales[0].levels[0].sources = ["of-l"]
      $0.rules[0].sources = ["of-r"]
      $0.advice[0].sources = ["of-b"]
      $0.topics = [Topic(id: "t", title: "T", answer: "Yes.", sources: ["of-t"])]
      $0.alarms = [
        Alarm(
          id: "a", phrases: ["help me"], raises: [Rule.Raise("care", to: "run")],
          sources: ["of-a"])
      ]
      $0.promises = [Promise(id: "p", whenever: "itch", then: "itch", sources: ["of-p"])]
    },
    Case(
      "a rule whose conditions can't be read",
      """
      error: a test is missing at the end [bad-condition]
      error: a condition must not be empty [empty-text]
      """
    ) { $0.rules[0] = .of("r", when: "itch and", unless: "", advise: ["tip"]) },
    Case(
      "a promise whose conditions can't be read",
      """
      error: there is no question, scale, definition or advice 'ich' [unknown-name]
      help: did you mean 'itch'?
      error: question 'skin' has one answer [wrong-test]
      help: write 'skin is dry'
      """
    ) { $0.promises = [Promise(id: "p", whenever: "ich", then: "skin")] },
    Case(
      "a promise about an unknown consultation",
      """
      error: there is no consultation 'walk' [unknown-consultation]
      help: the only one is 'visit'
      """
    ) { $0.promises = [Promise(id: "p", whenever: "itch", then: "itch", in: ["walk"])] },
    Case(
      "a definition that can't be read",
      "error: question 'skin' has no option 'wet' [unknown-option]\nhelp: its options are dry, oily"
    ) { $0.definitions = [.of("d", "skin is wet")] },
    Case(
      "phrases without a word",
      """
      error: a phrase without a word is never found [empty-text]
      help: write words that are typed, or leave it out
      error: a name without a word is never found [empty-text]
      help: write words that are typed, or leave it out
      """
    ) {
      $0.alarms = [
        Alarm(id: "a", phrases: ["…", "help", "12"], raises: [Rule.Raise("care", to: "run")])
      ]
      $0.lexicons = [
        Lexicon(
          id: "l", tags: [Lexicon.Tag(id: "t", label: "T", names: ["--"], phrases: ["!!!", "é"])])
      ]
    },
    Case(
      "phrases whose signs are none",
      """
      error: the sign in 'itchy|sore' has no blanks around it [wrong-shape]
      help: write blanks before and behind '&' and '|', which join words
      error: a side of '&' or '|' is empty in 'sore &' [empty-text]
      help: write the words that belong there, or leave the sign out
      error: a side of '&' or '|' is empty in '| sore' [empty-text]
      help: write the words that belong there, or leave the sign out
      error: a side of '&' or '|' is empty in 'sore | & throat' [empty-text]
      help: write the words that belong there, or leave the sign out
      error: 2 dots in a row are no gap [wrong-shape]
      help: write three, or '…'
      error: 4 dots in a row are no gap [wrong-shape]
      help: write three, or '…'
      error: the sign in 'b&' has no blanks around it [wrong-shape]
      help: write blanks before and behind '&' and '|', which join words
      """
    ) {
      $0.alarms = [
        Alarm(
          id: "a",
          phrases: [
            "itchy|sore & throat", "sore &", "| sore", "sore | & throat", "throat .. tight",
            "throat .... tight", "throat ... tight", "no. 1 | itchy & R&B … ear.",
          ], raises: [Rule.Raise("care", to: "run")])
      ]
      $0.lexicons = [
        Lexicon(
          id: "l",
          tags: [Lexicon.Tag(id: "t", label: "T", names: ["R&B"], phrases: ["b& c"])])
      ]
    },
    Case(
      "a hint at a consultation without a word, and a topic of an unknown consultation",
      """
      error: there is no consultation 'walk' [unknown-consultation]
      help: the only one is 'visit'
      error: a phrase without a word is never found [empty-text]
      help: write words that are typed, or leave it out
      """
    ) {
      $0.consultations[0].hints = ["ill & worse", "…"]
      $0.topics = [Topic(id: "t", title: "T?", consultations: ["visit", "walk"], answer: "A.")]
    },
    Case(
      "tags with names that have a meaning of their own",
      """
      error: no tag can be called 'none', which every question understands by itself [bad-name]
      error: 'includes' is a word of the language and cannot name a tag [bad-name]
      """
    ) {
      $0.lexicons = [
        Lexicon(
          id: "l",
          tags: ["none", "includes", "perfume"].map {
            Lexicon.Tag(id: Identifier($0), label: "T", names: ["T"])
          })
      ]
    },
    Case(
      "an alarm that raises to an unknown level",
      "error: scale 'care' has no level 'ran' [unknown-level]\nhelp: did you mean 'run'?"
    ) {
      $0.alarms = [Alarm(id: "a", phrases: [], raises: [Rule.Raise("care", to: "ran")])]
    },
  ]

  static let parts = [
    Case(
      "an unknown otherwise",
      "error: scale 'fit' has no level 'god' [unknown-level]\nhelp: did you mean 'good'?"
    ) { $0.scales[0].otherwise = "god" },
    Case(
      "an unknown plan",
      "error: there is no plan 'week' [unknown-plan]\nhelp: did you mean 'weeks'?"
    ) {
      $0.plans = [Plan(id: "weeks", title: "Weeks")]
      $0.scales[0].levels[0].plan = "week"
    },
    Case("an unknown plan where there is none", "error: there is no plan 'week' [unknown-plan]") {
      $0.scales[0].levels[0].plan = "week"
    },
    Case(
      "advice under an unknown scale",
      "error: there is no scale 'insted' [unknown-scale]\nhelp: did you mean 'instead'?"
    ) { $0.advice[0].place = .scale("insted") },
    Case(
      "an unknown section",
      "error: there is no section 'al' [unknown-section]\nhelp: did you mean 'all'?"
    ) {
      $0.consultations[0].sections = ["al"]
    },
    Case(
      "a section with an unknown question",
      "error: there is no question 'skyn' [unknown-question]\nhelp: did you mean 'skin'?"
    ) { $0.sections[0].questions.append("skyn") },
    Case(
      "a consultation that decides an unknown scale",
      "error: there is no scale 'fitt' [unknown-scale]\nhelp: did you mean 'fit'?"
    ) { $0.consultations[0].decides = ["fit", "fitt"] },
    Case(
      "knowledge without a consultation",
      """
      error: knowledge 'tiny' has no consultation [no-consultation]
      help: add 'consultations:' with a title, sections and what is decided
      """
    ) { $0.consultations = [] },
  ]

  static let questions = [
    Case(
      "not sure that counts as an unknown option",
      "error: there is no option 'oil' [unknown-option]\nhelp: did you mean 'oily'?"
    ) { $0.questions[1].unsure = .option("oil") },
    Case(
      "not sure that counts as an option of a number",
      """
      error: 'unsure' can count as an option only where there are options to choose [wrong-test]
      help: write 'unsure: any' or 'unsure: refused'
      """
    ) { $0.questions.append(.number("n", 0...1, unsure: .option("yes"))) },
    Case(
      "an asked when that can't be read",
      "error: there is no question, scale, definition or advice 'itsch' [unknown-name]\nhelp: did you mean 'itch'?"
    ) { $0.questions[1].askedWhen = "itsch" },
    Case(
      "an unknown lexicon",
      "error: there is no lexicon 'labels' [unknown-lexicon]\nhelp: did you mean 'label'?"
    ) {
      $0.lexicons = [Lexicon(id: "label", tags: [])]
      $0.questions.append(Question(id: "l", ask: "L?", domain: .ingredients(["labels"])))
    },
  ]

  @Test("all problems are found at once, in order of place")
  func order() {
    let knowledge = Knowledge.tiny(
      questions: [.yesNo("q", askedWhen: AuthoredText("r", at: .line(9)))],
      scales: [.of("s", ["a"], otherwise: Identifier("b", at: .line(4)))],
      rules: [.of(Identifier("r", at: .line(6)), when: AuthoredText("q or", at: .line(5)))])
    #expect(
      KnowledgeBase.problems(in: knowledge).map { "\($0.location?.line ?? 0) \($0.code)" }
        == ["4 unknown-level", "5 bad-condition", "6 raises-nothing", "9 unknown-name"])
  }

  @Test("names that were meant are looked for only as long as problems are shown")
  func manyProblems() {
    let count = DiagnosticRenderer.limit
    func helps(_ change: (inout Knowledge) -> Void) -> [String?] {
      KnowledgeBase.problems(in: Knowledge.tiny(questions: [.yesNo("itch")]).changed(change))
        .map(\.help)
    }
    let meant = Array(repeating: "did you mean 'itch'?", count: count)
    let definitions = (0..<count + 2).map {
      Definition.of(Identifier("d\($0)"), AuthoredText("itsh", at: .line($0 + 1)))
    }
    #expect(helps { $0.definitions = definitions } == meant + [nil, nil])
    let sections = (0..<count + 2).map {
      Question.Section(
        id: Identifier("s\($0)"), questions: [Identifier("itsh", at: .line($0 + 1))])
    }
    #expect(helps { $0.sections += sections } == meant + [nil, nil])
    // In one condition, too.
    let whole = Array(repeating: "itsh", count: count + 2).joined(separator: " and ")
    #expect(
      helps { $0.definitions = [.of("d", AuthoredText(whole, at: .line(1)))] } == meant + [
        nil, nil,
      ])
  }
}
