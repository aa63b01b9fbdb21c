import Patchwise
import PatchwiseTestSupport
import PatchwiseTranscripts
import Testing

@Suite("Accepting what has changed")
struct AcceptTests {
  private static let play = """
    # Why this play is.
    patchwise transcript 1
    knowledge boiler
    consult service
    @ 2026-03-10 12:00

    ? danger
    < Is any of this so right now?
    > blah
    !  Sorry, I didn't catch that. …
    > soo
    < Did you mean: Soot or black marks on the casing? Please say yes or no.
    > yes
      understood: soot
    # Soot is for an engineer.
    < → Soot…

    \t? last-service
    > 2 months ago
      understood: 2026-01-09
    ? age
    > 20
    = care: today
    = upkeep: due
    = because: soot-or-leak
    = not because: gas
    = not asked: pressure

    """

  @Test("a transcript that passes stays as it is")
  func passes() throws {
    let replay = try Boiler.replay(Self.play)
    #expect(replay.report == [])
    #expect(replay.accepted == replay.transcript)
  }

  @Test(
    "one line that does not come out is put right, and no other line is touched",
    arguments: [
      ("= care: today", "= care: none"), ("= care: today", "= care: none … today"),
      ("= upkeep: due", "= upkeep: later"), ("  understood: soot", "  understood: gas"),
      ("  understood: 2026-01-09", "  understood: unsure"),
      (
        "< Did you mean: Soot or black marks on the casing? Please say yes or no.",
        "< Did you mean: Soot or black marks on the wall? Please say yes or no."
      ),
      ("< Is any of this so right now?", "< Is any of that so right now?"),
    ])
  func putRight(line: String, wrong: String) throws {
    for lineBreak in ["\n", "\r\n", "\r"] {
      let right = Self.play.replacing("\n", with: lineBreak)
      let replay = try Boiler.replay(right.replacing(line, with: wrong))
      #expect(replay.failures.count == 1)
      #expect(replay.accepted.text == right)
    }
  }

  @Test(
    "one line that does not come out is turned into what did",
    arguments: [
      ("= because: gas", "= not because: gas"),
      ("= not because: soot-or-leak", "= because: soot-or-leak"),
      ("= advice: keep-warm", "= not advice: keep-warm"), ("= not asked: age", "= asked: age"),
      ("= asked: pressure", "= not asked: pressure"),
    ])
  func turned(wrong: String, right: String) throws {
    let replay = try Boiler.replay(Self.play + wrong + "\n")
    #expect(replay.failures.count == 1)
    #expect(replay.accepted.text == Self.play + right + "\n")
    #expect(replay.rewriting.description == "1 line changed")
  }

  @Test("an alarm becomes the one that sounded")
  func otherAlarm() throws {
    let play =
      "patchwise transcript 1\nconsult service\n? danger\n> I smell gas\n= alarm: gas-now\n"
    let replay = try Boiler.replay(play.replacing("gas-now", with: "monoxide"))
    #expect(replay.failures.count == 1)
    #expect(replay.accepted.text == play)
  }

  @Test("a refusal in other words gets those that were said")
  func otherWords() throws {
    let play = "patchwise transcript 1\nconsult service\n? danger\n> skip\n! No.\n? danger\n"
    let replay = try Boiler.replay(play)
    let line = try #require(replay.accepted.text.split(separator: "\n").dropLast().last)
    #expect(line.hasPrefix("! I can't go on without an answer to this one. "))
    #expect(Replay(replay.accepted, with: try Boiler.knowledge()).report == [])
  }

  @Test(
    "one line that can't be turned into anything is taken out, and counted",
    arguments: [
      ("= not asked: pressure", "= ended early"), ("= not because: gas", "= alarm: gas-now"),
      ("= not because: gas", "= plan: bleeding"),
      ("< Is any of this so right now?", "< It is cold in here."),
    ])
  func takenOut(line: String, wrong: String) throws {
    let replay = try Boiler.replay(Self.play.replacing(line, with: wrong))
    #expect(replay.failures.count == 1)
    #expect(replay.accepted.text == Self.play.replacing(line + "\n", with: ""))
    #expect(replay.rewriting.description == "1 line removed")
  }

  @Test("what was changed, removed and added is counted")
  func counted() throws {
    let replay = try Boiler.replay(
      Self.play.replacing("care: today", with: "care: none").replacing("later", with: "due")
        .replacing("= not because: gas", with: "= ended early\n= because: gas")
        .replacing("!  Sorry, I didn't catch that. …\n", with: ""))
    #expect(replay.rewriting.description == "2 lines changed, 1 removed, 1 added")
    #expect(try Boiler.replay(Self.play).rewriting.description == "nothing changed")
  }

  @Test("a refusal that was not announced is, and one that did not come is taken out")
  func refusals() throws {
    let play = "patchwise transcript 1\r\nconsult service\r\n? danger\r\n> blah\r\n! \r\n? danger"
    let unannounced = try Boiler.replay(play.replacing("! \r\n", with: ""))
    #expect(unannounced.failures.map(\.line) == [4])
    #expect(unannounced.accepted.text == play.replacing("! ", with: "!"))
    let notRefused = try Boiler.replay(play.replacing("blah", with: "help"))
    #expect(notRefused.failures.map(\.line) == [5])
    #expect(notRefused.accepted.text == play.replacing("blah\r\n! ", with: "help"))
  }

  @Test("a refusal that is announced on the last line has a line of its own")
  func lastLine() throws {
    let replay = try Boiler.replay("patchwise transcript 1\nconsult service\n? danger\n> blah")
    #expect(replay.failures.map(\.line) == [4, 4])
    #expect(
      replay.accepted.text == "patchwise transcript 1\nconsult service\n? danger\n> blah\n!")
  }

  @Test("patterns, comments and what was typed are kept, even where they fail")
  func kept() throws {
    let text = Self.play
      .replacing("< → Soot…", with: "< → Gas…").replacing("! \u{20}Sorry, I didn't", with: "! I do")
      .replacing("> 20", with: "> 5")
    let replay = try Boiler.replay(text)
    #expect(replay.failures.map(\.line) == [10, 16, 24])
    #expect(replay.accepted.text == text.replacing("= upkeep: due", with: "= upkeep: later"))
  }

  @Test("what can't be played is not rewritten")
  func unplayable() throws {
    for text in [
      "? danger\n> gas\n", "patchwise transcript 1\nknowledge tyre\n? cut\n= ride: go\n",
      "patchwise transcript 1\nconsult service\nnonsense\n? age\n> 5\n? danger\n@ soon\n",
      "patchwise transcript 1\nconsult service\n? danger\n= because: rust\n= comfort: high\n",
      "patchwise transcript 1\nconsult service\n? danger\n= care: brew\n= care: none … brew\n",
    ] {
      let replay = try Boiler.replay(text)
      #expect(!replay.passed)
      #expect(replay.accepted.text == text)
    }
  }

  @Test("what is accepted passes, and is the same when it is accepted again", arguments: 1...60)
  func passesAfterwards(seed: UInt64) throws {
    let recorded = try RecordedConversation(seed: seed).text
    var random = SplitMix64(seed: seed)
    let spoiled = recorded.split(separator: "\n", omittingEmptySubsequences: false).compactMap {
      line -> String? in
      guard random.percent(40) else { return String(line) }
      return switch line.prefix(3) {
      case "!": nil
      case "  u": "  understood: \(random.pick(["unsure", "gas", "7", "none"]))"
      case "= c": "= care: \(random.pick(["none", "leave", "none … leave", "today"]))"
      case "= h": "= heat: \(random.pick(["wait", "top-up", "bleed … top-up"]))"
      default: String(line)
      }
    }.joined(separator: "\n")
    let replay = try Boiler.replay(spoiled)
    #expect(replay.accepted.text == recorded)
    let again = Replay(replay.accepted, with: try Boiler.knowledge())
    #expect(again.report == [])
    #expect(again.accepted == replay.accepted)
  }
}
