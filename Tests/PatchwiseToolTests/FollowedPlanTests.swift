import Foundation
import Patchwise
import PatchwiseTranscripts
import Testing

@Suite("Consultations about a plan that is followed, and what is learnt from it")
struct FollowedPlanTests {
  private let dough: Dough

  init() throws { dough = try Dough() }

  @Test("what is told between two looks is asked to be about the plan, and ends it if it is grave")
  func between() throws {
    try dough.begin()
    let chat = try dough.run("chat", at: "11 08:00", saying: "something is odd\nyes\nyes\n")
    #expect(
      chat.output.contains(
        """
        Is this about "Rye, in the cellar"? Please say yes or no.

        This I know already.
          1. odd: yes

        Is there mould?
        """), "\(chat.output)")
    #expect(chat.output.contains("Into the bin"))
    #expect(chat.errors.contains("Saved as 1."))
    #expect(try dough.saved(1).outcome.map(\.description) == ["bin: bin"])
    #expect(try dough.run("due", at: "11 20:00").status == 1)
    let replay = try Tool.run([
      "replay", "\(dough.store)/1.transcript", "--knowledge", dough.knowledge,
    ])
    #expect(replay.status == 0, "\(replay.output)\(replay.errors)")
  }

  @Test(
    "what nothing can have changed since is only to be confirmed, and stands in the file by its name"
  )
  func recalled() throws {
    try dough.begin()
    let chat = try dough.run("chat", at: "11 08:00", saying: "something is odd\nyes\nno\nyes\n")
    #expect(chat.output.contains("Earlier you said: Rye flour. Is that all of it?"))
    let text = try dough.saved(1).text
    #expect(text.contains("? flour\n> rye\n"), "\(text)")
    #expect(try dough.saved(1).outcome.map(\.description) == ["bin: keep"])
    // The plan goes on.
    #expect(try dough.run("due", at: "11 20:00").output.contains("time to look"))
  }

  @Test("what is about something else is a consultation of its own")
  func elsewhere() throws {
    try dough.begin()
    let chat = try dough.run("chat", at: "11 08:00", saying: "something is odd\nno\nyes\nno\nrye\n")
    #expect(!chat.output.contains("This I know already."))
    #expect(try dough.saved(1).outcome.map(\.description) == ["way: slowly"])
    #expect(try dough.saved(2).kind?.name == "trouble")
    let replay = try Tool.run([
      "replay", "\(dough.store)/2.transcript", "--knowledge", dough.knowledge,
    ])
    #expect(replay.status == 0, "\(replay.output)\(replay.errors)")
    #expect(try dough.run("due", at: "11 20:00").status == 0)
    // Whoever begins with something that no plan is about isn't asked.
    let make = try dough.run("chat", at: "11 08:00", saying: "make a dough\n")
    #expect(!make.output.contains("Is this about"))
  }

  @Test("whoever says neither yes nor no chooses anew")
  func choosesAnew() throws {
    try dough.begin()
    let chat = try dough.run(
      "chat", at: "11 08:00", saying: "something is odd\nmake a dough\nwheat\n")
    #expect(chat.output.contains("Which flour is in it?"))
    #expect(try dough.saved(2).kind?.name == "make")
  }

  @Test("'start over' leaves the plan alone")
  func startOver() throws {
    try dough.begin()
    _ = try dough.run(
      "chat", at: "11 08:00", saying: "something is odd\nyes\nstart over\nmake a dough\nrye\nno\n")
    #expect(try dough.run("due", at: "11 20:00").output.contains("nothing read yet"))
    #expect(try dough.saved(1).text.hasSuffix("given odd: yes\n\(try dough.lastSeal(1))"))
    #expect(try dough.outcome(2) == ["way: slowly"])
    #expect(try dough.replay(2).status == 0)
  }

  @Test("what a plan has shown is asked to be so later, and what it was made of is found again")
  func lesson() throws {
    try dough.begin()
    #expect(
      !(try dough.run("chat", "make", at: "11 19:00", saying: "rye\n").output.contains("had this")))
    _ = try dough.run("follow-up", "1", at: "11 20:30", saying: "yes\n")
    let later = try dough.run("chat", "make", at: "12 20:30", saying: "rye, wheat\nyes\n")
    #expect(
      later.output.contains(
        "\"Rye, in the cellar\", which did not go well, had this too: Rye flour. Whether"),
      "\(later.output)")
    #expect(later.output.contains("From \"Rye, in the cellar\" I know: yes. Is that right?"))
    #expect(try dough.saved(3).outcome.map(\.description) == ["way: at-once"])
    #expect(try dough.saved(3).text.contains("? lost\n> yes\n"))
    // Who stores nothing is told nothing of what was stored.
    let apart = try dough.run("chat", "make", "--private", at: "12 20:30", saying: "rye\n")
    #expect(!apart.output.contains("cellar"))
  }

  @Test("at a terminal the plan can be begun at once")
  func offered() throws {
    let session = try dough.session("chat", "make", at: "10 20:00")
    try session.wait(for: "Which flour")
    try session.type("rye\n")
    try session.wait(for: "To begin that plan, type \"begin\"")
    try session.type("I want to begin it, please\n")
    try session.wait(for: "Begin that plan now?")
    // Whatever else is typed is answered, and asked again.
    try session.type("what?\n")
    try session.wait(for: "begin it now?")
    try session.type("yes\n")
    try session.wait(for: "What shall I call it?")
    try session.type("Rye\n")
    try session.wait(for: "when was the first step done?")
    try session.type("soon\n")
    try session.wait(for: "I was looking for a time there")
    try session.type("2 hours ago\n")
    try session.wait(for: "Day 2, Wed 11 Mar 18:00: still to come")
    #expect(try session.end() == 0)
    #expect(
      try dough.saved(1).beginning
        == .init("slow", began: #require(Moment("2026-03-10 18:00")), notes: ["Rye"]))
    let later = try dough.session("chat", "make", at: "11 09:00")
    try later.wait(for: "Which flour")
    try later.type("rye\nno\nquit\n")
    try later.wait(for: "Begin that plan now?")
    try later.type("no\n")
    try later.wait(for: "Saved as 2. 'patchwise begin 2' begins its plan.")
    #expect(try later.end() == 0)
    #expect(try dough.saved(2).beginning == nil)
  }

  @Test(
    "the offer takes what asks to begin it for a yes",
    arguments: ["now", "do it", "let's begin, please"])
  func offerTaken(line: String) throws {
    let session = try dough.sessionAtOffer()
    try session.type("\(line)\n")
    try session.wait(for: "What shall I call it?")
    try session.type("\n\n")
    #expect(try session.end() == 0)
    #expect(try dough.saved(1).beginning?.plan == "slow")
  }

  @Test("what else is said at the offer is answered, and no plan is begun then")
  func offerWithdrawn() throws {
    for (number, lines) in [
      ["start over", "quit"], ["yes", "quit"], ["quit"], ["tomorrow"], ["dunno"],
    ].enumerated() {
      let session = try dough.session("chat", "make", at: "10 20:00")
      try session.wait(for: "Which flour")
      try session.type("rye\nno\nquit\n")
      try session.wait(for: "Begin that plan now?")
      for line in lines { try session.type("\(line)\n") }
      try session.wait(for: "Saved as \(number + 1).")
      #expect(try session.end() == 0)
      #expect(try dough.saved(number + 1).beginning == nil)
    }
  }

  @Test("a plan can be begun after resuming, and where the tail of a file was cut off")
  func resumedOffer() throws {
    _ = try dough.run("chat", "make", at: "10 20:00", saying: "rye\nno\n")
    let path = "\(dough.store)/1.transcript"
    let whole = try String(contentsOfFile: path, encoding: .utf8)
    let session = try dough.session("resume", "1", at: "10 20:30")
    try session.wait(for: "Slowly")
    // A plan may be called by what is recommended, too.
    try session.type("let's begin then, slowly\n")
    try session.wait(for: "Begin that plan now?")
    try session.type("now\n\nin 2 hours\n2 hours ago\n")
    try session.wait(for: "Day 2, Wed 11 Mar 18:30")
    #expect(try session.end() == 0)
    #expect(try dough.saved(1).damage == nil && dough.saved(1).beginning != nil)
    try (whole + "\n@ 2026-03-1").write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try dough.run("begin", "1", at: "10 21:00").status == 0)
    #expect(try dough.saved(1).damage == nil && dough.saved(1).beginning?.plan == "slow")
  }

  @Test("what was seen at a look may call for another one soon")
  func again() throws {
    let hasty = try dough.folder.file(
      "hasty.yaml",
      Dough.text.replacing(
        "levels: [ready, throw-away]", with: "levels: [ready, doubtful, throw-away]"
      ).replacing(
        "  mouldy:",
        with: "  doubt: { when: odd, raise: { state: doubtful }, because: It is odd. }\n  mouldy:"
      ).replacing("look: { questions: [spoilt] }", with: "look: { questions: [spoilt, odd] }")
        .replacing(
          "ends: { state: throw-away, bin: bin }",
          with:
            "ends: { state: throw-away }\n      again: { after: 3 hours, from: { state: doubtful } }"
        ))
    func run(_ command: String..., at time: String, saying input: String = "") throws -> Tool.Result
    {
      try Tool.run(
        command + ["--knowledge", hasty, "--store", dough.store, "--at", "2026-03-\(time)"],
        input: input)
    }
    _ = try run("chat", "make", at: "10 20:00", saying: "rye\nno\n")
    _ = try run("begin", at: "10 20:00")
    let look = try run("follow-up", at: "10 22:00", saying: "no\nyes\n")
    #expect(
      look.errors.contains("next look Wed 11 Mar 01:00 (1 reading so far)."), "\(look.errors)")
    #expect(try run("due", at: "11 00:59").status == 1)
    #expect(try run("due", at: "11 01:00").output.contains("time to look (1 reading so far)"))
    _ = try run("follow-up", at: "11 02:00", saying: "no\nno\n")
    #expect(try run("due", at: "11 05:30").output.contains("next look Wed 11 Mar 20:00"))
    // It takes the place of no reading of the plan.
    #expect(try run("due", at: "11 20:00").output.contains("time to look (2 readings so far)"))
  }

  @Test("a note is kept where a look begins a file of its own")
  func note() throws {
    try dough.begin()
    let newer = try dough.folder.file(
      "newer.yaml", Dough.text.replacing("version: 1.0.0", with: "version: 1.0.1"))
    _ = try Tool.run(
      [
        "follow-up", "--note", "bubbles", "--knowledge", newer, "--store", dough.store,
        "--at", "2026-03-11 20:40",
      ], input: "no\n")
    #expect(try dough.saved(2).text.contains("# note: bubbles\n"))
    #expect(try dough.saved(2).beginning?.notes == ["Rye, in the cellar"])
    #expect(try dough.outcome(2) == ["state: ready"])
  }

  @Test("the list says what each is about, and what it came to")
  func list() throws {
    try dough.begin()
    _ = try dough.run("chat", "make", at: "11 20:00")
    _ = try dough.run("chat", "make", at: "12 20:00", saying: "rye\nno\n")
    _ = try dough.run("chat", "trouble", at: "12 20:00", saying: "no\nyes\n")
    let list = try Tool.run(["list", "--knowledge", dough.knowledge, "--store", dough.store])
    #expect(
      list.output == """
        1: 2026-03-10, "Rye, in the cellar": Slowly
        2: 2026-03-12, Make a dough: Slowly
        3: 2026-03-12, Something is odd: not finished

        """)
  }
}
