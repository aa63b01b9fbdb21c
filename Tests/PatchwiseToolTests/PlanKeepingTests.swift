import Foundation
import PatchwiseTranscripts
import Testing

@Suite("A plan that is followed is neither lost nor gone around")
struct PlanKeepingTests {
  private let dough: Dough

  init() throws { dough = try Dough() }

  @Test("who starts over at a look is asked about the plan again, and the look counts")
  func startsOver() throws {
    try dough.begin()
    let look = try dough.run(
      "follow-up", at: "11 20:30", saying: "start over\nlook at it\nyes\nyes\n")
    #expect(look.output.contains("Is this about \"Rye, in the cellar\"?"), "\(look.output)")
    #expect(try dough.outcome(1) == ["state: throw-away"])
    #expect(try dough.run("due", at: "11 20:40").status == 1)
    #expect(try dough.replay(1).status == 0)
    // Of something else it is no look.
    try dough.begin(called: "Another")
    _ = try dough.run(
      "follow-up", "2", at: "11 20:30", saying: "start over\nlook at it\nno\nyes\n")
    #expect(try dough.outcome(3) == ["state: throw-away"])
    #expect(try dough.run("due", at: "11 20:40").output.contains("nothing read yet"))
    #expect(try dough.replay(3).status == 0)
  }

  @Test("a look that came to its end stands, also where something else is talked about after it")
  func finishedLook() throws {
    try dough.begin()
    _ = try dough.run(
      "follow-up", at: "11 20:30", saying: "no\nstart over\nsomething is odd\nyes\nno\nrye\n")
    #expect(try dough.run("due", at: "11 20:40").status == 1)
    #expect(try dough.saved(1).text.contains("consult trouble"))
    #expect(try dough.replay(1).status == 0)
    try dough.begin(called: "Another")
    _ = try dough.run(
      "follow-up", "2", at: "11 20:30", saying: "yes\nstart over\nsomething is odd\nyes\nno\nrye\n")
    // What it came to then calls for more than what was said after it.
    #expect(try dough.outcome(2) == ["bin: keep"])
    #expect(!(try dough.run("due", at: "11 20:40").output.contains("Another")))
  }

  @Test("it is asked what a consultation is about, also where its kind was named")
  func named() throws {
    try dough.begin()
    let chat = try dough.run("chat", "trouble", at: "11 08:00", saying: "yes\nyes\n")
    #expect(chat.output.contains("Is this about \"Rye, in the cellar\"?"), "\(chat.output)")
    #expect(try dough.outcome(1) == ["bin: bin"])
    try dough.begin(called: "Another")
    let other = try dough.run("chat", "trouble", at: "11 08:00", saying: "no\nyes\nyes\n")
    #expect(other.errors.contains("Saved as 3."))
    #expect(try dough.outcome(3) == ["bin: bin"])
    for number in [1, 2, 3] { #expect(try dough.replay(number).status == 0) }
  }

  @Test("of several plans it is asked about each, from the last one on")
  func several() throws {
    try dough.begin()
    try dough.begin("wheat", called: "Wheat")
    let chat = try dough.run("chat", at: "11 08:00", saying: "something is odd\nno\nyes\nyes\n")
    let wheat = try #require(chat.output.range(of: "Is this about \"Wheat\"?"))
    let rye = try #require(chat.output.range(of: "Is this about \"Rye, in the cellar\"?"))
    #expect(wheat.lowerBound < rye.lowerBound)
    #expect(try dough.outcome(1) == ["bin: bin"])
    #expect(try dough.outcome(2) == ["way: slowly"])
  }

  @Test("what is grave whatever else is answered counts, also where the rest was not answered")
  func brokenOff() throws {
    let dough = try Dough(changing: [
      (
        "levels: { keep: { title: Keep it }, bin: { title: Into the bin } }",
        "levels: { keep: { title: Keep it }, bin: { title: Into the bin }, burn: { title: Burn it } }"
      ),
      (
        "  rye: { when",
        "  burn: { when: odd and mould and flour includes wheat, raise: { bin: burn }, "
          + "because: It spreads. }\n  rye: { when"
      ),
    ])
    try dough.begin()
    let chat = try dough.run("chat", at: "11 08:00", saying: "something is odd\nyes\nyes\nquit\n")
    #expect(chat.output.contains("at least \"Into the bin\""), "\(chat.output)")
    #expect(try dough.saved(1).text.contains("# at least bin: bin\n"))
    #expect(try dough.run("due", at: "11 20:40").status == 1)
    #expect(chat.errors.contains("That plan is over."))
    #expect(
      try dough.run("resume", "1", at: "11 20:40").errors
        == "Consultation 1 is about a plan that is over; 'patchwise chat' begins another one\n")
    // What is taken back no longer counts.
    try dough.begin(called: "Another")
    _ = try dough.run("chat", at: "11 08:00", saying: "something is odd\nyes\nyes\nback\nquit\n")
    #expect(try dough.run("due", at: "11 20:40").output.contains("\"Another\": time to look"))
  }

  @Test("what has ended stays ended, and what it has shown stays known")
  func resumedLater() throws {
    try dough.begin()
    _ = try dough.run("chat", at: "11 08:00", saying: "something is odd\nyes\nyes\n")
    let options = ["--knowledge", dough.knowledge, "--store", dough.store, "--at", "2026-05-20"]
    _ = try Tool.run(["resume", "1"] + options, input: "no\n")
    #expect(try Tool.run(["due"] + options).status == 1)
    let later = try Tool.run(["chat", "make"] + options, input: "rye\n")
    #expect(later.output.contains("did not go well, had this too: Rye flour"), "\(later.output)")
    #expect(try dough.saved(2).beginning == nil)
  }

  @Test("what is said is kept where another window has the plan, or has gone on with it")
  func anotherWindow() throws {
    try dough.begin()
    let options = [
      "--knowledge", dough.knowledge, "--store", dough.store, "--at", "2026-03-11 20:30",
    ]
    let talk = try TerminalSession(["chat"] + options, environment: ["TERM": "dumb"])
    try talk.wait(for: "Look at it now?")
    try talk.type("no\nsomething is odd\n")
    try talk.wait(for: "Is this about")
    let look = try TerminalSession(["follow-up"] + options, environment: ["TERM": "dumb"])
    try look.wait(for: "Does it smell bad?")
    try talk.type("yes\n")
    try talk.wait(for: "What follows is saved apart. Consultation 1 is open in another window.")
    try look.type("no\nquit\n")
    #expect(try look.end() == 0)
    try talk.type("yes\nstart over\nsomething is odd\n")
    try talk.wait(for: "Is this about")
    try talk.type("yes\n")
    try talk.wait(for: "What follows is saved apart. Consultation 1 has gone on in another window.")
    try talk.type("yes\nquit\n")
    #expect(try talk.end() == 0)
    #expect(try dough.outcome(1) == ["state: ready"])
    for number in [2, 3] {
      #expect(try dough.outcome(number) == ["bin: bin"])
      #expect(try dough.replay(number).status == 0)
    }
  }

  @Test("an alarm where it is asked what it is about is saved so that it replays")
  func alarm() throws {
    let dough = try Dough(changing: [
      ("scales:", "alarms:\n  fire: { phrases: [the oven burns], raise: { bin: bin } }\nscales:")
    ])
    try dough.begin()
    let chat = try dough.run(
      "chat", at: "11 08:00",
      saying: "something is odd\nthe oven burns\ngo on\nmake a dough\nrye\nno\n")
    #expect(chat.output.contains("Into the bin"), "\(chat.output)")
    let replay = try dough.replay(2)
    #expect(replay.status == 0, "\(replay.output)\(replay.errors)")
  }

  @Test("an alarm while a plan is followed is asked about, and may end it")
  func alarmElsewhere() throws {
    let dough = try Dough(changing: [
      ("scales:", "alarms:\n  fire: { phrases: [the oven burns], raise: { bin: bin } }\nscales:")
    ])
    func answer(_ line: String, then: String) throws {
      let session = try TerminalSession(
        [
          "chat", "--knowledge", dough.knowledge, "--store", dough.store,
          "--at", "2026-03-11 10:00",
        ], environment: ["TERM": "dumb"])
      try session.wait(
        for: "On Wed 11 Mar 08:00 you told me of something urgent. Did it come of")
      try session.type("\(line)\n")
      try session.wait(for: then)
      try session.type("quit\n")
      #expect(try session.end() == 0)
    }
    try dough.begin()
    // What was not meant so is no alarm.
    _ = try dough.run("chat", at: "11 07:00", saying: "the oven burns\ngo on\n")
    #expect(try dough.run("due", at: "11 07:30").output.contains("next look"))
    _ = try dough.run("chat", at: "11 08:00", saying: "the oven burns\n")
    let due = try dough.run("due", at: "11 09:00")
    #expect(
      due.output.contains("something urgent was said Wed 11 Mar 08:00"), "\(due.output)")
    #expect(due.status == 0)
    try answer("make a dough", then: "Which flour")
    try answer("no", then: "What brings you here?")
    #expect(try dough.run("due", at: "11 20:30").output.contains("time to look"))
    _ = try dough.run("chat", at: "11 08:00", saying: "the oven burns\n")
    try answer("yes", then: "That plan is over.")
    #expect(try dough.run("due", at: "11 20:30").status == 1)
    #expect(
      try dough.run("chat", "make", at: "12 20:00", saying: "rye\n").output.contains(
        "which did not go well"))
    #expect(try dough.replay(1).status == 0)
  }

  @Test("a plan that has come to what it was for asks for no more looks, and says what follows")
  func reached() throws {
    let dough = try Dough(changing: [
      (
        "ends: { state: throw-away, bin: bin }",
        "ends: { state: throw-away, bin: bin }\n      reaches: { state: ready }"
      ),
      ("levels: [ready, throw-away]", "levels: { ready: { plan: bake }, throw-away: {} }"),
      (
        "only: { at: 1 day, within: 6 hours }",
        "only: { at: 1 day, within: 6 hours }, last: { at: 2 days, within: 6 hours }"
      ),
      (
        "  slow:\n    title",
        "  bake: { title: Bake it, readings: { crust: { at: 1 hour } }, "
          + "follow up: { consultation: look } }\n  slow:\n    title"
      ),
    ])
    try dough.begin()
    #expect(try dough.run("due", at: "11 08:00").output.contains("next look Wed 11 Mar 20:00"))
    _ = try dough.run("follow-up", at: "11 20:30", saying: "no\n")
    let due = try dough.run("due", at: "12 20:30")
    #expect(
      due.output
        == "1: Day 3 of \"Rye, in the cellar\": done; 'patchwise begin 1' begins \"Bake it\" "
        + "(1 reading so far).\n")
    #expect(due.status == 1)
    #expect(try dough.run("calendar", at: "11 20:40").status == 66)
    #expect(try dough.run("show", at: "12 20:30").output.contains("Day 2, Wed 11 Mar 20:00: done"))
    #expect(try dough.run("begin", "1", at: "12 20:30").status == 0)
    #expect(try dough.run("due", at: "12 21:30").output.contains("time to look"))
  }

  @Test("what was ended in these days is named to whoever comes back")
  func lastWord() throws {
    try dough.begin()
    _ = try dough.run("follow-up", at: "11 20:30", saying: "yes\n")
    for (day, isNamed) in [("12", true), ("20", false)] {
      let session = try TerminalSession(
        [
          "chat", "--knowledge", dough.knowledge, "--store", dough.store,
          "--at", "2026-03-\(day) 10:00",
        ], environment: ["TERM": "dumb"])
      try session.wait(for: "What brings you here?")
      #expect(
        session.text.contains("\"Rye, in the cellar\" is over (throw-away). If anything gets worse")
          == isNamed)
      try session.type("quit\n")
      #expect(try session.end() == 0)
    }
  }

  @Test("no look counts before the plan begins, or by a clock that was set back")
  func clock() throws {
    try dough.begin(began: "2026-03-12 08:00")
    let early = try dough.run("follow-up", at: "11 20:00", saying: "no\n")
    #expect(early.status == 66)
    #expect(
      early.errors
        == "\"Rye, in the cellar\" begins Thu 12 Mar 08:00; there is nothing to look at before\n")
    let chat = try dough.run("chat", at: "11 20:00", saying: "something is odd\n")
    #expect(!chat.output.contains("Is this about"))
    _ = try dough.run("follow-up", at: "13 20:00", saying: "no\n")
    // A journey to the west is no mistake.
    #expect(try dough.run("due", at: "13 01:00").output.contains("1 reading so far"))
    let back = try dough.run("follow-up", at: "12 19:00", saying: "no\n")
    #expect(
      back.errors
        == "The clock says Thu 12 Mar 19:00, but the last look at \"Rye, in the cellar\" was taken "
        + "Fri 13 Mar 20:00. Please set the clock right first\n")
    #expect(try dough.run("due", at: "12 19:00").status == 1)
  }

  @Test("a plan in a file that was altered is not followed, and that is said")
  func altered() throws {
    try dough.begin()
    let path = "\(dough.store)/1.transcript"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing("> rye", with: "> wheat").write(
      toFile: path, atomically: true, encoding: .utf8)
    let due = try dough.run("due", at: "11 20:30")
    #expect(due.status == 1)
    #expect(due.errors.contains("Consultation 1 is not as it was saved"), "\(due.errors)")
    let options = ["--knowledge", dough.knowledge, "--store", dough.store]
    #expect(try Tool.run(["export", "1", "--redact"] + options).status == 66)
    let rejudged = try Tool.run(["rejudge", dough.knowledge] + options)
    #expect(rejudged.errors.contains("Consultation 1 is not as it was saved"))
  }

  @Test("what is pasted into a note can't steer the screen of who reads the file")
  func steering() throws {
    try dough.begin(called: "Rye\u{1B}]0;mine\u{7}")
    #expect(try dough.saved(1).beginning?.notes == ["Rye\u{FFFD}]0;mine\u{FFFD}"])
  }
}
