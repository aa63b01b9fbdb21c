import Foundation
import Patchwise
import PatchwiseTranscripts
import PatchwiseYAML
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
      "follow-up", "2", at: "11 20:30",
      saying: "yes\nstart over\nsomething is odd\nno\nyes\nno\nrye\n")
    // What is over is not asked about again.
    #expect(try dough.outcome(2) == ["state: throw-away"])
    #expect(try dough.outcome(3) == ["bin: keep"])
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
    let list = try Tool.run(["list", "--knowledge", dough.knowledge, "--store", dough.store])
    #expect(list.output == "1: 2026-03-10, \"Rye, in the cellar\": over: Into the bin\n")
    // What is taken back no longer counts.
    try dough.begin(called: "Another")
    _ = try dough.run("chat", at: "11 08:00", saying: "something is odd\nyes\nyes\nback\nquit\n")
    #expect(try dough.run("due", at: "11 20:40").output.contains("\"Another\": what you began to"))
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
    let talk = try dough.session("chat", at: "11 20:30")
    try talk.wait(for: "Look at it now?")
    try talk.type("no\nsomething is odd\n")
    try talk.wait(for: "Is this about")
    let look = try dough.sessionAtLook()
    try talk.type("yes\n")
    try talk.wait(for: "What follows is saved apart. Consultation 1 is open in another window.")
    try look.type("no\nquit\n")
    #expect(try look.end() == 0)
    try talk.type("no\nrye\nstart over\nsomething is odd\n")
    try talk.wait(for: "Is this about")
    try talk.type("yes\n")
    try talk.wait(for: "What follows is saved apart. Consultation 1 has gone on in another window.")
    try talk.type("yes\nquit\n")
    #expect(try talk.end() == 0)
    #expect(try dough.outcome(1) == ["state: ready"])
    #expect(try dough.outcome(2) == ["bin: keep"])
    #expect(try dough.outcome(3) == ["bin: bin"])
    for number in [2, 3] { #expect(try dough.replay(number).status == 0) }
    // What was grave ends it all the same.
    #expect(try dough.run("due", at: "11 20:40").status == 1)
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
    // What is seen later counts for more.
    _ = try dough.run("follow-up", "1", at: "12 20:40", saying: "no\n")
    #expect(try dough.run("due", at: "12 20:50").output.contains("done"))
    #expect(try dough.run("begin", "1", at: "12 20:30").status == 0)
    #expect(try dough.run("due", at: "12 21:30").output.contains("time to look"))
  }

  @Test("what was ended in these days is named to whoever comes back")
  func lastWord() throws {
    try dough.begin()
    _ = try dough.run("follow-up", at: "11 20:30", saying: "yes\n")
    for (day, isNamed) in [("12", true), ("20", false)] {
      let session = try dough.session("chat", at: "\(day) 10:00")
      try session.wait(for: "What brings you here?")
      #expect(
        session.text.contains("\"Rye, in the cellar\" is over (throw-away). If anything gets worse")
          == isNamed)
      try session.type("quit\n")
      #expect(try session.end() == 0)
    }
  }

  @Test("who resumes the file of a plan and starts over is asked what it is about, too")
  func resumedPlan() throws {
    try dough.begin()
    _ = try dough.run(
      "resume", "1", at: "11 20:30",
      saying: "start over\nlook at it\nyes\nyes\nstart over\nlook at it\nno\n")
    #expect(try dough.outcome(1) == ["state: throw-away"])
    #expect(try dough.outcome(2) == ["state: ready"])
    #expect(try dough.run("due", at: "11 20:40").status == 1)
    let list = try Tool.run(["list", "--knowledge", dough.knowledge, "--store", dough.store])
    #expect(list.output.hasPrefix("1: 2026-03-10, \"Rye, in the cellar\": over: throw-away\n"))
    let resumed = try dough.run("resume", "1", at: "11 21:00")
    #expect(
      resumed.errors
        == "Consultation 1 is about a plan that is over; 'patchwise chat' begins another one\n")
    #expect(
      try dough.run("follow-up", "1", at: "11 21:00").errors
        == "The plan of consultation 1 is over: 'patchwise show 1'\n")
    #expect(
      try dough.run("begin", "1", at: "11 21:00").errors.hasPrefix(
        "The plan of consultation 1 is over."))
  }

  @Test("in knowledge with a single consultation no look takes the place of another")
  func single() throws {
    let dough = try Dough(changing: [
      ("\n  make: { title: Make a dough, sections: [dough], decides: [way] }", ""),
      ("\n  trouble: { title: Something is odd, sections: [trouble], decides: [bin] }", ""),
      (
        "look: { title: Look at it, sections: [look], decides: [state] }",
        "look: { title: Look at it, sections: [look], decides: [state, way] }"
      ),
      ("      between: { consultation: trouble, answers: { odd: yes } }\n", ""),
      ("      compares: [flour]\n", ""),
      (
        "ends: { state: throw-away, bin: bin }",
        "ends: { state: throw-away }"
      ),
    ])
    _ = try dough.run("chat", at: "10 20:00", saying: "no\n")
    #expect(try dough.run("begin", at: "10 20:00").status == 0)
    _ = try dough.run("follow-up", at: "11 20:30", saying: "yes\nstart over\nno\n")
    #expect(try dough.run("due", at: "11 20:40").status == 1)
    #expect(try dough.replay(1).status == 0)
  }

  @Test(
    "a look that one called for and that was not taken is missed, and what was seen then stays known"
  )
  func missedCall() throws {
    let dough = try Dough(changing: [
      ("levels: [ready, throw-away]", "levels: [ready, doubtful, throw-away]"),
      (
        "  spoilt: { ask",
        "  forgotten: { ask: What was forgotten?, choose: any, options: { look: A look } }\n"
          + "  seen: { ask: What was seen before?, choose: one, options: { nothing: Nothing, bubbles: Bubbles } }\n"
          + "  spoilt: { ask"
      ),
      ("look: { questions: [spoilt] }", "look: { questions: [spoilt, odd, forgotten, seen] }"),
      (
        "  mouldy:",
        "  doubt: { when: \"odd or forgotten includes look\", raise: { state: doubtful }, because: It is odd. }\n"
          + "  known: { when: seen is bubbles and odd, raise: { state: throw-away }, because: It stays. }\n  mouldy:"
      ),
      (
        "ends: { state: throw-away, bin: bin }",
        "ends: { state: throw-away, bin: bin }\n      missed: { forgotten: look }\n"
          + "      again: { after: 3 hours, from: { state: doubtful }, answers: { seen: bubbles } }"
      ),
    ])
    try dough.begin()
    _ = try dough.run("follow-up", at: "10 22:00", saying: "no\nyes\nnone\nnothing\n")
    #expect(try dough.outcome(1) == ["state: doubtful"])
    #expect(try dough.run("due", at: "11 01:00").output.contains("time to look"))
    let look = try dough.run("follow-up", at: "11 20:30", saying: "no\nno\n")
    #expect(look.output.contains("forgotten: A look"))
    #expect(look.output.contains("seen: Bubbles"), "\(look.output)")
    #expect(try dough.outcome(1) == ["state: doubtful"])
    // One that broke off after such a sign calls for another look, too.
    try dough.begin(called: "Another")
    _ = try dough.run("follow-up", "2", at: "10 22:00", saying: "no\nyes\n")
    #expect(try dough.run("due", at: "11 01:00").output.contains("\"Another\": time to look"))
    // Beginning anew forgets no sign.
    #expect(try dough.run("begin", "1", "--anew", at: "13 20:00").status == 0)
    let anew = try dough.run("follow-up", "1", at: "14 20:30", saying: "no\nyes\nnone\n")
    #expect(anew.output.contains("seen: Bubbles"), "\(anew.output)")
    #expect(try dough.outcome(1) == ["state: throw-away"])
  }

  @Test("what is told between two looks and not finished is named, and goes on where it broke off")
  func unfinished() throws {
    try dough.begin()
    let chat = try dough.run("chat", "trouble", at: "11 08:00", saying: "yes\nno\nquit\n")
    let words = "what you began to tell is not finished; 'patchwise resume 1' goes on with it"
    #expect(chat.errors.contains(words), "\(chat.errors)")
    #expect(try dough.run("due", at: "11 08:10").output.contains(words))
    let resumed = try dough.run("resume", "1", at: "11 08:20", saying: "yes\n")
    #expect(resumed.output.contains("Earlier you said") || resumed.output.contains("Which flour"))
    _ = try dough.run("resume", "1", at: "11 08:30", saying: "rye\n")
    #expect(try dough.outcome(1) == ["bin: keep"])
    #expect(try dough.run("due", at: "11 20:30").output.contains("time to look"))
  }

  @Test("a word that says nothing does not make it forget what was chosen")
  func unclear() throws {
    try dough.begin()
    let chat = try dough.run(
      "chat", at: "11 08:00", saying: "something is odd\nnot sure\nblorf\nyes\nyes\n")
    #expect(chat.output.ranges(of: "Is this about").count == 3, "\(chat.output)")
    #expect(try dough.outcome(1) == ["bin: bin"])
  }

  @Test("a 'none' out of habit does not wipe out what was learnt")
  func habit() throws {
    let dough = try Dough(changing: [
      (
        "lost: { ask: Has a dough gone bad before?, choose: yes-no }",
        "lost: { ask: Which dough has gone bad before?, choose: any, options: { mine: Mine, bought: Bought }, changes: never }"
      ),
      (
        "flour includes wheat and lost, raise", "flour includes wheat and lost includes mine, raise"
      ),
      ("learnt: { lost: yes }", "learnt: { lost: mine }"),
    ])
    try dough.begin("rye", called: "Rye")
    _ = try dough.run("follow-up", "1", at: "11 20:30", saying: "yes\n")
    let question = "From \"Rye\" I know: Mine. Was that never so, and is this right: none of these?"
    let kept = try dough.run(
      "chat", "make", at: "12 20:30", saying: "wheat\nnone\nno\nyes\n")
    #expect(kept.output.contains(question), "\(kept.output)")
    #expect(try dough.outcome(2) == ["way: at-once"])
    let doubted = try dough.run(
      "chat", "make", at: "12 20:30", saying: "wheat\nno\nbought\nno\nyes\n")
    #expect(doubted.output.contains("I know: Mine. Was that never so, and is this right: Bought?"))
    #expect(try dough.outcome(3) == ["way: at-once"])
    _ = try dough.run("chat", "make", at: "12 20:30", saying: "wheat\nnone\nyes\n")
    #expect(try dough.outcome(4) == ["way: slowly"])
    for number in [2, 3, 4] {
      let replay = try dough.replay(number)
      #expect(replay.status == 0, "\(number): \(replay.output)\(replay.errors)")
    }
  }

  @Test(
    "with other knowledge a plan goes on in another file, and what is said later is about that one")
  func otherKnowledge() throws {
    let dough = try Dough(changing: [Dough.alarms])
    let newer = try dough.folder.file(
      "newer.yaml",
      String(contentsOfFile: dough.knowledge, encoding: .utf8).replacing(
        "version: 1.0.0", with: "version: 1.0.1"))
    func run(_ command: String..., at time: String, saying input: String) throws -> Tool.Result {
      try Tool.run(
        command + ["--knowledge", newer, "--store", dough.store, "--at", "2026-03-\(time)"],
        input: input)
    }
    try dough.begin()
    _ = try run(
      "follow-up", at: "11 20:30",
      saying: "no\nstart over\nsomething is odd\nyes\nyes\n")
    #expect(try dough.saved(1).successor == 2)
    #expect(try dough.saved(2).outcome.map(\.description) == ["bin: bin"])
    #expect(try run("due", at: "11 20:40", saying: "").status == 1)
    try dough.begin(called: "Another")
    _ = try run(
      "chat", "trouble", at: "11 08:00", saying: "yes\nno\nstart over\nthe oven burns\n")
    let due = try run("due", at: "11 20:40", saying: "")
    #expect(due.output.contains("something urgent was said"), "\(due.output)")
    // What was known is known there, too.
    #expect(try dough.saved(4).text.contains("given odd: yes\n"))
    let begin = try run("begin", "4", at: "11 20:40", saying: "")
    #expect(begin.status == 66)
  }

  @Test("a plan goes on where it was once the file that it went on in was removed")
  func lostSuccessor() throws {
    let newer = try dough.folder.file(
      "newer.yaml",
      String(contentsOfFile: dough.knowledge, encoding: .utf8).replacing(
        "version: 1.0.0", with: "version: 1.0.1"))
    func run(_ command: String..., at time: String, saying input: String = "") throws -> Tool.Result
    {
      try Tool.run(
        command + ["--knowledge", newer, "--store", dough.store, "--at", "2026-03-\(time)"],
        input: input)
    }
    try dough.begin()
    _ = try run("follow-up", at: "11 20:30", saying: "no\n")
    #expect(try dough.saved(1).successor == 2)
    #expect(try Tool.run(["forget", "2", "--yes", "--store", dough.store]).status == 0)
    #expect(try run("due", at: "11 20:40").output.contains("time to look"))
    // A program that is killed at once leaves a file with nothing in it.
    try Data().write(to: URL(filePath: "\(dough.store)/2.transcript"))
    #expect(try run("due", at: "11 20:40").output.contains("time to look"))
    // What comes next is no part of it, and has a number of its own.
    _ = try run("chat", "make", at: "11 20:45", saying: "rye\nyes\n")
    let list = try Tool.run(["list", "--knowledge", newer, "--store", dough.store])
    #expect(list.output.hasPrefix("1: 2026-03-10, \"Rye, in the cellar\""), "\(list.output)")
    #expect(list.output.contains("\n3: 2026-03-11, "), "\(list.output)")
    _ = try run("follow-up", "1", at: "11 20:50", saying: "no\n")
    #expect(try dough.saved(1).successor == 4)
  }

  @Test("a conversation that is taken over keeps what was given, and can be about the plan")
  func takenOver() throws {
    let dough = try Dough(changing: [Dough.alarms])
    let newer = try dough.folder.file(
      "newer.yaml",
      String(contentsOfFile: dough.knowledge, encoding: .utf8).replacing(
        "version: 1.0.0", with: "version: 1.0.1"))
    try dough.begin()
    _ = try dough.run("chat", "trouble", at: "11 08:00", saying: "yes\n")
    let resumed = try Tool.run(
      ["resume", "1", "--knowledge", newer, "--store", dough.store, "--at", "2026-03-11 09:00"],
      input: "no\nrye\n")
    #expect(resumed.status == 0)
    #expect(try dough.saved(2).text.contains("given odd: yes\n"))
    #expect(try dough.outcome(2) == ["bin: keep"])
    let replay = try Tool.run(["replay", "\(dough.store)/2.transcript", "--knowledge", newer])
    #expect(replay.status == 0, "\(replay.output)")
    _ = try dough.run("chat", "make", at: "11 08:00", saying: "rye\n")
    _ = try Tool.run(
      ["resume", "3", "--knowledge", newer, "--store", dough.store, "--at", "2026-03-11 10:00"],
      input: "the oven burns\n")
    #expect(try dough.saved(2).openAlarm == Moment("2026-03-11 10:00"))
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
    // A journey to the west is no mistake, but takes no earlier turn.
    #expect(try dough.run("due", at: "13 01:00").output.contains("1 reading so far"))
    _ = try dough.run("follow-up", at: "13 08:30", saying: "no\n")
    #expect(
      try dough.saved(1).course(in: KnowledgeBase(contentsOf: dough.knowledge))?.looks.map(
        \.description)
        == ["2026-03-13 20:00", "2026-03-13 20:00"])
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
