import Patchwise
import PatchwiseDialogue

extension CourseCalendar {
  /// Something on the calendar, with its reminders.
  struct Event: Hashable, Sendable {
    /// When it begins, in waking hours where that can be.
    let starts: Moment
    private let id: String
    private let summary: String
    private let description: [String]
    private let reminders: [Reminder]
    /// When it is there again; nothing if it is there once.
    private var recurs: Recurrence?

    /// After how many days something is there again, and when for the last time.
    private struct Recurrence: Hashable, Sendable {
      let days: Int
      let last: Moment
    }

    /// A sound and a sentence, some time after an event has begun.
    ///
    /// The format knows no other way where there is no time zone. Where the clock is put forward in between, it
    /// comes an hour later by the clock.
    private struct Reminder: Hashable, Sendable {
      let after: TimeSpan
      let text: String

      var lines: [ContentLine] {
        [
          ContentLine("BEGIN", "VALARM"), ContentLine("ACTION", "DISPLAY"),
          ContentLine("TRIGGER", after), ContentLine("DESCRIPTION", text: text),
          ContentLine("END", "VALARM"),
        ]
      }
    }

    /// How long an event lasts.
    private static let length = TimeSpan(seconds: 15 * 60)
    /// How long before the end of a window the last reminder comes.
    private static let notice = TimeSpan(seconds: 3_600)
    /// From which length on a window has a last reminder.
    private static let longWindow = TimeSpan(seconds: 12 * 3_600)

    /// Creates the event of a reading.
    init(_ turn: Course.Turn, of course: Course, summary: String) {
      let window = turn.opens...max(turn.opens, turn.closes)
      starts = WakingHours.moving(turn.opens, within: window, room: Self.length)
      id = Self.id(of: "reading \(turn.reading.id)", in: course)
      self.summary = summary
      var description = [CalendarPhrasing.window(turn)]
      if starts != turn.opens { description.append(CalendarPhrasing.movedReading) }
      var reminders = [Reminder(after: TimeSpan(seconds: 0), text: summary)]
      if turn.closes - turn.opens >= Self.longWindow {
        let last = turn.closes + TimeSpan(seconds: -Self.notice.seconds)
        let moved = WakingHours.moving(last, within: window, room: Self.length)
        if moved != last { description.append(CalendarPhrasing.movedClosing(moved)) }
        reminders.append(
          Reminder(
            after: moved - starts,
            text: "\(summary). \(CalendarPhrasing.closesSoon(turn.closes))"))
      }
      self.reminders = reminders
      description += CalendarPhrasing.list(
        CalendarPhrasing.lookFor, turn.reading.lookFor.map(\.string.withSingleBlanks))
      description += CalendarPhrasing.list(
        Phrasing.stopSigns, course.plan.stopSigns.map(\.string.withSingleBlanks))
      self.description = description
    }

    /// Creates the event of the end of the watching, which is never too late for anything.
    init(endOf course: Course, summary: String) {
      let ends = course.ends
      let day = ends...(ends + TimeSpan(seconds: 86_400))
      starts = WakingHours.moving(ends, within: day, room: Self.length)
      id = Self.id(of: "end", in: course)
      self.summary = summary
      description =
        (starts == ends ? [] : [CalendarPhrasing.movedEnd(ends)])
        + [course.plan.then].compactMap { $0?.string.withSingleBlanks }
      reminders = [Reminder(after: TimeSpan(seconds: 0), text: summary)]
    }

    /// Creates an event for each time of day at which a step is done again, from a time on.
    static func all(of round: Course.Round, in course: Course, from now: Moment) -> [Event] {
      let day = 86_400
      let period = max(round.every.seconds, day)
      let starts = stride(from: 0, to: period, by: round.every.seconds)
      return starts.compactMap { offset in
        let first = round.first + TimeSpan(seconds: offset)
        let missed = max(0, (now - first).seconds)
        let rest = (period - missed % period) % period
        return Event(
          round, in: course, at: first + TimeSpan(seconds: missed) + TimeSpan(seconds: rest),
          days: period / day)
      }
    }

    private init?(_ round: Course.Round, in course: Course, at first: Moment, days: Int) {
      let period = days * 86_400
      guard first <= round.last else { return nil }
      let last =
        first + TimeSpan(seconds: (round.last - first).seconds / period * period)
      // It is moved by less than half of what lies between two times, so that it stays nearest to its own.
      let half = TimeSpan(seconds: round.every.seconds / 2)
      let window = (first + TimeSpan(seconds: -half.seconds))...(first + half)
      starts = WakingHours.moving(first, within: window, room: Self.length)
      recurs = Recurrence(days: days, last: last + (starts - first))
      let text = round.step.text.string.withSingleBlanks
      id = Self.id(of: "\(text) \((first - first.startOfDay).seconds)", in: course)
      summary = text
      description =
        [CalendarPhrasing.round(round.every, last: round.last)]
        + (starts == first ? [] : [CalendarPhrasing.movedRound])
      reminders = [Reminder(after: TimeSpan(seconds: 0), text: text)]
    }

    /// A name that is the same whenever the same course is put on the calendar, whatever was taken by then.
    private static func id(of event: String, in course: Course) -> String {
      var sum = Checksum()
      sum.add("\(course.plan.id)\n\(course.began.compact)\n\(event)")
      return "patchwise-\(sum.digits)"
    }

    /// The event as it stands in a file.
    ///
    /// It says something about a person, and leaves their time free.
    func lines(madeAt: Moment) -> [ContentLine] {
      var lines = [
        ContentLine("BEGIN", "VEVENT"), ContentLine("UID", id),
        ContentLine("DTSTAMP", "\(madeAt.compact)Z"), ContentLine("SEQUENCE", "0"),
        ContentLine("DTSTART", starts), ContentLine("DURATION", Self.length),
      ]
      if let recurs {
        let rule = "FREQ=DAILY;INTERVAL=\(recurs.days);UNTIL=\(recurs.last.compact)"
        lines.append(ContentLine("RRULE", rule))
      }
      lines += [
        ContentLine("SUMMARY", text: summary), ContentLine("CLASS", "PRIVATE"),
        ContentLine("TRANSP", "TRANSPARENT"),
      ]
      if !description.isEmpty {
        lines.append(ContentLine("DESCRIPTION", text: description.joined(separator: "\n")))
      }
      for reminder in reminders { lines += reminder.lines }
      return lines + [ContentLine("END", "VEVENT")]
    }
  }
}
