import Patchwise

extension Transcript {
  /// The version of the format that is read and written.
  public static let version = "1"
  /// How many bytes of UTF-8 a transcript may have.
  package static let sizeLimit = 16_777_216
  /// How many lines a transcript may have.
  package static let lineLimit = 100_000
  /// How many consultations are held one after the other at most.
  package static let consultationLimit = 500

  /// Reads a transcript; what cannot be read is kept as such, and fails when it is run.
  ///
  /// Of one that is too long the rest is kept as one line that cannot be read.
  ///
  /// - Complexity: Proportional to the length of the text.
  public init(_ text: String, named name: String) {
    self.name = name
    lines = []
    var rest = text[...]
    let isTooLong = text.utf8.count > Self.sizeLimit
    while !rest.isEmpty {
      if isTooLong || lines.count == Self.lineLimit {
        let reason =
          isTooLong
          ? "a transcript must not be longer than \(Self.sizeLimit) bytes"
          : "a transcript must not have more than \(Self.lineLimit) lines"
        lines.append(
          Line(
            number: lines.count + 1, text: String(rest), lineBreak: "",
            content: .unreadable(reason)))
        break
      }
      let row = Substring(rest.unicodeScalars.prefix { !$0.isLineBreak })
      let lineBreak = rest[row.endIndex...].prefix(1)
      rest = rest[lineBreak.endIndex...]
      lines.append(
        Line(
          number: lines.count + 1, text: String(row), lineBreak: String(lineBreak),
          // A byte order mark says nothing.
          content: Self.content(of: lines.isEmpty ? row.drop { $0 == "\u{FEFF}" } : row)))
    }
  }

  private static func content(of row: Substring) -> Line.Content {
    let line = row.trimmingSpaces
    guard let first = line.first else { return .blank }
    switch first {
    case "#": return .comment
    case "?": return .asked(rest(line, 1))
    case ">":
      // Blanks at the end do not count, those inside what was typed do. It may begin with a mark, which would make one
      // character with the blank before it.
      let typed = row.drop { $0.isWhitespace }.unicodeScalars.dropFirst()
      return .typed(String(typed.first == " " ? typed.dropFirst() : typed))
    case "!": return .refused(rest(line, 1))
    case "<": return .said(rest(line, 1))
    case "@": return .clock(rest(line, 1))
    case "=": return expectation(rest(line, 1))
    default: break
    }
    for (word, make) in headers where line.hasPrefix(word) { return make(rest(line, word.count)) }
    return .unreadable(whyUnreadable(line))
  }

  private static func whyUnreadable(_ line: String) -> String {
    let names = headers.map { $0.0.trimmingSpaces }
    if names.contains(line) { return "after '\(line)' something is missing" }
    let first = String(line.prefix { !$0.isWhitespace })
    let near = NearestSpelling.of(first, among: names)
    return "a line begins with #, ?, >, !, =, <, @, or is a header"
      + (near.map { "; did you mean '\($0)'?" } ?? "")
  }

  private static let headers: [(String, @Sendable (String) -> Line.Content)] = [
    ("patchwise transcript ", { .version($0) }), ("knowledge ", { .knowledge($0) }),
    ("consult ", { .consult($0) }), ("given ", given), ("understood:", { .understood($0) }),
  ]

  @Sendable private static func given(_ text: String) -> Line.Content {
    let halves = text.split(separator: ":", maxSplits: 1).map { $0.trimmingSpaces }
    guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty else {
      return .unreadable(
        "what is given is a question and its answer; write 'given QUESTION: ANSWER'")
    }
    return .given(question: halves[0], answer: halves[1])
  }

  private static func expectation(_ text: String) -> Line.Content {
    if text == "ended early" { return .expected(.endedEarly) }
    guard let colon = text.firstIndex(of: ":") else {
      let isNear = NearestSpelling.of(text, among: ["ended early"]) != nil
      return .unreadable(
        isNear
          ? "there is no such expectation; did you mean 'ended early'?"
          : """
          an expectation is 'SCALE: LEVEL', 'ended early', 'plan: NAME', 'alarm: NAME', or, perhaps \
          with a 'not' before it, 'because: RULE', 'advice: NAME' or 'asked: QUESTION'
          """)
    }
    let key = text[..<colon].trimmingSpaces
    let value = text[text.index(after: colon)...].trimmingSpaces
    guard !value.isEmpty else { return .unreadable("after '\(key):' a name is missing") }
    switch key {
    case "because": return .expected(.because(rule: value, true))
    case "not because": return .expected(.because(rule: value, false))
    case "advice": return .expected(.advice(value, true))
    case "not advice": return .expected(.advice(value, false))
    case "plan": return .expected(.plan(value))
    case "asked": return .expected(.asked(value, true))
    case "not asked": return .expected(.asked(value, false))
    case "alarm": return .expected(.alarm(value))
    default:
      // Not every keyboard has the sign.
      let ends = value.replacing("...", with: "…").split(separator: "…").map { $0.trimmingSpaces }
      guard let floor = ends.first, ends.count <= 2, !ends.contains("") else {
        return .unreadable("a scale has one level, or two with '…' between them")
      }
      return .expected(.level(scale: key, floor: floor, ceiling: ends.last ?? floor))
    }
  }

  private static func rest(_ line: String, _ count: Int) -> String {
    line.dropFirst(count).trimmingSpaces
  }
}

extension Unicode.Scalar {
  /// Whether a line ends with it.
  fileprivate var isLineBreak: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}

extension Transcript.Expectation: CustomStringConvertible {
  /// The expectation as it is written behind `=`.
  public var description: String {
    switch self {
    case .level(let scale, let floor, let ceiling):
      floor == ceiling ? "\(scale): \(floor)" : "\(scale): \(floor) … \(ceiling)"
    case .because(let rule, let holds): "\(holds ? "" : "not ")because: \(rule)"
    case .advice(let advice, let holds): "\(holds ? "" : "not ")advice: \(advice)"
    case .plan(let plan): "plan: \(plan)"
    case .asked(let question, let holds): "\(holds ? "" : "not ")asked: \(question)"
    case .alarm(let alarm): "alarm: \(alarm)"
    case .endedEarly: "ended early"
    }
  }
}
