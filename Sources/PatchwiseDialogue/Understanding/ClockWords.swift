import Patchwise

/// Reads when something was from the words of a clock and a calendar, such as `yesterday evening`.
///
/// They say no exact time, so that what they come to has to be confirmed.
enum ClockWords {
  /// Returns how long ago that was which a line names; nothing where it names nothing else or no one time.
  ///
  /// A weekday is the last one of its name, and counts in whole days, unless a part of it is named.
  static func span(_ line: String, before now: Moment) -> TimeSpan? {
    var words = Words(line).list.filter { !["the", "in", "of"].contains($0) }[...]
    words = words.drop(while: leading.contains)
    guard (1...3).contains(words.count) else { return nil }
    if words.first == "last", words.count > 1 {
      words = words.dropFirst()
      // "Last evening" is that of yesterday.
      if hours[words.first ?? ""] != nil { words = ["yesterday"] + words }
    }
    guard words.count <= 2, let name = words.first, let days = days(backTo: name, from: now) else {
      return nil
    }
    guard words.count == 2 else {
      return weekdays.contains(name) ? TimeSpan(seconds: days * 86_400) : nil
    }
    guard let hour = words.last.flatMap({ hours[$0] }) else { return nil }
    let then = now.startOfDay + TimeSpan(seconds: hour * 3_600 - days * 86_400)
    return then <= now ? now - then : nil
  }

  /// How many days back a day lies; nothing for today's own weekday, which may be that of last week.
  private static func days(backTo name: String, from now: Moment) -> Int? {
    if name == "yesterday" { return 1 }
    if name == "this" { return 0 }
    guard let weekday = weekdays.firstIndex(of: name), let monday else { return nil }
    let today = (now - monday).seconds / 86_400
    let days = (((today - weekday) % 7) + 7) % 7
    return days == 0 ? nil : days
  }

  private static let monday = Moment(year: 1900, month: 1, day: 1)

  private static let leading: Set<String> = [
    "since", "on", "from", "just", "only", "it", "started", "began", "has", "been", "was",
  ]

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// The hours at which the parts of a day are taken to begin.
  private static let hours = [
    "morning": 8, "noon": 12, "midday": 12, "lunch": 12, "lunchtime": 12, "afternoon": 15,
    "evening": 18, "night": 22,
  ]
}
