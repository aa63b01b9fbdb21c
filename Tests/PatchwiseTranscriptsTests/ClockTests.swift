import Patchwise
import PatchwiseDialogue
import PatchwiseTestSupport
import Testing

@testable import PatchwiseTranscripts

@Suite("The clock of a transcript")
struct ClockTests {
  /// A service that was due when more than a year has passed since the 10th of March 2025.
  private func play(
    start: String = "@ 2026-03-10", before: String = "", between: String = "", end: String = ""
  ) throws -> Replay {
    let scenes = [
      start, "? danger", "> none", before, "? last-service", "> 2025-03-10", between, "? age",
      "> 5",
      end,
    ]
    return try Boiler.replay(serving: scenes.joined(separator: "\n") + "\n")
  }

  private func upkeep(_ replay: Replay) -> String? {
    replay.dialogue?.consultation?.recommendation?.decisions.last?.level?.id.name
  }

  @Test("@ sets the time from which lengths of time are counted")
  func sets() throws {
    #expect(upkeep(try play()) == "later")
    #expect(try play().report == [])
    // Nothing about the age is asked any more.
    #expect(
      try play(start: "@ 2026-03-10 00:01").report == ["11: 'age' was never asked"])
  }

  @Test(
    "@ + moves it on, wherever it stands", arguments: ["+48h", "+2 days", "+1min", "+0.5h", "+1 y"])
  func moves(step: String) throws {
    #expect(upkeep(try play(start: "@ 2026-03-10\n@ \(step)")) == "due")
    #expect(upkeep(try play(before: "@ \(step)")) == "due")
    #expect(upkeep(try play(between: "@ \(step)")) == "due")
    #expect(upkeep(try play(end: "@ \(step)")) == "due")
  }

  @Test("several steps add up, and a time of its own begins anew")
  func addsUp() throws {
    let replay = try play(start: "@ 2026-03-01\n@ +1 week", before: "@ +36h", end: "@ +11h")
    #expect(replay.dialogue?.now == Moment("2026-03-09 23:00"))
    #expect(upkeep(replay) == "later")
    #expect(
      upkeep(try play(start: "@ 2026-03-01\n@ +1 week", before: "@ +36h", end: "@ +13h")) == "due")
    #expect(upkeep(try play(end: "@ +1 y\n@ 2026-03-10 00:00")) == "later")
  }

  @Test("days that are named by the clock follow it")
  func namedDays() throws {
    let body = """
      @ 2026-02-28 23:30
      ? danger
      > none
      @ +1h

      ? last-service
      > yesterday
        understood: 2026-02-28

      """
    #expect(try Boiler.replay(serving: body + "? age\n").report == [])
  }

  @Test("a step within the lines of one question counts from there on")
  func withinScene() throws {
    let body = """
      @ 2026-03-10 12:00
      ? danger
      > none
      ? last-service
      > lately
      !
      @ +48h
      > yesterday
        understood: 2026-03-11
      ? age

      """
    let replay = try Boiler.replay(serving: body)
    #expect(replay.report == [])
  }

  @Test("a conversation without a time has none")
  func noTime() throws {
    let replay = try Boiler.replay(
      serving: "? danger\n> none\n? last-service\n> yesterday\n!\n> 2025-03-10\n? age\n> 5\n")
    #expect(replay.report == [])
    #expect(replay.dialogue?.now == nil)
  }

  @Test(
    "what is no time is told at its line",
    arguments: [
      "", "soon", "2026-02-30", "2026-3-1", "2026-03-10 24:00", "20:15", "48h", "+", "+h", "+2",
      "+2 parsecs", "+-2h", "-2h", "+2h 30min", "+1e3h", "+½h", "+1.2.3h", "+99999999999999999 y",
    ])
  func noMoment(text: String) throws {
    #expect(
      try Boiler.replay(serving: "\n@ \(text)\n? danger\n").report == [
        "5: '\(text)' is no time; write '@ 2026-03-02 20:15' or '@ +48h'"
      ])
  }

  @Test("a step without a time before it is told at its line")
  func nothingToMove() throws {
    #expect(
      try Boiler.replay(serving: "@ +48h\n? danger\n").report == [
        "4: there is no time to move on from; write '@ 2026-03-02 20:15' before"
      ])
    #expect(
      try Boiler.replay(serving: "? danger\n> none\n@ 2026-03-10\n@ +48h\n? last-service\n").report
        == [])
  }
}
