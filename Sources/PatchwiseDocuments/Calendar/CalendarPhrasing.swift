import Patchwise
import PatchwiseDialogue

/// Every sentence that a calendar says itself; the rest is said by the knowledge.
enum CalendarPhrasing {
  static func reading(_ title: String, _ number: Int, of count: Int) -> String {
    "\(title): reading \(number) of \(count)"
  }
  static func ended(_ title: String) -> String { "\(title): the watching is over" }

  static func window(_ turn: Course.Turn) -> String {
    "After \(turn.reading.at), in time from \(Phrasing.wallClock(turn.opens))"
      + " to \(Phrasing.wallClock(turn.closes))."
  }
  static let movedReading =
    "That begins at night, so this reminder was moved to the morning, which is still in time."
  static func movedEnd(_ ends: Moment) -> String {
    "It is over on \(Phrasing.wallClock(ends)). That is at night, so this reminder was moved to the morning."
  }
  static func movedClosing(_ moment: Moment) -> String {
    "The last reminder was moved out of the night, to \(Phrasing.wallClock(moment))."
  }
  static func round(_ every: TimeSpan, last: Moment) -> String {
    "Every \(every), for the last time on \(Phrasing.wallClock(last))."
  }
  static let movedRound = "Some of it would fall into the night, so this reminder was moved."
  static let lookFor = "Look for"

  static func list(_ heading: String, _ items: [String]) -> [String] {
    items.isEmpty ? [] : ["\(heading):"] + items.map { "- \($0)" }
  }
  static func closesSoon(_ closes: Moment) -> String {
    "In time until \(Phrasing.wallClock(closes))."
  }
}
