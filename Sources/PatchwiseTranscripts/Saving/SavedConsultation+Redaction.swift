public import Patchwise
import PatchwiseDialogue

extension SavedConsultation {
  /// Returns the last consultation without the person's own words and days, as a transcript that replays.
  ///
  /// Answers stand by their names, and the clock is set to the beginning of its year; answers that are
  /// days move with it, so that as much time has passed since them.
  ///
  /// - Parameter knowledge: The knowledge that it was held with.
  /// - Returns: The text; nothing if it was held with other knowledge, or if an alarm has stopped it, which
  ///   only the person's own words can tell.
  public func redacted(with knowledge: KnowledgeBase) -> String? {
    guard let held = dialogue(with: knowledge), held.alarm == nil else { return nil }
    let now = lastBegan ?? held.now
    let year = now.flatMap { Int($0.day.prefix(4)) }
    let then = year.flatMap { Moment(year: $0, month: 1, day: 1) }
    let shift = now.flatMap { now in then.flatMap { then in Moment(now.day).map { then - $0 } } }
    var recorder = Recorder()
    var text = ""
    let dialogue = Transcript(self.text, named: "").beginAgain(
      with: knowledge, at: then, holding: held, movingDaysBy: shift, hearsDanger: false,
      didTake: { awaiting, line, reply, _ in
        text += recorder.lines(for: line, at: awaiting, reply)
      })
    guard let dialogue else { return nil }
    return recorder.header(of: dialogue, at: then) + text + recorder.ending(of: dialogue)
  }
}
