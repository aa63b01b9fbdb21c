import Patchwise
import PatchwiseTestSupport
import Testing

@testable import PatchwiseTranscripts

@Suite("Playing a transcript")
struct ScriptTests {
  @Test("answers are looked up by question, so that their order does not matter", arguments: 1...20)
  func order(seed: UInt64) throws {
    let scenes = [
      "? danger\n> none\n", "? thermostat\n> yes\n", "? pressure\n> lots\n!\n> 1.5\n",
      "? off-for\n> 2 days\n  understood: 2 days\n", "? noise\n> humming\n< → Quiet or a low hum\n",
      "? restarted\n> yes\n", "? restarts\n> 1\n", "? cold-rooms\n> kichen\n> yes\n",
      "? additives\n> none\n",
    ]
    var random = SplitMix64(seed: seed)
    let replay = try Boiler.replay(
      "patchwise transcript 1\nconsult no-heat\n" + random.shuffled(scenes).joined()
        + "= care: soon\n= heat: bleed\n= because: air-in-pipes\n")
    #expect(replay.report == [])
    #expect(
      replay.asked.map(\.name) == [
        "danger", "thermostat", "pressure", "off-for", "noise", "cold-rooms", "restarted",
        "restarts",
        "additives",
      ])
  }

  @Test("a question that comes again takes its next answer")
  func again() throws {
    let replay = try Boiler.replay(
      serving: """
        @ 2026-03-10
        ? danger
        > none
        ? last-service
        > back
        ? danger
        > soot
        ? last-service
        > 2024-01-01
        = care: today
        = upkeep: due

        """)
    #expect(replay.report == [])
  }

  @Test("what was never asked, never typed or never answered is told at its line")
  func leftOver() throws {
    #expect(
      try Boiler.replay(
        serving: """
          ? age
          > 5
          ? garage
          > 1
          ? danger
          > gas
          > none
          ? begin
          > 1

          """
      ).report == [
        "4: 'age' was never asked",
        "6: 'garage' was never asked; there is no such question",
        "10: this was never typed: 'danger' was no longer asked", "11: 'begin' was never asked",
      ])
    #expect(
      try Boiler.replay(serving: "? danger\n> none\n").report == [
        "4: question 'last-service' was asked, and the transcript has no answer to it"
      ])
    // A slip in a name tells more than the answer that is missing for it.
    let misspelt = try Boiler.replay(serving: "? dangr\n> none\n")
    #expect(
      misspelt.failures.map(\.description) == [
        "4: 'dangr' was never asked; there is no such question; did you mean 'danger'?"
      ])
    let refused = try Boiler.replay(serving: "? danger\n> blah\n!\n").failures
    #expect(refused.map(\.line) == [5])
    #expect(refused.first?.actual?.hasPrefix("Sorry, I didn't catch that.") == true)
    #expect(
      try Boiler.replay("patchwise transcript 1\n\n").report == [
        "2: question 'begin' was asked, and the transcript has no answer to it"
      ])
  }

  @Test("an answer too many is told apart from one to a question that never came")
  func askedTooSeldom() throws {
    let body = """
      ? danger
      > none
      ? last-service
      > 2 months ago
      ? danger
      > gas
      ? dager
      > gas

      """
    #expect(
      try Boiler.replay(serving: "@ 2026-03-10\n" + body + "? age\n").report == [
        "9: 'danger' was asked only once",
        "11: 'dager' was never asked; there is no such question; did you mean 'danger'?",
      ])
    let back = body.replacing(
      "> 2 months ago", with: "> back\n? danger\n> none\n? last-service\n> 1 month ago")
    #expect(
      try Boiler.replay(serving: "@ 2026-03-10\n" + back + "? age\n").report == [
        "13: 'danger' was asked only 2 times",
        "15: 'dager' was never asked; there is no such question; did you mean 'danger'?",
      ])
  }

  @Test("a counter-question that stays open is told where it came, and nothing after it")
  func counterQuestion() throws {
    let text = "? danger\n> gass\n? last-service\n> yesterday\n= care: none\n= not because: gas\n"
    let replay = try Boiler.replay(serving: text)
    #expect(
      replay.report == [
        """
        5: question 'danger' was asked again, and the transcript has no answer to it \
        | got: Did you mean: It smells of gas? Please say yes or no.
        """
      ])
    #expect(replay.accepted == replay.transcript)
  }

  @Test("where a question was asked again, the first of what was said tells why")
  func askedAgain() throws {
    #expect(
      try Boiler.replay(serving: "? danger\n> help\n= care: none\n").report == [
        """
        5: question 'danger' was asked again, and the transcript has no answer to it \
        | got: Look at the casing from below, in good light.
        """
      ])
  }

  @Test("where the time is missing for a day, that is told, and nothing else")
  func noTime() throws {
    let replay = try Boiler.replay(
      serving: "? danger\n> none\n? last-service\n> 2 months ago\n? age\n> 3\n")
    #expect(
      replay.report == [
        """
        7: no day can be told without the time; write '@ 2026-03-02 20:15' above \
        | got: I couldn't find a day in that. A day, such as 2026-03-01, yesterday or 3 days ago.
        """
      ])
    #expect(replay.accepted == replay.transcript)
  }

  @Test("nothing is accepted of a play that went astray")
  func astray() throws {
    let replay = try Boiler.replay(serving: "? danger\n> quit\n> none\n= care: today\n")
    #expect(replay.report == ["6: this was never typed: 'danger' was no longer asked"])
    #expect(replay.accepted == replay.transcript)
  }

  @Test(
    "of what is no transcript only that is told",
    arguments: ["# A book\nOnce\nupon\n", "a: 1\nb: 2\n"])
  func noTranscript(text: String) throws {
    let replay = Replay(Transcript(text, named: "a"), with: try Boiler.knowledge())
    #expect(
      replay.report == [
        "\(text.hasPrefix("#") ? 2 : 1): a transcript begins with 'patchwise transcript 1'"
      ])
  }

  @Test("what is read wrong is not played")
  func unreadable() throws {
    let text = "@ 2026-13-10\n? danger\nnone\n= care: none\n"
    #expect(try Boiler.replay(serving: text).failures.map(\.line) == [4, 6])
  }

  @Test("a question to which nothing is typed is where the conversation breaks off")
  func brokenOff() throws {
    let replay = try Boiler.replay(
      serving: "? danger\n> none\n? last-service\n= care: none\n= upkeep: later … due\n")
    #expect(replay.report == [])
    #expect(
      try Boiler.replay(serving: "? danger\n? last-service\n> yesterday\n= care: none\n").report
        == [
          "4: nothing is typed here, where the conversation breaks off | got: 'last-service' at line 5"
        ])
  }

  @Test(
    "what does not come out is told at its line, with what came instead",
    arguments: [
      ("= care: none", "15: this did not come out | expected: care: none | got: care: today"),
      (
        "= care: soon … leave",
        "15: this did not come out | expected: care: soon … leave | got: care: today"
      ),
      ("= strain: high", "15: this did not come out | expected: strain: high | got: strain: low"),
      (
        "= because: gas",
        "15: this did not come out | expected: because: gas | got: it has no share"
      ),
      (
        "= not because: soot-or-leak",
        "15: this did not come out | expected: not because: soot-or-leak | got: it has its share"
      ),
      (
        "= advice: keep-warm",
        "15: this did not come out | expected: advice: keep-warm | got: it is not given"
      ),
      ("= plan: bleeding", "15: this did not come out | expected: plan: bleeding | got: no plan"),
      (
        "= asked: pressure",
        "15: this did not come out | expected: asked: pressure | got: it was not asked"
      ),
      (
        "= not asked: age",
        "15: this did not come out | expected: not asked: age | got: it was asked"
      ),
      ("= alarm: gas-now", "15: this did not come out | expected: alarm: gas-now | got: no alarm"),
      (
        "= ended early",
        "15: this did not come out | expected: ended early | got: it did not end early"
      ),
      ("= comfort: low", "15: there is no scale 'comfort'"),
      ("= becuase: gas", "15: there is no scale 'becuase'; did you mean 'because'?"),
      ("= car: today", "15: there is no scale 'car'; did you mean 'care'?"),
      ("= care: tody", "15: scale 'care' has no level 'tody'; did you mean 'today'?"),
      ("= care: none ... brew", "15: scale 'care' has no level 'brew'"),
      ("= because: gass", "15: there is no rule 'gass'; did you mean 'gas'?"),
      ("= asked: danegr", "15: there is no question 'danegr'; did you mean 'danger'?"),
      ("= because: rust", "15: there is no rule 'rust'"),
      ("= advice: rust", "15: there is no advice 'rust'"),
      ("= plan: rust", "15: there is no plan 'rust'"),
      ("= not asked: rust", "15: there is no question 'rust'"),
      ("< It is cold.", "15: this was not said | expected: It is cold. | got: Yes, it is due"),
      ("< Hurry!", "15: this was not said | expected: Hurry! | got: nothing like it"),
      ("< → Five …", "15: this was not said | expected: → Five … | got: → 20 years"),
      (
        "< → 20 years old",
        "15: this was not said | expected: → 20 years old | got: → 20 years"
      ),
      ("  understood: 21", "15: the answer was understood otherwise | expected: 21 | got: 20"),
      ("!", "15: this must be refused, and was not | got: understood: 20"),
      ("> 21", "15: this was never typed: 'age' was no longer asked"),
    ])
  func failures(line: String, failure: String) throws {
    let play = """
      @ 2026-03-10 12:00

      ? danger
      > soot
      ? last-service
      > gestern
      !
      > yesterday

      ? age
      > 20

      """
    #expect(try Boiler.replay(serving: play).report == [])
    #expect(try Boiler.replay(serving: play + line + "\n").report == [failure])
  }

  @Test("an alarm that nothing knows is told as one", arguments: ["= alarm: rust"])
  func unknownAlarm(line: String) throws {
    let replay = try Boiler.replay(serving: "? danger\n\(line)\n")
    #expect(replay.report == ["5: there is no alarm 'rust'"])
  }

  @Test("advice on the page of an alarm is given")
  func adviceOfAlarm() throws {
    var knowledge = try Boiler.knowledge().knowledge
    knowledge.advice.append(Advice(id: "windows", say: "Open the windows.", place: .scale("care")))
    knowledge.alarms[0].advises = ["windows"]
    let text = """
      patchwise transcript 1
      consult service
      ? danger
      > I smell gas
      < - Open the windows.
      = alarm: gas-now
      = advice: windows

      """
    let replay = try Replay(Transcript(text, named: "a"), with: KnowledgeBase(knowledge))
    #expect(replay.report == [])
  }

  private let example = """
    If nothing fits, type "none". Or type 1 for "It smells of gas", or several, such as 1, 2.
    """

  @Test("a refusal has to be announced, and its words are compared")
  func refusals() throws {
    let play = "? danger\n> skip\n? danger\n> blah\n! No.\n? danger\n"
    #expect(
      try Boiler.replay(serving: play).report == [
        "5: this was refused | got: I can't go on without an answer to this one. \(example)",
        "8: this was not said | expected: No. | got: Sorry, I didn't catch that.",
      ])
    #expect(
      try Boiler.replay(serving: "? danger\n> blah\n! Sorry, …\n> soo\n> no\n!\n? danger\n").report
        == [])
  }

  @Test("what is said is found in its order only")
  func saidInOrder() throws {
    let yes = "? danger\n< Is any of this …\n< 2. Soot …\n> soot\n< → Soot …\n< When was …\n"
    #expect(try Boiler.replay(serving: yes + "? last-service\n").report == [])
    let no = "? danger\n< 2. Soot …\n< Is any of this …\n> soot\n< When …\n< → S…\n? last-service\n"
    #expect(
      try Boiler.replay(serving: no).report == [
        "6: this was not said | expected: Is any of this … | got: these words, but before those above",
        "9: this was not said | expected: → S… | got: these words, but before those above",
      ])
  }

  @Test("each line that is said is found once")
  func saidOnce() throws {
    #expect(
      try Boiler.replay(serving: "? danger\n> soot\n< →…\n< →…\n? last-service\n").failures
        .map(\.line) == [7])
  }

  @Test(
    "lines that belong to others need those before them",
    arguments: [
      ("> none", "4: a '? QUESTION' must stand before this line"),
      ("< …", "4: a '? QUESTION' must stand before this line"),
      ("!", "4: a '> TEXT' must stand before this line"),
      ("understood: soot", "4: a '> TEXT' must stand before this line"),
      ("? danger\n!\n> none", "5: a '> TEXT' must stand before this line"),
      ("?\n> none", "4: after '?' the name of a question is missing"),
    ])
  func misplaced(body: String, failure: String) throws {
    #expect(try Boiler.replay(serving: body + "\n").report.contains(failure))
  }

  @Test(
    "nothing that must come of a line is left out when more is said of it",
    arguments: [
      ("? danger\n> soot\n  understood: gas\n  understood: soot\n? last-service\n", 6),
      ("? danger\n> blah\n! No.\n! Sorry, …\n? danger\n", 6),
    ])
  func twice(body: String, line: Int) throws {
    let replay = try Boiler.replay(serving: body)
    #expect(replay.failures.map(\.line) == [line])
  }

  @Test("other knowledge and unknown consultations are told at their lines")
  func headers() throws {
    #expect(
      try Boiler.replay("patchwise transcript 1\n\nknowledge tyre\n? cut\n> deep\n").report == [
        "3: the transcript is about other knowledge | expected: tyre | got: boiler"
      ])
    #expect(
      try Boiler.replay("patchwise transcript 1\nconsult heat\n? danger\n> none\n").report == [
        "2: there is no consultation 'heat' | got: no-heat, service"
      ])
    #expect(
      try Boiler.replay("patchwise transcript 1\nconsult servise\n? danger\n").report == [
        "2: there is no consultation 'servise'; did you mean 'service'? | got: no-heat, service"
      ])
    // Nothing is typed in the first, as where somebody left at once.
    #expect(
      try Boiler.replay("patchwise transcript 1\nconsult servise\nconsult no-heat\n? danger\n")
        .report == [
          "2: there is no consultation 'servise'; did you mean 'service'? | got: no-heat, service"
        ])
    #expect(
      try Boiler.replay("patchwise transcript 1\nconsult service\nconsult no-heat\n? danger\n")
        .report == [])
  }
}
