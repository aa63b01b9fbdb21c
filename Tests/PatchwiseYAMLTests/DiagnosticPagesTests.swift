import Patchwise
import PatchwiseVerification
import PatchwiseYAML
import Testing

@Suite("Pages of the diagnostic codes")
struct DiagnosticPagesTests {
  /// A day between the reviews that the page of `overdue-source` speaks of.
  private static let today = Moment("2026-06-01")

  /// Reads an example with the files around it, and looks it over if it can be used.
  private static func read(_ example: String) -> (problems: [Diagnostic], text: String) {
    let (root, bytes) = DiagnosticPage.Frame.files(around: example)
    let files = KnowledgeFiles(root) { bytes[$0] }
    let problems: [Diagnostic]
    do {
      problems = Verification.diagnostics(of: try files.knowledgeBase(), today: today)
    } catch {
      problems = error.diagnostics
    }
    return (problems, DiagnosticRenderer(sources: files.texts).render(problems))
  }

  @Test("The bad example has the problem, and no other", arguments: DiagnosticCode.allCases)
  func bad(code: DiagnosticCode) {
    let (problems, text) = Self.read(code.page.bad)
    let found = problems.filter { $0.severity == .error || $0.code == code }
    #expect(found.map(\.code) == [code], "\(text)")
    #expect(found.first?.location?.file == DiagnosticPage.Frame.exampleName, "\(text)")
  }

  @Test("The good example can be used", arguments: DiagnosticCode.allCases)
  func good(code: DiagnosticCode) {
    let (problems, text) = Self.read(code.page.good)
    #expect(!problems.contains { $0.severity == .error || $0.code == code }, "\(text)")
  }

  @Test("A page is about its code and fits 80 columns", arguments: DiagnosticCode.allCases)
  func form(code: DiagnosticCode) {
    let page = code.page
    #expect(page.code == code)
    #expect(page.bad != page.good)
    #expect(page.rendered.split(whereSeparator: \.isNewline).allSatisfy { $0.count <= 80 })
    let ending = page.summary.last
    #expect(ending != "." && page.summary.first?.isUppercase == false)
    #expect(page.rationale.hasSuffix("."))
  }

  @Test("A page reads as plain text")
  func rendering() {
    #expect(
      DiagnosticCode.unknownQuestion.page.description == """
        unknown-question: a section lists a question that does not exist

        It could never be asked. Declare it under 'questions', or correct the name.

        Avoid:

          sections:
            basics: { questions: [drip] }

        Prefer:

          sections:
            basics: { questions: [drips] }
        """)
  }
}
