import Patchwise
import Testing

@testable import PatchwiseYAML

@Suite("Files that cannot be read")
struct BrokenFileTests {
  /// Text that is not YAML of ours, with the place that is to blame, and the sentence for it.
  static let cases: [(marked: String, message: String)] = [
    ("a: b«:» c", "a ':' cannot stand here"),
    ("a:\n  - b\n «c»: d", "this is not a key of the mapping around it"),
    ("a:\n  - b\n  «c»: d", "this is not an item of the list around it"),
    ("a: [b, c\nd«:» e", "a list in brackets needs ',' or ']' here"),
    ("a: [b, «c»", "a list in brackets needs ',' or ']' here"),
    ("a: {b: c\nd«:» e: f", "a mapping in braces needs ',' or '}' here"),
    ("a: «\"»b\n  c", "a text in quotes must be closed"),
    ("a: «'»b\n---\nc'", "a text in quotes must be closed"),
    ("a:\n«\t»b: c", "a tab cannot indent a line"),
    ("a: «`»b`", "a text cannot begin with '`'"),
    ("a: «@»b", "a text cannot begin with '@'"),
    ("a: b\n«c»\nd: e", "a key must be followed by ':'"),
    ("a: «-» b", "a list cannot begin here"),
    ("a: \"b«\\»d\"", "the text in double quotes has an unknown escape"),
    ("a: b\n«-»--\nc: d", "a knowledge file must hold a single document"),
    ("a: | «b»\n  c", "a text after '|' or '>' must begin on the next line"),
    ("a: «&»b c", "anchors, aliases and tags are not part of the knowledge language"),
    ("a: «*»b", "anchors, aliases and tags are not part of the knowledge language"),
    ("a: «!»!str b", "anchors, aliases and tags are not part of the knowledge language"),
    ("a: [b, «*», c]", "a text cannot begin with '*'"),
    ("a: «*»never* do * it", "a text cannot begin with '*'"),
    ("a: \"b\" «c» d", "a text cannot go on behind its closing quote"),
    ("a: 'b isn'«t» c'", "a text cannot go on behind its closing quote"),
    ("a: \"b\nc: \"«d»\"", "a text cannot go on behind its closing quote"),
    ("a: [\"b\" «c»]", "a text cannot go on behind its closing quote"),
    ("a: { b: \"c\" «d» }", "a text cannot go on behind its closing quote"),
    ("a:\n  b«:»c\n  d: e", "a ':' needs a space after it"),
    ("a«:»b\nd: e", "a ':' needs a space after it"),
    ("a: b\n  c«\u{7}»", "character U+0007 cannot stand in a knowledge file"),
    ("a: b«\u{FEFF}»", "character U+FEFF cannot stand in a knowledge file"),
  ]

  @Test("YAML that cannot be read is explained where it is to blame", arguments: cases)
  func broken(_ example: (marked: String, message: String)) {
    let marked = MarkedText(example.marked)
    let files = Fixture.files(marked.text)
    let problems = Fixture.problems(files)
    #expect(problems.map(\.code) == [.brokenYAML])
    #expect(problems.map(\.message) == [example.message], "\(Fixture.rendered(problems, files))")
    #expect(
      problems.map(\.location) == marked.places, "\(Fixture.rendered(problems, files))")
  }

  @Test("A text that goes on behind its quotes shows where these open, and a cure")
  func openQuotes() {
    func rendered(_ text: String) -> String {
      let files = Fixture.files(text)
      return Fixture.rendered(Fixture.problems(files), files)
    }
    #expect(
      rendered("a: \"Can it\nb: \"yes\"") == """
        knowledge.yaml:2:5: error: a text cannot go on behind its closing quote [broken-yaml]
            2 | b: "yes"
              |     ^
        knowledge.yaml:1:4: note: the quotes open here
            1 | a: "Can it
              |    ^
        help: close the quotes on the line where they open
        """)
    // Texts in quotes that stand above are none of it.
    #expect(
      rendered("a: \"fine\"\nb: \"Can it\" go") == """
        knowledge.yaml:2:13: error: a text cannot go on behind its closing quote [broken-yaml]
            2 | b: "Can it" go
              |             ^
        knowledge.yaml:2:4: note: the quotes open here
            2 | b: "Can it" go
              |    ^
        help: put single quotes around the whole text
        """)
    #expect(
      rendered("a: 'Mould isn't good'") == """
        knowledge.yaml:1:15: error: a text cannot go on behind its closing quote [broken-yaml]
            1 | a: 'Mould isn't good'
              |               ^
        knowledge.yaml:1:4: note: the quotes open here
            1 | a: 'Mould isn't good'
              |    ^
        help: put double quotes around the whole text
        """)
  }

  @Test("A file that says nothing lacks what a root file needs", arguments: ["", "\n", "# a note"])
  func empty(_ text: String) {
    let problems = Fixture.problems(Fixture.files(text))
    #expect(problems.map(\.code) == [.missingKey])
  }

  @Test("A file that is meant to be included is not taken for a root file with many problems")
  func noRoot() {
    let text = "rules: { a: { when: b, raise: { c: d }, because: So it is., sources: [e] } }"
    let problems = Fixture.problems(Fixture.files(text))
    #expect(
      problems.map(\.message) == [
        "file 'knowledge.yaml' is no root file, which has the keys 'knowledge', 'title' and 'version'"
      ])
  }

  @Test("A file that is a list or a text is refused", arguments: ["- a", "a"])
  func noMapping(_ text: String) {
    #expect(Fixture.problems(Fixture.files(text)).map(\.code) == [.wrongShape])
  }

  // MARK: Limits

  @Test(
    "Lists that nest too deeply are refused, however deep", arguments: [65, 900, 1_100, 100_000])
  func depth(_ depth: Int) {
    let text =
      "welcome: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(Fixture.problems(Fixture.files(text)).map(\.code) == [.tooMany])
  }

  @Test("Mappings that nest too deeply are refused")
  func depthOfMappings() {
    let text = (0..<500).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(Fixture.problems(Fixture.files(text)).map(\.code) == [.tooMany])
    let items = "welcome:\n" + String(repeating: "- ", count: 900) + "a"
    #expect(Fixture.problems(Fixture.files(items)).map(\.code) == [.tooMany])
  }

  @Test("Brackets in texts are no nesting")
  func bracketsInTexts() {
    let items =
      (0..<300).map { "  - a [b {c (\($0)\n  - '[{'\n" }.joined()
      + "  - |\n    " + String(repeating: "-", count: 300) + "\n"
    #expect(Fixture.problems(Fixture.files(Fixture.header + "welcome:\n" + items)).isEmpty)
  }

  @Test("Files that are too long or too many are refused")
  func size() {
    let long = Fixture.files(String(repeating: "#", count: FileLimits.fileSize + 1))
    #expect(Fixture.problems(long).map(\.code) == [.tooMany])
    let endless = KnowledgeFiles("a") { name in Array("include: [\(name)a]".utf8) }
    #expect(Fixture.problems(endless).filter { $0.code == .tooMany }.count == 1)
    #expect(endless.texts.count == FileLimits.files)
  }

  @Test(
    "What cannot stand in a file is found in the line in which it is shown, whatever ends the lines",
    arguments: ["\n", "\r", "\r\n", "\u{85}", "\u{2028}"])
  func lineEnds(lineEnd: String) {
    for bytes in [[0x07], [0xFF]] as [[UInt8]] {
      let files = KnowledgeFiles("k.yaml") { _ in Array("a:\(lineEnd)  b".utf8) + bytes }
      #expect(
        files.problems.map(\.location) == [SourceLocation(file: "k.yaml", line: 2, column: 4)])
    }
  }

  @Test("A small file cannot grow by its aliases")
  func aliases() {
    let lines = (1...40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" }
    let text = (["a0: &a0 b"] + lines).joined(separator: "\n")
    #expect(Fixture.problems(Fixture.files(text)).map(\.code) == [.brokenYAML])
    // A key is compared with the others by all that is in it.
    for start in ["", "b: { c: d, c: e }\n"] {
      let problems = Fixture.problems(Fixture.files("\(start)\(text)\n? *a40\n: b"))
      #expect(problems.map(\.code) == [.brokenYAML])
    }
  }

  @Test("What looks like an alias inside a text is none")
  func noAliases() {
    let text = "a: \"&b and *b\"\n? 'c *b'\n: |\n  *b &b\n"
    #expect(!Fixture.problems(Fixture.files(text)).map(\.code).contains(.brokenYAML))
  }

  @Test("Very many repeated keys are reported without looking at each")
  func repeatedKeys() {
    let text = (0..<500).flatMap { ["k\($0): a", "k\($0): b"] }.joined(separator: "\n")
    let problems = Fixture.problems(Fixture.files(text))
    #expect(problems.map(\.code) == [.duplicateKey])
  }

  // MARK: Chance

  @Test("No file can make the reader stumble")
  func damagedFiles() {
    var random = Sequence64(state: 11)
    let good = Array(Fixture.wholeLanguage.unicodeScalars)
    let pieces = Array(" \n\n-:[]{},'\"|>#&*!?%@`\\\t~ax0é\u{0}\u{85}\u{2028}".unicodeScalars)
    for _ in 0..<500 {
      var scalars = good
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<scalars.count, using: &random)
        let piece = pieces.randomElement(using: &random) ?? " "
        switch Int.random(in: 0..<4, using: &random) {
        case 0: scalars[place] = piece
        case 1: scalars.insert(piece, at: place)
        case 2: scalars.removeSubrange(place..<min(place + 12, scalars.count))
        default:
          let end = min(place + Int.random(in: 1...40, using: &random), scalars.count)
          scalars.insert(contentsOf: scalars[place..<end], at: place)
        }
      }
      let text = String(String.UnicodeScalarView(scalars))
      let files = Fixture.files(text)
      let source = SourceText(files.texts["knowledge.yaml"] ?? "", name: "knowledge.yaml")
      for problem in Fixture.problems(files) {
        guard let location = problem.location, location.file == source.name else { continue }
        #expect(
          (1...source.lineCount).contains(location.line)
            && (1...source.line(location.line).count + 1).contains(location.column),
          "\(problem) in \(text.debugDescription)")
      }
    }
  }
}
