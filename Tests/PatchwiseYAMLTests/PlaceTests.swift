import Patchwise
import Testing

@testable import PatchwiseYAML

@Suite("Places in texts")
struct PlaceTests {
  /// One way to write the text `calm and ccalm`, with its second name marked.
  struct Style: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let marked: String
  }

  static let styles = [
    Style(testDescription: "plain", marked: "  a: calm and «ccalm»"),
    Style(
      testDescription: "plain over lines", marked: "  a: calm\n    and\n\n      «ccalm»  # end"),
    Style(testDescription: "after the key", marked: "  a:\n    calm and «ccalm»"),
    Style(testDescription: "single quotes", marked: "  a: 'calm and «ccalm»'"),
    Style(
      testDescription: "single quotes over lines", marked: "  a: 'calm   \n\t  and\n   «ccalm»'"),
    Style(testDescription: "double quotes", marked: "  a: \"calm and «ccalm»\""),
    Style(
      testDescription: "double quotes with escapes",
      marked: #"  a: "\x63al\u006d \U00000061nd\t«ccal\»x6d""#),
    Style(
      testDescription: "double quotes with escaped line breaks",
      marked: "  a: \"calm\\\n    \\ an\\\n    d\n    «ccalm»\""),
    Style(testDescription: "literal", marked: "  a: |\n    calm\n      and\n\n    «ccalm»\n"),
    Style(testDescription: "literal, stripped", marked: "  a: |- # why\n\n   calm\n   and «ccalm»"),
    Style(testDescription: "literal, indented", marked: "  a: |2\n      calm and\n    «ccalm»"),
    Style(testDescription: "literal, kept", marked: "  a: |+\n    calm and\n    «ccalm»\n\n\n"),
    Style(testDescription: "folded", marked: "  a: >\n    calm\n    and\n\n\n    «ccalm»\n"),
    Style(testDescription: "folded, stripped", marked: "  a: >-\n    calm and\n    «ccalm»\n"),
    Style(
      testDescription: "folded, with a list", marked: "  a: >\n    calm\n      and\n     «ccalm»\n"),
    Style(testDescription: "in braces", marked: "  { a: calm and «ccalm», b: calm }"),
    Style(
      testDescription: "after letters of many bytes", marked: "  { é𝄞: calm, a: calm and «ccalm» }"),
    Style(
      testDescription: "after other line breaks", marked: "  b: calm\r\n  a: calm\r\n   and «ccalm»"
    ),
  ]

  @Test("A name in a condition is found however the condition is written", arguments: styles)
  func conditions(_ style: Style) throws {
    let marked = MarkedText(Fixture.header + "definitions:\n" + style.marked)
    let files = Fixture.files(marked.text)
    let problem = try #require(Fixture.problems(files).first { $0.code == .unknownName })
    #expect(problem.location == marked.places.first, "\(Fixture.rendered([problem], files))")
  }

  @Test("Every letter of a text is found, whatever its style and its line breaks")
  func everyLetter() throws {
    var random = Sequence64(state: 7)
    for _ in 0..<2_000 {
      let words = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        String("abcdefgh'\"é𝄞-".randomElement(using: &random) ?? "a") + "x"
      }
      let text = Self.write(words, using: &random)
      let log = DiagnosticLog()
      let form = try #require(FormComposer.compose(text, name: "a.yaml", log: log), "\(text)")
      guard case .mapping(let pairs) = form.content, let value = pairs.first?.value.text else {
        Issue.record("no text in \(text.debugDescription)")
        continue
      }
      let source = SourceText(text, name: "a.yaml")
      var last = (line: 0, column: 0)
      for (offset, scalar) in value.string.unicodeScalars.enumerated()
      where !scalar.properties.isWhitespace {
        let place = try #require(value.location(of: offset..<offset + 1))
        #expect(last < (place.line, place.column), "\(offset) of \(text.debugDescription)")
        last = (place.line, place.column)
        let here = source[place.line, place.column]
        #expect(here == scalar || here == "\\", "\(offset) of \(text.debugDescription)")
      }
    }
  }

  /// Words as the value of a key, in a style and with line breaks that chance decides.
  private static func write(_ words: [String], using random: inout Sequence64) -> String {
    let breaks = words.map { _ in
      let indentation = String(repeating: " ", count: Int.random(in: 3...5, using: &random))
      return [" ", " ", "  ", "\n" + indentation, " \n\n" + indentation].randomElement(
        using: &random) ?? " "
    }
    func joined(_ escape: (String) -> String) -> String {
      zip(words, breaks).map { escape($0) + $1 }.joined().trimmed
    }
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return "k: z" + joined(\.self)
    case 1: return "k: '" + joined { $0.replacing("'", with: "''") } + "'"
    case 2: return "k: \"" + joined { $0.replacing("\"", with: "\\\"") } + "\""
    case 3: return "k: |\n   " + joined(\.self) + "\n"
    default: return "k: >-\n   " + joined(\.self) + "\n\n"
    }
  }
}

/// A repeatable sequence of numbers (SplitMix64).
struct Sequence64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
