import Patchwise

/// A line of an iCalendar file: what it is about, and a value (RFC 5545, section 3.1).
struct ContentLine: Hashable, Sendable {
  private let unfolded: String

  /// Creates a line whose value is of a form that needs no escapes.
  init(_ name: String, _ value: String) { unfolded = "\(name):\(value)" }

  /// Creates a line whose value is any text; control characters other than line breaks are left out.
  ///
  /// - Parameters:
  ///   - name: What the value is.
  ///   - text: The value.
  init(_ name: String, text: String) {
    let value = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\\\"
      case ";": "\\;"
      case ",": "\\,"
      case "\n": "\\n"
      case "\t": " "
      default: scalar.isPrintable ? String(scalar) : ""
      }
    }.joined()
    self.init(name, value)
  }

  /// Creates a line whose value is a day and time of no time zone, which is that of whoever reads it.
  init(_ name: String, _ moment: Moment) { self.init(name, moment.compact) }

  /// Creates a line whose value is a length of time that is not negative.
  init(_ name: String, _ span: TimeSpan) {
    let units: [(TimeSpan.Unit, String)] = [(.hour, "H"), (.minute, "M")]
    let unit = units.first { span.seconds.isMultiple(of: $0.0.seconds) && span.seconds > 0 }
    let (seconds, letter) = unit.map { ($0.0.seconds, $0.1) } ?? (1, "S")
    self.init(name, "PT\(span.seconds / seconds)\(letter)")
  }

  /// The most bytes that a line may have before it is folded, without its line break.
  static let limit = 75

  /// The line as it stands in a file, with its line break; no character is cut where it is folded.
  var folded: String {
    var folded = String.UnicodeScalarView()
    var length = 0
    for scalar in unfolded.unicodeScalars {
      let width = UTF8.width(scalar)
      if length + width > Self.limit {
        folded.append(contentsOf: "\r\n ".unicodeScalars)
        length = 1
      }
      folded.append(scalar)
      length += width
    }
    return String(folded) + "\r\n"
  }
}

extension Moment {
  /// The moment as `20260302T201500`.
  var compact: String {
    let time = (self - startOfDay).seconds
    let parts = [time / 3_600, time / 60 % 60, time % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return day.filter { $0 != "-" } + "T" + parts.joined()
  }
}
