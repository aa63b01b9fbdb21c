import Patchwise
import PatchwiseTestSupport
import PatchwiseVerification
import Testing

@Suite("Forbidden words")
struct ForbiddenWordsTests {
  /// What is found where each kind of text says the same.
  private static func found(
    _ text: String, verdict: Topic.Verdict? = nil,
    never: [AuthoredText] = ["cure", "for ever"]
  ) throws -> [String] {
    var knowledge = Knowledge.tiny(
      questions: [.yesNo("drips")],
      scales: [.of("repair", ["wait", "plumber"], otherwise: "wait")],
      rules: [.of("drip", when: "drips", raise: ["repair": "plumber"], advise: ["seal"])],
      advice: [.of("seal")])
    knowledge.neverSay = never
    var line = 0
    /// The text, each time in another place.
    func written() -> AuthoredText {
      line += 1
      return AuthoredText(text, at: SourceLocation(file: "a.yaml", line: line, column: 1))
    }
    knowledge.rules[0].because = written()
    knowledge.advice[0].say = written()
    knowledge.scales[0].levels[0].say = [written()]
    knowledge.plans = [
      Plan(
        id: "plan", title: "Plan", steps: [.init(written())],
        readings: [.init(id: "end", at: TimeSpan(seconds: 60), lookFor: [written()])],
        stopSigns: [written()],
        then: written())
    ]
    knowledge.topics = [Topic(id: "topic", title: "Topic", verdict: verdict, answer: written())]
    return try Verification.diagnostics(of: KnowledgeBase(knowledge))
      .filter { $0.code == .forbiddenWord }.map(\.message)
  }

  @Test("they are found in everything that is told")
  func everywhere() throws {
    let message = "'cure' may not be said here"
    #expect(try Self.found("It is a cure.") == Array(repeating: message, count: 8))
    #expect(try Self.found("It is a cure.", verdict: .myth).count == 7)
    #expect(try Self.found("It is a cure.", verdict: .open).count == 8)
    #expect(try Self.found("It is a cure.", never: []) == [])
  }

  @Test(
    "a word counts whole and anywhere, but not in quotes and not where it is denied",
    arguments: [
      ("A CURE", 1), ("Cure it, cure it", 2), ("It lasts for ever.", 1), ("It lasts for  ever.", 1),
      ("It will not last; a cure it is.", 1), ("Not now. A cure.", 1), ("secure", 0), ("cures", 0),
      ("It is no cure.", 0), ("Nobody has found a cure.", 0), ("They call it a \"cure\".", 0),
      ("They call it a “cure”, a real cure.", 1), ("It doesn't cure it.", 0), ("for some, ever", 0),
    ])
  func words(text: String, count: Int) throws {
    #expect(try Self.found(text).count == count * 8)
  }
}
