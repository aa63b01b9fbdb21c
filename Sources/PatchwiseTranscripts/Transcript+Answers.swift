public import Patchwise
public import PatchwiseDialogue

extension Transcript {
  /// Begins anew with the answers that were given.
  ///
  /// They are typed by their names where they are asked for. What other knowledge does not ask for is left
  /// out, and what it does not understand is asked again.
  ///
  /// - Parameters:
  ///   - knowledge: The knowledge that decides from now on.
  ///   - now: What the clock says now; left out, what it said when the consultation began.
  ///   - saying: What is typed for the name of an answer.
  ///   - didTake: Called for each answer, as a chat does for a line that was typed.
  /// - Returns: The conversation with these answers; nothing if there is no such consultation any more.
  public func beginAgain(
    with knowledge: KnowledgeBase, at now: Moment?, saying: (String) -> String = { $0 },
    didTake: (Awaiting, String, Reply, Dialogue) -> Void = { _, _, _, _ in }
  ) -> Dialogue? {
    let script = Script(self)
    guard let sitting = script.sittings.last,
      var dialogue = try? Dialogue(
        about: knowledge, consulting: sitting.kind, at: now ?? sitting.began)
    else { return nil }
    for (_, question, text) in sitting.given {
      let id = Identifier<Question>(question)
      if let answer = dialogue.answer(named: text, to: id) { dialogue.give([id: answer]) }
    }
    _ = dialogue.begin()
    var answers: [String: String] = [:]
    for scene in sitting.scenes {
      for turn in scene.turns where turn.refused.isEmpty {
        answers[scene.name] = turn.understood.last?.text ?? turn.text
      }
    }
    while case .question(let id) = dialogue.awaiting,
      let text = answers.removeValue(forKey: id.name).map(saying)
    {
      let before = dialogue
      let reply = dialogue.respond(to: text)
      guard case .answered = reply.outcome else { return before }
      didTake(.question(id), text, reply, dialogue)
    }
    return dialogue
  }
}

extension Script.Sitting {
  /// What the clock said when it began, if that is written.
  var began: Moment? {
    start.reversed().lazy.compactMap { if case .at(let moment) = $0 { moment } else { nil } }.first
  }

  /// The kind of consultation, as it was named or chosen; nothing if it was not.
  var kind: Identifier<ConsultationKind>? {
    let chosen = scenes.last { $0.name == "begin" }?.turns.last
    return (consult?.name ?? chosen?.understood.last?.text ?? chosen?.text)
      .map { Identifier($0) }
  }
}
