import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("Days and times")
struct MomentTests {
  @Test("every day of four hundred years, and those at either end, is written as it is read")
  func roundTrip() throws {
    var expected = (year: 1_700, month: 1, day: 1)
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var moment = try #require(Moment(year: 1_700, month: 1, day: 1))
    while expected.year < 2_101 {
      let day = moment.day
      guard Moment(day) == moment,
        Moment(year: expected.year, month: expected.month, day: expected.day) == moment
      else {
        Issue.record("\(day) is not \(expected)")
        return
      }
      let year = expected.year
      let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
      let last = expected.month == 2 && isLeap ? 29 : lengths[expected.month - 1]
      expected.day += 1
      if expected.day > last { expected = (year, expected.month + 1, 1) }
      if expected.month > 12 { expected = (year + 1, 1, 1) }
      moment.seconds += 86_400
    }
  }

  @Test(
    "days are counted from 1970, before it too",
    arguments: [
      ("1970-01-01", 0), ("1970-01-02", 86_400), ("1969-12-31", -86_400),
      ("2000-02-29", 951_782_400),
      ("2026-03-02 20:15", 1_772_482_500), ("1969-12-31 23:59", -60),
      ("0001-01-01", -62_135_596_800),
      ("9999-12-31 23:59", 253_402_300_740),
    ])
  func seconds(text: String, seconds: Int) throws {
    let moment = try #require(Moment(text))
    #expect(moment.seconds == seconds)
    #expect(moment.description == (text.count == 10 ? "\(text) 00:00" : text))
    #expect(moment.day == String(text.prefix(10)))
  }

  @Test(
    "what lies before the first year is written, though not read",
    arguments: [
      ("0000-12-31 23:59", -62_135_596_860), ("0000-03-01 00:00", -62_162_035_200),
      ("0000-02-29 00:00", -62_162_121_600), ("0000-01-01 00:00", -62_167_219_200),
      ("-0001-12-31 00:00", -62_167_305_600),
    ])
  func early(text: String, seconds: Int) {
    #expect(Moment(seconds: seconds).description == text)
  }

  @Test(
    "the day of the week is counted from Monday, before 1970 too",
    arguments: [
      ("2026-11-23 23:59", 0), ("2026-11-26", 3), ("1970-01-01", 3), ("1969-12-31 23:59", 2),
      ("1900-01-01", 0), ("0001-01-01", 0), ("1969-12-28", 6), ("2026-11-29", 6),
    ])
  func weekdays(text: String, weekday: Int) throws {
    #expect(try #require(Moment(text)).weekday == weekday)
  }

  @Test(
    "what is no day or time is refused",
    arguments: [
      "", "today", "2026", "2026-03", "2026-13-01", "2026-00-01", "2026-01-00", "2026-01-32",
      "2026-02-29", "2100-02-29", "2026-04-31", "2026-3-02", "26-03-02", "02026-03-02",
      "0000-01-01",
      "2026-03-02 24:00", "2026-03-02 20:60", "2026-03-02 20", "2026-03-02 20:15:30",
      "2026-03-02 8:15", "2026-03-02T", "2026-03-02 ", " 2026-03-02", "2026-03-02  20:15",
      "2026-03-02 20:15 30", "2026/03/02", "2026-03--2", "２０２６-03-02", "2026-03-02-01",
    ])
  func bad(text: String) {
    #expect(Moment(text) == nil)
  }

  @Test(
    "a number with a plus sign is no part of a date",
    arguments: ["+123-01-01", "2026-+3-02", "2026-03-02 +1:+2"])
  func signs(text: String) {
    #expect(Moment(text) == nil)
  }

  @Test(
    "leap years are those of the Gregorian calendar",
    arguments: [(1_900, false), (2_000, true), (2_024, true), (2_025, false)])
  func leapYears(year: Int, isLeap: Bool) {
    #expect((Moment(year: year, month: 2, day: 29) != nil) == isLeap)
    #expect(Moment(year: year, month: 2, day: 30) == nil)
  }

  @Test("lengths of time lead from one moment to another")
  func arithmetic() throws {
    let before = try #require(Moment("2024-02-28 23:30"))
    let after = try #require(Moment("2024-03-01 00:30"))
    #expect(after - before == TimeSpan(seconds: 90_000))
    #expect(before + TimeSpan(seconds: 90_000) == after)
    #expect(after + TimeSpan(seconds: -90_000) == before)
    #expect(before < after)
  }

  @Test("beyond the last moment there is none, and none before the first")
  func ends() {
    let (first, last) = (Moment(seconds: .min), Moment(seconds: .max))
    #expect(last + TimeSpan(seconds: 1) == last)
    #expect(first + TimeSpan(seconds: -1) == first)
    #expect(last - first == TimeSpan(seconds: .max))
    #expect(first - last == TimeSpan(seconds: .min))
    #expect(first.startOfDay == first && first.startOfMinute == first)
    #expect(last.startOfDay < last)
    #expect((first - last).description == "\(Int.min) seconds")
    for moment in [first, last] {
      #expect(!moment.description.isEmpty && (0...6).contains(moment.weekday))
    }
  }
}
