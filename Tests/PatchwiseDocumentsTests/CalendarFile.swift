/// An iCalendar file, read by the letter of RFC 5545; whatever is not in order there is an error.
struct CalendarFile {
  /// A component: its name, its properties in order, and the components in it.
  struct Component {
    var name: String
    var properties: [(name: String, value: String)] = []
    var parts: [Component] = []

    /// The value of a property that there is once.
    subscript(_ name: String) -> String {
      get throws {
        let values = properties.filter { $0.name == name }.map(\.value)
        guard values.count == 1 else { throw Fault("\(values.count) times \(name)") }
        return values[0]
      }
    }

    /// The value of a property that there is once, as a length of time in seconds.
    func seconds(_ name: String) throws -> Int {
      let value = try self[name]
      let units = ["H": 3_600, "M": 60, "S": 1]
      guard value.hasPrefix("PT"), let unit = units[String(value.suffix(1))],
        let count = Int(value.dropFirst(2).dropLast()), count >= 0
      else { throw Fault("\(value) is no length of time") }
      return count * unit
    }

    /// The value of a property that there is once, as text.
    func text(_ name: String) throws -> String {
      var text = String.UnicodeScalarView()
      var isEscaped = false
      for scalar in try self[name].unicodeScalars {
        switch (isEscaped, scalar) {
        case (false, "\\"):
          isEscaped = true
          continue
        case (false, ";"), (false, ","): throw Fault("\(scalar) without a backslash")
        case (true, "n"), (true, "N"): text.append("\n")
        case (false, _), (true, "\\"), (true, ";"), (true, ","): text.append(scalar)
        case (true, _): throw Fault("a backslash before \(scalar)")
        }
        isEscaped = false
      }
      guard !isEscaped else { throw Fault("a backslash at the end") }
      return String(text)
    }
  }

  struct Fault: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }

  let calendar: Component

  init(_ text: String) throws {
    var open: [Component] = []
    var whole: Component?
    for line in try Self.lines(text) {
      guard whole == nil else { throw Fault("more after the end") }
      guard let colon = line.firstIndex(of: ":") else { throw Fault("no colon in \(line)") }
      let name = String(line[..<colon])
      let value = String(line[line.index(after: colon)...])
      guard !name.isEmpty, name.utf8.allSatisfy({ (65...90).contains($0) || $0 == 45 }) else {
        throw Fault("\(name) is no name")
      }
      switch name {
      case "BEGIN": open.append(Component(name: value))
      case "END":
        guard let closed = open.popLast(), closed.name == value else {
          throw Fault("END of \(value)")
        }
        if open.isEmpty { whole = closed } else { open[open.count - 1].parts.append(closed) }
      default:
        guard !open.isEmpty else { throw Fault("\(name) outside") }
        open[open.count - 1].properties.append((name, value))
      }
    }
    guard let whole, open.isEmpty else { throw Fault("not closed") }
    calendar = whole
  }

  /// The lines, unfolded.
  private static func lines(_ text: String) throws -> [String] {
    var lines: [[UInt8]] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      guard let end = rest.firstIndex(of: 13), end + 1 < rest.endIndex, rest[end + 1] == 10 else {
        throw Fault("a line without its end")
      }
      let line = Array(rest[..<end])
      rest = rest[(end + 2)...]
      guard line.count <= 75 else { throw Fault("a line of \(line.count) bytes") }
      guard !line.isEmpty, String(validating: line, as: UTF8.self) != nil else {
        throw Fault("an empty line, or a character that was cut")
      }
      guard line.allSatisfy({ $0 >= 32 && $0 != 127 }) else { throw Fault("a control character") }
      if line[0] != 32 {
        lines.append(line)
      } else if lines.isEmpty {
        throw Fault("a first line that goes on")
      } else {
        lines[lines.count - 1] += line.dropFirst()
      }
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  /// What the events say, a line for each thing, to be held beside what another program reads.
  var summary: String {
    get throws {
      var lines: [String] = []
      for event in calendar.parts {
        lines.append("event \(try event["UID"])")
        lines.append("starts \(try event["DTSTART"]) lasts \(try event.seconds("DURATION"))")
        for (name, value) in event.properties where name == "RRULE" {
          lines.append("again \(value)")
        }
        lines.append("summary \(try event.text("SUMMARY"))")
        lines += try event.text("DESCRIPTION").split(
          separator: "\n", omittingEmptySubsequences: false
        )
        .map { "| \($0)" }
        for alarm in event.parts {
          lines.append("alarm \(try alarm.seconds("TRIGGER")) \(try alarm.text("DESCRIPTION"))")
        }
      }
      return lines.map { "\($0)\n" }.joined()
    }
  }
}
