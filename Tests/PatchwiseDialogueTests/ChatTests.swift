import Patchwise
import Testing

@testable import PatchwiseDialogue

@Suite("Chat")
struct ChatTests {
  /// The lines of a whole consultation, with a little of everything.
  private static let lines =
    [
      "1", "garage", "why", "none", "yes", "1.5", "back", "2", "2 days", "not sure", "kichen",
      "yes",
    ]
    + ["help", "yes", "1", "explain", "quit"]

  /// What a chat came to.
  private struct Course {
    var ending: Chat.Ending
    var taken: [(awaiting: Awaiting, line: String, reply: Reply, dialogue: Dialogue)] = []
  }

  private func course(at terminal: ScriptedTerminal, isDecorated: Bool = false) throws -> Course {
    var taken: [(Awaiting, String, Reply, Dialogue)] = []
    let dialogue = try Dialogue(about: Boiler.knowledge(), at: Boiler.now)
    var chat = Chat(dialogue, at: terminal, isDecorated: isDecorated) {
      taken.append(($0, $1, $2, $3))
    }
    let ending = chat.run()
    return Course(ending: ending, taken: taken)
  }

  @Test("lines lead to what the conversation says without a terminal")
  func sameText() throws {
    let terminal = ScriptedTerminal(typing: Self.lines)
    #expect(try course(at: terminal).ending == .left)
    var talk = try Talk(about: Boiler.knowledge())
    var expected = [talk.said]
    for line in Self.lines { expected.append(talk.say(line)) }
    #expect(terminal.written == expected.map { $0 + "\n" })
    #expect(terminal.inputs == [])
  }

  @Test("one empty line stands between a reply and the prompt, and never two in a row")
  func spacing() throws {
    let terminal = ScriptedTerminal(typing: Self.lines)
    _ = try course(at: terminal)
    for text in terminal.written {
      #expect(text.hasSuffix("\n\n"))
      #expect(!text.contains("\n\n\n"))
    }
  }

  @Test("a prompt is one line, and is shown with what may be typed there")
  func offers() throws {
    let terminal = ScriptedTerminal(typing: ["1", "none"])
    _ = try course(at: terminal)
    #expect(terminal.offers.map(\.prompt) == ["> ", "> ", "> "])
    #expect(
      terminal.offers.map { Array($0.completions.prefix(2)) } == [
        ["My radiators stay cold", "I wonder if a service is due"],
        ["It smells of gas", "Soot or black marks on the casing"], ["yes", "no"],
      ])
  }

  @Test("an empty line does nothing", arguments: ["", " ", "\t", " \u{3000} "])
  func emptyLine(line: String) throws {
    let terminal = ScriptedTerminal(typing: ["1", line, "none", "quit"])
    let course = try course(at: terminal)
    #expect(course.taken.map(\.line) == ["1", "none", "quit"])
    let without = ScriptedTerminal(typing: ["1", "none", "quit"])
    _ = try self.course(at: without)
    #expect(terminal.written == without.written)
  }

  @Test("an empty line does not answer what was asked back")
  func emptyLineWhileAskedBack() throws {
    let course = try course(at: ScriptedTerminal(typing: ["1", "soo", "", "yes"]))
    #expect(
      course.taken.map { Notation.text(of: $0.reply.outcome) } == [
        "began no-heat", "asked back", "soot",
      ])
  }

  @Test("Ctrl-C says how to leave, and keeps everything")
  func abandoned() throws {
    let terminal = ScriptedTerminal([
      .line("1"), .abandoned, .line("there may be some soot"), .abandoned, .abandoned,
      .line("yes"), .line("quit"),
    ])
    let course = try course(at: terminal)
    #expect(course.ending == .left)
    #expect(
      terminal.written.indices.filter { terminal.written[$0] == "(To leave, type quit.)\n\n" }
        == [2, 4, 5])
    #expect(course.taken.map(\.line) == ["1", "there may be some soot", "yes", "quit"])
    #expect(course.taken[2].reply.outcome == .answered("danger", .options(["soot"])))
  }

  @Test("the end of input ends politely, with where it stands")
  func end() throws {
    let terminal = ScriptedTerminal([.line("1"), .line("none"), .line("yes"), .end, .line("2")])
    let course = try course(at: terminal)
    #expect(course.ending == .inputEnded)
    #expect(
      terminal.written.last == """
        We didn't finish, so this is not a recommendation yet. This is how it stands:
          - Do you need an engineer? not settled yet
          - What you can do yourself: not settled yet

        Take care of yourself.


        """)
    #expect(course.taken.map(\.line) == ["1", "none", "yes"])
    #expect(terminal.inputs == [.line("2")])
  }

  @Test("the end of input before anything was said is a plain goodbye")
  func endAtOnce() throws {
    let terminal = ScriptedTerminal([])
    #expect(try course(at: terminal).ending == .inputEnded)
    #expect(terminal.written.count == 2)
    #expect(terminal.written.last == "Take care of yourself.\n\n")
  }

  @Test("after quit nothing more is read", arguments: ["quit", "exit", "bye", "I'm done"])
  func quit(line: String) throws {
    let terminal = ScriptedTerminal(typing: ["1", line, "none"])
    let course = try course(at: terminal)
    #expect(course.ending == .left)
    #expect(terminal.inputs == [.line("none")])
    #expect(terminal.offers.count == 2)
    #expect(course.taken.last?.dialogue.isOver == true)
  }

  @Test("every line is reported once, with what was awaited and what came of it")
  func didTake() throws {
    let course = try course(at: ScriptedTerminal(typing: ["1", "garage", "none", "so far"]))
    #expect(
      course.taken.map(\.awaiting) == [
        .consultation, .question("danger"), .question("danger"), .question("thermostat"),
      ])
    #expect(course.taken.map(\.line) == ["1", "garage", "none", "so far"])
    #expect(
      course.taken.map { Notation.text(of: $0.reply.outcome) } == [
        "began no-heat", "refused", "none", "served",
      ])
    #expect(course.taken.map { $0.dialogue.consultation?.answered.count } == [0, 0, 1, 1])
  }

  @Test("a line is reported before its reply is shown")
  func reportedFirst() throws {
    let terminal = ScriptedTerminal(typing: ["1", "none"])
    var writtenBefore: [Int] = []
    var chat = Chat(try Dialogue(about: Boiler.knowledge(), at: Boiler.now), at: terminal) {
      _, _, _, _ in writtenBefore.append(terminal.written.count)
    }
    _ = chat.run()
    #expect(writtenBefore == [1, 2])
  }

  @Test("a terminal that has changed its width gets lines that fit")
  func width() throws {
    let terminal = ScriptedTerminal([.line("1"), .line("help")], widths: [80, 24, nil])
    _ = try course(at: terminal)
    let longest = terminal.written.map { text in
      text.split(separator: "\n").map(\.count).max() ?? 0
    }
    #expect(longest[0] > 60)
    #expect(longest[1] <= 24)
    #expect(longest[2] > 60)
  }

  @Test("headings are bold where that is wished, and the words are the same")
  func decorated() throws {
    let (bold, plain) = (
      ScriptedTerminal(typing: Self.lines), ScriptedTerminal(typing: Self.lines)
    )
    _ = try course(at: bold, isDecorated: true)
    _ = try course(at: plain)
    #expect(bold.text.contains("\u{1B}[1mWhich rooms stay cold?\u{1B}[0m\n"))
    #expect(!plain.text.contains("\u{1B}"))
    #expect(bold.text.undecorated == plain.text)
  }
}
