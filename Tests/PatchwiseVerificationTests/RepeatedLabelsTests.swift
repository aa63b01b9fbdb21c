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

  @Test("So is a level of a scale with the other name of another one, but not levels of two scales")
  func levels() throws {
    func scale(_ id: Identifier<Scale>, _ also: [AuthoredText]) -> Scale {
      Scale(
        id: id,
        levels: [
          .init(id: "low", title: "All clear", also: ["try it"]),
          .init(id: "high", also: also),
        ], otherwise: "low")
    }
    func report(_ also: [AuthoredText]) throws -> String {
      DiagnosticRenderer().render(
        Verification.diagnostics(
          of: try KnowledgeBase(.tiny(scales: [scale("fit", also), scale("care", ["later"])]))
        ).filter { $0.code == .repeatedLabel })
    }
    #expect(
      try report(["later", "Try it"]) == """
        warning: level 'high' of scale 'fit' is called 'Try it' like another one [repeated-label]
        note: the other is here
        help: leave that name out, or call one of them otherwise
        """)
    #expect(try report(["all clear"]).contains("is called 'all clear' like"))
    #expect(try report(["later"]) == "")
  }
}
