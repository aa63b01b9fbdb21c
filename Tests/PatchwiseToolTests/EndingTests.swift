import Foundation
import PatchwiseTranscripts
import Testing

@Suite("However a conversation ends", .serialized)
struct EndingTests {
  private let folder: ScratchFolder
  private let store: String
  private let command: [String]

  init() throws {
    folder = try ScratchFolder()
    store = "\(folder.url.path)/store"
    command = ["chat", "--knowledge", "Examples/tyre/tyre.yaml", "--store", store]
  }

  /// Expects that the first answer is kept, and that the conversation goes on behind it.
  private func expectKept() throws {
    let text = try String(contentsOfFile: "\(store)/1.transcript", encoding: .utf8)
    #expect(SavedConsultation(text).damage == nil && text.contains("> shallow\n"))
    let resumed = try Tool.run(
      ["resume", "--knowledge", "Examples/tyre/tyre.yaml", "--store", store], input: "1.5\n")
    #expect(resumed.output.contains("Pump it up first"))
    #expect(resumed.status == 0)
  }

  /// How a conversation can be ended from outside, or by a key.
  private static let ends: [(signal: Int32?, keys: String, status: Int32)] = [
    (SIGTERM, "", 128 + SIGTERM), (SIGHUP, "", 128 + SIGHUP), (SIGQUIT, "", 128 + SIGQUIT),
    (nil, "\u{1C}", 128 + SIGQUIT), (nil, "\u{15}\u{4}", 0), (nil, "\u{15}quit\n", 0),
  ]

  @Test(
    "the terminal is as it was, and what was answered is kept", arguments: ends, ["xterm", "dumb"])
  func ended(by end: (signal: Int32?, keys: String, status: Int32), terminal: String) throws {
    let session = try TerminalSession(command, environment: ["TERM": terminal])
    try session.wait(for: "> ")
    try session.type("shallow\n")
    try session.wait(for: "0 to 10")
    try session.wait(for: "> ")
    try session.type("1.")
    try session.wait(for: "1.")
    if let signal = end.signal { try session.send(signal) } else { try session.type(end.keys) }
    #expect(try session.end() == end.status, "\(session.text.debugDescription)")
    #expect(try session.isAsBefore)
    try expectKept()
  }

  @Test("a tool that is stopped gives the terminal back, and takes it again")
  func stopped() throws {
    let session = try TerminalSession(
      command, then: "echo; stty -a | grep -o '[-]*icanon'; fg >/dev/null; status=$?")
    try session.wait(for: "> ")
    try session.type("shal")
    try session.wait(for: "shal")
    try session.type("\u{1A}")
    try session.wait(for: "\nicanon")
    try session.wait(for: "> shal")
    try session.type("low\n")
    try session.wait(for: "→ A shallow one")
    try session.wait(for: "> ")
    try session.type("quit\n")
    #expect(try session.end() == 0, "\(session.text.debugDescription)")
    #expect(try session.isAsBefore)
    try expectKept()
  }

  @Test("a window of a few columns keeps nobody from typing", arguments: 1...4, ["xterm", "dumb"])
  func narrow(columns: Int, terminal: String) throws {
    let session = try TerminalSession(command, columns: columns, environment: ["TERM": terminal])
    try session.wait(for: "> ")
    try session.type("shallow\n")
    try session.wait(for: "> ")
    try session.resize(columns: 80)
    try session.type("qu")
    try session.resize(columns: columns)
    try session.type("it\n")
    #expect(try session.end() == 0, "\(session.text.debugDescription)")
    #expect(try session.isAsBefore)
    try expectKept()
  }

  @Test("what is pasted answers no more than one question, however many lines it has")
  func pasted() throws {
    let session = try TerminalSession(command)
    try session.wait(for: "> ")
    try session.type("\u{1B}[200~shallow\r1.5\rquit\r\u{1B}[201~")
    try session.wait(for: "quit")
    // Ctrl-U takes all of it back.
    try session.type("\u{15}quit\n")
    #expect(try session.end() == 0)
    #expect(!session.text.contains("→"), "\(session.text.debugDescription)")
  }

  @Test(
    "a paste that is broken off by Ctrl-C or by the end harms nobody", arguments: [true, false])
  func brokenPaste(isAbandoned: Bool) throws {
    let session = try TerminalSession(command)
    try session.wait(for: "> ")
    try session.type("shallow\n")
    try session.wait(for: "0 to 10")
    try session.wait(for: "> ")
    try session.type("\u{1B}[200~1.\r\r")
    if isAbandoned {
      try session.type("\u{3}")
      try session.wait(for: "(To leave, type quit.)")
      try session.wait(for: "> ")
      try session.type("quit\n")
      #expect(try session.end() == 0)
    } else {
      try session.send(SIGHUP)
      #expect(try session.end() == 128 + SIGHUP)
    }
    #expect(try session.isAsBefore)
    try expectKept()
  }

  @Test("Ctrl-C is heard however soon it comes behind what is pasted")
  func soon() throws {
    let session = try TerminalSession(command)
    try session.wait(for: "> ")
    for press in 0..<1_000 {
      // It takes away what was pasted and not yet read, which must keep nobody waiting for it.
      try session.type("\u{1B}[200~1.\r\r")
      usleep(UInt32(press % 300))
      try session.type("\u{3}")
      try session.wait(for: "(To leave, type quit.)")
      try session.wait(for: "> ")
    }
    try session.type("quit\n")
    #expect(try session.end() == 0)
    #expect(try session.isAsBefore)
  }

  @Test("a line is abandoned and the conversation goes on, although more of it is still to be read")
  func unread() throws {
    let session = try TerminalSession(command)
    try session.wait(for: "> ")
    for _ in 1...20 {
      try session.type("\u{15}shallow as it is")
      try session.send(SIGINT)
      try session.wait(for: "(To leave, type quit.)")
      try session.wait(for: "> ")
    }
    try session.type("\u{15}quit\n")
    #expect(try session.end() == 0)
    #expect(!session.text.contains("We didn't finish"))
    #expect(try session.isAsBefore)
  }

  @Test("100 KB are pasted and typed without harm", arguments: ["", "\u{1B}[200~"])
  func long(opening: String) throws {
    let session = try TerminalSession(command)
    try session.wait(for: "> ")
    let closing = opening.isEmpty ? "" : "\u{1B}[201~"
    try session.type(opening + String(repeating: "hello ", count: 17_000) + closing + "\n")
    try session.wait(for: "Is there a cut")
    try session.type("shallow\n")
    try session.wait(for: "→ A shallow one")
    try session.type("quit\n")
    #expect(try session.end() == 0)
    #expect(try session.isAsBefore)
  }

  @Test(
    "nothing that is typed, pasted or offered by Tab steers the terminal",
    arguments: ["", "\u{1B}[200~"])
  func steering(opening: String) throws {
    let evil = "\\u009b31m\\u202e\\u2066\\u200b\\e]0;x\\a"
    let text = try String(
      contentsOfFile: "\(Tool.package.path)/Examples/tyre/tyre.yaml", encoding: .utf8
    ).replacing("whole: No,", with: "whole: \"No\(evil)\",")
    let knowledge = try folder.file("a.yaml", text)
    let session = try TerminalSession(["chat", "--knowledge", knowledge, "--private"])
    try session.wait(for: "> ")
    try session.type("\t\t")
    try session.wait(for: "A shallow one")
    let typed =
      opening + "a\u{9B}31m\u{202E}\u{2066}\u{200B}\u{90}b" + (opening.isEmpty ? "" : "\u{1B}[201~")
    try session.type(typed)
    try session.wait(for: "a\u{FFFD}31m\u{FFFD}b")
    try session.type("\n")
    try session.wait(for: "> ")
    try session.type("quit\n")
    #expect(try session.end() == 0)
    let found = session.text.unicodeScalars.filter { scalar in
      scalar.value >= 0x80
        && [.control, .format, .lineSeparator].contains(scalar.properties.generalCategory)
    }
    #expect(found.isEmpty && !session.text.contains("\u{1B}]"), "\(session.text.debugDescription)")
  }
}
