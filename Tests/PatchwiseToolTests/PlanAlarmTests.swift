import Foundation
import Patchwise
import PatchwiseTranscripts
import Testing

@Suite("An alarm while a plan is followed")
struct PlanAlarmTests {
  private let dough: Dough

  init() throws { dough = try Dough(changing: [Dough.alarms]) }

  @Test("an alarm where it is asked what it is about is saved so that it replays")
  func alarm() throws {
    try dough.begin()
    let chat = try dough.run(
      "chat", at: "11 08:00",
      saying: "something is odd\nthe oven burns\ngo on\nmake a dough\nrye\nno\n")
    #expect(chat.output.contains("Into the bin"), "\(chat.output)")
    _ = try dough.run("chat", at: "11 08:00", saying: "the oven burns\n")
    let list = try Tool.run(["list", "--knowledge", dough.knowledge, "--store", dough.store])
    #expect(list.output.contains("3: 2026-03-11, nothing chosen: Into the bin\n"), "\(list.output)")
    let replay = try dough.replay(2)
    #expect(replay.status == 0, "\(replay.output)\(replay.errors)")
  }

  @Test("danger where a plan is offered is asked about, told, and saved")
  func atTheOffer() throws {
    let session = try dough.sessionAtOffer()
    try session.type("sometimes the oven burns\n")
    try session.wait(for: "Is that happening right now")
    try session.type("yes\n")
    try session.wait(for: "Into the bin")
    try session.type("quit\n")
    try session.wait(for: "Saved as 1.")
    #expect(try session.end() == 0)
    #expect(try dough.saved(1).beginning == nil)
    #expect(try dough.run("resume", "1", at: "10 21:00").output.contains("Into the bin"))
    #expect(try dough.replay(1).status == 0)
  }

  @Test("danger where a plan is offered is heard although its file is gone")
  func atTheOfferWithoutFile() throws {
    let session = try dough.sessionAtOffer()
    try FileManager.default.removeItem(atPath: "\(dough.store)/1.transcript")
    try session.type("sometimes the oven burns\n")
    try session.wait(for: "What follows is not saved.")
    try session.wait(for: "Is that happening right now")
    try session.type("yes\n")
    try session.wait(for: "Into the bin")
    try session.type("quit\n")
    #expect(try session.end() == 0)
  }

  @Test("an alarm while a plan is followed is asked about, and may end it")
  func alarmElsewhere() throws {
    func answer(_ line: String, then: String) throws {
      let session = try dough.session("chat", at: "11 10:00")
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

  @Test("an alarm that was not answered stays until it is, whatever is begun or taken back")
  func unanswered() throws {
    try dough.begin()
    // Who starts over takes nothing back, and neither does who takes back another one.
    _ = try dough.run("chat", at: "11 08:00", saying: "the oven burns\nstart over\n")
    _ = try dough.run("chat", at: "11 09:00", saying: "the oven burns\ngo on\n")
    #expect(try dough.saved(1).openAlarm == Moment("2026-03-11 08:00"))
    let look = try dough.run("follow-up", at: "11 20:30", saying: "no\n")
    #expect(look.status == 66)
    #expect(
      look.errors
        == "Something urgent was said Wed 11 Mar 08:00. Please start 'patchwise' first, which asks whether it "
        + "came of \"Rye, in the cellar\"\n")
    #expect(try dough.run("begin", "1", "--anew", at: "11 20:30").errors == look.errors)
    // With other knowledge it goes along.
    let newer = try dough.folder.file(
      "newer.yaml",
      String(contentsOfFile: dough.knowledge, encoding: .utf8).replacing(
        "version: 1.0.0", with: "version: 1.0.1"))
    let resumed = try Tool.run(
      [
        "resume", "1", "--knowledge", newer, "--store", dough.store, "--at", "2026-03-11 21:00",
      ])
    #expect(
      resumed.errors.contains("something urgent was said Wed 11 Mar 08:00"), "\(resumed.errors)")
    #expect(try dough.saved(4).openAlarm == Moment("2026-03-11 08:00"))
  }

  @Test(
    "what is urgent is written behind a plan also where it is chosen, or said in another consultation"
  )
  func urgentElsewhere() throws {
    let dough = try Dough(changing: [
      Dough.alarms,
      ("bin: { title: Into the bin }", "bin: { title: Into the bin, ends the consultation: yes }"),
    ])
    try dough.begin()
    try dough.begin(called: "Another")
    _ = try dough.run("chat", "trouble", at: "11 08:00", saying: "no\nno\nyes\nyes\n")
    for number in [1, 2] {
      #expect(try dough.saved(number).openAlarm == Moment("2026-03-11 08:00"))
    }
    // In the file of a plan, too.
    let third = try Dough(changing: [
      Dough.alarms
    ])
    try third.begin()
    try third.begin(called: "Another")
    _ = try third.run("resume", "2", at: "11 08:00", saying: "the oven burns\n")
    #expect(try third.saved(1).openAlarm == Moment("2026-03-11 08:00"))
    #expect(try third.run("due", at: "11 20:30").output.contains("something urgent was said"))
  }

  @Test(
    "a danger that is asked about where an answer is recalled stands in the file as it was said")
  func dangerAtRecall() throws {
    let dough = try Dough(changing: [
      Dough.alarms,
      (
        "lost: { ask: Has a dough gone bad before?, choose: yes-no }",
        "lost: { ask: Has a dough gone bad before?, choose: yes-no, changes: never }"
      ),
    ])
    try dough.begin()
    _ = try dough.run("follow-up", "1", at: "11 20:30", saying: "yes\n")
    let chat = try dough.run(
      "chat", "make", at: "12 20:30", saying: "wheat\nthe oven burns sometimes\nyes\n")
    #expect(chat.output.contains("Is that happening right now"), "\(chat.output)")
    #expect(try dough.saved(2).text.contains("> the oven burns sometimes\n"))
    #expect(try dough.saved(2).text.contains("> yes\n"))
    let replay = try dough.replay(2)
    #expect(replay.status == 0, "\(replay.output)\(replay.errors)")
  }

  @Test("who leaves when asked about danger is asked about it the next time")
  func leavesAtDanger() throws {
    try dough.begin()
    _ = try dough.run("chat", "make", at: "11 08:00", saying: "the oven burns sometimes\nquit\n")
    #expect(try dough.saved(1).openAlarm == Moment("2026-03-11 08:00"))
  }

  private static let urgent = "something urgent was said Wed 11 Mar 20:31"

  @Test("who leaves the plan's own look when asked about danger is asked about it the next time")
  func leavesOwnLookAtDanger() throws {
    try dough.begin()
    for leaving in ["quit\n", ""] {
      _ = try dough.run("follow-up", at: "11 20:31", saying: "the oven burns sometimes\n\(leaving)")
      #expect(try dough.run("due", at: "11 20:32").output.contains(Self.urgent))
      let chat = try dough.session("chat", at: "11 20:34")
      try chat.wait(for: "On Wed 11 Mar 20:31 you told me of something urgent. Did it come of")
      try chat.type("no\n")
      try chat.wait(for: "Look at it now?")
      try chat.type("no\nquit\n")
      #expect(try chat.end() == 0)
      #expect(try dough.run("due", at: "11 20:35").output.contains("time to look"))
    }
    // What was no danger after all leaves nothing.
    let look = try dough.run("follow-up", at: "11 20:40", saying: "the oven burns sometimes\nno\n")
    #expect(look.status == 0)
    #expect(try dough.saved(1).openAlarms == [])
    #expect(try dough.saved(1).damage == nil)
    #expect(try dough.replay(1).status != 64)
  }

  @Test(
    "whatever ends a conversation that asks about danger, it is asked about the next time",
    arguments: [SIGHUP, SIGTERM, SIGKILL], ["chat", "follow-up"])
  func endedAtDanger(signal: Int32, command: String) throws {
    try dough.begin()
    let talk = try dough.session(command, at: "11 20:31")
    try talk.wait(for: command == "chat" ? "Look at it now?" : "Does it smell bad?")
    try talk.type("the oven burns sometimes\n")
    try talk.wait(for: "Is that happening right now")
    try talk.send(signal)
    _ = try talk.end()
    #expect(try dough.run("due", at: "11 20:32").output.contains(Self.urgent))
  }

  @Test(
    "an alarm beside a plan that goes on with other knowledge goes with it",
    arguments: [true, false])
  func successor(isBefore: Bool) throws {
    try dough.begin()
    let newer = try dough.folder.file(
      "newer.yaml",
      String(contentsOfFile: dough.knowledge, encoding: .utf8).replacing(
        "version: 1.0.0", with: "version: 1.0.1"))
    let look = try TerminalSession(
      ["follow-up", "1", "--knowledge", newer, "--store", dough.store, "--at", "2026-03-11 20:30"],
      environment: ["TERM": "dumb"])
    try look.wait(for: "Does it smell bad?")
    let talk = try dough.session("chat", "make", at: "11 20:31")
    try talk.wait(for: "Which flour")
    if !isBefore {
      try look.type("no\n")
      try look.wait(for: "→ no")
    }
    try talk.type("the oven burns\n")
    try talk.wait(for: "Into the bin")
    if isBefore {
      try look.type("no\n")
      try look.wait(for: "→ no")
    }
    try look.type("quit\n")
    #expect(try look.end() == 0)
    try talk.type("quit\n")
    #expect(try talk.end() == 0)
    let due = try Tool.run([
      "due", "--knowledge", newer, "--store", dough.store, "--at", "2026-03-11 20:40",
    ])
    #expect(due.output.contains(Self.urgent), "\(due.output)\(due.errors)")
  }

  @Test("who says that one alarm was none takes back no other one")
  func otherAlarm() throws {
    try dough.begin()
    let first = try dough.session("chat", "make", at: "11 20:31")
    try first.wait(for: "Which flour")
    try first.type("the oven burns\n")
    try first.wait(for: "Is that happening right now")
    try first.type("yes\n")
    try first.wait(for: "I stopped because of what you typed")
    _ = try dough.run("chat", "make", at: "11 20:45", saying: "the sink runs over\n")
    try first.type("go on\n")
    try first.wait(for: "back to where we were")
    try first.type("quit\n")
    #expect(try first.end() == 0)
    let open = try dough.saved(1).openAlarms.map(\.description)
    #expect(open == ["2026-03-11 20:45"])
    // Also where it is answered while another one comes in.
    _ = try dough.run("chat", "make", at: "11 20:50", saying: "the oven burns\n")
    let chat = try dough.session("chat", at: "11 20:51")
    try chat.wait(for: "On Wed 11 Mar 20:50 you told me")
    _ = try dough.run("chat", "make", at: "11 20:52", saying: "the oven burns\n")
    try chat.type("no\n")
    try chat.wait(for: "On Wed 11 Mar 20:52 you told me")
    try chat.type("quit\n")
    _ = try chat.end()
    let left = try dough.saved(1).openAlarms.map(\.description)
    #expect(left == ["2026-03-11 20:45", "2026-03-11 20:52"])
  }

  @Test("an alarm goes behind no stranger's plan that has got the number since")
  func reusedNumber() throws {
    try dough.begin()
    let talk = try dough.session("chat", "make", at: "11 20:31")
    try talk.wait(for: "Which flour")
    _ = try Tool.run(["forget", "1", "--yes", "--store", dough.store])
    _ = try dough.run("chat", "make", at: "11 20:31", saying: "rye\nno\n")
    _ = try dough.run("begin", "--note", "Wheat", at: "11 20:31")
    let before = try dough.saved(1).text
    try talk.type("the oven burns\n")
    try talk.wait(for: "Into the bin")
    try talk.type("quit\n")
    #expect(try talk.end() == 0)
    #expect(try dough.saved(1).text == before)
    #expect(try waiting() == [])
  }

  @Test("what was left beside consultations that are gone is removed with all others")
  func leftovers() throws {
    try dough.begin()
    for number in [1, 7] {
      try "# alarm at 2026-03-11 20:31\n".write(
        toFile: "\(dough.store)/\(number).marks", atomically: true, encoding: .utf8)
    }
    #expect(
      try Tool.run(["forget", "--all", "--yes", "--store", dough.store]).output == "Removed 1.\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: dough.store) == [])
  }

  @Test("a mark whose line was not written to its end keeps no later one from being read")
  func tornMark() throws {
    try dough.begin()
    let look = try dough.sessionAtLook()
    try "# alarm at 2026-03-11 19:0".write(
      toFile: "\(dough.store)/1.marks", atomically: true, encoding: .utf8)
    _ = try dough.run("chat", "make", at: "11 20:31", saying: "the oven burns\n")
    #expect(try dough.run("due", at: "11 20:32").output.contains(Self.urgent))
    try look.type("quit\n")
    #expect(try look.end() == 0)
  }

  @Test("a consultation goes on as no other one of which nothing was written to its end")
  func tornSuccessor() throws {
    try dough.begin()
    let newer = try dough.folder.file(
      "newer.yaml",
      String(contentsOfFile: dough.knowledge, encoding: .utf8).replacing(
        "version: 1.0.0", with: "version: 1.0.1"))
    let options = ["--knowledge", newer, "--store", dough.store, "--at", "2026-03-11 20:40"]
    _ = try Tool.run(["follow-up", "1"] + options, input: "no\n")
    let next = "\(dough.store)/2.transcript"
    let whole = try String(contentsOfFile: next, encoding: .utf8)
    #expect(try Tool.run(["due"] + options).output.hasPrefix("2:"))
    try String(whole.prefix(100)).write(toFile: next, atomically: true, encoding: .utf8)
    #expect(try Tool.run(["due"] + options).output.contains("time to look"))
    #expect(try Tool.run(["follow-up", "1"] + options, input: "no\n").status == 0)
  }

  @Test("a word that was typed where something is chosen is the name of nothing")
  func nothingChosen() throws {
    _ = try dough.run("chat", at: "11 08:00", saying: "sometimes the oven burns\nburns\n")
    let list = try Tool.run(["list", "--knowledge", dough.knowledge, "--store", dough.store])
    #expect(list.output == "1: 2026-03-11, nothing chosen: not finished\n")
    let stranger = try Tool.run(["list", "--store", dough.store])
    #expect(stranger.output == "1: 2026-03-11, burns: not finished\n")
  }

  @Test("of several alarms each is asked about, the last one first")
  func severalAlarms() throws {
    try dough.begin()
    // What is taken back is the last one of the conversation alone.
    _ = try dough.run(
      "chat", at: "11 08:00", saying: "the oven burns\nstart over\nthe sink runs over\ngo on\n")
    #expect(try dough.saved(1).openAlarms == [#require(Moment("2026-03-11 08:00"))])
    _ = try dough.run("chat", at: "11 09:00", saying: "the sink runs over\n")
    #expect(
      try dough.saved(1).openAlarms.map(\.description) == ["2026-03-11 08:00", "2026-03-11 09:00"])
    let session = try dough.session("chat", at: "11 10:00")
    try session.wait(for: "On Wed 11 Mar 09:00 you told me")
    try session.type("no\n")
    try session.wait(for: "On Wed 11 Mar 08:00 you told me")
    try session.type("no\n")
    try session.wait(for: "What brings you here?")
    try session.type("quit\n")
    #expect(try session.end() == 0)
    #expect(try dough.saved(1).openAlarms == [])
  }

  /// The files of the store in which something waits.
  private func waiting() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: dough.store)
      .filter { !$0.hasSuffix(".transcript") }
  }

  @Test("an alarm while another window has the plan open is not lost, whatever ends this one")
  func killed() throws {
    try dough.begin()
    let look = try dough.sessionAtLook()
    let talk = try dough.session("chat", "make", at: "11 20:31")
    try talk.wait(for: "Which flour")
    try talk.type("the oven burns\n")
    try talk.wait(for: "Is that happening right now")
    try talk.type("yes\n")
    try talk.wait(for: "I stopped because of what you typed")
    try talk.send(SIGKILL)
    #expect(try talk.end() == 128 + SIGKILL)
    let urgent = "something urgent was said Wed 11 Mar 20:31"
    #expect(try dough.run("due", at: "11 20:32").output.contains(urgent))
    try look.type("quit\n")
    #expect(try look.end() == 0)
    #expect(try dough.run("due", at: "11 20:33").output.contains(urgent))
    #expect(try waiting() == ["1.marks"])
    let chat = try dough.session("chat", at: "11 20:34")
    try chat.wait(for: "On Wed 11 Mar 20:31 you told me of something urgent. Did it come of")
    try chat.type("yes\n")
    try chat.wait(for: "That plan is over.")
    try chat.type("quit\n")
    #expect(try chat.end() == 0)
    #expect(try waiting() == [])
    #expect(try dough.saved(1).damage == nil)
    #expect(try dough.run("due", at: "11 20:35").status == 1)
  }

  @Test("what waits for a plan goes with it")
  func forgotten() throws {
    try dough.begin()
    let look = try dough.sessionAtLook()
    _ = try dough.run("chat", "make", at: "11 20:31", saying: "the oven burns\n")
    #expect(try waiting() == ["1.marks"])
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(dough.store)/1.marks")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    try look.type("quit\n")
    #expect(try look.end() == 0)
    let forgotten = try Tool.run(["forget", "--all", "--yes", "--store", dough.store])
    #expect(forgotten.output == "Removed 1, 2.\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: dough.store) == [])
    // What was left behind is about nobody who comes later.
    try "# alarm at 2026-03-11 20:31\n".write(
      toFile: "\(dough.store)/1.marks", atomically: true, encoding: .utf8)
    try dough.begin()
    #expect(try !dough.run("due", at: "11 20:33").output.contains("urgent"))
    #expect(try waiting() == [])
  }

  @Test("what another window keeps from being written is written later")
  func lockedPlan() throws {
    try dough.begin()
    let look = try dough.sessionAtLook()
    // What was grave is written once the file is free, also where something else is begun after it.
    let talk = try dough.session("chat", "trouble", at: "11 20:30")
    try talk.wait(for: "Is this about")
    try talk.type("yes\n")
    try talk.wait(for: "saved apart")
    try talk.type("yes\n")
    try talk.wait(for: "Into the bin")
    try look.type("no\nquit\n")
    #expect(try look.end() == 0)
    try talk.type("start over\nmake a dough\nrye\nno\nquit\n")
    try talk.wait(for: "Begin that plan now?")
    try talk.type("no\n")
    #expect(try talk.end() == 0)
    #expect(try dough.run("due", at: "11 20:40").status == 1)
    let list = try Tool.run(["list", "--knowledge", dough.knowledge, "--store", dough.store])
    #expect(list.output.contains("\"Rye, in the cellar\": over: "), "\(list.output)")
  }
}
