import Patchwise

/// A transcript as something to be played: what is typed at each question, in order.
struct Script {
  /// One consultation of those that are held one after the other.
  struct Sitting {
    var consult: (line: Int, name: String)?
    /// What was named before it, and nothing came of.
    var passedOver: [(line: Int, name: String)] = []
    /// How the clock moves before it.
    var start: [Clock] = []
    /// What is known before anything is asked.
    var given: [(line: Int, question: String, answer: String)] = []
    var scenes: [Scene] = []
    /// How the clock moves behind the last scene.
    var end: [Clock] = []
    var expectations: [(line: Int, expectation: Transcript.Expectation)] = []
  }

  /// What stands under one `?`.
  struct Scene {
    var name: String
    var line: Int
    /// How the clock moves before it.
    var clocks: [Clock] = []
    /// What must have been said when the question was put.
    var saidBefore: [Said] = []
    var turns: [Turn] = []
  }

  /// A typed line, and what must come of it.
  struct Turn {
    var line: Int
    var text: String
    /// How the clock moves before it.
    var clocks: [Clock] = []
    var understood: [(line: Int, text: String)] = []
    var refused: [(line: Int, text: String)] = []
    var said: [Said] = []
  }

  /// Words that must be said.
  struct Said {
    var line: Int
    var pattern: String
  }

  /// A new time, or a step forward.
  enum Clock {
    case at(Moment)
    case after(TimeSpan)
  }

  var knowledge: (line: Int, name: String)?
  /// The sittings in order; there is always one.
  var sittings = [Sitting()]
  /// What cannot be played.
  var problems: [Replay.Failure] = []

  init(_ transcript: Transcript) {
    var clocks: [Clock] = []
    var (hasVersion, hasTime) = (false, false)
    for line in transcript.lines {
      switch line.content {
      case .blank, .comment: break
      case .version(let version):
        hasVersion = true
        if version != Transcript.version {
          report(line, "this is version '\(version)' of the format, known is \(Transcript.version)")
        }
      case .knowledge(let name): knowledge = (line.number, name)
      case .consult(let name):
        if !sittings[last].scenes.isEmpty || !sittings[last].expectations.isEmpty {
          // Each is held after all those before it.
          guard sittings.count < Transcript.consultationLimit else {
            report(
              line,
              "a transcript must not hold more than \(Transcript.consultationLimit) consultations")
            return
          }
          sittings.append(Sitting(start: clocks))
          clocks = []
        }
        if let consult = sittings[last].consult { sittings[last].passedOver.append(consult) }
        sittings[last].consult = (line.number, name)
      case .given(let question, let answer):
        guard sittings[last].scenes.isEmpty else {
          report(line, "what is given stands before the first question")
          continue
        }
        sittings[last].given.append((line.number, question, answer))
      case .clock(let text):
        guard let clock = Self.clock(text) else {
          report(line, "'\(text)' is no time; write '@ 2026-03-02 20:15' or '@ +48h'")
          continue
        }
        if case .after = clock, !hasTime {
          report(line, "there is no time to move on from; write '@ 2026-03-02 20:15' before")
          continue
        }
        hasTime = true
        if sittings[last].scenes.isEmpty {
          sittings[last].start.append(clock)
        } else {
          clocks.append(clock)
        }
      case .asked(let name):
        if name.isEmpty { report(line, "after '?' the name of a question is missing") }
        sittings[last].scenes.append(
          Scene(name: name, line: line.number, clocks: sittings[last].end + clocks))
        (sittings[last].end, clocks) = ([], [])
      case .typed(let text):
        // Before the first line of a scene the clock moves with the scene.
        let turn = Turn(line: line.number, text: text, clocks: sittings[last].end + clocks)
        attach(line) { $0.turns.append(turn) }
        (sittings[last].end, clocks) = ([], [])
      case .understood(let text): attachToTurn(line) { $0.understood.append((line.number, text)) }
      case .refused(let text): attachToTurn(line) { $0.refused.append((line.number, text)) }
      case .said(let pattern):
        attach(line) { scene in
          let said = Said(line: line.number, pattern: pattern)
          if scene.turns.isEmpty {
            scene.saidBefore.append(said)
          } else {
            scene.turns[scene.turns.count - 1].said.append(said)
          }
        }
      case .expected(let expectation):
        // What moves the clock below it may belong to the next sitting.
        sittings[last].end += clocks
        clocks = []
        sittings[last].expectations.append((line.number, expectation))
      case .unreadable(let why): report(line, why)
      }
    }
    sittings[last].end += clocks
    if !hasVersion { reportMissingVersion(in: transcript) }
  }

  /// The place of the sitting that is being read.
  private var last: Int { sittings.count - 1 }

  /// Says how a transcript begins, and nothing else, as it may be anything; at its first line, if that was meant
  /// so.
  private mutating func reportMissingVersion(in transcript: Transcript) {
    let first = transcript.lines.first { $0.content != .blank && $0.content != .comment }
    var place = 1
    if let first, case .unreadable = first.content { place = first.number }
    problems = [
      Replay.Failure(
        line: place,
        message: "a transcript begins with 'patchwise transcript \(Transcript.version)'")
    ]
  }

  private mutating func report(_ line: Transcript.Line, _ message: String) {
    problems.append(Replay.Failure(line: line.number, message: message))
  }

  private mutating func attach(_ line: Transcript.Line, _ change: (inout Scene) -> Void) {
    guard let scene = sittings[last].scenes.indices.last else {
      return report(line, "a '? QUESTION' must stand before this line")
    }
    change(&sittings[last].scenes[scene])
  }

  private mutating func attachToTurn(_ line: Transcript.Line, _ change: (inout Turn) -> Void) {
    guard let scene = sittings[last].scenes.indices.last,
      let turn = sittings[last].scenes[scene].turns.indices.last
    else {
      return report(line, "a '> TEXT' must stand before this line")
    }
    change(&sittings[last].scenes[scene].turns[turn])
  }

  private static func clock(_ text: String) -> Clock? {
    guard text.first == "+" else { return Moment(text).map(Clock.at) }
    let digits = text.dropFirst().prefix { $0.isNumber || $0 == "." }
    let unit = text.dropFirst(digits.count + 1).filter { !$0.isWhitespace }
    guard let count = Double(digits), let unit = TimeSpan.Unit(unit),
      let span = TimeSpan(count, unit)
    else { return nil }
    return .after(span)
  }
}
