import PatchwiseTestSupport
import Testing

@testable import PatchwiseTranscripts

@Suite("Form of transcripts")
struct TranscriptFormTests {
  private typealias Content = Transcript.Line.Content

  /// What a line says, as a transcript of its own.
  private static func content(_ line: String) -> Content? {
    Transcript(line, named: "a").lines.first?.content
  }

  @Test(
    "every kind of line is read, whatever blanks stand around it",
    arguments: [
      ("# Why this is.", .comment), ("#", .comment), (" ", .blank),
      ("patchwise transcript 1", .version("1")), ("patchwise transcript  2 ", .version("2")),
      ("knowledge boiler", .knowledge("boiler")), ("consult no-heat", .consult("no-heat")),
      ("@ 2026-03-10 12:00", .clock("2026-03-10 12:00")), ("@+48h", .clock("+48h")),
      ("? danger", .asked("danger")), ("?danger", .asked("danger")), ("?", .asked("")),
      ("> none", .typed("none")), (">none", .typed("none")), (">", .typed("")),
      ("> # no comment", .typed("# no comment")), ("> > a", .typed("> a")),
      (">  a  b", .typed(" a  b")), ("> \u{741}x", .typed("\u{741}x")),
      ("understood: a, b", .understood("a, b")), ("!", .refused("")),
      ("! Sorry, …", .refused("Sorry, …")), ("< → 2 bar", .said("→ 2 bar")),
    ] as [(String, Transcript.Line.Content)])
  func lines(line: String, content: Transcript.Line.Content) {
    for blanks in ["", " ", "\t", " \t "] { #expect(Self.content(blanks + line) == content) }
  }

  @Test(
    "every kind of expectation is read, and written as it was read",
    arguments: [
      ("care: none", .level(scale: "care", floor: "none", ceiling: "none")),
      ("care: none … leave", .level(scale: "care", floor: "none", ceiling: "leave")),
      ("because: gas", .because(rule: "gas", true)),
      ("not because: gas", .because(rule: "gas", false)),
      ("advice: keep-warm", .advice("keep-warm", true)),
      ("not advice: keep-warm", .advice("keep-warm", false)), ("plan: bleeding", .plan("bleeding")),
      ("asked: age", .asked("age", true)), ("not asked: age", .asked("age", false)),
      ("alarm: gas-now", .alarm("gas-now")), ("ended early", .endedEarly),
    ] as [(String, Transcript.Expectation)])
  func expectations(text: String, expectation: Transcript.Expectation) {
    #expect(Self.content("= \(text)") == .expected(expectation))
    #expect(Self.content("  =\t\(text) ") == .expected(expectation))
    #expect(expectation.description == text)
  }

  @Test("three full stops are as good as the sign for them", arguments: ["...", " ... ", "... "])
  func threeStops(dots: String) {
    #expect(
      Self.content("= care: none\(dots)leave")
        == .expected(.level(scale: "care", floor: "none", ceiling: "leave")))
  }

  @Test("blanks in an expectation do not count", arguments: ["care :none", "care:  none "])
  func blanksInExpectations(text: String) {
    #expect(
      Self.content("= \(text)") == .expected(.level(scale: "care", floor: "none", ceiling: "none")))
  }

  @Test(
    "a line that is none of these is kept, and says what is wrong",
    arguments: [
      ("nonsense", "a line begins with #, ?, >, !, =, <, @, or is a header"),
      (
        "knowlege boiler",
        "a line begins with #, ?, >, !, =, <, @, or is a header; did you mean 'knowledge'?"
      ),
      (
        "Knowledge boiler",
        "a line begins with #, ?, >, !, =, <, @, or is a header; did you mean 'knowledge'?"
      ),
      ("knowledge", "after 'knowledge' something is missing"),
      ("patchwise transcript", "after 'patchwise transcript' something is missing"),
      (
        "understood none",
        "a line begins with #, ?, >, !, =, <, @, or is a header; did you mean 'understood:'?"
      ),
      ("- care: none", "a line begins with #, ?, >, !, =, <, @, or is a header"),
      ("= care:", "after 'care:' a name is missing"),
      ("= care: none … soon … leave", "a scale has one level, or two with '…' between them"),
      ("= care: none...soon...leave", "a scale has one level, or two with '…' between them"),
      ("= care: …", "a scale has one level, or two with '…' between them"),
      ("= care: none …  …", "a scale has one level, or two with '…' between them"),
      (
        "= care",
        """
        an expectation is 'SCALE: LEVEL', 'ended early', 'plan: NAME', 'alarm: NAME', or, perhaps \
        with a 'not' before it, 'because: RULE', 'advice: NAME' or 'asked: QUESTION'
        """
      ),
      ("= ended erly", "there is no such expectation; did you mean 'ended early'?"),
    ])
  func unreadable(line: String, why: String) throws {
    #expect(Self.content(line) == .unreadable(why))
    let text = "patchwise transcript 1\nknowledge boiler\n\n\(line)\n? begin\n"
    #expect(Transcript(text, named: "a").text == text)
    #expect(try Boiler.replay(text).report == ["4: \(why)"])
  }

  @Test("all that can't be read is reported, in the order of lines")
  func severalUnreadable() throws {
    let replay = try Boiler.replay("patchwise transcript 1\r\nfoo\r\n\r\n? begin\r\nbar\r\n= x\r\n")
    #expect(replay.failures.map(\.line) == [2, 5, 6])
  }

  @Test("a transcript without a version says how one begins")
  func noVersion() throws {
    #expect(
      try Boiler.replay("knowledge boiler\n? begin\n").report == [
        "1: a transcript begins with 'patchwise transcript 1'"
      ])
    #expect(
      try Boiler.replay("# a\npatchwise transcript 7\n? begin\n").report == [
        "2: this is version '7' of the format, known is 1"
      ])
    // A slip in that line is one failure.
    for first in ["patchwise transcrpt 1", "patchwise", "pathcwise transcript 1"] {
      #expect(
        try Boiler.replay("# a\n\n\(first)\n? begin\n").report == [
          "3: a transcript begins with 'patchwise transcript 1'"
        ])
    }
  }

  @Test(
    "what is printed is what was read",
    arguments: [
      "", "\n", "a", "# a\n\n? b\n> c  d\n= e: f\n", "# no final line break\n? a", "\n\n\n",
      "a\r\nb\r\n\r\n", "a\rb\r", "a\nb\r\nc\rd", "\ta\t\n  \n\t\n", "\u{FEFF}# a\n",
      "a\u{2028}b\u{85}c\u{B}d\u{C}e", "> e\u{301}👨‍👩‍👧\u{200D}\n>\u{301}\n", "\r\n\n\r\n",
      "= \n=\n<\n!\n@\n",
    ])
  func lossless(text: String) {
    let transcript = Transcript(text, named: "a")
    #expect(Array(transcript.text.unicodeScalars) == Array(text.unicodeScalars))
    #expect(transcript.lines.map(\.number) == Array(1..<(transcript.lines.count + 1)))
    #expect(transcript.lines.allSatisfy { !$0.text.contains(where: \.isNewline) })
    #expect(transcript.lines.dropLast().allSatisfy { $0.lineBreak.count == 1 })
  }

  @Test("what is printed is what was read, whatever it is", arguments: 1...50)
  func losslessAnyway(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces =
      ["\n", "\r\n", "\r", "\t", " ", "#", "?", ">", "!", "<", "=", "@", ":", "…", "a", "\u{301}"]
      + ["care", "patchwise transcript 1", "knowledge ", "understood:", "\u{FEFF}", "👍", "\0"]
    let text = (0..<random.within(0...60)).map { _ in random.pick(pieces) }.joined()
    let transcript = Transcript(text, named: "a")
    #expect(Array(transcript.text.unicodeScalars) == Array(text.unicodeScalars))
  }

  private static let play = """
    # Why.
    patchwise transcript 1
    knowledge boiler
    consult service
    @ 2026-03-10 12:00

    ? danger
    < Is any of this so right now?
    > a bit of soot
    ? danger
    > yes
      understood: soot
    < → Soot or black marks on the casing
    ? last-service
    > recently
    ! I couldn't find a day in that. …
    > 2 months ago

    ? age
    > 20
    ? anything-else
    = care: today
    = upkeep: due
    = because: soot-or-leak

    """

  @Test("line endings, blanks and a missing last line break make no difference")
  func variants() throws {
    #expect(try Boiler.replay(Self.play).report == [])
    let lines = Self.play.split(separator: "\n", omittingEmptySubsequences: false)
    for text in [
      lines.joined(separator: "\r\n"), lines.joined(separator: "\r"),
      String(Self.play.dropLast()), lines.map { "\t\($0)" }.joined(separator: "\n"),
      lines.map { "\($0)  \t" }.joined(separator: "\n"),
      lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }.joined(separator: "\n# x\n\n"),
    ] {
      #expect(try Boiler.replay(text).report == [])
    }
  }

  @Test("of one that is too long, the rest is one line that cannot be read, and nothing is lost")
  func tooLong() throws {
    func expect(_ text: String, _ lines: Int, _ reason: String?) {
      let transcript = Transcript(text, named: "a")
      #expect(transcript.lines.count == lines && transcript.text == text)
      let last = transcript.lines.last?.content
      #expect(last == (reason.map { .unreadable($0) } ?? .blank))
    }
    let most = String(repeating: "\n", count: Transcript.lineLimit)
    expect(most, Transcript.lineLimit, nil)
    expect(
      most + "# more\n# and more", Transcript.lineLimit + 1,
      "a transcript must not have more than 100000 lines")
    let long = String(repeating: " ", count: Transcript.sizeLimit)
    expect(long, 1, nil)
    expect(long + " ", 1, "a transcript must not be longer than 16777216 bytes")
  }

  @Test("a byte order mark makes no difference, as in knowledge files")
  func byteOrderMark() throws {
    let text = "\u{FEFF}" + Self.play.split(separator: "\n").dropFirst().joined(separator: "\n")
    let replay = try Boiler.replay(text)
    #expect(replay.report == [])
  }
}
