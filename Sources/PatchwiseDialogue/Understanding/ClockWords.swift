import Patchwise

/// Reads when something was from the words of a clock and a calendar, such as `yesterday evening`.
///
/// They say no exact time, so that what they come to has to be confirmed.
enum ClockWords {
  /// Returns how long ago that was which a line names; nothing where it names nothing else or no one time.
  ///
  /// A weekday is the last one of its name, and counts in whole days, unless a part of it or an hour is
  /// named. An hour up to 12 needs a part of the day beside it.
  static func span(_ line: String, before now: Moment) -> TimeSpan? {
    var words = Words(line).list.filter { !small.contains($0) }
    words = Array(words.drop(while: leading.contains))
    let hour = takeHour(from: &words)
    guard (0...3).contains(words.count) else { return nil }
    if words.first == "last", words.count > 1 {
      words.removeFirst()
      // "Last evening" is that of yesterday.
      if parts[words[0]] != nil { words.insert("yesterday", at: 0) }
    }
    guard words.count <= 2, let days = words.first.map({ days(backTo: $0, from: now) }) ?? 0,
      words.count < 2 || parts[words[1]] != nil
    else { return nil }
    let part = words.count == 2 ? parts[words[1]] : nil
    if let hour {
      guard let seconds = seconds(of: hour, in: words.last.flatMap { parts[$0] } ?? part) else {
        return nil
      }
      return span(days, seconds, before: now)
    }
    guard let name = words.first else { return nil }
    guard let part else {
      return weekdays.contains(name) ? TimeSpan(seconds: days * 86_400) : nil
    }
    return span(days, part.begins * 3_600, before: now)
  }

  private static func span(_ days: Int, _ seconds: Int, before now: Moment) -> TimeSpan? {
    let then = now.startOfDay + TimeSpan(seconds: seconds - days * 86_400)
    return then <= now ? now - then : nil
  }

  /// How many days back a day lies; nothing for today's own weekday, which may be that of last week.
  private static func days(backTo name: String, from now: Moment) -> Int? {
    if name == "yesterday" { return 1 }
    if ["this", "today"].contains(name) { return 0 }
    guard let weekday = weekdays.firstIndex(of: name) else { return nil }
    let days = (now.weekday - weekday + 7) % 7
    return days == 0 ? nil : days
  }

  // MARK: Hours

  /// An hour as it is named, and whether it says itself which half of the day is meant.
  private struct Hour {
    var number: Int
    var minute = 0
    var half: Half?

    enum Half: String { case am, pm }
  }

  /// Takes the hour out of words that name one, such as `10am`, `10:30 pm` or `ten`.
  private static func takeHour(from words: inout [String]) -> Hour? {
    for place in words.indices {
      let digits = words[place].prefix(while: \.isNumber)
      let half = Hour.Half(rawValue: String(words[place].dropFirst(digits.count)))
      let isWhole = digits.count == words[place].count
      let named = numbers.firstIndex(of: words[place]).map { $0 + 1 }
      guard let number = named ?? (isWhole || half != nil ? Int(digits) : nil),
        (0...23).contains(number)
      else { continue }
      var hour = Hour(number: number, half: half)
      words.remove(at: place)
      if place < words.count, let minute = Int(words[place]), (0...59).contains(minute) {
        hour.minute = minute
        words.remove(at: place)
      }
      if place < words.count, let half = Hour.Half(rawValue: words[place]) {
        hour.half = half
        words.remove(at: place)
      }
      return hour
    }
    return nil
  }

  /// The seconds from the beginning of the day to an hour; nothing where either half of it may be meant.
  private static func seconds(of hour: Hour, in part: Part?) -> Int? {
    var number = hour.number
    switch (hour.half, part?.half) {
    case (.am?, _): number %= 12
    case (.pm?, _), (nil, .pm?): number = number < 12 ? number + 12 : number
    case (nil, .am?): break
    case (nil, nil): if (1...12).contains(number) { return nil }
    }
    // Twelve and three at night are on the day after.
    let isLate =
      part?.begins == 22 && hour.half == nil && (hour.number < 6 || hour.number == 12)
    return number * 3_600 + hour.minute * 60 + (isLate ? 43_200 : 0)
  }

  // MARK: Words

  private static let small: Set<String> = ["the", "in", "of", "at", "around", "about", "oclock"]

  private static let leading: Set<String> = [
    "since", "on", "from", "just", "only", "it", "started", "began", "has", "been", "was", "popped",
    "up", "came", "appeared", "showed", "i", "had", "did", "got", "noticed",
  ]

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private static let numbers = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  /// A part of a day: the hour at which it is taken to begin, and the half of the day it lies in.
  private struct Part {
    var begins: Int
    var half: Hour.Half
  }

  private static let parts = [
    "morning": Part(begins: 8, half: .am), "noon": Part(begins: 12, half: .pm),
    "midday": Part(begins: 12, half: .pm), "lunch": Part(begins: 12, half: .pm),
    "lunchtime": Part(begins: 12, half: .pm), "afternoon": Part(begins: 15, half: .pm),
    "evening": Part(begins: 18, half: .pm), "night": Part(begins: 22, half: .pm),
  ]
}
