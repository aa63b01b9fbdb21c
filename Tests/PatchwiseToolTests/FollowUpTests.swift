import Foundation
import PatchwiseTranscripts
import Testing

@Suite("Plans that are followed")
struct FollowUpTests {
  private let folder: ScratchFolder
  private let knowledge: String
  private let store: String

  /// A plan of two readings, an hour and a day after it began.
  private static let text = """
    knowledge: dough
    title: A dough that rises
    version: 1.0.0
    questions:
      plain: { ask: Is it a plain dough?, choose: yes-no }
      plan-of: { ask: Which plan?, choose: one, options: { slow: Slow, fast: Fast } }
      waited: { ask: How long has it rested?, choose: duration, range: 0 minutes to 9 days }
      forgotten: { ask: What was forgotten?, choose: any, options: { late: Looked late, missed: Missed a look } }
      spoilt: { ask: Does it smell bad?, choose: yes-no }
    sections:
      dough: { questions: [plain] }
      look: { questions: [spoilt, plan-of, waited, forgotten] }
    scales:
      way: { title: How it rises, levels: { slowly: { plan: slow }, at-once: { title: At once } } }
      state: { title: How it is, levels: [ready, wait, again, throw-away], otherwise: ready }
    rules:
      plain: { when: plain, raise: { way: slowly }, because: It needs time. }
      sweet: { when: not plain, raise: { way: at-once }, because: Sugar is quick. }
      early: { when: plan-of is slow and waited less than 1 day, raise: { state: wait }, because: A day has not passed. }
      faulty: { when: "forgotten includes any of (late, missed)", raise: { state: again }, because: Nobody looked. }
      spoilt: { when: spoilt, raise: { state: throw-away }, because: It is spoilt. }
    plans:
      slow:
        title: A day in the cold
        readings:
          first: { at: 1 hour, within: 2 hours }
          second: { at: 1 day, within: 6 hours, look for: [How far it has come up] }
        lasts: 2 days
        watch: 1 day
        follow up:
          consultation: look
          answers: { plan-of: slow }
          since: waited
          late: { forgotten: late }
          missed: { forgotten: missed }
          ends: { state: throw-away }
    consultations:
      make: { title: Make a dough, sections: [dough], decides: [way] }
      look: { title: Look at it, sections: [look], decides: [state] }
    """

  init() throws {
    folder = try ScratchFolder()
    knowledge = try folder.file("dough.yaml", Self.text)
    store = "\(folder.url.path)/store"
  }

  private func run(
    _ command: String..., at time: String, saying input: String = ""
  ) throws -> Tool.Result {
    try Tool.run(
      command + ["--knowledge", knowledge, "--store", store, "--at", "2026-03-\(time)"],
      input: input)
  }

  private func saved(_ number: Int = 1) throws -> SavedConsultation {
    SavedConsultation(
      try String(contentsOfFile: "\(store)/\(number).transcript", encoding: .utf8))
  }

  private func begin() throws {
    _ = try run("chat", "make", at: "10 20:00", saying: "yes\n")
    let begun = try run(
      "begin", "--began", "2026-03-10 20:00", "--note", "rye, in the cellar", at: "10 20:05")
    #expect(
      begun.output == """
        A day in the cold
          - You are here: Day 1, Tue 10 Mar 20:05
          - Day 1, Tue 10 Mar 21:00: still to come
          - Day 2, Wed 11 Mar 20:00: still to come
          - Day 4, Fri 13 Mar 20:00: the watching is over

        'patchwise follow-up 1' takes each reading, 'patchwise calendar 1' writes them for a calendar.

        """)
  }

  @Test("a plan begins no further from now than a mistyped year would be")
  func mistypedYear() throws {
    _ = try run("chat", "make", at: "10 20:00", saying: "yes\n")
    let before = try saved().text
    for began in ["2025-03-10 20:00", "2027-03-10 20:00", "2026-01-09 19:59", "2026-05-09 20:01"] {
      let refused = try run("begin", "--began", began, at: "10 20:00")
      #expect(refused.status == 66 && refused.output.isEmpty)
      #expect(
        refused.errors == """
          \(began) is more than 60 days from now, which is 2026-03-10 20:00. Please say when the first step was done, \
          such as --began "2026-03-10 20:00"

          """)
    }
    #expect(try saved().text == before)
    #expect(try run("begin", "--began", "2026-01-09 20:00", at: "10 20:00").status == 0)
  }

  @Test("what is due is said, with a status for scripts")
  func due() throws {
    #expect(try run("due", at: "10 20:00").status == 1)
    try begin()
    let times = [
      (
        "10 20:30",
        "Day 1 of \"rye, in the cellar\": next look Tue 10 Mar 21:00 (nothing read yet).", 1
      ),
      ("10 21:00", "Day 1 of \"rye, in the cellar\": time to look (nothing read yet).", 0),
      (
        "10 23:01",
        "Day 1 of \"rye, in the cellar\": the look that was due until Tue 10 Mar 23:00 is late; look now "
          + "(nothing read yet).", 0
      ),
      (
        "11 20:00", "Day 2 of \"rye, in the cellar\": time to look (nothing read yet, 1 missed).", 0
      ),
      (
        "12 21:00",
        "Day 3 of \"rye, in the cellar\": the look that was due until Thu 12 Mar 02:00 is late; look now "
          + "(nothing read yet, 1 missed).", 0
      ),
      ("13 21:00", "", 1),
    ]
    for (time, text, status) in times {
      let result = try run("due", at: time)
      #expect(result.output == (text.isEmpty ? "" : "1: \(text)\n"), "\(time)")
      #expect(result.status == Int32(status), "\(time)")
    }
  }

  @Test("readings on time lead to the end, and what the plan knows is not asked")
  func onTime() throws {
    try begin()
    let first = try run("follow-up", at: "10 21:30", saying: "no\nnone\n")
    #expect(first.output.contains("This I know already."))
    #expect(first.output.contains("How long has it rested?") == false)
    #expect(try saved().outcome.map(\.description) == ["state: wait"])
    #expect(
      try run("due", at: "10 22:00").output.contains(
        "next look Wed 11 Mar 20:00 (1 reading so far)"))
    _ = try run("follow-up", "--note", "small\nbubbles", at: "11 20:30", saying: "no\nnone\n")
    #expect(try saved().text.contains("# note: small ⏎ bubbles\n"))
    #expect(try saved().outcome.map(\.description) == ["state: ready"])
    #expect(try saved().damage == nil)
  }

  @Test(
    "with a reading that is missed or late it never ends as ready", arguments: ["none", "1", "2"])
  func faults(saidToBeForgotten: String) throws {
    try begin()
    // Nobody can say that nothing was forgotten, because it is not asked.
    let late = try run("follow-up", at: "12 03:00", saying: "no\n\(saidToBeForgotten)\n")
    #expect(late.output.contains("what was forgotten") || late.output.contains("Looked late"))
    #expect(try saved().outcome.map(\.description) == ["state: again"])
  }

  @Test("a reading that broke off is taken anew, and one that ends the plan is the last")
  func brokenOff() throws {
    try begin()
    _ = try run("follow-up", at: "10 21:30", saying: "no\n")
    // It is not resumed, because what was known then may have changed.
    #expect(
      try run("resume", "1", at: "10 21:40").errors
        == "Consultation 1 is a look that broke off; 'patchwise follow-up 1' takes it anew\n")
    #expect(try run("begin", "1", at: "10 21:40").status == 66)
    let again = try run("follow-up", at: "10 22:40", saying: "no\nnone\n")
    #expect(again.output.contains("(nothing read yet)"))
    #expect(try saved().outcome.map(\.description) == ["state: wait"])
    #expect(
      try run("due", at: "10 23:30").output.hasPrefix(
        "1: Day 1 of \"rye, in the cellar\": next look"))
    let path = "\(store)/1.transcript"
    #expect(try Tool.run(["replay", path, "--knowledge", knowledge]).status == 0)
    _ = try run("follow-up", at: "11 20:30", saying: "yes\n")
    #expect(try saved().outcome.map(\.description) == ["state: throw-away"])
    #expect(try run("due", at: "11 21:00").output == "")
    #expect(try run("follow-up", at: "11 21:00").errors.hasPrefix("No plan is being followed."))
    #expect(
      try run("begin", at: "11 21:05").errors
        == "The plan of consultation 1 is over. 'patchwise chat' says whether another one is right\n"
    )
  }

  @Test("beginning anew counts from then on, and takes the notes along")
  func beginAgain() throws {
    try begin()
    _ = try run("follow-up", at: "10 21:30", saying: "no\nnone\n")
    // Looks are not lost by chance.
    #expect(
      try run("begin", at: "12 01:00").errors
        == "It is time to look first: 'patchwise follow-up 1'. 'patchwise begin 1 --anew' would count from the beginning\n"
    )
    let refused = try run("begin", at: "11 08:00")
    #expect(
      refused.errors
        == "Consultation 1 follows that plan already, with 1 reading. 'patchwise begin 1 --anew' counts from the beginning\n"
    )
    _ = try run("begin", "--anew", "--began", "2026-03-10 20:30", at: "12 08:00")
    // What was looked at before it was begun again counts for nothing.
    #expect(
      try run("due", at: "12 08:30").output.hasPrefix(
        "1: Day 3 of \"rye, in the cellar\": the look that was due"))
    #expect(try run("due", at: "12 08:30").output.contains("nothing read yet"))
    #expect(try run("begin", at: "30 08:00").status == 0)
    #expect(
      try Tool.run(["begin", "--knowledge", knowledge, "--store", store, "--at", "2026-05-30"])
        .status == 66)
  }

  @Test("a change of mind after a look counts, and one that was left with 'start over' is no look")
  func changedMind() throws {
    try begin()
    _ = try run("follow-up", at: "10 21:30", saying: "no\nnone\nchange spoilt\nyes\n")
    #expect(try saved().outcome.map(\.description) == ["state: throw-away"])
    #expect(try run("due", at: "10 22:00").output == "")
    _ = try run("chat", "make", at: "10 20:00", saying: "yes\n")
    _ = try run("begin", "2", "--began", "2026-03-10 20:00", at: "10 20:05")
    _ = try run("follow-up", "2", at: "10 21:10", saying: "no\nstart over\n")
    #expect(try run("due", at: "10 21:15").output.contains("nothing read yet"))
    _ = try run("follow-up", "2", at: "10 21:20", saying: "no\nnone\nstart over\n")
    #expect(try run("due", at: "10 21:30").output.contains("1 reading so far"))
  }

  @Test("what the calendar knows can't be changed")
  func known() throws {
    try begin()
    let late = try run("follow-up", at: "12 03:00", saying: "no\nchange forgotten\nnone\n")
    #expect(late.output.contains("That is known from the beginning, and stays as it is."))
    #expect(try saved().outcome.map(\.description) == ["state: again"])
  }

  @Test("who only starts the tool is told what is due, and can look at once or do something else")
  func greeting() throws {
    try begin()
    let command = ["--knowledge", knowledge, "--store", store, "--at", "2026-03-10 21:10"]
    let session = try TerminalSession(command, environment: ["TERM": "dumb"])
    try session.wait(for: "Day 1 of \"rye, in the cellar\": time to look")
    try session.wait(for: "Look at it now?")
    try session.type("yes\n")
    try session.wait(for: "Does it smell bad?")
    try session.type("no\nnone\nquit\n")
    #expect(try session.end() == 0)
    #expect(try saved().outcome.map(\.description) == ["state: wait"])
    let worried = try TerminalSession(
      command.dropLast() + ["2026-03-11 20:30"], environment: ["TERM": "dumb"])
    try worried.wait(for: "Look at it now?")
    // Whoever asks what to look for is told, and a look is not left for it.
    try worried.type("what do I look for?\n")
    try worried.wait(for: "Look for this:")
    try worried.wait(for: "Look at it now?")
    // Whatever else is typed is no reason to look away.
    try worried.type("make a dough\n")
    try worried.wait(for: "Is it a plain dough?")
    try worried.type("quit\n")
    #expect(try worried.end() == 0)
    let other = try TerminalSession(
      command.dropLast() + ["2026-03-11 21:00"], environment: ["TERM": "dumb"])
    try other.wait(for: "Look at it now?")
    try other.type("no\n")
    try other.wait(for: "What brings you here?")
    try other.type("quit\n")
    #expect(try other.end() == 0)
  }

  @Test(
    "a plan goes on when the knowledge has changed, and no look is lost", arguments: [true, false])
  func changedKnowledge(isResumed: Bool) throws {
    try begin()
    _ = try run("follow-up", at: "10 21:30", saying: "no\nnone\n")
    let other = try folder.file(
      "new.yaml", Self.text.replacing("version: 1.0.0", with: "version: 1.0.1"))
    func later(_ command: [String], at time: String, saying input: String = "") throws
      -> Tool.Result
    {
      try Tool.run(
        command + ["--knowledge", other, "--store", store, "--at", "2026-03-\(time)"], input: input)
    }
    if isResumed {
      #expect(
        try later(["resume", "1"], at: "11 09:00").errors.hasPrefix(
          "Consultation 1 is a look that can't be taken up any more"))
    }
    let second = try later(["follow-up"], at: "11 20:30", saying: "no\nnone\n")
    #expect(second.output.contains("(1 reading so far)"))
    let text = try String(contentsOfFile: "\(store)/2.transcript", encoding: .utf8)
    let saved = SavedConsultation(text)
    #expect(saved.outcome.map(\.description) == ["state: ready"] && saved.damage == nil)
    #expect(
      text.contains(
        "# plan slow began 2026-03-10 20:00\n# note: rye, in the cellar\n# looked 2026-03-10 21:30\n"
      ))
    #expect(try self.saved().damage == nil && self.saved().successor == 2)
    #expect(
      try later(["due"], at: "11 21:00").output
        == "2: Day 2 of \"rye, in the cellar\": watch it until Fri 13 Mar 20:00 (2 readings so far).\n"
    )
  }

  @Test("whose advice changes under other knowledge is said, with the direction")
  func rejudged() throws {
    _ = try run("chat", "make", at: "10 20:00", saying: "yes\n")
    _ = try run("chat", "make", at: "10 20:00", saying: "no\n")
    let other = try folder.file(
      "other.yaml",
      Self.text.replacing(
        "plain: { when: plain, raise: { way: slowly }",
        with: "plain: { when: plain, raise: { way: at-once }"))
    let same = try Tool.run(["rejudge", knowledge, "--knowledge", knowledge, "--store", store])
    #expect(same.output == "0 of 2 change\n" && same.status == 0)
    let result = try Tool.run(["rejudge", other, "--knowledge", knowledge, "--store", store])
    #expect(result.output == "1: way: slowly → at-once, more cautious\n1 of 2 change\n")
    #expect(result.status == 1)
    let file = try Tool.run(["rejudge", other, "\(store)/2.transcript", "--knowledge", knowledge])
    #expect(file.output == "0 of 1 change\n")
    let stranger = try Tool.run([
      "rejudge", other, "Transcripts/reading-clear.transcript", "--knowledge", knowledge,
    ])
    #expect(stranger.errors.contains("is not about this knowledge"))
  }

  @Test("the looks that are still to come are written for a calendar")
  func calendar() throws {
    #expect(try run("calendar", at: "10 20:00").errors.hasPrefix("No plan is being followed."))
    try begin()
    let text = try run("calendar", at: "10 20:10").output
    #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
    #expect(text.contains("SUMMARY:rye\\, in the cellar: reading 1 of 2\r\n"))
    #expect(text.ranges(of: "BEGIN:VEVENT").count == 3)
  }

  @Test("what can't be begun is said to be so")
  func refused() throws {
    #expect(try run("begin", at: "10 20:00").status == 66)
    _ = try run("chat", "make", at: "10 20:00", saying: "no\n")
    #expect(
      try run("begin", at: "10 20:00").errors
        == "Consultation 1 recommends no plan that can be begun\n")
    #expect(
      try run("follow-up", "1", at: "10 20:00").errors.hasPrefix("Consultation 1 follows no plan."))
  }
}
