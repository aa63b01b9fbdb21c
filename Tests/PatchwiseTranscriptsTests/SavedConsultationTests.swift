import Patchwise
import PatchwiseDialogue
import PatchwiseTestSupport
import PatchwiseTranscripts
import Testing

@Suite("Saved consultations")
struct SavedConsultationTests {
  /// A conversation that is saved, and how it stood after each piece.
  private struct Talk {
    var dialogue: Dialogue
    var writer = SavedConsultation.Writer()
    var text: String
    var standings: [(length: Int, dialogue: Dialogue)] = []

    init(_ kind: Identifier<ConsultationKind>? = "no-heat") throws {
      dialogue = try Dialogue(about: Boiler.knowledge(), consulting: kind, at: Boiler.now)
      _ = dialogue.begin()
      text = writer.header(of: dialogue)
      standings.append((text.utf8.count, dialogue))
    }

    /// Takes up a conversation that was saved.
    init(_ saved: SavedConsultation, with knowledge: KnowledgeBase, at now: Moment) throws {
      dialogue = try #require(saved.dialogue(with: knowledge), "\(saved.text)")
      writer = saved.writer
      text = saved.text + writer.resumption(at: now)
      dialogue.resume(at: now)
      standings.append((text.utf8.count, dialogue))
    }

    /// The question that is asked.
    var question: Question? {
      if case .question(let id) = dialogue.awaiting { dialogue.knowledge.question(id) } else { nil }
    }

    mutating func say(_ line: String) {
      let awaiting = dialogue.awaiting
      let reply = dialogue.respond(to: line)
      guard !dialogue.isOver else { return }
      text += writer.piece(for: line, at: awaiting, reply, dialogue)
      standings.append((text.utf8.count, dialogue))
    }
  }

  private func talk(_ lines: String...) throws -> Talk {
    var talk = try Talk()
    for line in lines { talk.say(line) }
    return talk
  }

  private func same(_ left: Dialogue?, _ right: Dialogue) -> Bool {
    guard let left else { return false }
    return left.awaiting == right.awaiting && left.alarm == right.alarm
      && left.resumption == right.resumption && left.completions == right.completions
      && left.consultation?.answered == right.consultation?.answered
      && SavedConsultation.levels(of: left) == SavedConsultation.levels(of: right)
  }

  @Test("it reads like a transcript, with a seal behind each piece")
  func form() throws {
    let talk = try talk("none", "lots")
    let lines = talk.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("# seal ") ? "# seal \(line.count - 7)" : line
    }
    #expect(
      lines.joined(separator: "\n") == """
        # Saved by patchwise. A line "# seal …" vouches for all that stands above it.
        # knowledge version 1.0.0, fingerprint \(talk.dialogue.knowledge.edition.fingerprint)
        patchwise transcript 1
        knowledge boiler
        consult no-heat
        @ 2026-03-10 12:00
        # seal 16

        ? danger
        > none
        # seal 16

        ? thermostat
        > lots
        !
        # seal 16

        """)
    let saved = SavedConsultation(talk.text)
    #expect(saved.damage == nil && saved.text == talk.text)
    #expect(saved.edition == talk.dialogue.knowledge.edition)
    #expect(saved.kind == "no-heat" && saved.began == "2026-03-10")
    #expect(saved.outcome == [])
  }

  @Test("it goes on where it broke off, wherever that is", arguments: 1...60)
  func resumes(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var talk = try Talk(random.pick([nil, "no-heat", "service"]))
    var lines = RandomLines(talk.dialogue.knowledge, seed: seed)
    for _ in 0..<random.within(1...25) where !talk.dialogue.isOver {
      talk.say(lines.line(at: talk.question, answering: 60))
    }
    let knowledge = talk.dialogue.knowledge
    let (length, then) = random.pick(talk.standings)
    let saved = SavedConsultation(String(decoding: talk.text.utf8.prefix(length), as: UTF8.self))
    #expect(saved.damage == nil)
    #expect(same(saved.dialogue(with: knowledge), then), "\(saved.text)")
    // The rest is written as if nothing had been between.
    var (rest, writer) = (talk, saved.writer)
    let later = try #require(Boiler.now) + TimeSpan(seconds: 86_400)
    let more = writer.resumption(at: later)
    let again = SavedConsultation(saved.text + more)
    #expect(again.damage == nil)
    #expect(again.dialogue(with: knowledge)?.now == later)
    rest.say("help")
    #expect(SavedConsultation(rest.text).damage == nil)
  }

  @Test(
    "one that is killed and taken up again, over and over, comes to the same",
    arguments: UInt64(0)..<8)
  func killed(shard: UInt64) throws {
    let rounds = Soak.rounds(4, soaking: 125)
    let now = try #require(Boiler.now)
    var kills = 0
    for round in 0..<rounds {
      let seed = shard << 32 | UInt64(round)
      var random = SplitMix64(seed: seed)
      var whole = try Talk(random.pick([nil, "no-heat", "service"]))
      let knowledge = whole.dialogue.knowledge
      var killed = whole
      var lines = RandomLines(knowledge, seed: seed)
      for _ in 0..<60 where !whole.dialogue.isOver && whole.dialogue.consultation?.isOver != true {
        let line = lines.line(at: whole.question, answering: 80)
        let unsaid = whole
        whole.say(line)
        let before = killed.text.utf8.count
        killed.say(line)
        guard random.percent(15), !killed.dialogue.isOver else { continue }
        // What is being written may be torn anywhere, and is typed again.
        let length = random.within(before + 1...killed.text.utf8.count)
        let isTorn = length < killed.text.utf8.count
        let file = String(decoding: killed.text.utf8.prefix(length), as: UTF8.self)
        let saved = SavedConsultation(file)
        #expect((saved.damage != nil) == isTorn)
        killed = try Talk(saved, with: knowledge, at: now)
        if isTorn { whole = unsaid }
        whole.dialogue.resume(at: now)
        if isTorn {
          killed.say(line)
          whole.say(line)
        }
        #expect(same(killed.dialogue, whole.dialogue), "seed \(seed), after \(line)")
        kills += 1
      }
      let replay = try Boiler.replay(killed.text)
      #expect(
        replay.failures.allSatisfy {
          $0.message.hasSuffix("and the transcript has no answer to it")
        },
        "seed \(seed): \(replay.report)")
      #expect(same(replay.dialogue, whole.dialogue), "seed \(seed)")
      #expect(killed.dialogue.consultation?.state == whole.dialogue.consultation?.state)
    }
    Soak.say("\(rounds) saved consultations, killed \(kills) times")
  }

  @Test("a file that was cut off anywhere keeps every piece that was whole")
  func cutOff() throws {
    let talk = try talk("none", "yes", "1.5", "back", "0.5", "2 days")
    let knowledge = talk.dialogue.knowledge
    let bytes = Array(talk.text.utf8)
    for length in 0...bytes.count {
      let saved = SavedConsultation(String(decoding: bytes.prefix(length), as: UTF8.self))
      let whole = talk.standings.last { $0.length <= length }
      #expect(saved.text.utf8.count == whole?.length ?? 0)
      #expect((saved.damage == nil) == (length == whole?.length ?? 0))
      if let whole, length == whole.length || length % 16 == 0 {
        #expect(same(saved.dialogue(with: knowledge), whole.dialogue))
      }
    }
  }

  @Test("a byte that was altered is noticed, and what stands above it is kept")
  func altered() throws {
    let talk = try talk("none", "yes", "1.5")
    let bytes = Array(talk.text.utf8)
    for place in bytes.indices {
      for change: UInt8 in [1, 2, 4, 8, 0x10, 0x20, 0x40, 0x80, 0xFF] {
        var altered = bytes
        altered[place] ^= change
        let saved = SavedConsultation(String(decoding: altered, as: UTF8.self))
        let whole = talk.standings.last { $0.length <= place }?.length ?? 0
        #expect(saved.damage != nil, "byte \(place)")
        #expect(saved.text.utf8.count == whole, "byte \(place)")
      }
    }
  }

  @Test("a line that was taken out or moved is noticed", arguments: [8, 9, 12, 13])
  func lines(place: Int) throws {
    let talk = try talk("none", "yes", "1.5")
    let lines = talk.text.split(separator: "\n", omittingEmptySubsequences: false)
    for change in [[], [lines[place], lines[place]], [lines[place + 1], lines[place]]] {
      let altered =
        (lines[..<place] + change
        + lines[(place + (change.count > 1 && change[0] != lines[place] ? 2 : 1))...])
        .joined(separator: "\n")
      guard altered != talk.text else { continue }
      #expect(SavedConsultation(altered).damage != nil, "\(altered)")
    }
  }

  @Test("what it came to is written each time that becomes something else")
  func outcome() throws {
    var talk = try talk("gas")
    #expect(
      SavedConsultation(talk.text).outcome.map(\.description).first?.hasPrefix("care: leave")
        == true)
    let length = talk.text.count
    talk.say("sources")
    #expect(!talk.text.dropFirst(length).contains("came to"))
    talk.say("change signs of danger")
    talk.say("none")
    #expect(SavedConsultation(talk.text).outcome == [])
    #expect(talk.text.contains("\n# open again\n"))
  }

  @Test(
    "with other knowledge it begins anew with the answers that are still asked for and understood")
  func otherKnowledge() throws {
    let talk = try talk("none", "yes", "1.5", "2 days", "humming")
    let saved = SavedConsultation(talk.text)
    let other = try KnowledgeBase(
      try Boiler.knowledge().knowledge.changed {
        $0.questions[3].domain = .duration(TimeSpan(seconds: 0)...TimeSpan(seconds: 86_400))
      })
    var lines: [String] = []
    let dialogue = try #require(
      saved.beginAgain(
        with: other, at: Boiler.now,
        didTake: {
          lines.append($1)
          _ = ($0, $2, $3)
        }))
    #expect(lines == ["none", "yes", "1.5"])
    #expect(dialogue.awaiting == .question("off-for"))
    #expect(
      try saved.beginAgain(with: Boiler.knowledge(), at: nil)?.consultation?.answered.count == 5)
    let tiny = try KnowledgeBase(
      .tiny(questions: [.yesNo("x")], scales: [.of("a", ["b"])], rules: []))
    #expect(saved.beginAgain(with: tiny, at: nil) == nil || tiny.knowledge.consultations.count == 1)
    #expect(saved.dialogue(with: tiny) == nil)
  }

  @Test(
    "an alarm sounds again where it begins anew, and danger is asked about, whatever came last",
    arguments: [
      (["none", "I smell gas"], "sounded"), (["none", "I smell gas", "quit"], "sounded"),
      (["none", "I smell gas", "what now"], "sounded"),
      (["none", "I smell gas sometimes", "yes"], "sounded"),
      (["none", "I smell gas sometimes", "not sure"], "sounded"),
      (["none", "I smell gas sometimes", "blub", "blub"], "sounded"),
      (["none", "I smell gas sometimes"], "asked"),
      (["none", "I smell gas sometimes", "quit"], "asked"),
      (["none", "I smell gas sometimes", "no"], "over"),
      (["none", "I smell gas", "go on"], "over"),
      (["none", "I smell gas", "go on", "yes"], "over"),
      (["I smell gas", "go on", "none", "there is a smell"], "over"), (["none", "yes"], "over"),
    ])
  func dangerAnew(lines: [String], danger: String) throws {
    var talk = try talk()
    for line in lines { talk.say(line) }
    let saved = SavedConsultation(talk.text)
    let base = try Boiler.knowledge()
    let other = try KnowledgeBase(base.knowledge.changed { $0.version = "2" })
    for knowledge in [base, other] {
      var typed: [String] = []
      let dialogue = try #require(
        saved.beginAgain(
          with: knowledge, at: Boiler.now,
          didTake: {
            typed.append($1)
            _ = ($0, $2, $3)
          }))
      let stands =
        dialogue.alarm != nil ? "sounded" : dialogue.isConfirmingAlarm ? "asked" : "over"
      #expect(stands == danger, "\(typed)")
    }
  }

  @Test(
    "an alarm sounds again where nothing was chosen yet",
    arguments: [["I smell gas"], ["I smell gas sometimes", "yes"], ["I smell gas", "quit"]])
  func dangerAtTheMenu(lines: [String]) throws {
    let base = try Boiler.knowledge()
    var dialogue = try Dialogue(about: base, at: Boiler.now)
    _ = dialogue.begin()
    var writer = SavedConsultation.Writer()
    var text = writer.header(of: dialogue)
    for line in lines {
      let awaiting = dialogue.awaiting
      let reply = dialogue.respond(to: line)
      text += writer.piece(for: line, at: awaiting, reply, dialogue)
    }
    let again = try #require(SavedConsultation(text).beginAgain(with: base, at: Boiler.now))
    #expect(again.alarm?.id == "gas-now")
    #expect(again.consultation == nil)
  }

  @Test("what never changes is recalled, and the person is asked whether it holds")
  func recalled() throws {
    let knowledge = try Boiler.knowledge()
    var dialogue = try Dialogue(about: knowledge, consulting: "no-heat", at: Boiler.now)
    dialogue.recall(["danger": .options([]), "pressure": .number(1.5), "nonsense": .yes])
    var blocks = dialogue.begin()
    #expect(blocks.contains { $0.text.hasPrefix("Earlier you said: none of these.") })
    blocks = dialogue.respond(to: "yes").blocks
    #expect(dialogue.consultation?.answer(to: "danger") == .options([]))
    _ = dialogue.respond(to: "yes")
    #expect(dialogue.awaiting == .question("pressure"))
    _ = dialogue.respond(to: "no")
    #expect(dialogue.consultation?.answer(to: "pressure") == nil)
  }

  @Test("without a person's words and days it still comes to the same")
  func redacted() throws {
    let talk = try talk(
      "none of those, thank god", "yep", "1,5 bar", "about two days", "kinda humming")
    let knowledge = talk.dialogue.knowledge
    let text = try #require(SavedConsultation(talk.text).redacted(with: knowledge))
    #expect(!text.contains("god") && !text.contains("2026-03") && !text.contains("kinda"))
    #expect(text.contains("@ 2026-01-01 00:00"))
    let replay = Replay(Transcript(text, named: "redacted"), with: knowledge)
    #expect(replay.failures.isEmpty, "\(replay.failures)")
    #expect(replay.dialogue?.consultation?.answered == talk.dialogue.consultation?.answered)
  }
}
