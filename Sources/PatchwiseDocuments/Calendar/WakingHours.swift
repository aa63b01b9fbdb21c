import Patchwise

/// The hours in which nobody is woken by a reminder: from 7 in the morning to 10 in the evening.
enum WakingHours {
  private static let begin = TimeSpan(seconds: 7 * 3_600)
  private static let end = TimeSpan(seconds: 22 * 3_600)
  private static let morning = TimeSpan(seconds: 7 * 3_600 + 30 * 60)
  private static let evening = TimeSpan(seconds: 21 * 3_600 + 30 * 60)
  private static let day = TimeSpan(seconds: 86_400)

  /// Returns a time, moved out of the night where the window has room for that.
  ///
  /// A time at night is moved to half past seven that morning, or else to half past nine the evening before.
  ///
  /// - Parameters:
  ///   - time: The time.
  ///   - window: What it must stay in, ends included.
  ///   - room: How long before the end of the window the morning has to be.
  /// - Returns: The time in waking hours; as it was where it was in them, or where neither is in the window.
  static func moving(_ time: Moment, within window: ClosedRange<Moment>, room: TimeSpan) -> Moment {
    let midnight = time.startOfDay
    let clock = time - midnight
    if clock >= begin, clock < end { return time }
    let isBeforeMidnight = clock >= end
    let next = (isBeforeMidnight ? midnight + day : midnight) + morning
    if window.contains(next), next + room <= window.upperBound { return next }
    let last =
      (isBeforeMidnight ? midnight : midnight + TimeSpan(seconds: -day.seconds)) + evening
    return window.contains(last) ? last : time
  }
}
