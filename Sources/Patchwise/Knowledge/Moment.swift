/// A day and time on the wall clock of the person who is asked.
///
/// There is no time zone in it: a consultation compares what one person's clock said at different times.
/// The calendar is the proleptic Gregorian one.
public struct Moment: Hashable, Sendable, Comparable {
  /// Seconds on the wall clock since 1970-01-01 00:00.
  public var seconds: Int

  /// Creates a moment from seconds on the wall clock since 1970-01-01 00:00.
  public init(seconds: Int) { self.seconds = seconds }

  /// Creates a moment from calendar numbers; nothing if there is no such day or time.
  public init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(in: month, of: year), (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    seconds = Self.days(toYear: year, month: month, day: day) * 86_400 + hour * 3_600 + minute * 60
  }

  /// Reads `2026-03-02`, `2026-03-02 20:15` or `2026-03-02T20:15`; nothing if it is none or no such day.
  public init?(_ text: some StringProtocol) {
    let halves = Substring(text).utf8.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "T")
    }
    guard halves.count <= 2,
      let date = Self.numbers(in: halves[0], between: UInt8(ascii: "-"), widths: [4, 2, 2]),
      let time = halves.count == 2
        ? Self.numbers(in: halves[1], between: UInt8(ascii: ":"), widths: [2, 2]) : [0, 0]
    else { return nil }
    self.init(year: date[0], month: date[1], day: date[2], hour: time[0], minute: time[1])
  }

  /// Reads numbers of so many digits each; nothing if there is anything else.
  private static func numbers(
    in text: Substring.UTF8View, between sign: UInt8, widths: [Int]
  ) -> [Int]? {
    let parts = text.split(separator: sign, omittingEmptySubsequences: false)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard parts.map({ $0.count }) == widths, parts.joined().allSatisfy(digits.contains) else {
      return nil
    }
    return parts.map { $0.reduce(0) { $0 * 10 + Int($1 - digits.lowerBound) } }
  }

  /// Orders moments from early to late.
  public static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }

  /// Returns the moment a length of time later, or earlier if it is negative.
  ///
  /// Where there is none so far away, it is the last or the first one that there is.
  public static func + (moment: Moment, span: TimeSpan) -> Moment {
    let (sum, overflows) = moment.seconds.addingReportingOverflow(span.seconds)
    return Moment(seconds: overflows ? (span.seconds < 0 ? .min : .max) : sum)
  }

  /// Returns the length of time from one moment to another.
  ///
  /// Where none is so long, it is the longest one that there is.
  public static func - (later: Moment, earlier: Moment) -> TimeSpan {
    let (span, overflows) = later.seconds.subtractingReportingOverflow(earlier.seconds)
    return TimeSpan(seconds: overflows ? (later < earlier ? .min : .max) : span)
  }

  /// The beginning of the same minute.
  package var startOfMinute: Moment { start(of: .minute) }

  /// Midnight at the beginning of the same day.
  package var startOfDay: Moment { start(of: .day) }

  /// The beginning of the same minute, hour or day.
  private func start(of unit: TimeSpan.Unit) -> Moment {
    let length = unit.seconds
    return self + TimeSpan(seconds: -(((seconds % length) + length) % length))
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2:
      (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from 1970-01-01, counted in years that begin in March so that the leap day comes last.
  private static func days(toYear year: Int, month: Int, day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let (era, yearOfEra) = (marchYear / 400, marchYear % 400)
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day of the week, from 0 for Monday to 6 for Sunday.
  package var weekday: Int {
    // 1970-01-01 was a Thursday.
    let days = (startOfDay.seconds / 86_400 + 3) % 7
    return days < 0 ? days + 7 : days
  }

  /// Year, month and day; the inverse of counting days.
  package var date: (year: Int, month: Int, day: Int) {
    let days = Int((Double(seconds) / 86_400).rounded(.down)) + 719_468
    let era = (days - (days < 0 ? 146_096 : 0)) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (
      era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * marchMonth + 2) / 5 + 1
    )
  }
}

extension Moment: CustomStringConvertible {
  /// The moment as `2026-03-02 20:15`.
  public var description: String {
    let time = ((seconds % 86_400) + 86_400) % 86_400
    return "\(day) \(Self.digits(time / 3_600)):\(Self.digits(time / 60 % 60))"
  }

  /// The day as `2026-03-02`.
  public var day: String {
    let (year, month, day) = date
    let digits = String(abs(year))
    return (year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      + "-\(Self.digits(month))-\(Self.digits(day))"
  }

  private static func digits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
