import Patchwise
import PatchwiseTestSupport
import Testing

@testable import PatchwiseDialogue

@Suite("Very long lines")
struct LongLineTests {
  /// What such a line repeats, to find whatever compares every part of it with every other.
  private static let parts = [
    "x", "é", "9", "x ", "a, ", "1 ", "2 days ", "% ", "(", ". ", "? ", "why not ", "gas ",
    "not gas ",
    "never gas ", "but not gas ", "kitchen ", "kitchn, ", "yes, ", "boiler burning not ",
    "Glycol, ",
  ]

  /// A question of each kind.
  private static let questions: [Identifier<Question>] = [
    "danger", "thermostat", "off-for", "noise", "additives",
  ]

  /// A line of a part, over and over, and behind something that may turn all of it round.
  private static func lines(_ part: String) -> [String] {
    ["", "not "].map { start in
      // A quarter shows as well what goes wrong, and takes a sixteenth of the time where it does.
      let count = (Dialogue.lineLimit / 4 - start.utf8.count) / part.utf8.count
      return start + String(repeating: part, count: count)
    }
  }

  @Test("are answered soon at every kind of question", arguments: parts)
  func time(part: String) throws {
    for question in Self.questions {
      let talk = try Talk(at: question)
      for line in Self.lines(part) {
        var talk = talk
        let start = ContinuousClock.now
        talk.say(line)
        let time = ContinuousClock.now - start
        // Some take minutes otherwise. The machine may be slow, and busy.
        #expect(time < .seconds(20), "\(question): \(line.prefix(30)) takes \(time)")
      }
    }
  }
}
