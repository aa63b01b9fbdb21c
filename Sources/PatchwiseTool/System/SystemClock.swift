import Patchwise

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The clock on the wall, which only the tool looks at.
enum SystemClock {
  /// The day and time of the person's own time zone.
  static var now: Moment {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return Moment(seconds: Int(seconds) + Int(parts.tm_gmtoff))
  }
}
