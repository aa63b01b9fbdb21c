public import Patchwise
public import PatchwiseDialogue

extension Transcript {
  /// Whether it is about a knowledge base, or doesn't say what it is about.
  package func isAbout(_ base: KnowledgeBase) -> Bool {
    let named = Script(self).knowledge?.name
    return named == nil || named == base.knowledge.id.name
  }

  /// Begins anew with the answers that were given last.
  ///
  /// They are typed by their names where they are asked for. What other knowledge does not ask for is left
  /// out, and what it does not understand is asked again. An alarm that has stopped everything does so again.
  ///
  /// - Parameters:
  ///   - knowledge: The knowledge that decides from now on.
  ///   - now: What the clock says now; where it is nothing, what it said in the consultation.
  ///   - moved: How much later days are that were answered.
  ///   - didTake: Called for each answer, as a chat does for a line that was typed.
  /// - Returns: The conversation with these answers; nothing if there is no such consultation any more.
  public func beginAgain(
    with knowledge: KnowledgeBase, at now: Moment?, movingDaysBy moved: TimeSpan? = nil,
    didTake: (Awaiting, String, Reply, Dialogue) -> Void = { _, _, _, _ in }
  ) -> Dialogue? {
    beginAgain(
      with: knowledge, at: now, holding: heldDialogue(with: knowledge), movingDaysBy: moved,
      didTake: didTake)
  }

  /// Begins anew with the answers of a conversation as it was held, under whatever knowledge; without one, with
  /// those that are written.
  ///
  /// Where `hearsDanger` is false an alarm does not sound again, as it takes the person's own words.
  package func beginAgain(
    with knowledge: KnowledgeBase, at now: Moment? = nil, holding held: Dialogue?,
    movingDaysBy moved: TimeSpan? = nil, hearsDanger: Bool = true,
    didTake: (Awaiting, String, Reply, Dialogue) -> Void = { _, _, _, _ in }
  ) -> Dialogue? {
    guard let sitting = Script(self).sittings.last,
      var dialogue = opening(with: knowledge, at: now, held, movingDaysBy: moved)
    else { return nil }
    _ = dialogue.begin()
    var answers =
      held?.consultation.map { Self.answers($0, movingDaysBy: moved) } ?? sitting.answers
    while case .question(let id) = dialogue.awaiting,
      let text = answers.removeValue(forKey: id.name)
    {
      var next = dialogue
      let reply = next.respond(to: text)
      guard case .answered = reply.outcome else { break }
      dialogue = next
      didTake(.question(id), text, reply, dialogue)
    }
    guard hearsDanger, held?.isInDanger ?? true else { return dialogue }
    for line in sitting.linesOfDanger(in: dialogue) {
      let awaiting = dialogue.awaiting
      let reply = dialogue.respond(to: line)
      didTake(awaiting, line, reply, dialogue)
    }
    return dialogue
  }

  /// The last conversation before its first question, with what was known then; nothing if there is no such
  /// consultation any more.
  func opening(
    with knowledge: KnowledgeBase, at now: Moment?, _ held: Dialogue? = nil,
    movingDaysBy moved: TimeSpan? = nil
  ) -> Dialogue? {
    guard let sitting = Script(self).sittings.last,
      var dialogue = try? Dialogue(
        about: knowledge, consulting: Self.kind(of: sitting, held, in: knowledge),
        at: now ?? held?.consultation?.now ?? sitting.began,
        earlier: held?.consultation?.earlier ?? [])
    else { return nil }
    for (_, question, text) in sitting.given {
      let id = Identifier<Question>(question)
      guard var answer = dialogue.answer(named: text, to: id) else { continue }
      if case .date(let day) = answer, let moved { answer = .date(day + moved) }
      dialogue.give([id: answer])
    }
    return dialogue
  }

  /// The kind of consultation; nothing if none was chosen.
  private static func kind(
    of sitting: Script.Sitting, _ held: Dialogue?, in knowledge: KnowledgeBase
  ) -> Identifier<ConsultationKind>? {
    if let held { return held.consultation?.kind.id }
    // What was typed where one is chosen may have been anything.
    return sitting.namedKind ?? sitting.kind.flatMap { knowledge.consultation($0)?.id }
  }

  /// The conversation as it stood where it broke off; nothing if it can't be held so with such knowledge.
  package func heldDialogue(with knowledge: KnowledgeBase) -> Dialogue? {
    let replay = Replay(self, with: knowledge)
    return replay.passed || replay.isCutOff && replay.failures.count == 1 ? replay.dialogue : nil
  }

  /// The names of the answers that a consultation has.
  private static func answers(
    _ consultation: Consultation, movingDaysBy moved: TimeSpan?
  ) -> [String: String] {
    let pairs = consultation.answered.compactMap { id -> (String, String)? in
      guard let answer = consultation.answer(to: id) else { return nil }
      if case .date(let day) = answer, let moved {
        return (id.name, AnswerNotation.text(of: .date(day + moved)))
      }
      return (id.name, AnswerNotation.text(of: answer))
    }
    return Dictionary(pairs) { $1 }
  }
}

extension Script.Sitting {
  /// What the clock said when it began, if that is written.
  var began: Moment? {
    start.reversed().lazy.compactMap { if case .at(let moment) = $0 { moment } else { nil } }.first
  }

  /// The names of the answers as they are written; those before a new beginning don't count.
  fileprivate var answers: [String: String] {
    var answers: [String: String] = [:]
    for scene in scenes {
      if scene.name == "begin" { answers = [:] }
      for turn in scene.turns where turn.refused.isEmpty {
        answers[scene.name] = turn.understood.last?.text ?? turn.text
      }
    }
    return answers
  }

  /// Finds the lines that sounded the alarm which was open last, or were asked about and not answered.
  ///
  /// - Parameter dialogue: The conversation in which they are to be typed again.
  /// - Returns: The lines in order; none if nothing was open.
  fileprivate func linesOfDanger(in dialogue: Dialogue) -> [String] {
    let lines = scenes.flatMap(\.turns).map(\.text).filter { !Dialogue.isLeaving($0) }
      .suffix(100).map(\.self)
    for place in lines.indices.reversed() {
      // Who went on, or began anew, had done with what was before.
      if Dialogue.leavesDangerBehind(lines[place]) { return [] }
      var said = dialogue
      var count = 1
      _ = said.respond(to: lines[place])
      while said.isConfirmingAlarm, place + count < lines.count {
        _ = said.respond(to: lines[place + count])
        count += 1
      }
      if said.isInDanger { return Array(lines[place..<place + count]) }
    }
    return []
  }

  /// The kind of consultation that was understood or stands in the header; nothing if there is none.
  fileprivate var namedKind: Identifier<ConsultationKind>? {
    let turn = scenes.last { $0.name == "begin" }?.turns.last
    return (turn == nil ? consult?.name : turn?.understood.last?.text).map { Identifier($0) }
  }

  /// The kind of consultation, as it was chosen or named; nothing if it was not.
  var kind: Identifier<ConsultationKind>? {
    let turn = scenes.last { $0.name == "begin" }?.turns.last
    // What was typed in words of one's own is no name, and may have been an alarm.
    let typed = turn.flatMap { $0.text.contains(where: \.isWhitespace) ? nil : $0.text }
    return (turn?.understood.last?.text ?? typed ?? consult?.name).map { Identifier($0) }
  }
}
