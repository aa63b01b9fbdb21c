import Patchwise
import PatchwiseDialogue
import PatchwiseTestSupport
import PatchwiseTranscripts
import Testing

@Suite("Recording")
struct RecordTests {
  @Test("what was recorded passes when it is played, and ends where it ended", arguments: 1...300)
  func passes(seed: UInt64) throws {
    let conversation = try RecordedConversation(seed: seed)
    let replay = try Boiler.replay(conversation.text)
    #expect(replay.report == [], "\(conversation.text)")
    let (first, second) = (conversation.dialogue, try #require(replay.dialogue))
    #expect(second.awaiting == first.awaiting)
    #expect(second.isOver == first.isOver)
    #expect(second.alarm == first.alarm)
    #expect(second.consultation?.answered == first.consultation?.answered)
    for id in first.consultation?.answered ?? [] {
      #expect(second.consultation?.answer(to: id) == first.consultation?.answer(to: id))
    }
    #expect(replay.accepted == replay.transcript)
  }

  @Test(
    "a line with line breaks in it is heard when it is played as it was when it was said",
    arguments: [
      "\u{0C}\t\u{0C}-2", "\u{2028}-2", "garage\n2", "2\r\nbar", "no\nnone", "\n", "2\u{0B}",
    ])
  func lineBreaks(line: String) throws {
    var conversation = try RecordedConversation("no-heat")
    for line in ["none", line, line] { conversation.say(line) }
    let replay = try Boiler.replay(conversation.text)
    #expect(replay.report == [], "\(conversation.text)")
    #expect(replay.dialogue?.consultation?.state == conversation.dialogue.consultation?.state)
    #expect(replay.dialogue?.awaiting == conversation.dialogue.awaiting)
  }

  @Test("each line is appended at once, so that what is cut off can be played", arguments: 1...20)
  func cutOff(seed: UInt64) throws {
    let conversation = try RecordedConversation(seed: seed, lines: 25)
    for count in conversation.pieces.indices {
      let text = conversation.header + conversation.pieces[...count].joined()
      let replay = try Boiler.replay(text)
      // All that can be missing is the next answer.
      #expect(replay.failures.count <= 1)
      #expect(
        replay.failures.allSatisfy {
          $0.message.hasSuffix("and the transcript has no answer to it")
        }, "\(replay.report)")
    }
  }

  @Test("each piece is whole lines and has the line that was typed", arguments: 1...20)
  func pieces(seed: UInt64) throws {
    var conversation = try RecordedConversation("no-heat")
    var lines = RandomLines(conversation.dialogue.knowledge, seed: seed)
    for count in 1...25 where !conversation.dialogue.isOver {
      let line = lines.line(at: conversation.dialogue.knowledge.question("cold-rooms"))
      conversation.say(line)
      #expect(conversation.pieces.count == count)
      let piece = try #require(conversation.pieces.last)
      #expect(piece.hasSuffix("\n"))
      #expect(
        piece.split(separator: "\n").filter { $0.hasPrefix("> ") }.map { $0.dropFirst(2) }
          == [line[...]])
    }
  }

  @Test("a recording reads like a transcript that somebody wrote")
  func form() throws {
    var conversation = try RecordedConversation()
    for line in [
      "1", "garage", "NONE!", "why", "yes", "2 bar", "back", "0.5", "I smell gas", "go on",
      "change pressure", "2", "2 days", "humming", "kichen", "yes", "no", "none", "thanks",
    ] {
      conversation.say(line)
    }
    #expect(
      conversation.text == """
        patchwise transcript 1
        knowledge boiler
        @ 2026-03-10 12:00

        ? begin
        > 1
          understood: no-heat

        ? danger
        > garage
        !
        > NONE!
          understood: none

        ? thermostat
        > why
        > yes

        ? pressure
        > 2 bar
          understood: 2

        ? off-for
        > back

        ? pressure
        > 0.5

        ? off-for
        > I smell gas

        ? anything-else
        > go on

        ? off-for
        > change pressure

        ? pressure
        > 2

        ? off-for
        > 2 days

        ? noise
        > humming
          understood: quiet

        ? cold-rooms
        > kichen
        > yes
          understood: kitchen

        ? restarted
        > no

        ? additives
        > none

        ? anything-else
        > thanks

        = care: soon
        = heat: bleed
        = because: long-cold
        = because: air-in-pipes

        """)
  }

  @Test("what a conversation came to is written, however it ended")
  func endings() throws {
    func ending(_ lines: [String]) throws -> [Substring] {
      var conversation = try RecordedConversation("no-heat")
      for line in lines { conversation.say(line) }
      return conversation.text.split(separator: "\n").filter { "=?".contains($0.prefix(1)) }
    }
    #expect(try ending([]) == ["? danger"])
    #expect(try ending(["quit"]) == ["? danger"])
    #expect(
      try ending(["none"]) == [
        "? danger", "? thermostat", "= care: none … today", "= heat: wait … leave-off",
      ])
    #expect(
      try ending(["none", "quit"]) == [
        "? danger", "? thermostat", "= care: none … today", "= heat: wait … leave-off",
      ])
    #expect(
      try ending(["gas"]) == [
        "? danger", "= care: leave", "= heat: leave-off", "= because: gas", "= ended early",
      ])
    #expect(
      try ending(["I smell gas"]) == [
        "? danger", "= care: leave", "= heat: wait … leave-off", "= alarm: gas-now",
      ])
  }

  @Test(
    "whatever is typed is typed again",
    arguments: [
      "", "  two blanks", "# no comment", "> > >", "= care: none", "? danger", "\tnone\t",
      "\u{FEFF}none", "\u{1B}[2J", "\u{0}", "👨‍👩‍👧", "none ", "patchwise transcript 1",
    ])
  func typed(line: String) throws {
    var conversation = try RecordedConversation("no-heat")
    conversation.say(line)
    let replay = try Boiler.replay(conversation.text)
    #expect(replay.report == [])
    let typed = replay.transcript.lines.compactMap {
      if case .typed(let text) = $0.content { text } else { nil }
    }
    #expect(typed == [line])
  }

  @Test("a list that was pasted in several lines is the same list when it is played")
  func pasted() throws {
    var conversation = try RecordedConversation("no-heat")
    for line in ["none", "yes", "2", "1 hour", "quiet", "kitchen", "no", "Descaler\nWater"] {
      conversation.say(line)
    }
    let replay = try Boiler.replay(conversation.text)
    #expect(replay.report == [])
  }

  @Test("a conversation that began within a minute is played at the same time")
  func seconds() throws {
    // By half a minute more than a year ago.
    let midnight = try #require(Moment("2026-03-10 00:00"))
    var conversation = try RecordedConversation(
      "service", at: midnight + TimeSpan(seconds: 30))
    for line in ["none", "2025-03-10"] { conversation.say(line) }
    let replay = try Boiler.replay(conversation.text)
    #expect(replay.report == [])
  }
}
