/// A length of time in whole seconds.
///
/// Months count as 30 days and years as 365, because knowledge speaks of waiting times, where nobody
/// counts calendar days.
public struct TimeSpan: Hashable, Sendable, Comparable {
  /// The length in seconds; negative for a time before.
  public var seconds: Int

  /// Creates a length of time.
  public init(seconds: Int) { self.seconds = seconds }

  /// A unit that people and authors measure time in.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case second, minute, hour, day, week, month, year

    /// How many seconds one of it lasts.
    public var seconds: Int {
      switch self {
      case .second: 1
      case .minute: 60
      case .hour: 3_600
      case .day: 86_400
      case .week: 604_800
      case .month: 2_592_000
      case .year: 31_536_000
      }
    }

    /// Creates the unit that a word such as `days`, `hrs` or `wk` means.
    public init?(_ word: some StringProtocol) {
      switch word.lowercased() {
      case "second", "seconds", "sec", "secs": self = .second
      case "minute", "minutes", "min", "mins": self = .minute
      case "hour", "hours", "hr", "hrs", "h": self = .hour
      case "day", "days", "d": self = .day
      case "week", "weeks", "wk", "wks", "w": self = .week
      case "month", "months", "mo", "mos", "mth", "mths": self = .month
      case "year", "years", "yr", "yrs", "y": self = .year
      default: return nil
      }
    }

    /// A number of units in words, such as `1 day` and `2 days`.
    package func text(_ count: Int) -> String {
      "\(count) \(rawValue)\(count.magnitude == 1 ? "" : "s")"
    }
  }

  /// How many years an author can speak of.
  static let yearLimit = 10_000

  /// Creates a number of units, rounded to whole seconds; nothing beyond ten thousand years.
  public init?(_ count: Double, _ unit: Unit) {
    let seconds = count * Double(unit.seconds)
    guard seconds.isFinite, abs(seconds) <= Double(Self.yearLimit * Unit.year.seconds) else {
      return nil
    }
    self.seconds = Int(seconds.rounded())
  }

  /// Orders lengths of time from short to long.
  public static func < (left: TimeSpan, right: TimeSpan) -> Bool { left.seconds < right.seconds }
}

extension TimeSpan: CustomStringConvertible {
  /// The length in the largest unit that measures it whole, such as `36 hours`.
  ///
  /// Weeks and months, which are 30 days, are used only from three on, as people count the first ones in
  /// days: what was written as 2 months is told as 60 days, and 14 months as 14 months.
  public var description: String {
    for unit in [Unit.year, .month, .week, .day, .hour, .minute, .second]
    where seconds != 0 && seconds.isMultiple(of: unit.seconds) {
      let count = seconds / unit.seconds
      if [.week, .month].contains(unit), count.magnitude < 3 { continue }
      return unit.text(count)
    }
    return "0 minutes"
  }
}
