public import Patchwise
import PatchwiseDialogue

/// A plan on the calendar, as an iCalendar file (RFC 5545) that calendar programs read.
///
/// Its times are of no time zone: a calendar shows them by the clock of whoever reads it, so that nothing
/// moves when the clock is put forward or back. Whoever reads it again after a change has each event once.
public struct CourseCalendar: Hashable, Sendable {
  private let events: [Event]
  private let madeAt: Moment

  /// Puts what lies ahead of a course on the calendar: an event for each reading, one for the end, and one for
  /// each time of day at which a step is done again.
  ///
  /// There is none for a reading that was taken, and none that would lie before `madeAt`. What falls into the
  /// night is moved into waking hours, as far as it is in time there.
  ///
  /// - Parameters:
  ///   - course: The course.
  ///   - title: What the events are called, followed by which of them it is.
  ///   - madeAt: What the clock says. The format asks for the time at Greenwich here, which a wall clock does
  ///     not know; programs only compare it with that of an earlier file.
  public init(_ course: Course, titled title: String, madeAt: Moment) {
    let title = title.withSingleBlanks
    let turns = course.turns(at: madeAt)
    let readings = turns.enumerated().compactMap { place, turn -> Event? in
      switch turn.state {
      case .taken, .late, .missed: nil
      case .coming, .due, .overdue:
        Event(
          turn, of: course,
          summary: CalendarPhrasing.reading(title, place + 1, of: turns.count))
      }
    }
    let watches = course.ends > turns.last?.opens ?? course.began
    let end = watches ? [Event(endOf: course, summary: CalendarPhrasing.ended(title))] : []
    let rounds = course.rounds.flatMap { Event.all(of: $0, in: course, from: madeAt) }
    events = (readings + end).filter { $0.starts >= madeAt } + rounds
    self.madeAt = madeAt
  }

  /// Whether nothing lies ahead; the format wants an event, so that there is nothing to be written then.
  public var isEmpty: Bool { events.isEmpty }

  /// The text of the file, with the line breaks that the format asks for.
  public var text: String {
    let head = [
      ContentLine("BEGIN", "VCALENDAR"), ContentLine("VERSION", "2.0"),
      ContentLine("PRODID", "-//Patchwise//Course//EN"), ContentLine("CALSCALE", "GREGORIAN"),
    ]
    let lines = head + events.flatMap { $0.lines(madeAt: madeAt) }
    return (lines + [ContentLine("END", "VCALENDAR")]).map(\.folded).joined()
  }
}
