import Patchwise
import PatchwiseTestSupport
import PatchwiseVerification
import Testing

@Suite("Unsourced sentences")
struct UnsourcedSentencesTests {
  private static let manual = Source(id: "manual", title: "The manual", evidence: .expert)

  /// Everything that states something, and where it got it from.
  private static func knowledge(citing sources: [Identifier<Citation>]) -> Knowledge {
    var knowledge = Knowledge.tiny(
      questions: [.yesNo("drips")],
      scales: [.of("repair", ["wait", "plumber"], otherwise: "wait")],
      rules: [
        .of("dripping", when: "drips", raise: ["repair": "plumber"], advise: ["close-valve"])
      ],
      advice: [.of("close-valve")])
    knowledge.sources = [manual]
    knowledge.rules[0].sources = sources
    knowledge.advice[0].sources = sources
    knowledge.plans = [Plan(id: "descaling", title: "Descaling", sources: sources)]
    knowledge.topics = [
      Topic(id: "lime", title: "Lime", answer: "It is harmless.", sources: sources)
    ]
    let raise = Rule.Raise("repair", to: "plumber")
    knowledge.alarms = [
      Alarm(id: "flood", phrases: ["flood"], raises: [raise], sources: sources)
    ]
    knowledge.promises = [
      Promise(id: "no-drip-lasts", whenever: "drips", then: "repair is plumber", sources: sources)
    ]
    return knowledge
  }

  private static func diagnostics(_ knowledge: Knowledge) throws -> [Diagnostic] {
    try Verification.diagnostics(of: KnowledgeBase(knowledge)).filter { $0.code == .unsourced }
  }

  @Test("Whatever states something needs a source")
  func everyKind() throws {
    let found = try Self.diagnostics(Self.knowledge(citing: []))
    #expect(
      found.map(\.message) == [
        "rule 'dripping' cites no source", "advice 'close-valve' cites no source",
        "plan 'descaling' cites no source", "topic 'lime' cites no source",
        "alarm 'flood' cites no source", "promise 'no-drip-lasts' cites no source",
      ])
    #expect(found.allSatisfy { $0.severity == .warning && $0.help == "add 'sources: [SOURCE]'" })
  }

  @Test("What cites a source is left alone")
  func sourced() throws {
    #expect(try Self.diagnostics(Self.knowledge(citing: ["manual"])).isEmpty)
  }

  @Test("Knowledge without any sources is a toy")
  func toy() throws {
    var knowledge = Self.knowledge(citing: [])
    knowledge.sources = []
    #expect(try Self.diagnostics(knowledge).isEmpty)
  }

  @Test("A plan, each of its steps and each of its readings needs a source of its own")
  func partsOfPlans() throws {
    var knowledge = Self.knowledge(citing: ["manual"])
    knowledge.plans = [
      Plan(
        id: "descaling", title: "A", steps: [.init("Wait.", sources: ["manual"]), .init("Rinse.")],
        readings: [
          .init(id: "end", at: TimeSpan(days: 1), sources: ["manual"]),
          .init(id: "later", at: TimeSpan(days: 2)),
        ])
    ]
    #expect(
      try Self.diagnostics(knowledge).map(\.message) == [
        "plan 'descaling' cites no source", "step 2 of plan 'descaling' cites no source",
        "reading 'later' cites no source",
      ])
  }

  @Test("A level that a person can be told needs a source where it says something")
  func levels() throws {
    var knowledge = Self.knowledge(citing: ["manual"])
    knowledge.scales[0].levels[0].say = ["Wait a day."]
    knowledge.scales.append(
      Scale(id: "inner", levels: [.init(id: "low", say: ["Low."])], otherwise: "low"))
    #expect(try Self.diagnostics(knowledge).map(\.message) == ["level 'wait' cites no source"])
    knowledge.scales[0].levels[0].sources = ["manual"]
    #expect(try Self.diagnostics(knowledge).isEmpty)
  }

  @Test("The rules of a table are reported as one table, at its first row")
  func table() throws {
    var knowledge = Self.knowledge(citing: ["manual"])
    knowledge.rules += (1...2).map { row in
      Rule(
        id: Identifier("who/\(row)", at: SourceLocation(file: "a.yaml", line: row, column: 1)),
        when: "drips", raises: [.init("repair", to: "plumber")], because: "It drips.")
    }
    let found = try Self.diagnostics(knowledge)
    #expect(found.map(\.message) == ["table 'who' cites no source"])
    #expect(found.first?.location?.line == 1)
  }
}
