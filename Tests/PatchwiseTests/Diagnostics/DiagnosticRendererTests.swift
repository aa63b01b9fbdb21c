import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("The text of diagnostics")
struct DiagnosticRendererTests {
  private func place(_ line: Int, _ column: Int, _ length: Int) -> Patchwise.SourceLocation {
    SourceLocation(file: "a.yaml", line: line, column: column, length: length)
  }

  @Test("place, sentence, code, line, marks, notes and help stand in this order")
  func whole() {
    let source = "rules:\n  calm:\n    when: itchy\n    raise: { fit: fine }\n"
    let diagnostic = Diagnostic(
      .unknownLevel, "scale 'fit' has no level 'fine'", at: place(4, 19, 4),
      notes: [
        Diagnostic.Note("in rule 'calm'", at: place(2, 3, 4)), Diagnostic.Note("and nowhere else"),
      ], help: "its levels are good, later")
    #expect(
      DiagnosticRenderer(sources: ["a.yaml": source]).render(diagnostic) == """
        a.yaml:4:19: error: scale 'fit' has no level 'fine' [unknown-level]
            4 |     raise: { fit: fine }
              |                   ^^^^
        a.yaml:2:3: note: in rule 'calm'
            2 |   calm:
              |   ^^^^
        note: and nowhere else
        help: its levels are good, later
        """)
  }

  @Test("of a long line the part around the place is shown")
  func longLine() {
    let source = (0..<1_000).map { "n\($0 % 10)," }.joined()
    func shown(_ column: Int, in source: String) -> (line: String, marks: String) {
      let text = DiagnosticRenderer(sources: ["a.yaml": source]).render(
        Diagnostic(.badName, "x", at: place(1, column, 2)))
      let lines = text.split(separator: "\n").map { String($0.dropFirst(8)) }
      return (lines[1], lines[2])
    }
    let first = shown(4, in: source)
    #expect(first.line == source.prefix(320) + "…" && first.marks == "   ^^")
    let middle = shown(1_501, in: source)
    #expect(middle.line == "…" + source.dropFirst(1_341).prefix(320) + "…")
    #expect(middle.marks == String(repeating: " ", count: 160) + "^^")
    let last = shown(2_998, in: source)
    #expect(last.line == "…" + source.dropFirst(2_838))
    #expect(last.marks == String(repeating: " ", count: 160) + "^^")
    let fitting = String(source.prefix(320))
    #expect(shown(319, in: fitting).line == fitting)
  }

  @Test("without the file there is no line, without a place no place")
  func bare() {
    let renderer = DiagnosticRenderer(sources: ["b.yaml": "text"])
    #expect(
      renderer.render([
        Diagnostic(.unsourced, severity: .warning, "this cites nothing", at: place(1, 1, 1)),
        Diagnostic(.emptyText, "here is nothing"),
        Diagnostic(.badName, "far below", at: SourceLocation(file: "b.yaml", line: 9, column: 1)),
      ]) == """
        a.yaml:1:1: warning: this cites nothing [unsourced]
        error: here is nothing [empty-text]
        b.yaml:9:1: error: far below [bad-name]
        """)
  }

  @Test(
    "the marks stand under the place, whatever the line holds",
    arguments: [
      ("\tpé: x", 2, 2, "    1 | \tpé: x\n      | \t^^"),
      ("ab", 2, 9, "    1 | ab\n      |  ^"),
      ("ab", 3, 1, "    1 | ab\n      |   ^"),
      ("", 1, 1, "    1 | \n      | ^"),
      ("a\u{1B}[2Jb\u{202E}", 1, 1, "    1 | a\u{FFFD}[2Jb\u{FFFD}\n      | ^"),
      ("ab\r\ncd", 1, 1, "    1 | ab\n      | ^"),
    ])
  func marks(line: String, column: Int, length: Int, excerpt: String) {
    let renderer = DiagnosticRenderer(sources: ["a.yaml": line])
    let text = renderer.render(Diagnostic(.badName, "x", at: place(1, column, length)))
    #expect(text == "a.yaml:1:\(column): error: x [bad-name]\n\(excerpt)")
  }

  @Test("long line numbers push the margin")
  func margin() {
    let source = String(repeating: "\n", count: 123_455) + "here"
    let text = DiagnosticRenderer(sources: ["a.yaml": source])
      .render(Diagnostic(.badName, "x", at: place(123_456, 1, 4)))
    #expect(text.hasSuffix("\n123456 | here\n       | ^^^^"))
  }

  @Test("after a hundred problems the rest is only counted")
  func limit() {
    let diagnostics = (1...103).map { Diagnostic(.badName, "problem \($0)") }
    let lines = DiagnosticRenderer().render(diagnostics).split(separator: "\n")
    #expect(lines.count == 101)
    #expect(lines[99] == "error: problem 100 [bad-name]")
    #expect(lines[100] == "3 more problems are not shown")
  }

  @Test("problems come in order of place, each once, those without a place first")
  func order() {
    let early = Diagnostic(.badName, "early", at: place(1, 5, 1))
    let late = Diagnostic(.badName, "late", at: place(2, 1, 1))
    let same = Diagnostic(.emptyText, "same place", at: place(2, 1, 1))
    let nowhere = Diagnostic(.badName, "nowhere")
    let nowhereElse = Diagnostic(.badName, "nowhere else")
    let mixed = [late, nowhere, same, early, late, nowhereElse, nowhere]
    #expect(mixed.inReadingOrder() == [nowhere, nowhereElse, early, late, same])
    #expect(KnowledgeError(mixed).diagnostics == mixed.inReadingOrder())
  }
}
