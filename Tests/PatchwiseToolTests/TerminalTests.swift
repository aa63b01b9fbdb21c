import Foundation
import Testing

@Suite("The prompt on a terminal", .serialized)
struct TerminalTests {
  private let tyre = ["chat", "--knowledge", "Examples/tyre/tyre.yaml"]

  @Test("Ctrl-C abandons the line and nothing else")
  func abandoned() throws {
    let session = try TerminalSession(tyre)
    try session.wait(for: "> ")
    try session.type("deep")
    try session.wait(for: "deep")
    try session.type("\u{3}")
    try session.wait(for: "(To leave, type quit.)")
    try session.wait(for: "> ")
    try session.type("shallow\n")
    try session.wait(for: "→ A shallow one")
    try session.type("quit\n")
    #expect(try session.end() == 0)
    #expect(!session.text.contains("→ Yes"))
  }

  @Test("Up brings the last line back")
  func history() throws {
    let session = try TerminalSession(tyre)
    try session.wait(for: "> ")
    try session.type("shallow\n")
    try session.wait(for: "→ A shallow one")
    try session.wait(for: "> ")
    try session.type("back\n")
    try session.wait(for: "One step back.")
    try session.wait(for: "> ")
    try session.type("\u{1B}[A")
    try session.wait(for: "back")
    try session.type("\u{1B}[A")
    try session.wait(for: "shallow")
    try session.type("\n")
    try session.wait(for: "→ A shallow one")
    try session.type("quit\n")
    #expect(try session.end() == 0)
  }

  @Test("a window that becomes narrower has narrower lines from then on")
  func resized() throws {
    let session = try TerminalSession(tyre)
    try session.wait(for: "> ")
    try session.type("help\n")
    try session.wait(for: "> ")
    let wide = session.text
    try session.resize(columns: 40)
    try session.type("help\n")
    try session.wait(for: "> ")
    try session.type("quit\n")
    #expect(try session.end() == 0)
    #expect(Self.widest(of: wide) > 40)
    #expect(Self.widest(of: String(session.text.dropFirst(wide.count))) <= 40)
  }

  private static func widest(of text: String) -> Int {
    undecorated(text).split(whereSeparator: \.isNewline).map(\.count).max() ?? 0
  }

  /// The text without what switches the pasting of several lines on and off, and without bold.
  private static func undecorated(_ text: String) -> String {
    text.withoutPasting.replacing(/\u{1B}\[[0-9;]*m/, with: "")
  }

  @Test("headings are bold on a terminal")
  func bold() throws {
    let session = try TerminalSession(tyre)
    try session.wait(for: "> ")
    try session.type("quit\n")
    #expect(try session.end() == 0)
    #expect(session.text.contains("\u{1B}[1m"))
  }

  @Test(
    "headings are plain for those who mind, and nothing else is decorated",
    arguments: [
      ([], ["TERM": "xterm", "NO_COLOR": "1"]), (["--plain"], ["TERM": "xterm"]),
      ([], ["TERM": "dumb"]), (["--plain"], ["TERM": "dumb", "NO_COLOR": "1"]),
    ] as [([String], [String: String])])
  func plain(options: [String], environment: [String: String]) throws {
    let session = try TerminalSession(tyre + options, environment: environment)
    try session.wait(for: "> ")
    try session.type("deep\n")
    try session.wait(for: "> ")
    try session.type("quit\n")
    #expect(try session.end() == 0)
    // Readline says that it takes pasted lines as one, where it can; nothing of that is seen.
    let text = environment["TERM"] == "dumb" ? session.text : session.text.withoutPasting
    #expect(!text.contains("\u{1B}"), "\(text.debugDescription)")
  }
}
