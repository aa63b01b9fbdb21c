import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("A knowledge base")
struct KnowledgeBaseTests {
  static let knowledge = Knowledge.tiny(
    questions: [
      .yesNo("itch"), .one("skin", ["dry", "oily"], askedWhen: "itch"),
      Question(id: "label", ask: "Label?", domain: .ingredients(["words", "numbers"])),
    ],
    definitions: [.of("sore", "itch")], scales: [.of("fit", ["good", "no"])],
    rules: [
      .of("r", when: "itch", raise: ["fit": "no"]),
      .of("s", when: "sore", unless: "skin is dry", advise: ["tip"]),
    ], advice: [.of("tip")]
  ).changed { knowledge in
    knowledge.plans = [Plan(id: "week", title: "A week")]
    knowledge.sources = [
      Source(
        id: "who", title: "WHO", evidence: .guideline, seen: .recalled,
        facts: [Source.Fact(id: "who-1", seen: .found)])
    ]
    knowledge.lexicons = [
      Lexicon(
        id: "words",
        tags: ["perfume", "alcohol"].map { Lexicon.Tag(id: Identifier($0), label: "W", names: []) }),
      Lexicon(
        id: "numbers",
        tags: ["alcohol", "e-number"].map { Lexicon.Tag(id: Identifier($0), label: "N", names: []) }
      ),
    ]
    knowledge.promises = [Promise(id: "p", whenever: "itch", then: "fit is no")]
  }

  @Test("everything is found by its name")
  func lookup() throws {
    let base = try KnowledgeBase(Self.knowledge)
    #expect(base.question("skin") == Self.knowledge.questions[1])
    #expect(base.scale("fit") == Self.knowledge.scales[0])
    #expect(base.rule("s") == Self.knowledge.rules[1])
    #expect(base.advice("tip") == Self.knowledge.advice[0])
    #expect(base.plan("week") == Self.knowledge.plans[0])
    #expect(base.consultation("visit") == Self.knowledge.consultations[0])
    #expect(base.sections(of: Self.knowledge.consultations[0]) == Self.knowledge.sections)
    #expect(base.question("fit") == nil)
    #expect(base.rule("x") == nil)
  }

  @Test("a citation is a source or one of its facts, with its own word on whether it was read")
  func citations() throws {
    let base = try KnowledgeBase(Self.knowledge)
    #expect(base.citation("who")?.fact == nil)
    #expect(base.citation("who")?.seen == .recalled)
    #expect(base.citation("who-1")?.source.id == "who")
    #expect(base.citation("who-1")?.seen == .found)
    #expect(base.citation("fda") == nil)
  }

  @Test("the options of ingredients are the tags of their lexicons, each once")
  func options() throws {
    let base = try KnowledgeBase(Self.knowledge)
    let options = Self.knowledge.questions.map {
      base.options(of: $0).map { "\($0.id) \($0.label)" }
    }
    #expect(options == [[], ["dry dry", "oily oily"], ["perfume W", "alcohol W", "e-number N"]])
  }

  @Test("conditions are given in their readable form")
  func conditions() throws {
    let base = try KnowledgeBase(Self.knowledge)
    #expect(
      Self.knowledge.rules.map { base.condition(of: $0).description } == [
        "itch is yes", "sore and skin is not dry",
      ])
    #expect(base.condition(of: "sore").description == "itch is yes")
    #expect(base.askedWhen("skin")?.description == "itch is yes")
    #expect(base.askedWhen("itch") == nil)
    let promise = base.conditions(of: Self.knowledge.promises[0])
    #expect(promise.whenever.description == "itch is yes")
    #expect(promise.then.description == "fit is no")
  }

  @Test("what the knowledge does not have is false")
  func unknown() throws {
    let consultation = try Self.knowledge.begin()
    let base = consultation.knowledge
    #expect(consultation.truth(of: base.condition(of: .of("x", when: "itch"))) == .false)
    #expect(consultation.truth(of: base.condition(of: "x")) == .false)
    #expect(consultation.truth(of: .definition("x")) == nil)
  }

  @Test("a condition is read as in a file, and what is wrong with it is told")
  func condition() throws {
    let consultation = try Self.knowledge.begin()
    let base = consultation.knowledge
    #expect(try consultation.truth(of: base.condition("itch or not itch")) == .open)
    let error = #expect(throws: KnowledgeError.self) { try base.condition("itsh") }
    #expect(error?.diagnostics.map(\.code) == [.unknownName])
  }
}
