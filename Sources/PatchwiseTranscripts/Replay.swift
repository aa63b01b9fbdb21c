public import Patchwise
public import PatchwiseDialogue

/// Plays a transcript and compares what happens with what it says must happen.
///
/// What is typed is looked up by question, so that a changed order of questions does not break a
/// transcript. The conversation is the one a person has; nothing goes around it.
public struct Replay: Sendable {
  /// Something that did not come out as the transcript says.
  public struct Failure: Hashable, Sendable, CustomStringConvertible {
    /// The line of the transcript, from 1.
    public var line: Int
    /// What is wrong, as a sentence in lower case.
    public var message: String
    /// What the transcript says, if that can be shown beside what came out.
    public var expected: String?
    /// What came out.
    public var actual: String?

    /// The line and what is wrong, such as `14: 'since' was never asked`.
    public var description: String {
      let compared = expected.map { " (expected '\($0)')" } ?? ""
      return "\(line): \(message)\(compared)\(actual.map { " (got '\($0)')" } ?? "")"
    }

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
  public internal(set) var failures: [Failure] = []
  /// The conversation as it stands at the end; the last one, if there are several sittings.
  public private(set) var dialogue: Dialogue?
  /// Whether it failed because nothing more is typed, though something was asked.
  package private(set) var isCutOff = false
  /// Whether it went astray because no clock said when it is, so that nothing else can be told of it.
  private var lacksTime = false
  /// The questions that were put, in order, at all sittings.
  public private(set) var asked: [Identifier<Question>] = []

  /// The consultation after each line that was typed, at all sittings.
  package private(set) var standings: [Consultation] = []
  /// What of the knowledge the conversation has come upon.
  private(set) var exercised = Exercised()

  var edits = TranscriptEdits()
  /// What was said last.
  private(set) var said: [Block] = []

  /// Plays a transcript.
  ///
  /// - Parameters:
  ///   - transcript: The play.
  ///   - knowledge: The knowledge base that it is about.
  public init(_ transcript: Transcript, with knowledge: KnowledgeBase) {
    self.init(transcript, with: knowledge, in: knowledge.vocabulary)
  }

  /// Plays a transcript in words that are prepared already.
  ///
  /// - Parameters:
  ///   - transcript: The play.
  ///   - knowledge: The knowledge base that it is about.
  ///   - vocabulary: The words of that knowledge.
  package init(
    _ transcript: Transcript, with knowledge: KnowledgeBase, in vocabulary: Vocabulary
  ) {
    self.transcript = transcript
    let script = Script(transcript)
    failures = script.problems
    defer { failures.sort { $0.line < $1.line } }
    // What was read wrong would be played wrong, and each slip be told many times over.
    guard failures.isEmpty else { return }
    if let named = script.knowledge, named.name != knowledge.knowledge.id.name {
      fail(
        named.line, "the transcript is about other knowledge", expected: named.name,
        actual: knowledge.knowledge.id.name)
      return
    }
    var earlier: [Consultation] = []
    for sitting in script.sittings {
      guard var dialogue = dialogue(for: sitting, after: earlier, about: knowledge, in: vocabulary)
      else { return }
      for clock in sitting.start { Self.move(&dialogue, clock) }
      // What is missing would be asked for, and told once more.
      guard give(sitting.given, to: &dialogue) else { return }
      let before = asked.count
      // Of a play that went astray nothing more can be said, and nothing accepted.
      let isWhole = play(sitting, &dialogue)
      if isWhole || isCutOff { for clock in sitting.end { Self.move(&dialogue, clock) } }
      if isWhole {
        check(sitting.expectations, Outcome(dialogue, asked: Array(asked[before...])))
      }
      self.dialogue = dialogue
      guard isWhole else { return }
      // What broke off is nothing to compare with.
      if let consultation = dialogue.consultation, consultation.isOver {
        earlier.append(consultation)
      }
    }
  }

  /// Whether everything came out as the transcript says.
  public var passed: Bool { failures.isEmpty }

  /// The transcript with the expectations that failed rewritten to what happened.
  ///
  /// Comments, typed lines and patterns with `…` stay as they are.
  public var accepted: Transcript { edits.applied(to: transcript) }

  /// How many lines of the transcript are not the same in the accepted one.
  public var rewriting: Rewriting { edits.summary }

  /// How many lines were changed, removed and added.
  public struct Rewriting: Hashable, Sendable, CustomStringConvertible {
    /// Lines that say something else.
    public var changed: Int
    /// Lines of which nothing is left.
    public var removed: Int
    /// Lines that were not there.
    public var added: Int

    /// The numbers in words, such as `2 lines changed, 1 removed`.
    public var description: String {
      let counts = [(changed, "changed"), (removed, "removed"), (added, "added")]
        .filter { $0.0 > 0 }
      guard let (count, what) = counts.first else { return "nothing changed" }
      let first = "\(count) \(count == 1 ? "line" : "lines") \(what)"
      return ([first] + counts.dropFirst().map { "\($0) \($1)" }).joined(separator: ", ")
    }
  }

  // MARK: Playing

  /// Begins the conversation of a sitting; nothing if there is no such consultation.
  private mutating func dialogue(
    for sitting: Script.Sitting, after earlier: [Consultation], about knowledge: KnowledgeBase,
    in vocabulary: Vocabulary
  ) -> Dialogue? {
    let name = sitting.consult?.name
    for consult in sitting.passedOver
    where knowledge.consultation(Identifier(consult.name)) == nil {
      let known = knowledge.knowledge.consultations.map(\.id.name)
      fail(
        consult.line,
        Outcome.unknown(
          "there is no consultation '\(consult.name)'", near: consult.name, of: known),
        actual: known.joined(separator: ", "))
    }
    do {
      return try Dialogue(
        about: knowledge, in: vocabulary, consulting: name.map { Identifier($0) },
        at: dialogue?.now, earlier: earlier)
    } catch {
      let known = error.known.map(\.name)
      fail(
        sitting.consult?.line ?? 1,
        Outcome.unknown("there is no consultation '\(error.id)'", near: error.id.name, of: known),
        actual: known.joined(separator: ", "))
      return nil
    }
  }

  /// Gives a conversation the answers that are known before anything is asked, and tells whether it takes them.
  private mutating func give(
    _ given: [(line: Int, question: String, answer: String)], to dialogue: inout Dialogue
  ) -> Bool {
    let before = failures.count
    for (line, question, text) in given {
      let id = Identifier<Question>(question)
      if let answer = dialogue.answer(named: text, to: id), dialogue.give([id: answer]).isEmpty {
        continue
      }
      fail(line, Self.whyNotGiven(question, text, to: dialogue), actual: text)
    }
    return failures.count == before
  }

  /// Why a conversation does not take an answer that is given.
  private static func whyNotGiven(
    _ name: String, _ text: String, to dialogue: Dialogue
  ) -> String {
    let base = dialogue.knowledge
    guard let question = base.question(Identifier(name)) else {
      let known = base.knowledge.questions.map(\.id.name)
      return Outcome.unknown("there is no question '\(name)'", near: name, of: known)
    }
    guard let kind = dialogue.consultation?.kind else {
      return "what is given belongs to a consultation; write 'consult NAME' above"
    }
    guard base.sections(of: kind).contains(where: { $0.questions.contains(question.id) }) else {
      return "consultation '\(kind.id)' does not ask '\(name)'"
    }
    return Outcome.unknown(
      "question '\(name)' does not take what is given", near: text,
      of: base.options(of: question).map(\.id.name))
  }

  /// Plays a sitting.
  ///
  /// - Parameters:
  ///   - sitting: The sitting.
  ///   - dialogue: The conversation, which has not begun.
  /// - Returns: Whether it could be played to its end.
  private mutating func play(_ sitting: Script.Sitting, _ dialogue: inout Dialogue) -> Bool {
    said = dialogue.begin()
    var waiting = sitting.scenes.map { Optional($0) }
    // The places of the scenes of each name, the next one first.
    var places = Dictionary(grouping: sitting.scenes.indices) { sitting.scenes[$0].name }
      .mapValues { $0[...] }
    var last: Identifier<Question>?
    var scene: Script.Scene?
    note(dialogue, &last)
    var lastLine =
      (self.dialogue == nil ? nil : sitting.consult?.line) ?? transcript.lines.last?.number ?? 1
    while !dialogue.isOver {
      let name = Self.name(of: dialogue.awaiting)
      guard let place = places[name]?.popFirst() else {
        if case .anythingElse = dialogue.awaiting { break }
        // A name that was misspelt tells more than the answer that is missing for it.
        let strange = waiting.lazy.compactMap(\.self).first { !knows($0.name, dialogue.knowledge) }
        if let strange {
          fail(strange.line, neverAsked(strange.name, dialogue.knowledge))
          return false
        }
        isCutOff = waiting.allSatisfy { $0 == nil }
        if let scene, scene.name == name, let turn = scene.turns.last {
          fail(
            turn.line, "question '\(name)' was asked again, and the transcript has no answer to it",
            actual: said.lazy.map(\.text).first { !$0.isEmpty })
        } else {
          fail(lastLine, "question '\(name)' was asked, and the transcript has no answer to it")
        }
        return false
      }
      let next = sitting.scenes[place]
      waiting[place] = nil
      (scene, lastLine) = (next, next.line)
      for clock in next.clocks { Self.move(&dialogue, clock) }
      compare(next.saidBefore)
      // A question to which nothing is typed is where the conversation breaks off.
      if next.turns.isEmpty {
        let later = waiting.lazy.compactMap { $0 }.first { $0.line > next.line }
        guard let later else { break }
        fail(
          next.line, "nothing is typed here, where the conversation breaks off",
          actual: "'\(later.name)' at line \(later.line)")
        return false
      }
      guard take(next.turns, of: next, &dialogue, &last) else {
        if !lacksTime { reportLeftOver(waiting, of: sitting, in: dialogue.knowledge) }
        return false
      }
    }
    reportLeftOver(waiting, of: sitting, in: dialogue.knowledge)
    return true
  }

  /// Reports the scenes that were not played.
  private mutating func reportLeftOver(
    _ waiting: [Script.Scene?], of sitting: Script.Sitting, in knowledge: KnowledgeBase
  ) {
    var counts: [String: Int] = [:]
    for (scene, played) in zip(waiting, sitting.scenes) where scene == nil {
      counts[played.name, default: 0] += 1
    }
    for scene in waiting.compactMap({ $0 }) {
      let count = counts[scene.name] ?? 0
      var message = "'\(scene.name)' was never asked"
      if count > 0 {
        message = "'\(scene.name)' was asked only \(count == 1 ? "once" : "\(count) times")"
      }
      if !knows(scene.name, knowledge) { message = neverAsked(scene.name, knowledge) }
      fail(scene.line, message)
    }
  }

  /// What can be asked for.
  private func names(_ knowledge: KnowledgeBase) -> [String] {
    knowledge.knowledge.questions.map(\.id.name) + ["begin", "anything-else"]
  }

  private func knows(_ name: String, _ knowledge: KnowledgeBase) -> Bool {
    names(knowledge).contains(name)
  }

  /// Says that there is no such question.
  private func neverAsked(_ name: String, _ knowledge: KnowledgeBase) -> String {
    Outcome.unknown(
      "'\(name)' was never asked; there is no such question", near: name, of: names(knowledge))
  }

  /// Types the lines of a scene, and tells whether all of them could be.
  private mutating func take(
    _ turns: [Script.Turn], of scene: Script.Scene, _ dialogue: inout Dialogue,
    _ last: inout Identifier<Question>?
  ) -> Bool {
    for turn in turns {
      guard !dialogue.isOver, Self.name(of: dialogue.awaiting) == scene.name else {
        fail(turn.line, "this was never typed: '\(scene.name)' was no longer asked")
        return false
      }
      for clock in turn.clocks { Self.move(&dialogue, clock) }
      let needsTime = dialogue.now == nil && dialogue.asksForDay
      let reply = dialogue.respond(to: turn.text)
      said = reply.blocks
      exercised.note(reply, dialogue)
      if let consultation = dialogue.consultation { standings.append(consultation) }
      note(dialogue, &last)
      if needsTime, reply.outcome == .refused, turn.refused.isEmpty {
        lacksTime = true
        fail(
          turn.line, "no day can be told without the time; write '@ 2026-03-02 20:15' above",
          actual: reply.blocks.first?.text)
        return false
      }
      compare(turn, reply)
    }
    return true
  }

  /// Notes the question that is put, unless it is the last one again.
  private mutating func note(_ dialogue: Dialogue, _ last: inout Identifier<Question>?) {
    guard case .question(let id) = dialogue.awaiting, last != id else { return }
    asked.append(id)
    last = id
  }

  /// What transcripts call that which is awaited.
  static func name(of awaiting: Awaiting) -> String {
    switch awaiting {
    case .consultation: "begin"
    case .question(let id): id.name
    case .anythingElse: "anything-else"
    }
  }

  private static func move(_ dialogue: inout Dialogue, _ clock: Script.Clock) {
    switch clock {
    case .at(let moment): dialogue.resume(at: moment)
    case .after(let span): dialogue.now = dialogue.now.map { $0 + span }
    }
  }
}

extension Dialogue {
  /// Whether it asks for a day.
  fileprivate var asksForDay: Bool {
    guard case .question(let id) = awaiting, case .date? = knowledge.question(id)?.domain else {
      return false
    }
    return true
  }
}
