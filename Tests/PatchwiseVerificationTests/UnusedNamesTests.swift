import Patchwise
import PatchwiseTestSupport
import PatchwiseVerification
import Testing

@Suite("Unused names")
struct UnusedNamesTests {
  /// Knowledge in which everything is used.
  private static var knowledge: Knowledge {
    var knowledge = Knowledge.tiny(
      questions: [
        .yesNo("drips"),
        Question(id: "alloy", ask: "What is it made of?", domain: .ingredients(["metals"])),
      ],
      definitions: [.of("leaded", "alloy includes lead")],
      scales: [
        Scale(
          id: "repair", levels: [.init(id: "wait"), .init(id: "clean", plan: "descaling")],
          otherwise: "wait")
      ],
      rules: [
        .of(
          "dripping", when: "drips and leaded", raise: ["repair": "clean"], advise: ["close-valve"])
      ],
      advice: [.of("close-valve")])
    knowledge.plans = [Plan(id: "descaling", title: "Descaling")]
    knowledge.lexicons = [
      Lexicon(id: "metals", tags: [.init(id: "lead", label: "Lead", names: ["Pb"])])
    ]
    return knowledge
  }

  private static func messages(_ knowledge: Knowledge) throws -> [String] {
    try Verification.diagnostics(of: KnowledgeBase(knowledge))
      .filter { $0.code == .unusedName }
      .map(\.message)
  }

  private static func messages(_ change: (inout Knowledge) -> Void) throws -> [String] {
    var knowledge = Self.knowledge
    change(&knowledge)
    return try messages(knowledge)
  }

  @Test("Where everything is used there is nothing to say")
  func allUsed() throws {
    #expect(try Self.messages(Self.knowledge).isEmpty)
  }

  @Test("Each kind of thing that nothing uses is reported")
  func everyKind() throws {
    let found = try Self.messages {
      $0.questions.append(.yesNo("hums"))
      $0.sections.append(Question.Section(id: "sounds", questions: ["drips"]))
      $0.definitions.append(.of("worn-out", "drips"))
      $0.advice.append(.of("call-plumber"))
      $0.plans.append(Plan(id: "draining", title: "Draining"))
      $0.lexicons.append(Lexicon(id: "plastics", tags: []))
    }
    #expect(
      found == [
        "question 'hums' is in no section", "section 'sounds' is in no consultation",
        "no condition mentions definition 'worn-out'",
        "no rule or alarm gives advice 'call-plumber'",
        "no level stands for plan 'draining'", "no question reads lexicon 'plastics'",
      ])
  }

  @Test("It is a warning with a place and a cure")
  func form() throws {
    var knowledge = Self.knowledge
    let place = SourceLocation(file: "a.yaml", line: 4, column: 3, length: 8)
    knowledge.definitions.append(
      Definition(id: Identifier("worn-out", at: place), condition: "drips"))
    let found = try Verification.diagnostics(of: KnowledgeBase(knowledge))
    #expect(
      DiagnosticRenderer().render(found) == """
        a.yaml:4:3: warning: no condition mentions definition 'worn-out' [unused-name]
        help: mention it in a condition, or remove it
        """)
  }

  @Test("An unused section is reported without its questions")
  func sectionAlone() throws {
    let found = try Self.messages {
      $0.questions.append(.yesNo("hums"))
      $0.sections.append(Question.Section(id: "sounds", questions: ["hums"]))
    }
    #expect(found == ["section 'sounds' is in no consultation"])
  }

  @Test("A definition can be used by any condition", arguments: 0..<6)
  func conditions(place: Int) throws {
    let found = try Self.messages {
      $0.definitions.append(.of("worn-out", "drips"))
      switch place {
      case 0: $0.rules[0].when = "drips and not (leaded or worn-out)"
      case 1: $0.rules[0].unless = "at least 1 of (worn-out, drips)"
      case 2: $0.questions[1].askedWhen = "worn-out"
      case 3: $0.definitions[0].condition = "worn-out and alloy includes lead"
      case 4: $0.promises = [Promise(id: "p", whenever: "worn-out", then: "drips")]
      default: $0.promises = [Promise(id: "p", whenever: "drips", then: "worn-out")]
      }
    }
    #expect(found.isEmpty)
  }

  @Test("Advice that is only tested is still never given")
  func testedAdvice() throws {
    let found = try Self.messages {
      $0.advice.append(.of("call-plumber"))
      $0.rules[0].unless = "call-plumber is given"
    }
    #expect(found == ["no rule or alarm gives advice 'call-plumber'"])
  }

  @Test("A source is used if it or a fact of it is cited", arguments: ["manual", "M-1", nil])
  func sources(cited: String?) throws {
    let found = try Self.messages {
      $0.sources = [
        Source(
          id: "manual", title: "The manual", evidence: .expert,
          facts: [.init(id: "M-1", seen: .found), .init(id: "M-2", seen: .found)])
      ]
      $0.questions[0].sources = cited.map { [Identifier($0)] } ?? []
    }
    #expect(found == (cited == nil ? ["nothing cites source 'manual'"] : []))
  }

  @Test("A source can be cited by anything that cites", arguments: 0..<10)
  func places(place: Int) throws {
    let found = try Self.messages {
      $0.sources = [Source(id: "manual", title: "The manual", evidence: .expert)]
      let all: [Identifier<Citation>] = ["manual"]
      switch place {
      case 0: $0.questions[0].sources = all
      case 1: $0.scales[0].levels[0].sources = all
      case 2: $0.rules[0].sources = all
      case 3: $0.advice[0].sources = all
      case 4: $0.plans[0].sources = all
      case 5: $0.plans[0].steps = [.init("Wait.", sources: all)]
      case 6: $0.plans[0].readings = [.init(id: "end", at: TimeSpan(days: 1), sources: all)]
      case 7: $0.topics = [Topic(id: "t", title: "T", answer: "A", sources: all)]
      case 8:
        let raise = Rule.Raise("repair", to: "clean")
        $0.alarms = [Alarm(id: "a", phrases: ["flood"], raises: [raise], sources: all)]
      default: $0.promises = [Promise(id: "p", whenever: "drips", then: "drips", sources: all)]
      }
    }
    #expect(found.isEmpty)
  }
}
