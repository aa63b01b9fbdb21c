import Foundation
import Patchwise
import PatchwiseDialogue
import PatchwiseTestSupport
import PatchwiseTranscripts
import PatchwiseYAML
import Testing

@Suite("Saved consultations on disk")
struct StoreTests {
  private let folder: ScratchFolder
  private let store: String

  init() throws {
    folder = try ScratchFolder()
    store = "\(folder.url.path)/data/store"
  }

  private static let boiler = ["--knowledge", "Tests/Fixtures/boiler/boiler.yaml"]
  private static let noon = ["--at", "2026-03-10 12:00"]

  private func run(
    _ command: String..., saying input: String = "", knowing: Bool = false
  ) throws -> Tool.Result {
    try Tool.run(
      command + ["--store", store] + (knowing ? Self.boiler : []), input: input)
  }

  private func talk(_ input: String, at time: [String] = noon) throws -> Tool.Result {
    try Tool.run(["chat", "no-heat", "--store", store] + Self.boiler + time, input: input)
  }

  private func resume(_ input: String, _ number: String..., at time: String) throws -> Tool.Result {
    try Tool.run(
      ["resume"] + number + ["--store", store, "--at", time] + Self.boiler, input: input)
  }

  private func file(_ number: Int) -> String { "\(store)/\(number).transcript" }

  private func text(_ number: Int) throws -> String {
    try String(contentsOfFile: file(number), encoding: .utf8)
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test("a conversation is saved for its owner alone, and goes on where it was")
  func saved() throws {
    let first = try talk("none\nyes\nquit\n")
    #expect(first.errors == "Saved as 1. 'patchwise resume 1' goes on with it.\n")
    #expect(try mode(store) == 0o700 && mode(file(1)) == 0o600)
    #expect(SavedConsultation(try text(1)).damage == nil)
    let second = try resume("1.5\n", at: "2026-03-10 20:00")
    #expect(second.output.contains("Welcome back. This is where we were."))
    #expect(second.output.contains("2. thermostat: yes"))
    #expect(second.output.contains("What does the gauge show"))
    let saved = SavedConsultation(try text(1))
    #expect(saved.damage == nil)
    let base = try KnowledgeBase(contentsOf: "\(Tool.package.path)/\(Self.boiler[1])")
    let dialogue = try #require(saved.dialogue(with: base))
    #expect(dialogue.consultation?.answered == ["danger", "thermostat", "pressure"])
    #expect(dialogue.now == Moment("2026-03-10 20:00"))
    #expect(try run("list").output == "1: 2026-03-10, no-heat: not finished\n")
  }

  @Test(
    "its owner can read what is written, and nobody else, whatever the umask",
    arguments: ["0", "777"])
  func umask(mask: String) throws {
    let folder = folder.url.path
    let result = try Tool.runInShell(
      "umask \(mask); printf 'none\\nyes\\n' | patchwise chat no-heat --store '\(store)' \(Self.boiler.joined(separator: " "))"
        + " --record '\(folder)/a.transcript' --save-report '\(folder)/a.md'")
    #expect(result.status == 0, "\(result.errors)")
    for path in ["\(folder)/data", store] { #expect(try mode(path) == 0o700) }
    for path in [file(1), "\(folder)/a.transcript", "\(folder)/a.md"] {
      #expect(try mode(path) == 0o600)
    }
  }

  @Test("no link leads out of the folder, whatever it is called")
  func links() throws {
    _ = try talk("none\nquit\n")
    let files = FileManager.default
    let outside = try folder.file("outside", try text(1))
    for number in [2, 3, 999_999] {
      try files.createSymbolicLink(atPath: file(number), withDestinationPath: outside)
    }
    let before = try String(contentsOfFile: outside, encoding: .utf8)
    for command in ["resume", "show", "export", "begin", "follow-up"] {
      #expect(try run(command, "2", saying: "yes\n", knowing: true).status == 66)
    }
    #expect(try run("forget", "2", "--yes").status == 66)
    #expect(try talk("none\nquit\n").errors.hasPrefix("Saved as 4."))
    #expect(try run("forget", "--all", "--yes").output == "Removed 1, 4.\n")
    #expect(try String(contentsOfFile: outside, encoding: .utf8) == before)
    let target = try folder.file("nowhere.md")
    for option in ["--record", "--save-report"] {
      let link = try folder.file("link.md")
      try files.createSymbolicLink(atPath: link, withDestinationPath: "nowhere.md")
      _ = try Tool.run(["chat", "no-heat", option, link] + Self.boiler, input: "none\n")
      #expect(!files.fileExists(atPath: target))
      try files.removeItem(atPath: link)
    }
  }

  @Test("many that begin, go on and remove at once lose and mix nothing")
  func race() throws {
    let options = "--store '\(store)' \(Self.boiler.joined(separator: " "))"
    let result = try Tool.runInShell(
      """
      {
        for i in 1 2 3 4 5 6; do
          { for j in 1 2 3 4 5 6; do printf 'none\\nyes\\n'| patchwise chat no-heat \(options); done; } &
          { for j in 1 2 3 4 5 6; do printf '1.5\\n2 days\\n' | patchwise resume \(options); done; } &
          { for j in 1 2 3 4; do patchwise forget $((i + j)) --yes --store '\(store)'; done; } &
        done
      } 2>&1 >/dev/null | cat >&2
      """)
    #expect(!result.errors.contains("not as it was saved"), "\(result.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: store)
    #expect(!names.isEmpty)
    for name in names {
      let saved = SavedConsultation(try String(contentsOfFile: "\(store)/\(name)", encoding: .utf8))
      #expect(saved.damage == nil && saved.text.contains("> none\n"), "\(name): \(saved.text)")
    }
    let list = try run("list", knowing: true)
    #expect(list.output.split(separator: "\n").count == names.count)
    #expect(try run("forget", "--all", "--yes").status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: store) == [])
  }

  @Test("they are listed, shown, written out and really removed")
  func commands() throws {
    #expect(try run("list").output == "Nothing is saved in \(store).\n")
    #expect(try run("show", knowing: true).status == 66)
    _ = try talk("none\nyes\nquit\n")
    _ = try talk("it smells of gas\nyes\n", at: ["--at", "2026-03-12"])
    let list = try run("list").output
    #expect(
      list.hasPrefix("1: 2026-03-10, no-heat: not finished\n2: 2026-03-12, no-heat: care: leave"))
    let shown = try run("show", "1", knowing: true).output
    #expect(shown.contains("thermostat: yes") && shown.contains("We didn't finish"))
    // Nothing waits for a line there.
    #expect(!shown.contains("What does the gauge show") && !shown.contains("Welcome back"))
    let alarmed = try run("show", "2", knowing: true).output
    #expect(alarmed.contains("Leave the house now") && !alarmed.contains("You can type"))
    #expect(
      try run("show", "7", knowing: true).errors
        == "There is no saved consultation 7. There are 1, 2\n")
    #expect(try run("export", "1", knowing: true).output == text(1))
    let redacted = try run("export", "1", "--redact", knowing: true).output
    #expect(redacted.contains("@ 2026-01-01 00:00") && !redacted.contains("03-10"))
    #expect(try run("forget", "1", saying: "no\n").output.hasSuffix("Nothing was removed.\n"))
    #expect(try run("forget", "1", "9", "--yes").status == 66)
    #expect(FileManager.default.fileExists(atPath: file(1)))
    #expect(try run("forget", "1", saying: "yes\n").output.hasSuffix("Removed 1.\n"))
    #expect(!FileManager.default.fileExists(atPath: file(1)))
    #expect(try run("forget", "--all", "--yes").output == "Removed 2.\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: store) == [])
    #expect(try run("forget").status == 64)
  }

  @Test("nothing is saved in private, by who only looks, or through a pipe without a folder")
  func notSaved() throws {
    _ = try Tool.run(["chat", "--private", "--store", store] + Self.boiler, input: "1\nnone\n")
    #expect(!FileManager.default.fileExists(atPath: store))
    _ = try talk("help\nquit\n")
    #expect(try run("list").output == "Nothing is saved in \(store).\n")
    let result = try Tool.run(["chat", "no-heat"] + Self.boiler, input: "none\n")
    #expect(!result.errors.contains("Saved"))
    let named = try Tool.run(
      ["chat", "no-heat"] + Self.boiler, input: "none\n", environment: ["PATCHWISE_STORE": store])
    #expect(named.errors.hasPrefix("Saved as 1."))
  }

  @Test("after a month only what never changes is kept, and asked about")
  func old() throws {
    _ = try talk("none\nyes\n1.5\n2 days\nquiet\nnone\nyes\n3\nquit\n")
    let result = try resume("none\n", at: "2027-03-10")
    #expect(result.output.hasPrefix("Consultation 1 is more than 30 days old"))
    #expect(!result.output.contains("Welcome back"))
    #expect(try run("list").output.contains("\n2: 2027-03-10, no-heat: not finished\n"))
    // What was confirmed stands by its name, so that the file plays by itself.
    let more = try resume("yes\n1.5\n2 days\nquiet\nnone\nyes\n", "2", at: "2027-03-10")
    #expect(more.errors.contains("Saved as 2."))
    #expect(SavedConsultation(try text(2)).damage == nil)
  }

  @Test("with changed knowledge it begins anew, and says so")
  func changed() throws {
    _ = try talk("none\nyes\nquit\n")
    let path = try folder.file(
      "other.yaml",
      String(contentsOfFile: "\(Tool.package.path)/\(Self.boiler[1])", encoding: .utf8)
        .replacingOccurrences(of: "version: 1.0.0", with: "version: 1.0.1"))
    let result = try Tool.run(
      ["resume", "--store", store, "--knowledge", path] + Self.noon, input: "1.5\n")
    #expect(result.output.hasPrefix("The knowledge has changed since consultation 1 was held"))
    #expect(result.output.contains("2. thermostat: yes"))
    #expect(try text(2).contains("# knowledge version 1.0.1, "))
    #expect(try text(2).contains("? pressure\n> 1.5\n"))
    #expect(SavedConsultation(try text(1)).damage == nil)
  }

  @Test("a file that was altered is not taken up, and what stands above can be seen")
  func altered() throws {
    _ = try talk("none\nyes\n1.5\nquit\n")
    let altered = try text(1).replacing("> yes", with: "> no!")
    try altered.write(toFile: file(1), atomically: false, encoding: .utf8)
    let result = try resume("2 days\n", at: "2026-03-10 13:00")
    #expect(result.status == 66)
    #expect(result.errors.hasPrefix("Consultation 1 is not as it was saved, from line 12 on."))
    #expect(try text(1) == altered)
    let shown = try run("show", knowing: true)
    #expect(shown.output.contains("signs of danger: none") && !shown.output.contains("thermostat:"))
    #expect(shown.status == 66)
    #expect(try run("list").output.hasSuffix("not as it was saved, from line 12 on\n"))
  }

  @Test("what was pasted can't steer the terminal on which it is written out")
  func escapes() throws {
    _ = try talk("none\n\u{1B}]0;x\u{7}\nyes\nquit\n")
    #expect(try text(1).contains("\u{1B}]0;x"))
    let session = try TerminalSession(
      ["export", "1", "--store", store], environment: ["TERM": "dumb"])
    try session.wait(for: "\u{FFFD}]0;x\u{FFFD}")
    #expect(try session.end() == 0)
    #expect(try run("export", "1", knowing: true).output == text(1))
  }

  @Test("what is removed while somebody talks is not said to be saved")
  func removedMeanwhile() throws {
    let session = try TerminalSession(
      ["chat", "no-heat", "--store", store] + Self.boiler + Self.noon, environment: ["TERM": "dumb"]
    )
    try session.wait(for: "help")
    try session.type("none\n")
    try session.wait(for: "→")
    try FileManager.default.removeItem(atPath: file(1))
    try session.type("yes\nquit\n")
    try session.wait(for: "Consultation 1 was removed while you were talking.")
    #expect(try session.end() == 0)
  }

  @Test("what was not saved to its end is left out")
  func cutOff() throws {
    _ = try talk("none\nyes\n1.5\nquit\n")
    let whole = try text(1)
    try String(whole.dropLast(30)).write(toFile: file(1), atomically: false, encoding: .utf8)
    let result = try resume("1.4\nquit\n", at: "2026-03-10 13:00")
    #expect(result.output.hasPrefix("The last line of consultation 1 was not saved to its end"))
    let saved = SavedConsultation(try text(1))
    #expect(saved.damage == nil && saved.text.contains("> 1.4") && !saved.text.contains("> 1.5"))
  }

  private func other() throws -> String {
    try folder.file(
      "other.yaml",
      String(contentsOfFile: "\(Tool.package.path)/\(Self.boiler[1])", encoding: .utf8)
        .replacing("version: 1.0.0", with: "version: 1.0.1"))
  }

  @Test("what was to be confirmed when it broke off is asked anew")
  func pending() throws {
    _ = try talk("none\nmy sister turned it\n")
    let result = try resume("yes\n", at: "2026-03-10 12:00")
    #expect(result.output.contains("→ yes"))
    #expect(try run("show", knowing: true).output.contains("2. thermostat: yes"))
  }

  @Test("what led to the first answer is saved with it")
  func first() throws {
    _ = try talk("help\nwhat if soot\ntake it\n")
    let base = try KnowledgeBase(contentsOf: "\(Tool.package.path)/\(Self.boiler[1])")
    let dialogue = try #require(SavedConsultation(try text(1)).dialogue(with: base))
    #expect(dialogue.consultation?.answer(to: "danger") == .options(["soot"]))
  }

  @Test("with changed knowledge an alarm still stands, and so does a second answer of one line")
  func changedAlarm() throws {
    let other = try other()
    _ = try talk("none\nyes\nI smell gas\n")
    let result = try Tool.run(
      ["resume", "--store", store, "--knowledge", other] + Self.noon, input: "")
    #expect(result.output.contains("Leave the house now"))
    #expect(try run("export", "1", "--redact", knowing: true).status == 66)
    _ = try talk("none, 1.5 bar\nyes\n")
    let answers = try Tool.run(
      ["resume", "3", "--store", store, "--knowledge", other] + Self.noon, input: "")
    #expect(answers.output.contains("water pressure: 1.5 bar"))
    #expect(try run("export", "3", "--redact", knowing: true).output.contains("? pressure\n> 1.5"))
  }

  @Test("answers from before a new beginning don't come back")
  func startedOver() throws {
    _ = try talk("soot\nyes\n2\nstart over\n2\nnone\n")
    #expect(try run("list").output.contains(", service: "))
    let result = try Tool.run(
      ["resume", "--store", store, "--knowledge", try other()] + Self.noon, input: "")
    #expect(
      result.output.contains("1. signs of danger: none") && !result.output.contains("pressure:"))
  }

  @Test("what is no file of ours in the folder is passed over")
  func strangers() throws {
    _ = try talk("none\nquit\n")
    let files = FileManager.default
    try files.createDirectory(atPath: file(2), withIntermediateDirectories: false)
    try files.createSymbolicLink(atPath: file(3), withDestinationPath: "nowhere")
    for name in [
      "9223372036854775807.transcript", "007.transcript", "x.transcript", "0.transcript",
    ] {
      try Data().write(to: URL(filePath: "\(store)/\(name)"))
    }
    #expect(try run("list").output == "1: 2026-03-10, no-heat: not finished\n")
    #expect(try run("due", knowing: true).status == 1)
    #expect(try talk("none\nquit\n").errors.hasPrefix("Saved as 4."))
    #expect(try run("forget", "1", "1", "4", "--yes").output == "Removed 1, 4.\n")
    #expect(
      try run("show", "3", knowing: true).errors
        == "There is no saved consultation 3. Nothing is saved\n")
    #expect(try Tool.run(["list", "--store", ""]).status == 64)
    #expect(try Tool.run(["list"], environment: ["HOME": "", "XDG_DATA_HOME": ""]).status == 64)
  }

  @Test("a file that can't be read keeps nobody from the others")
  func unreadable() throws {
    _ = try talk("none\nquit\n")
    let large = try FileHandle(forWritingTo: URL(filePath: folder.file("large", "x")))
    // More than there is memory for, were it written over before it is removed.
    try large.truncate(atOffset: 100_000_000_000)
    try FileManager.default.moveItem(
      atPath: folder.url.appending(path: "large").path, toPath: file(2))
    let complaint = "\(file(2)) is too large for a saved consultation"
    let list = try run("list")
    #expect(list.output == "1: 2026-03-10, no-heat: not finished\n")
    #expect(list.errors == "\(complaint)\n" && list.status == 66)
    #expect(try resume("yes\n", "1", at: "2026-03-10 13:00").status == 0)
    #expect(try run("due", knowing: true).errors.hasPrefix(complaint))
    #expect(try run("show", "2", knowing: true).errors == "\(complaint)\n")
    #expect(try run("forget", "--all", "--yes").output == "Removed 1, 2.\n")
    #expect(try run("list").output.hasPrefix("Nothing is saved"))
  }

  @Test("a file in which nothing was saved is not taken for the last conversation")
  func empty() throws {
    _ = try talk("none\nyes\nquit\n")
    for text in ["", "\n\n\n"] {
      try text.write(toFile: file(2), atomically: true, encoding: .utf8)
      #expect(try resume("quit\n", at: "2026-03-10 13:00").output.contains("Welcome back"))
      #expect(try run("show", knowing: true).output.contains("thermostat: yes"))
      #expect(
        try resume("quit\n", "2", at: "2026-03-10 13:00").errors
          .hasPrefix("Nothing in consultation 2 was saved"))
    }
  }

  @Test("behind the last number there is, a free one is taken")
  func lastNumber() throws {
    _ = try talk("none\nquit\n")
    try Data().write(to: URL(filePath: file(999_999)))
    #expect(try talk("none\nquit\n").errors.hasPrefix("Saved as 2."))
    #expect(try run("forget", "--all", "--yes").output == "Removed 1, 2, 999999.\n")
  }

  @Test("what has another name, too, is removed and not written over")
  func secondName() throws {
    let other = try folder.file("mine.txt", "precious")
    _ = try talk("none\nquit\n")
    try FileManager.default.linkItem(atPath: other, toPath: file(2))
    #expect(try run("forget", "2", "--yes").output == "Removed 2.\n")
    #expect(try String(contentsOfFile: other, encoding: .utf8) == "precious")
  }

  @Test("a file that is none of ours, or whose lines end otherwise, is told and left as it is")
  func foreign() throws {
    _ = try talk("none\nquit\n")
    let ours = try text(1)
    for foreign in [ours.replacing("\n", with: "\r\n"), "a: 1\n", "# Saved\n", "\u{FEFF}" + ours] {
      try foreign.write(toFile: file(1), atomically: false, encoding: .utf8)
      for command in ["export", "resume"] {
        let result = try run(command, "1", knowing: true)
        #expect(result.errors.hasPrefix("Consultation 1 is not as it was saved, from line 1 on"))
        #expect(result.status == 66)
      }
      #expect(try run("list").output.contains("not as it was saved, from line 1 on"))
      #expect(try Data(contentsOf: URL(filePath: file(1))) == Data(foreign.utf8))
    }
  }

  @Test("a file whose first piece was not written to its end holds nothing, and is left as it is")
  func unsealed() throws {
    _ = try talk("none\nquit\n")
    let ours = try text(1)
    for count in [4, 23, 60] {
      let begun = String(ours.prefix(count))
      try begun.write(toFile: file(1), atomically: false, encoding: .utf8)
      let result = try run("resume", "1", knowing: true)
      #expect(result.errors == "Nothing in consultation 1 was saved to its end\n")
      #expect(result.status == 66)
      #expect(try text(1) == begun)
    }
  }

  @Test("two programs can't go on with one consultation at once")
  func twoAtOnce() throws {
    _ = try talk("none\nquit\n")
    let session = try TerminalSession(["resume", "1", "--store", store] + Self.boiler + Self.noon)
    try session.wait(for: "thermostat set higher")
    let result = try resume("yes\n", "1", at: "2026-03-10 13:00")
    #expect(result.errors == "Consultation 1 is open in another window\n" && result.status == 73)
    #expect(try run("forget", "1", "--yes").status == 73)
    // What begins meanwhile gets a number of its own.
    #expect(try talk("none\nquit\n").errors.hasPrefix("Saved as 2."))
    try session.type("quit\n")
    #expect(try session.end() == 0)
    #expect(try resume("yes\n", "1", at: "2026-03-10 13:00").status == 0)
  }

  @Test(
    "where there is no room or no folder it is said, and the conversation goes on", .withTightLimits
  )
  func noRoom() throws {
    // Standard output is a pipe, because the limit holds for every file.
    let typed = String(repeating: "none\\nback\\n", count: 60) + "none\\nyes\\n"
    let full = try Tool.runInShell(
      "( trap '' XFSZ; ulimit -f 1; printf '\(typed)' | patchwise chat no-heat --store '\(store)'"
        + " \(Self.boiler.joined(separator: " ")); echo status $? ) | cat")
    #expect(full.output.hasSuffix("status 73\n"))
    #expect(full.errors.hasPrefix("What follows is not saved. "))
    #expect(full.output.contains("What does the gauge show"))
    let saved = SavedConsultation(try text(1))
    #expect(saved.damage == nil)
    let none = try Tool.runInShell(
      "( trap '' XFSZ; ulimit -f 0; printf 'none\\nyes\\n' | patchwise chat no-heat --store '\(store)/none'"
        + " \(Self.boiler.joined(separator: " ")); echo status $? ) | cat")
    #expect(
      none.output.hasSuffix("status 73\n") && none.output.contains("What does the gauge show"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(store)/none") == [])
    let file = try folder.file("file", "x")
    let result = try Tool.run(
      ["chat", "no-heat", "--store", file] + Self.boiler, input: "none\nyes\n")
    #expect(result.status == 73 && result.errors.contains("\(file) is not a folder"))
    #expect(result.output.contains("What does the gauge show"))
  }

  @Test("where a report can't be written the conversation is saved all the same", .withTightLimits)
  func noReport() throws {
    let report = try folder.file("a.html")
    let result = try Tool.runInShell(
      "( ulimit -f 2; printf 'none\\nyes\\n' | patchwise chat no-heat --store '\(store)' --save-report '\(report)'"
        + " \(Self.boiler.joined(separator: " ")); echo status $? ) | cat")
    #expect(
      result.errors == """
        \(report) can't be written: File too large
        Saved as 1. 'patchwise resume 1' goes on with it.

        """)
    #expect(result.output.hasSuffix("status 73\n"))
    #expect(SavedConsultation(try text(1)).damage == nil)
    #expect(!FileManager.default.fileExists(atPath: report))
  }

  @Test("killed at any moment, no answer that was taken is lost")
  func killed() throws {
    let base = try KnowledgeBase(contentsOf: "\(Tool.package.path)/\(Self.boiler[1])")
    let lines = ["none", "yes", "1.5", "2 days", "quiet", "none", "yes", "3", "not sure"]
    var random = SplitMix64(seed: 1)
    var kept: Set<Int> = []
    for round in 0..<500 {
      let store = "\(folder.url.path)/\(round)"
      let said = try killed(
        afterAnswers: random.within(0...8), andSeconds: Double(random.within(0...40)) / 10_000,
        store, typing: lines)
      let path = "\(store)/1.transcript"
      guard let file = try? String(contentsOfFile: path, encoding: .utf8) else {
        #expect(said == 0)
        continue
      }
      let saved = SavedConsultation(file)
      if case .altered? = saved.damage { Issue.record("round \(round): \(file)") }
      guard !saved.text.isEmpty else {
        #expect(said == 0)
        continue
      }
      let answered = try #require(saved.dialogue(with: base)).consultation?.answered.count ?? 0
      #expect(answered >= said, "round \(round): \(file)")
      kept.insert(answered)
    }
    // Some were killed on the way.
    #expect(kept.count > 2)
  }

  /// Lets the tool be killed, and returns how many answers it had said it understood.
  private func killed(
    afterAnswers count: Int, andSeconds seconds: Double, _ store: String, typing lines: [String]
  ) throws -> Int {
    let process = Process()
    process.executableURL = URL(filePath: try Tool.path)
    process.arguments = ["chat", "no-heat", "--store", store] + Self.boiler + Self.noon
    process.currentDirectoryURL = Tool.package
    process.environment = Tool.environment([:])
    let input = Pipe()
    let path = "\(folder.url.path)/out"
    try Data().write(to: URL(filePath: path))
    process.standardInput = input
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: path))
    process.standardError = FileHandle.nullDevice
    try process.run()
    try input.fileHandleForWriting.write(
      contentsOf: Data((lines.joined(separator: "\n") + "\n").utf8))
    func said() throws -> Int {
      try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        .count { $0.hasPrefix("→ ") }
    }
    // A busy machine takes its time, so that what is waited for is an answer, and then a moment.
    while count > 0, process.isRunning, try said() < count { usleep(500) }
    Thread.sleep(forTimeInterval: seconds)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return try said()
  }
}
