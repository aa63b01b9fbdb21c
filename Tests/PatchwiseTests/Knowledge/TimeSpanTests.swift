import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("Lengths of time")
struct TimeSpanTests {
  @Test(
    "a length is said in the largest whole unit, in weeks and months from three on",
    arguments: [
      (0, "0 minutes"), (1, "1 second"), (59, "59 seconds"), (60, "1 minute"), (90, "90 seconds"),
      (3_600, "1 hour"), (129_600, "36 hours"), (86_400, "1 day"), (172_800, "2 days"),
      (604_800, "7 days"), (1_209_600, "14 days"), (1_814_400, "3 weeks"),
      (2_592_000, "30 days"), (5_184_000, "60 days"), (7_257_600, "12 weeks"),
      (36_288_000, "14 months"), (31_536_000, "1 year"),
      (63_072_000, "2 years"), (-86_400, "-1 day"), (-7_200, "-2 hours"), (-1, "-1 second"),
    ])
  func description(seconds: Int, text: String) {
    #expect(TimeSpan(seconds: seconds).description == text)
  }

  @Test(
    "people's words for units are known",
    arguments: [
      ("min", TimeSpan.Unit.minute), ("Minutes", .minute), ("h", .hour), ("hrs", .hour),
      ("DAY", .day),
      ("d", .day), ("wk", .week), ("weeks", .week), ("mo", .month), ("months", .month),
      ("yr", .year),
      ("y", .year),
    ])
  func units(word: String, unit: TimeSpan.Unit) {
    #expect(TimeSpan.Unit(word) == unit)
  }

  @Test(
    "every unit is known by its own name, in singular and plural", arguments: TimeSpan.Unit.allCases
  )
  func names(unit: TimeSpan.Unit) {
    #expect(TimeSpan.Unit(unit.rawValue) == unit)
    #expect(TimeSpan.Unit("\(unit.rawValue)s"[...]) == unit)
  }

  @Test("other words are no units", arguments: ["", "m", "s", "fortnight", "day s"])
  func unknown(word: String) {
    #expect(TimeSpan.Unit(word) == nil)
  }

  @Test("a count of units is rounded to seconds, and refused where nobody could mean it")
  func counts() {
    #expect(TimeSpan(1.5, .hour) == TimeSpan(seconds: 5_400))
    #expect(TimeSpan(-2, .day) == TimeSpan(days: -2))
    #expect(TimeSpan(0.0001, .minute) == TimeSpan(seconds: 0))
    #expect(TimeSpan(10_000, .year) != nil)
    #expect(TimeSpan(20_000, .year) == nil)
    #expect(TimeSpan(.infinity, .day) == nil)
    #expect(TimeSpan(.nan, .day) == nil)
  }

  @Test("lengths are ordered from short to long")
  func order() {
    #expect(TimeSpan(days: 1) < TimeSpan(days: 2))
    #expect(!(TimeSpan(days: 2) < TimeSpan(days: 2)))
    #expect(TimeSpan(days: -1) < TimeSpan(days: 0))
  }
}
