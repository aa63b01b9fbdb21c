import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("Circles of reasoning")
struct CircleTests {
  @Test("a scale that rests on itself is named")
  func scale() {
    let knowledge = Knowledge.tiny(
      questions: [.yesNo("q")], scales: [.of("s", ["a", "b"], otherwise: "a")],
      rules: [.of("r", when: "q and s is a", raise: ["s": "b"])])
    #expect(
      NameTests.problems(knowledge) == """
        error: scale 's' rests on itself: 's' → 's' [circular-reasoning]
        note: rule 'r' makes 's' rest on itself
        help: let one of them rest on questions alone
        """)
  }

  @Test("a circle names all its members in order, with their places, and nothing else")
  func members() {
    let knowledge = Knowledge.tiny(
      questions: [
        .yesNo("before", askedWhen: "q"), .yesNo(Identifier("q", at: .line(2)), askedWhen: "d"),
      ],
      definitions: [.of(Identifier("d", at: .line(5)), "not (tip is given)")],
      scales: [.of(Identifier("s", at: .line(7)), ["a", "b"], otherwise: "a")],
      rules: [
        .of("raises", when: "q", raise: ["s": "b"]),
        .of(Identifier("gives", at: .line(8)), when: "s is a", unless: "s is b", advise: ["tip"]),
      ], advice: [.of(Identifier("tip", at: .line(9)))])
    #expect(
      NameTests.problems(knowledge) == """
        a.yaml:2:1: error: question 'q' rests on itself: 'q' → 'd' → 'tip' → 's' → 'q' [circular-reasoning]
        a.yaml:5:1: note: definition 'd' takes part
        a.yaml:9:1: note: advice 'tip' takes part
        a.yaml:7:1: note: scale 's' takes part
        a.yaml:8:1: note: rule 'gives' makes 'tip' rest on 's'
        note: rule 'raises' makes 's' rest on 'q'
        help: let one of them rest on questions alone
        """)
  }

  @Test(
    "a question or definition that rests on itself is found",
    arguments: [
      (
        "question 'q' rests on itself: 'q' → 'q'",
        Knowledge.tiny(questions: [.yesNo("q", askedWhen: "q")])
      ),
      ("definition 'd' rests on itself: 'd' → 'd'", .tiny(definitions: [.of("d", "not d")])),
      (
        "definition 'd' rests on itself: 'd' → 'e' → 'd'",
        .tiny(
          questions: [.yesNo("q")],
          definitions: [.of("d", "at least 1 of (q, (q and not e))"), .of("e", "q or d")])
      ),
    ])
  func small(message: String, knowledge: Knowledge) {
    #expect(KnowledgeBase.problems(in: knowledge).map(\.message) == [message])
  }

  @Test("other problems do not hide a circle, but a name that is taken may feign one")
  func others() {
    let circle = Knowledge.tiny(definitions: [.of("d", "e"), .of("e", "d")])
    let codes = { (knowledge: Knowledge) in KnowledgeBase.problems(in: knowledge).map(\.code) }
    #expect(
      codes(circle.changed { $0.scales = [.of("s", ["a"], otherwise: "b")] })
        == [.unknownLevel, .circularReasoning])
    #expect(codes(circle.changed { $0.definitions.append(.of("d", "1")) }).first == .duplicateName)
    #expect(
      !codes(circle.changed { $0.definitions.append(.of("d", "d")) }).contains(.circularReasoning))
  }

  @Test("looking back at an earlier reading closes no circle")
  func earlier() throws {
    let knowledge = Knowledge.tiny(
      questions: [.yesNo("q", askedWhen: "previous q or earlier s is b")],
      scales: [.of("s", ["a", "b"], otherwise: "a")],
      rules: [.of("r", when: "q or previous s is b", raise: ["s": "b"])])
    _ = try KnowledgeBase(knowledge)
  }

  @Test("a long chain is no circle, and is worked out")
  func longChain() throws {
    let count = 2_000
    let definitions = (0..<count).map {
      Definition.of(Identifier("d\($0)"), $0 == count - 1 ? "q" : AuthoredText("d\($0 + 1)"))
    }
    var consultation = try Knowledge.tiny(
      questions: [.yesNo("q")], definitions: definitions,
      scales: [.of("s", ["a", "b"], otherwise: "a")],
      rules: [.of("r", when: "d0", raise: ["s": "b"])]
    ).begin()
    #expect(consultation.nextQuestion?.id == "q")
    try consultation.answer("q", .yes)
    #expect(consultation.truth(of: "r") == .true)
    #expect(consultation.explanation(of: "s")?.supports.first?.facts.count == 1)
  }

  @Test("a circle of thousands is told by how it begins, and at once")
  func long() {
    let count = 20_000
    let knowledge = Knowledge.tiny(
      questions: [.yesNo("q")],
      scales: (0..<count).map { .of(Identifier("s\($0)"), ["a", "b"], otherwise: "a") },
      rules: (0..<count).map { place in
        .of(
          Identifier("r\(place)"), when: AuthoredText("s\((place + 1) % count) is b"),
          raise: [Identifier("s\(place)"): "b"])
      })
    let start = ContinuousClock.now
    let lines = NameTests.problems(knowledge).split(separator: "\n")
    #expect(ContinuousClock.now - start < .seconds(30))
    let path = (1...20).map { "'s\($0)'" }.joined(separator: " → ") + " → … → 's1'"
    #expect(lines[0] == "error: scale 's1' rests on itself: \(path) [circular-reasoning]")
    #expect(lines.count == 1 + 19 + 19 + 1)
  }
}
