import Patchwise

/// A transcript as something to be played: what is typed at each question, in order.
struct Script {
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
  var consult: (line: Int, name: String)?
  var start: [Clock] = []
  /// How the clock moves behind the last scene.
  var end: [Clock] = []
  var scenes: [Scene] = []
  var expectations: [(line: Int, expectation: Transcript.Expectation)] = []
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
      case .consult(let name): consult = (line.number, name)
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
        if scenes.isEmpty { start.append(clock) } else { clocks.append(clock) }
      case .asked(let name):
        if name.isEmpty { report(line, "after '?' the name of a question is missing") }
        scenes.append(Scene(name: name, line: line.number, clocks: clocks))
        clocks = []
      case .typed(let text):
        // Before the first line of a scene the clock moves with the scene.
        attach(line) { $0.turns.append(Turn(line: line.number, text: text, clocks: clocks)) }
        clocks = []
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
      case .expected(let expectation): expectations.append((line.number, expectation))
      case .unreadable(let why): report(line, why)
      }
    }
    end = clocks
    if !hasVersion {
      problems.insert(
        Replay.Failure(
          line: 1, message: "a transcript begins with 'patchwise transcript \(Transcript.version)'"),
        at: 0)
    }
  }

  private mutating func report(_ line: Transcript.Line, _ message: String) {
    problems.append(Replay.Failure(line: line.number, message: message))
  }

  private mutating func attach(_ line: Transcript.Line, _ change: (inout Scene) -> Void) {
    guard !scenes.isEmpty else { return report(line, "a '? QUESTION' must stand before this line") }
    change(&scenes[scenes.count - 1])
  }

  private mutating func attachToTurn(_ line: Transcript.Line, _ change: (inout Turn) -> Void) {
    guard let scene = scenes.indices.last, let turn = scenes[scene].turns.indices.last else {
      return report(line, "a '> TEXT' must stand before this line")
    }
    change(&scenes[scene].turns[turn])
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
