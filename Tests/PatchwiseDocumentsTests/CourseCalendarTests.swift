import Foundation
import Patchwise
import PatchwiseTestSupport
import Testing

@testable import PatchwiseDocuments

@Suite("A course on the calendar")
struct CourseCalendarTests {
  private static func hours(_ count: Int) -> TimeSpan { TimeSpan(seconds: count * 3_600) }
  private static func minutes(_ count: Int) -> TimeSpan { TimeSpan(seconds: count * 60) }

  /// Monday, 23 November 2026, 20:15.
  private static let evening = Moment(seconds: 1_795_464_900)

  /// Two readings, one with a short window and one with a long one, and two days of watching.
  private static let plan = Plan(
    id: "drip", title: "Three days on one valve",
    readings: [
      Plan.Reading(id: "hour", at: hours(1), within: hours(2), lookFor: ["Drops, or a hiss"]),
      Plan.Reading(
        id: "day", at: hours(27), within: hours(12),
        lookFor: ["Rust; feel for it", "Anything that is\nwarm – or hot, even a little bit"]),
    ], stopSigns: [#"A smell of gas \ soot"#], lasts: hours(72), watch: hours(51),
    then: "Then it is tight.")

  @Test("is made at any moment of any other, however far they lie apart")
  func farApart() {
    let ends = [Moment(seconds: .min), Moment(seconds: 0), Moment(seconds: .max)]
    for began in ends {
      for now in ends {
        let calendar = CourseCalendar(
          Course(Self.plan, began: began), titled: "V", madeAt: now)
        #expect(calendar.text.hasPrefix("BEGIN:VCALENDAR"))
      }
    }
  }

  // MARK: Whole files

  @Test("is an event for each reading and one for the end, in words of the plan")
  func whole() {
    let course = Course(Self.plan, began: Self.evening)
    let text = CourseCalendar(course, titled: "Valve, left", madeAt: Self.evening).text
    #expect(
      text.replacing("\r\n", with: "\n") == #"""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Patchwise//Course//EN
        CALSCALE:GREGORIAN
        BEGIN:VEVENT
        UID:patchwise-38ce6a31991ea517
        DTSTAMP:20261123T201500Z
        SEQUENCE:0
        DTSTART:20261123T211500
        DURATION:PT15M
        SUMMARY:Valve\, left: reading 1 of 2
        CLASS:PRIVATE
        TRANSP:TRANSPARENT
        DESCRIPTION:After 1 hour\, in time from Mon 23 Nov 21:15 to Mon 23 Nov 23:1
         5.\nLook for:\n- Drops\, or a hiss\nStop at once if you notice:\n- A smell
          of gas \\ soot
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:PT0S
        DESCRIPTION:Valve\, left: reading 1 of 2
        END:VALARM
        END:VEVENT
        BEGIN:VEVENT
        UID:patchwise-607bf911d96c1885
        DTSTAMP:20261123T201500Z
        SEQUENCE:0
        DTSTART:20261125T073000
        DURATION:PT15M
        SUMMARY:Valve\, left: reading 2 of 2
        CLASS:PRIVATE
        TRANSP:TRANSPARENT
        DESCRIPTION:After 27 hours\, in time from Tue 24 Nov 23:15 to Wed 25 Nov 11
         :15.\nThat begins at night\, so this reminder was moved to the morning\, w
         hich is still in time.\nLook for:\n- Rust\; feel for it\n- Anything that i
         s warm – or hot\, even a little bit\nStop at once if you notice:\n- A sm
         ell of gas \\ soot
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:PT0S
        DESCRIPTION:Valve\, left: reading 2 of 2
        END:VALARM
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:PT165M
        DESCRIPTION:Valve\, left: reading 2 of 2. In time until Wed 25 Nov 11:15.
        END:VALARM
        END:VEVENT
        BEGIN:VEVENT
        UID:patchwise-bf7fd7cd8d25a006
        DTSTAMP:20261123T201500Z
        SEQUENCE:0
        DTSTART:20261129T073000
        DURATION:PT15M
        SUMMARY:Valve\, left: the watching is over
        CLASS:PRIVATE
        TRANSP:TRANSPARENT
        DESCRIPTION:It is over on Sat 28 Nov 23:15. That is at night\, so this remi
         nder was moved to the morning.\nThen it is tight.
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:PT0S
        DESCRIPTION:Valve\, left: the watching is over
        END:VALARM
        END:VEVENT
        END:VCALENDAR

        """#)
  }

  @Test("has nothing that was taken or lies in the past, and is empty once all does")
  func past() throws {
    func summaries(_ looks: [Int], madeAfter hours: Int) throws -> [String] {
      let course = Course(
        Self.plan, began: Self.evening, looks: looks.map { Self.evening + Self.hours($0) })
      let made = CourseCalendar(course, titled: "V", madeAt: Self.evening + Self.hours(hours))
      guard !made.isEmpty else { return [] }
      return try CalendarFile(made.text).calendar.parts.map { try $0.text("SUMMARY") }
    }
    let (one, two, end) = ("V: reading 1 of 2", "V: reading 2 of 2", "V: the watching is over")
    #expect(try summaries([], madeAfter: 0) == [one, two, end])
    #expect(try summaries([], madeAfter: 1) == [one, two, end])
    #expect(try summaries([], madeAfter: 2) == [two, end])
    // The second reading is due from 23:15 on, and was moved to the morning.
    #expect(try summaries([], madeAfter: 28) == [two, end])
    #expect(try summaries([28], madeAfter: 28) == [end])
    #expect(try summaries([], madeAfter: 39) == [end])
    #expect(try summaries([], madeAfter: 200) == [])
  }

  @Test("names an event the same whenever it is made, and otherwise for another course")
  func names() throws {
    func names(_ course: Course, madeAfter hours: Int = 0) throws -> [String] {
      try CalendarFile(
        CourseCalendar(course, titled: "V \(hours)", madeAt: course.began + Self.hours(hours)).text
      ).calendar.parts.map { try $0["UID"] }
    }
    let course = Course(Self.plan, began: Self.evening)
    let first = try names(course)
    #expect(Set(first).count == 3)
    let later = Course(
      Self.plan, began: Self.evening, looks: [Self.evening + Self.hours(1)])
    #expect(try names(later, madeAfter: 2) == Array(first.dropFirst()))
    let another = Course(Self.plan, began: Self.evening + Self.minutes(1))
    #expect(Set(try names(another)).isDisjoint(with: first))
    var plan = Self.plan
    plan.id = "other"
    #expect(Set(try names(Course(plan, began: Self.evening))).isDisjoint(with: first))
  }

  @Test("of a plan that is over with its last reading has no event of its end")
  func noEnd() throws {
    let plan = Plan(id: "p", title: "P", readings: [Plan.Reading(id: "r", at: Self.hours(5))])
    let made = CourseCalendar(Course(plan, began: Self.evening), titled: "P", madeAt: Self.evening)
    #expect(try CalendarFile(made.text).calendar.parts.count == 1)
  }

  // MARK: Lines

  @Test("a line is folded at 75 bytes, and no character is cut", arguments: 0..<90)
  func folding(width: Int) throws {
    for piece in ["x", "é", "–", "🧴", "👩🏽‍🔬"] {
      let text = String(repeating: "x", count: width) + String(repeating: piece, count: 60)
      let lines = ["BEGIN", "X", "END"].map { ContentLine($0, text: $0 == "X" ? text : "C").folded }
      #expect(try CalendarFile(lines.joined()).calendar.text("X") == text)
    }
    #expect(
      ContentLine("X", text: String(repeating: "x", count: 74)).folded
        == "X:\(String(repeating: "x", count: 73))\r\n x\r\n")
  }

  @Test(
    "text is escaped, and control characters are left out",
    arguments: [
      (#"a;b,c\d:e"#, #"X:a\;b\,c\\d:e"#), ("a\nb\r\nc", #"X:a\nb\nc"#), ("a\u{7}b\tc", "X:ab c"),
      ("\u{1B}[1m\u{202E}x\u{85}", "X:[1mx"), (#"\n"#, #"X:\\n"#), ("", "X:"),
    ])
  func escapes(text: String, expected: String) {
    #expect(ContentLine("X", text: text).folded == "\(expected)\r\n")
  }

  @Test(
    "a length of time is written in one unit",
    arguments: [
      (0, "PT0S"), (900, "PT15M"), (3_600, "PT1H"), (5_400, "PT90M"), (3_601, "PT3601S"),
      (172_800, "PT48H"),
    ])
  func lengths(seconds: Int, expected: String) {
    #expect(ContentLine("X", TimeSpan(seconds: seconds)).folded == "X:\(expected)\r\n")
  }

  // MARK: Nights

  private static func clock(_ moment: Moment) -> Int { (moment - moment.startOfDay).seconds }
  private static func isWaking(_ moment: Moment) -> Bool {
    (7 * 3_600..<22 * 3_600).contains(clock(moment))
  }

  @Test("a time moves out of the night where the window has room, and never out of the window")
  func nights() {
    let room = Self.minutes(15)
    var moved = [0, 0, 0]
    for quarter in 0..<96 {
      let time = Self.evening + Self.minutes(quarter * 15 + quarter % 7)
      for before in stride(from: 0, through: 1_560, by: 60) {
        for after in [0, 15, 20, 60, 120, 300, 600, 720, 1_440] {
          let window = (time + Self.minutes(-before))...(time + Self.minutes(after))
          let result = WakingHours.moving(time, within: window, room: room)
          #expect(window.contains(result))
          if Self.isWaking(time) {
            #expect(result == time)
          } else if result == time {
            moved[0] += 1
            // Neither half past seven with its room nor half past nine is in the window.
            let times = stride(from: -1_440, through: 1_440, by: 1).map { time + Self.minutes($0) }
              .filter { abs(($0 - time).seconds) < 10 * 3_600 }
            #expect(
              !times.contains {
                Self.clock($0) == 27_000 && window.contains($0) && window.contains($0 + room)
                  || Self.clock($0) == 77_400 && window.contains($0)
              })
          } else if result > time {
            moved[1] += 1
            #expect(Self.clock(result) == 27_000)
            #expect(result + room <= window.upperBound)
          } else {
            moved[2] += 1
            #expect(Self.clock(result) == 77_400)
          }
          #expect(abs((result - time).seconds) <= 9 * 3_600 + 1_800)
        }
      }
    }
    #expect(moved.allSatisfy { $0 > 100 }, "\(moved)")
  }

  @Test("whenever a course begins, its file is in order and its times are in their windows")
  func begins() throws {
    var numbers = SplitMix64(seed: 7)
    for round in 0..<Soak.rounds(300) {
      let course = Self.course(&numbers, round)
      let made = CourseCalendar(course, titled: "Course \(round)", madeAt: course.began)
      try Self.check(CalendarFile(made.text), of: course)
    }
  }

  /// A course that begins at any minute, of a plan with windows of any length and texts of any kind.
  ///
  /// - Parameters:
  ///   - numbers: What it is made of.
  ///   - round: Its number.
  ///   - backslash: A text with a backslash that it may hold.
  /// - Returns: The course.
  private static func course(
    _ numbers: inout SplitMix64, _ round: Int, backslash: String = "\\"
  ) -> Course {
    let pieces = ["a", "; ", ", ", backslash, "\n", "é", "日本", "👩🏽‍🔬", "\u{7}x", "\r\n", "long ", "n"]
    func text() -> AuthoredText {
      AuthoredText((0..<numbers.within(1...60)).map { _ in numbers.pick(pieces) }.joined())
    }
    var at = 0
    let readings = (1...numbers.within(1...5)).map { number in
      at += numbers.within(1...3_000)
      return Plan.Reading(
        id: Identifier("r\(number)"), at: minutes(at),
        within: numbers.percent(80) ? minutes(numbers.within(0...2_000)) : nil,
        lookFor: [text(), text()])
    }
    let spans = [hours(1), hours(8), hours(12), hours(24), hours(72)]
    let steps = [Plan.Step(text(), every: numbers.percent(50) ? numbers.pick(spans) : nil)]
    let plan = Plan(
      id: "p", title: "P", steps: steps, readings: readings, stopSigns: [text()],
      watch: minutes(numbers.within(1...9_000)), then: text())
    return Course(plan, began: evening + TimeSpan(seconds: round * 86_400 + numbers.below(86_400)))
  }

  private static func check(_ file: CalendarFile, of course: Course) throws {
    let calendar = file.calendar
    #expect(calendar.name == "VCALENDAR")
    #expect(try calendar["VERSION"] == "2.0")
    #expect(try !calendar["PRODID"].isEmpty)
    let turns = course.turns(at: course.began)
    let rounds = calendar.parts.dropFirst(turns.count + 1)
    try #require(calendar.parts.count > turns.count)
    #expect(Set(try calendar.parts.map { try $0["UID"] }).count == calendar.parts.count)
    try check(Array(rounds), of: course)
    for (turn, event) in zip(turns, calendar.parts) {
      let starts = try moment(event["DTSTART"])
      #expect(starts >= turn.opens && starts <= turn.closes)
      let description = try event.text("DESCRIPTION")
      #expect(description.contains("That begins at night") == (starts != turn.opens))
      for sign in turn.reading.lookFor + course.plan.stopSigns {
        let words = sign.string.filter { $0 != "\u{7}" }.split(whereSeparator: \.isWhitespace)
        #expect(description.contains("- \(words.joined(separator: " "))"))
      }
      let alarms = try event.parts.map { starts + TimeSpan(seconds: try $0.seconds("TRIGGER")) }
      #expect(alarms.first == starts)
      #expect(alarms.count == (turn.closes - turn.opens >= hours(12) ? 2 : 1))
      #expect(alarms == alarms.sorted() && Set(alarms).count == alarms.count)
      #expect(alarms.allSatisfy { $0 <= turn.closes })
      if alarms.count == 2 {
        let isMoved = alarms[1] + hours(1) != turn.closes
        #expect(description.contains("The last reminder was moved") == isMoved)
        #expect(isWaking(alarms[1]))
      }
    }
    let end = try moment(calendar.parts[turns.count]["DTSTART"])
    #expect(end >= course.ends && isWaking(end))
  }

  /// What recurs comes as often as the steps are done, each near its time.
  private static func check(_ events: [CalendarFile.Component], of course: Course) throws {
    var times: [Moment] = []
    for event in events {
      let rule = try event["RRULE"].split(separator: ";").map {
        String($0.drop { $0 != "=" }.dropFirst())
      }
      let (starts, last) = (try moment(event["DTSTART"]), try moment(rule[2]))
      let days = try #require(Int(rule[1]))
      try #require(rule[0] == "DAILY" && days > 0 && starts <= last)
      times += stride(from: starts.seconds, through: last.seconds, by: days * 86_400)
        .map { Moment(seconds: $0) }
      #expect(times.last == last)
    }
    let wanted = course.rounds.flatMap { round in
      stride(from: round.first.seconds, through: round.last.seconds, by: round.every.seconds)
        .map { (Moment(seconds: $0), round.every) }
    }
    #expect(times.count == wanted.count)
    for (time, (exact, every)) in zip(times.sorted(), wanted) {
      #expect(abs((time - exact).seconds) * 2 <= every.seconds)
      if every >= hours(12) { #expect(isWaking(time)) }
    }
  }

  private static func moment(_ text: String) throws -> Moment {
    let digits = Array(text).map(String.init)
    let numbers = digits.filter { $0 != "T" }.joined()
    try #require(text.count == 15 && digits[8] == "T" && numbers.count == 14)
    let day =
      "\(numbers.prefix(4))-\(numbers.dropFirst(4).prefix(2))-\(numbers.dropFirst(6).prefix(2))"
    let time = "\(numbers.dropFirst(8).prefix(2)):\(numbers.dropFirst(10).prefix(2))"
    let moment = try #require(Moment("\(day) \(time)"))
    return moment + TimeSpan(seconds: try #require(Int(numbers.suffix(2))))
  }

  // MARK: Other programs

  private static let folder = ProcessInfo.processInfo.environment["PATCHWISE_CALENDARS"]

  @Test("is written out for other programs to read where they ask", .enabled(if: folder != nil))
  func forOthers() throws {
    let folder = try #require(Self.folder)
    var numbers = SplitMix64(seed: 8)
    for round in 0..<200 {
      // The library takes a backslash before the letter n for a line break, also where it is escaped.
      let course = Self.course(&numbers, round, backslash: "\\ ")
      let text = CourseCalendar(course, titled: "Course \(round)", madeAt: course.began).text
      try text.write(toFile: "\(folder)/\(round).ics", atomically: false, encoding: .utf8)
      try CalendarFile(text).summary.write(
        toFile: "\(folder)/\(round).txt", atomically: false, encoding: .utf8)
    }
  }
}
