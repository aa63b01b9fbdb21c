package import Patchwise

/// What a person typed for each of their answers.
///
/// A conversation keeps answers alone; whoever wants the lines as well gives each of them to this.
public struct OwnWords: Hashable, Sendable {
  /// The lines behind the alarm that has stopped everything, if one has.
  public private(set) var ofAlarm: [String] = []
  private var lines: [Identifier<Question>: [String]] = [:]
  private var answers: [Identifier<Question>: Answer] = [:]
  /// The lines that were asked back, up to the one that settles what was meant.
  private var pending: [String] = []

  /// Begins without any.
  public init() {}

  /// Takes a line that was typed, what was said to it, and the conversation as it then stands.
  public mutating func take(_ line: String, _ reply: Reply, _ dialogue: Dialogue) {
    let spoken = pending + [line]
    pending = reply.outcome == .askedBack ? spoken : []
    if case .alarmed = reply.outcome { ofAlarm += spoken }
    if dialogue.alarm == nil { ofAlarm = [] }
    let before = answers
    answers = [:]
    for id in dialogue.consultation?.answered ?? [] {
      answers[id] = dialogue.consultation?.answer(to: id)
    }
    lines = lines.filter { before[$0.key] == answers[$0.key] }
    guard case .answered(let asked, _) = reply.outcome else { return }
    // One line may answer several questions.
    for id in answers.keys where id == asked || before[id] != answers[id] { lines[id] = spoken }
  }

  /// Returns the lines behind an answer that say more than the answer does as it is shown.
  ///
  /// A number of the list, a plain yes or no, and the words that are shown anyway are left out.
  package func lines(for question: Identifier<Question>, beside shown: String) -> [String] {
    (lines[question] ?? []).filter { line in
      Words(line) != Words(shown) && line.contains { $0.isLetter }
        && AnswerReader.yesOrNo(line) == nil && !AnswerReader.saysNone(line)
        && !AnswerReader.isUnsure(line)
    }
  }
}
