import Patchwise
import PatchwiseTestSupport
import PatchwiseVerification
import Testing

@Suite("Repeated labels")
struct RepeatedLabelsTests {
  @Test("Two options that read the same are reported, whatever their capital letters")
  func labels() throws {
    let options = [("a", "Dry"), ("b", "Oily"), ("c", "dry")].map {
      Question.Option(id: Identifier($0.0), label: AuthoredText($0.1))
    }
    let knowledge = Knowledge.tiny(questions: [
      Question(id: "q", ask: "Q?", domain: .any(options)), .one("r", ["dry", "oily"]),
    ])
    #expect(
      DiagnosticRenderer().render(Verification.diagnostics(of: try KnowledgeBase(knowledge))) == """
        warning: two options of question 'q' read 'dry' [repeated-label]
        note: the first is here
        help: say in the label what makes the difference
        """)
  }
}
