public import Patchwise
public import PatchwiseDialogue

/// Plays a transcript and compares what happens with what it says must happen.
///
/// What is typed is looked up by question, so that a changed order of questions does not break a
/// transcript. The conversation is the one a person has; nothing goes around it.
public struct Replay: Sendable {
  /// Something that did not come out as the transcript says.
  public struct Failure: Hashable, Sendable {
    /// The line of the transcript, from 1.
    public var line: Int
    /// What is wrong, as a sentence in lower case.
    public var message: String
    /// What the transcript says, if that can be shown beside what came out.
    public var expected: String?
    /// What came out.
    public var actual: String?

    /// Creates a failure.
    public init(line: Int, message: String, expected: String? = nil, actual: String? = nil) {
      self.line = line
      self.message = message
      self.expected = expected
      self.actual = actual
    }
  }

  /// The play.
  public let transcript: Transcript
  /// What did not come out as it must, in the order of lines.
  public private(set) var failures: [Failure] = []
  /// The conversation as it stands at the end.
  public private(set) var dialogue: Dialogue?
  /// The questions that were put, in order.
  public private(set) var asked: [Identifier<Question>] = []

  /// What of the knowledge the conversation has come upon.
  private(set) var exercised = Exercised()

  private var edits = TranscriptEdits()
  private var said: [Block] = []

  /// Plays a transcript.
  ///
  /// - Parameters:
  ///   - transcript: The play.
  ///   - knowledge: The knowledge base that it is about.
  public init(_ transcript: Transcript, with knowledge: KnowledgeBase) {
    self.transcript = transcript
    let script = Script(transcript)
    failures = script.problems
    defer { failures.sort { $0.line < $1.line } }
    if let named = script.knowledge, named.name != knowledge.knowledge.id.name {
      fail(
        named.line, "the transcript is about other knowledge", expected: named.name,
        actual: knowledge.knowledge.id.name)
      return
    }
    var dialogue: Dialogue
    do {
      dialogue = try Dialogue(
        about: knowledge, consulting: script.consult.map { Identifier($0.name) })
    } catch {
      fail(
        script.consult?.line ?? 1, "there is no consultation '\(error.id)'", expected: nil,
        actual: error.known.map(\.name).joined(separator: ", "))
      return
    }
    for clock in script.start { Self.move(&dialogue, clock) }
    play(script, &dialogue)
    for clock in script.end { Self.move(&dialogue, clock) }
    check(script.expectations, dialogue)
    self.dialogue = dialogue
  }

  /// Whether everything came out as the transcript says.
  public var passed: Bool { failures.isEmpty }

  /// The transcript with the expectations that failed rewritten to what happened.
  ///
  /// Comments, typed lines and patterns with `…` stay as they are.
  public var accepted: Transcript { edits.applied(to: transcript) }

  // MARK: Playing

  private mutating func play(_ script: Script, _ dialogue: inout Dialogue) {
    said = dialogue.begin()
    var waiting = script.scenes[...].map { Optional($0) }
    note(dialogue)
    var lastLine = transcript.lines.last?.number ?? 1
    while !dialogue.isOver {
      let name = Self.name(of: dialogue.awaiting)
      guard let place = waiting.firstIndex(where: { $0?.name == name }), let scene = waiting[place]
      else {
        if case .anythingElse = dialogue.awaiting { break }
        fail(lastLine, "question '\(name)' was asked, and the transcript has no answer to it")
        break
      }
      waiting[place] = nil
      lastLine = scene.line
      for clock in scene.clocks { Self.move(&dialogue, clock) }
      compare(scene.saidBefore)
      // A question to which nothing is typed is where the conversation breaks off.
      if scene.turns.isEmpty { break }
      take(scene.turns, of: scene, &dialogue)
    }
    for scene in waiting.compactMap({ $0 }) {
      fail(
        scene.line,
        "'\(scene.name)' was never asked\(dialogue.knowledge.question(Identifier(scene.name)) == nil && !["begin", "anything-else"].contains(scene.name) ? "; there is no such question" : "")"
      )
    }
  }

  private mutating func take(
    _ turns: [Script.Turn], of scene: Script.Scene, _ dialogue: inout Dialogue
  ) {
    for turn in turns {
      guard !dialogue.isOver, Self.name(of: dialogue.awaiting) == scene.name else {
        fail(turn.line, "this was never typed: '\(scene.name)' was no longer asked")
        return
      }
      for clock in turn.clocks { Self.move(&dialogue, clock) }
      let reply = dialogue.respond(to: turn.text)
      said = reply.blocks
      exercised.note(reply, dialogue)
      note(dialogue)
      compare(turn, reply)
    }
  }

  private mutating func note(_ dialogue: Dialogue) {
    if case .question(let id) = dialogue.awaiting, asked.last != id { asked.append(id) }
  }

  static func name(of awaiting: Awaiting) -> String {
    switch awaiting {
    case .consultation: "begin"
    case .question(let id): id.name
    case .anythingElse: "anything-else"
    }
  }

  private static func move(_ dialogue: inout Dialogue, _ clock: Script.Clock) {
    switch clock {
    case .at(let moment): dialogue.now = moment
    case .after(let span): dialogue.now = dialogue.now.map { $0 + span }
    }
  }

  // MARK: Comparing

  private mutating func fail(
    _ line: Int, _ message: String, expected: String? = nil, actual: String? = nil
  ) {
    failures.append(Failure(line: line, message: message, expected: expected, actual: actual))
  }

  private mutating func compare(_ turn: Script.Turn, _ reply: Reply) {
    let actual = Self.understood(reply.outcome)
    for (line, text) in turn.understood where actual != text {
      fail(line, "the answer was understood otherwise", expected: text, actual: actual ?? "nothing")
      edits.replace(line, with: actual.map { "  understood: \($0)" })
    }
    if reply.outcome != .refused {
      for (line, _) in turn.refused {
        fail(
          line, "this must be refused, and was not", expected: nil,
          actual: actual.map { "understood: \($0)" })
        edits.replace(line, with: nil)
      }
    } else if turn.refused.isEmpty {
      fail(turn.line, "this was refused", expected: nil, actual: reply.blocks.first?.text)
      edits.insert("!", after: turn.line)
    }
    if reply.outcome == .refused {
      for (line, text) in turn.refused where !text.isEmpty {
        compare([Script.Said(line: line, pattern: text)], marker: "!")
      }
    }
    compare(turn.said)
  }

  /// Looks for words among what was said last, in their order.
  private mutating func compare(_ expected: [Script.Said], marker: String = "<") {
    let lines = said.map(\.text).filter { !$0.isEmpty }
    var places: [Int?] = []
    var next = 0
    for words in expected {
      let place = lines[next...].firstIndex(where: SaidPattern(words.pattern).matches)
      if let place { next = place + 1 }
      places.append(place)
    }
    // What was not found is likeliest to have become one of the lines between its neighbours.
    next = 0
    for (index, words) in expected.enumerated() {
      if let place = places[index] {
        next = place + 1
        continue
      }
      let end = places[index...].lazy.compactMap { $0 }.first ?? lines.count
      let pattern = SaidPattern(words.pattern)
      let nearest = pattern.nearest(among: lines[next..<end])
      fail(
        words.line, "this was not said", expected: words.pattern, actual: nearest.map { lines[$0] })
      guard !pattern.hasGap else { continue }
      let instead = nearest.map { "\(marker) \(lines[$0])" }
      edits.replace(words.line, with: instead ?? (marker == "!" ? marker : nil))
      if let nearest { next = nearest + 1 }
    }
  }

  private mutating func check(
    _ expectations: [(line: Int, expectation: Transcript.Expectation)], _ dialogue: Dialogue
  ) {
    let outcome = Outcome(dialogue, asked: asked)
    for (line, expectation) in expectations {
      switch outcome.actual(expectation) {
      case .holds: break
      case .unknownName(let message): fail(line, message)
      case .differs(let actual):
        fail(line, "this did not come out", expected: expectation.description, actual: actual)
        if case .level = expectation {
          edits.replace(line, with: actual.map { "= \($0)" })
        } else {
          edits.replace(line, with: nil)
        }
      }
    }
  }

  /// The answer as transcripts write it.
  static func understood(_ outcome: Reply.Outcome) -> String? {
    switch outcome {
    case .answered(_, let answer): AnswerNotation.text(of: answer)
    case .began(let kind): kind.name
    default: nil
    }
  }
}

/// Answers as transcripts write them: by name, not by label.
package enum AnswerNotation {
  /// Returns the text of an answer.
  package static func text(of answer: Answer) -> String {
    switch answer {
    case .unsure: "unsure"
    case .option(let id): id.name
    case .options([]): "none"
    case .options(let ids): ids.map(\.name).joined(separator: ", ")
    case .number(let number):
      number.rounded() == number && abs(number) < 1e15 ? String(Int(number)) : String(number)
    case .duration(let span): span.description
    case .date(let day): day.day
    }
  }
}
