import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("Checking names")
struct NameTests {
  /// Returns the text for all problems of some knowledge.
  static func problems(_ knowledge: Knowledge) -> String {
    DiagnosticRenderer().render(KnowledgeBase.problems(in: knowledge))
  }

  @Test(
    "a word of the condition language names no question, definition, scale or advice",
    arguments: [
      "and", "or", "not", "is", "at", "includes", "between", "previous", "earlier", "more", "less",
      "unsure", "none", "begin", "anything-else",
    ])
  func reservedWords(word: String) {
    var knowledge = Knowledge.tiny(questions: [.yesNo(Identifier(word))])
    #expect(
      Self.problems(knowledge)
        == "error: '\(word)' is a word of the language and cannot name a question [bad-name]")
    knowledge = .tiny(
      definitions: [.of(Identifier(word), "1 is 1")], scales: [.of(Identifier(word), ["a"])],
      advice: [.of(Identifier(word))])
    #expect(KnowledgeBase.problems(in: knowledge).filter { $0.code == .badName }.count == 3)
  }

  @Test("no option is called like an answer that every question understands")
  func optionNames() {
    #expect(
      Self.problems(.tiny(questions: [.one("q", ["a", "unsure"]), .any("r", ["none", "b"])])) == """
        error: no option can be called 'unsure', which every question understands by itself [bad-name]
        error: no option can be called 'none', which every question understands by itself [bad-name]
        """)
  }

  @Test("a name is given once among all that conditions mention")
  func duplicates() {
    let file = "a.yaml"
    let knowledge = Knowledge.tiny(
      questions: [.yesNo(Identifier("q", at: SourceLocation(file: file, line: 3, column: 3)))],
      definitions: [
        .of(Identifier("q", at: SourceLocation(file: file, line: 7, column: 3, length: 1)), "q")
      ],
      scales: [.of(Identifier("q", at: SourceLocation(file: file, line: 9, column: 3)), ["a"])])
    let lines = ["", "", "  q:", "", "", "", "  q: q", "", "  q:"].joined(separator: "\n")
    #expect(
      DiagnosticRenderer(sources: [file: lines]).render(KnowledgeBase.problems(in: knowledge))
        == """
        a.yaml:7:3: error: the name 'q' is taken [duplicate-name]
            7 |   q: q
              |   ^
        a.yaml:3:3: note: it is a question here
            3 |   q:
              |   ^
        help: give the definition another name
        a.yaml:9:3: error: the name 'q' is taken [duplicate-name]
            9 |   q:
              |   ^
        a.yaml:3:3: note: it is a question here
            3 |   q:
              |   ^
        help: give the scale another name
        """)
  }

  @Test("every other list has its own names", arguments: duplicateLists)
  func otherLists(kind: String, knowledge: Knowledge) {
    #expect(
      Self.problems(knowledge) == """
        error: the name 'x' is taken [duplicate-name]
        note: it is a \(kind) here
        help: give the \(kind) another name
        """)
  }

  static let duplicateLists: [(String, Knowledge)] = {
    func with(_ change: (inout Knowledge) -> Void) -> Knowledge {
      var knowledge = Knowledge.tiny(questions: [.yesNo("q")], scales: [.of("s", ["a"])])
      change(&knowledge)
      return knowledge
    }
    let rule = Rule.of("x", when: "q", raise: ["s": "a"])
    let source = Source(id: "x", title: "X", evidence: .trial)
    let tag = Lexicon.Tag(id: "x", label: "X", names: [])
    return [
      ("rule", with { $0.rules = [rule, rule] }),
      ("source", with { $0.sources = [source, source] }),
      ("plan", with { $0.plans = [Plan(id: "x", title: "X"), Plan(id: "x", title: "X")] }),
      (
        "reading",
        with {
          let reading = Plan.Reading(id: "x", at: TimeSpan(days: 1))
          $0.plans = [Plan(id: "x", title: "X", readings: [reading, reading])]
        }
      ),
      (
        "topic",
        with { $0.topics = Array(repeating: Topic(id: "x", title: "X", answer: "A"), count: 2) }
      ),
      (
        "alarm",
        with { $0.alarms = Array(repeating: Alarm(id: "x", phrases: [], raises: []), count: 2) }
      ),
      ("lexicon", with { $0.lexicons = [Lexicon(id: "x", tags: []), Lexicon(id: "x", tags: [])] }),
      ("tag", with { $0.lexicons = [Lexicon(id: "l", tags: [tag, tag])] }),
      (
        "section",
        with { $0.sections += Array(repeating: Question.Section(id: "x", questions: []), count: 2) }
      ),
      (
        "consultation",
        with {
          let kind = ConsultationKind(id: "x", title: "X", sections: [], decides: [])
          $0.consultations += [kind, kind]
        }
      ),
      (
        "promise",
        with {
          $0.promises = Array(repeating: Promise(id: "x", whenever: "q", then: "q"), count: 2)
        }
      ),
      ("level", with { $0.scales = [.of("s", ["x", "x"])] }),
      ("option", with { $0.questions = [.one("q", ["x", "x"])] }),
      ("option", with { $0.questions = [.any("q", ["x", "x"])] }),
    ]
  }()

  @Test("a fact has no name that a source has")
  func facts() {
    let knowledge = { () -> Knowledge in
      var knowledge = Knowledge.tiny()
      knowledge.sources = [
        Source(id: "x", title: "X", evidence: .trial, facts: [Source.Fact(id: "x", seen: .found)])
      ]
      return knowledge
    }()
    #expect(
      Self.problems(knowledge) == """
        error: the name 'x' is taken [duplicate-name]
        note: it is a source here
        help: give the fact another name
        """)
  }

  @Test("an option that is called by a number stands in its place")
  func numbers() {
    #expect(Self.problems(.tiny(questions: [.one("q", ["1", "2", "30"])])).isEmpty)
    #expect(Self.problems(.tiny(questions: [.one("q", ["0", "18"])])).isEmpty)
    #expect(
      Self.problems(.tiny(questions: [.any("q", ["0", "1", "7"])])) == """
        error: option '1' is number 2 on the screen, where 1 is another [bad-name]
        help: give it another name, or put it in place 1
        """)
  }

  @Test("nor is an option also called by the number of another")
  func otherNumbers() {
    func problems(_ also: [AuthoredText]) -> String {
      var knowledge = Knowledge.tiny(questions: [.one("q", ["a", "b"])])
      knowledge.questions[0].domain = .one(
        [
          Question.Option(id: "a", label: "A"), Question.Option(id: "b", label: "B", also: also),
        ], ordered: false)
      return Self.problems(knowledge)
    }
    #expect(problems(["2", "the second"]).isEmpty)
    #expect(problems(["1"]).contains("option 'b' is number 2 on the screen, where 1 is another"))
  }

  @Test("a consultation asks a question in one section only")
  func twoSections() {
    var knowledge = Knowledge.tiny(questions: [.yesNo("q")])
    knowledge.sections.append(Question.Section(id: "more", questions: ["q"]))
    knowledge.consultations[0].sections.append("more")
    #expect(
      Self.problems(knowledge) == """
        error: question 'q' is in section 'all' already [repeated-question]
        help: keep it in one section of consultation 'visit'
        """)
  }

  @Test("scales and questions have room for so many levels and options")
  func limits() {
    func names(_ count: Int) -> [String] { (0..<count).map { "n\($0)" } }
    let most = Knowledge.tiny(questions: [.any("q", names(64))], scales: [.of("s", names(60))])
    #expect(Self.problems(most).isEmpty)
    let tooMany = Knowledge.tiny(questions: [.any("q", names(65))], scales: [.of("s", names(61))])
    #expect(
      Self.problems(tooMany) == """
        error: scale 's' has more than 60 levels [too-many]
        error: question 'q' has more than 64 options [too-many]
        """)
  }

  @Test("of more of one kind than can be worked with, the first that is too many is named, alone")
  func counts() {
    var knowledge = Knowledge.tiny(
      questions: [.yesNo("q")], scales: [.of("s", ["a", "b"], otherwise: "a")],
      rules: [.of("r", when: "q", raise: ["s": "b"])])
    let definitions = (0..<KnowledgeChecker.nameLimit).map { place in
      Definition.of(Identifier("d\(place)", at: .line(place + 1)), "q")
    }
    knowledge.definitions = definitions
    #expect(Self.problems(knowledge) == "")
    knowledge.definitions.append(.of(Identifier("d0", at: .line(100_001)), "nothing"))
    #expect(
      Self.problems(knowledge)
        == "a.yaml:100001:1: error: there must not be more than 100000 definitions [too-many]")
  }

  @Test("of more rules than can be worked with, the first that is too many is named, alone")
  func rules() {
    var knowledge = Knowledge.tiny(
      questions: [.yesNo("q")], scales: [.of("s", ["a", "b"], otherwise: "a")],
      rules: [.of("r", when: "q", raise: ["s": "b"])])
    knowledge.rules = Array(repeating: knowledge.rules[0], count: KnowledgeChecker.ruleLimit)
    knowledge.rules.append(.of(Identifier("r", at: .line(7)), when: "nothing"))
    #expect(
      Self.problems(knowledge)
        == "a.yaml:7:1: error: there must not be more than 1000000 rules [too-many]")
  }
}
