import Patchwise
import PatchwiseTestSupport
import Testing

@testable import PatchwiseDialogue

@Suite("Reading numbers and lengths of time")
struct QuantityReadingTests {
  @Test(
    "numbers",
    arguments: [
      ("2", "2.0"), ("2.5", "2.5"), ("1,5", "1.5"), ("0.8 bar", "0.8"), ("0.8bar", "0.8"),
      ("2 bars", "2.0"), ("2 BAR", "2.0"), ("about 2", "2.0"), ("it shows 2", "2.0"), ("2.", "2.0"),
      ("two", "2.0"), ("two bar", "2.0"), ("one", "1.0"), ("one bar", "1.0"), ("zero", "0.0"),
      ("half a bar", "0.5"), ("one and a half", "1.5"), ("2 and a half bar", "2.5"), ("1½", "1.5"),
      ("0", "0.0"), ("6", "6.0"), ("2 bar or so", "2.0"),
    ])
  func numbers(line: String, meant: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: "pressure") == meant)
  }

  @Test(
    "what is no plain number is not taken as one",
    arguments: [
      ("", "notUnderstood"), ("much", "numberMissing"), ("a bit low", "numberMissing"),
      ("I don't have a gauge", "numberMissing"), ("nan", "numberMissing"), ("inf", "numberMissing"),
      ("1 or 2", "severalWhereOne"), ("1-2", "severalWhereOne"), ("1 2", "severalWhereOne"),
      ("1e3", "severalWhereOne"), ("1/2", "severalWhereOne"),
      ("-1", "numberOutOfRange"), ("it is -1", "numberOutOfRange"), ("−1", "numberOutOfRange"),
      ("minus 1", "numberOutOfRange"), ("6.1", "numberOutOfRange"), ("7 bar", "numberOutOfRange"),
      ("twenty one", "numberOutOfRange"), ("twenty-five", "numberOutOfRange"),
      ("a hundred", "numberOutOfRange"), ("two hundred", "numberOutOfRange"),
      ("99999999999999999999999", "numberOutOfRange"),
      ("3 psi", "wrongUnit(\"psi\")"), ("3 hours", "wrongUnit(\"hours\")"),
      ("200 kPa", "wrongUnit(\"kpa\")"), ("1,500", "notExact"), ("less than 1", "notExact"),
      ("under 1 bar", "notExact"), ("at least 2", "notExact"), ("over 2", "notExact"),
      ("<1", "notExact"), ("2+", "notExact"), ("between 1 and 2", "notExact"),
      ("almost 1", "notExact"), ("2 or more", "notExact"), ("a few bar", "notExact"),
      ("not 2", "negated"), ("it isn't 2", "negated"), ("not one", "negated"),
      ("not yet 2", "negated"), ("late 2s", "notExact"),
      ("minus five hundred", "notExact"), ("negative 2", "notExact"),
      ("20%", "wrongUnit(\"percent\")"),
      ("5²", "notExact"), ("I don't think it's 2", "negated"), ("2 or higher", "notExact"),
    ])
  func noNumbers(line: String, refusal: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: "pressure") == "refused: \(refusal)")
  }

  @Test(
    "a number that may mean something else is asked back",
    arguments: [
      ("the old one", "1.0?"), ("I have one", "1.0?"), ("it is the one", "1.0?"), ("4o", "4.0?"),
      ("before 2", "2.0?"), ("double 2", "2.0?"),
      ("I have 2 cats", "2.0?"),
      ("I don't know, maybe 2", "2.0?"), ("not sure, 2 bar", "2.0?"),
    ])
  func doubtfulNumbers(line: String, meant: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: "pressure") == meant)
  }

  @Test(
    "years take years only",
    arguments: [
      ("12", "12.0"), ("12 years", "12.0"), ("12 yrs", "12.0"), ("12 y", "12.0"),
      ("twelve years old", "12.0"), ("6 months", "refused: wrongUnit(\"months\")"),
      ("sixty", "60.0"), ("sixty one", "refused: numberOutOfRange"), ("fifty-nine", "59.0"),
    ])
  func years(line: String, meant: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: "age") == meant)
  }

  @Test(
    "lengths of time",
    arguments: [
      ("36h", 36), ("36 h", 36), ("36 hours", 36), ("1 day", 24), ("a day", 24), ("one day", 24),
      ("a whole day", 24), ("two days", 48), ("a couple of days", 48), ("couple of days", 48),
      ("a week", 168), ("2 weeks", 336), ("2 weeks and 3 days", 408), ("2 weeks 3 days", 408),
      ("2w3d", 408), ("a week and a day", 192), ("half an hour", 0.5), ("half a day", 12),
      ("a quarter of an hour", 0.25), ("an hour and a half", 1.5), ("one and a half hours", 1.5),
      ("1.5 hours", 1.5), ("1,5 hours", 1.5), ("1½ days", 36), ("2½ days", 60), ("90 min", 1.5),
      ("3 days ago", 72), ("for 3 days now", 72), ("for the past 3 days", 72), ("about 3 days", 72),
      ("0 minutes", 0), (".5 days", 12),
      ("twenty four hours", 24), ("a month", 720), ("a year", 8_760), ("3 DAYS", 72),
      ("yesterday", 24), ("since yesterday", 24), ("just today", 0), ("This morning.", 0),
      ("since the day before yesterday", 48), ("last night", 24), ("last week", 168),
      ("1 mth", 720), ("a fortnight", 336), ("2 fortnights", 672), ("a fortnight ago", 336),
    ])
  func lengths(line: String, hours: Double) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: "off-for") == "\(hours) hours")
  }

  @Test(
    "a length of time among other words is asked back",
    arguments: [
      ("no heat for 3 days", 72.0), ("it hasn't worked for 3 days", 72), ("in 2 weeks", 336),
      ("it has been off for a week", 168), ("a friend turned it off 3 days ago", 72),
      ("2 weeks from now", 336), ("the 2 weeks rule", 336),
    ])
  func doubtfulLengths(line: String, hours: Double) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: "off-for") == "\(hours) hours?")
  }

  @Test(
    "an hour of a day is asked back",
    arguments: [
      ("since ten last night", 14.0), ("yesterday at ten in the morning", 26),
      ("last Thursday at 10am", 122), ("it popped up last thursday at 10 am", 122),
      ("at 8 this morning", 4), ("since 8am", 4), ("9:30 am", 2.5), ("yesterday at 22:30", 13.5),
      ("2 last night", 10), ("twelve last night", 12), ("12am", 12), ("12pm", 0),
      ("on friday at 3 in the afternoon", 93), ("yesterday at six in the evening", 18),
    ])
  func clock(line: String, hours: Double) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: "off-for") == "\(hours) hours?")
  }

  @Test(
    "an hour that may be in either half of the day, or still to come, is not taken",
    arguments: [
      "since ten", "yesterday at 3", "on monday at 9", "at 3pm", "3 in the afternoon",
      "at 25 last night",
      "10am or 11am", "tomorrow at 8am", "every morning at 8", "before 8am", "not since 8am",
    ])
  func noClock(line: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: "off-for").hasPrefix("refused"))
  }

  @Test(
    "what is no plain length of time is not taken as one",
    arguments: [
      ("long", "numberMissing"), ("days", "numberMissing"), ("3", "unitMissing"),
      ("3 bar", "unitMissing"), ("3 days 2", "unitMissing"), ("30m", "unitMissing"),
      ("a few days", "notExact"), ("several weeks", "notExact"), ("more than a week", "notExact"),
      ("over a week", "notExact"), ("at least 3 days", "notExact"), ("3+ days", "notExact"),
      ("less than an hour", "notExact"), ("a number of weeks", "numberMissing"),
      ("2 or 3 days", "severalWhereOne"), ("2-3 days", "severalWhereOne"),
      ("2 to 3 days", "severalWhereOne"), ("2 days or 3 days", "severalWhereOne"),
      ("a day or two", "severalWhereOne"), ("2 weeks or 3 days", "severalWhereOne"),
      ("2 1/2 weeks", "severalWhereOne"), ("3 people for a week", "severalWhereOne"),
      ("three quarters of an hour", "notExact"), ("2 years", "numberOutOfRange"),
      ("-3 days", "numberOutOfRange"), ("9e99 years", "severalWhereOne"),
      ("99999999999999999 years", "numberOutOfRange"), ("not 3 days", "negated"),
      ("not a week", "negated"), ("not even 3 days", "negated"), ("never", "numberMissing"),
      ("it has not been 2 weeks yet", "negated"), ("I don't think it has been 2 weeks", "negated"),
      ("hasn't been 2 weeks", "negated"), ("2 weeks but one day", "notExact"),
      ("2 weeks minus a day", "notExact"), ("2 weeks tomorrow", "notExact"),
      ("up to 2 weeks, max", "notExact"), ("twice a week", "notExact"),
      ("3 times a week", "notExact"), ("every 2 days", "notExact"),
    ])
  func noLengths(line: String, refusal: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: "off-for") == "refused: \(refusal)")
  }

  @Test(
    "days",
    arguments: [
      ("2026-03-01", "2026-03-01"), ("2024-02-29", "2024-02-29"),
      ("2026-03-01 08:15", "2026-03-01"),
      ("the day before yesterday", "2026-03-08"),
      ("today", "2026-03-10"), ("Today.", "2026-03-10"), ("yesterday", "2026-03-09"),
      ("3 days ago", "2026-03-07"), ("a week ago", "2026-03-03"), ("36 hours ago", "2026-03-09"),
      ("two months ago", "2026-01-09"), ("1 March", "2026-03-01"), ("March 1", "2026-03-01"),
      ("1st of March", "2026-03-01"), ("the 1st of March 2025", "2025-03-01"),
      ("march the 3rd, 2020", "2020-03-03"), ("1 mar 2026", "2026-03-01"),
      ("10 March", "2026-03-10"), ("11 March", "2025-03-11"), ("24 Dec", "2025-12-24"),
      ("29 February", "2024-02-29"), ("4 sept 2025", "2025-09-04"),
      ("on 1 March 2026", "2026-03-01"),
      ("not serviced since 1 March 2020", "2020-03-01"),
    ])
  func days(line: String, day: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: "last-service") == day)
  }

  @Test(
    "what is no plain day is not taken as one",
    arguments: [
      ("2026-02-30", "dateMissing"), ("2026-13-01", "dateMissing"), ("31 April", "dateMissing"),
      ("31 February 2026", "dateMissing"), ("March", "dateMissing"), ("March 2025", "dateMissing"),
      ("1/3/2026", "dateMissing"), ("3 March 25", "dateMissing"), ("5", "dateMissing"),
      ("it may be 5 weeks", "dateMissing"), ("long ago", "numberMissing"),
      ("a few days ago", "notExact"), ("more than a year ago", "notExact"),
      ("2 or 3 weeks ago", "severalWhereOne"), ("-3 days ago", "numberOutOfRange"),
      ("9000 years ago", "numberOutOfRange"), ("before 1 March", "notExact"),
      ("not 1 March", "negated"), ("not 3 days ago", "negated"), ("32 March", "dateMissing"),
      ("0 March", "dateMissing"), ("not yesterday", "dateMissing"),
      ("not the day before yesterday", "dateMissing"), ("I may 5", "dateMissing"),
    ])
  func noDays(line: String, refusal: String) throws {
    #expect(try Boiler.knowledge().reading(of: line, at: "last-service") == "refused: \(refusal)")
  }

  @Test("without a clock only whole dates are days")
  func withoutClock() throws {
    let knowledge = try Boiler.knowledge()
    for line in ["today", "yesterday", "3 days ago", "1 March"] {
      #expect(
        knowledge.reading(of: line, at: "last-service", now: nil) == "refused: dateMissing")
    }
    #expect(knowledge.reading(of: "1 March 2026", at: "last-service", now: nil) == "2026-03-01")
  }

  @Test(
    "lengths of time are said as people say them",
    arguments: [
      (0, "just now"), (90, "1 minute and 30 seconds"), (5_400, "1 hour and 30 minutes"),
      (86_400, "1 day"), (172_800, "2 days"), (1_512_000, "2 weeks and 3 days"),
      (2_592_000, "30 days"), (15_768_000, "6 months and 2 days"),
      (47_304_000, "1 year and 6 months"), (31_536_000, "1 year"),
    ])
  func saying(seconds: Int, said: String) {
    #expect(Phrasing.text(TimeSpan(seconds: seconds)) == said)
  }
}
