import Patchwise

// What happens when a line means danger, or may.
extension Dialogue {
  mutating func askBack(_ danger: Danger) -> Reply {
    mode = .confirmingAlarm(danger)
    return Reply(
      blocks: AlarmScreen(danger.alarm, in: knowledge).levels.prefix(1).map {
        .paragraph(Phrasing.isThatNow($0.name))
      }, outcome: .askedBack)
  }

  /// Goes on after the question whether what a line says is happening now.
  ///
  /// Who can't tell, or says something else twice, is taken to be in danger.
  mutating func decide(on danger: Danger, by line: String) -> Reply {
    mode = .asking
    let answer = AnswerReader.confirmation(by: line) ?? AnswerReader.leadingYesOrNo(line)
    if answer == true || AnswerReader.isUnsure(line) || AlarmWatch.saysWhoOrWhen(line) {
      return sound(danger.alarm)
    }
    if Command(line) == .quit { return serve(.quit) }
    if let other = vocabulary.alarms.sighting(in: line), other.isCertain {
      return sound(other.alarm)
    }
    // "No, still hissing" and "no, now" say that it is happening.
    let isNone = AnswerReader.saysNone(line) && (answer == nil || !AlarmWatch.goesOn(line))
    if isNone || AnswerReader.yesOrNo(line) == false || AlarmWatch.isOver(line) {
      return dismiss(danger)
    }
    guard !danger.isAskedAgain else { return sound(danger.alarm) }
    var danger = danger
    danger.isAskedAgain = true
    return askBack(danger)
  }

  /// Reads a line as what else it may be, an answer or another alarm; if it is nothing, asks again.
  private mutating func dismiss(_ danger: Danger) -> Reply {
    let before = self
    let reply = respond(to: danger.line, except: danger.dismissed.union([danger.alarm.id]))
    guard reply.outcome == .refused else { return reply }
    self = before
    return Reply(blocks: [.paragraph(Phrasing.alarmDone)] + askAgain(), outcome: .served)
  }

  /// Shows what an alarm calls for, unless what was said before calls for more.
  mutating func sound(_ alarm: Alarm) -> Reply {
    mode = .asking
    let isGraver =
      self.alarm.map { $0.gravity(in: knowledge) <= alarm.gravity(in: knowledge) } ?? true
    if isGraver, !isSettled(alarm) { self.alarm = alarm }
    return Reply(blocks: ask(), outcome: .alarmed(alarm.id))
  }

  /// Whether the consultation has ended with all that an alarm calls for.
  private func isSettled(_ alarm: Alarm) -> Bool {
    guard let consultation, consultation.endedEarly else { return false }
    return alarm.raises.allSatisfy { raise in
      guard let scale = knowledge.scale(raise.scale) else { return true }
      let floor = consultation.interval(of: raise.scale)?.floor?.id
      let place = { (id: Identifier<Scale.Level>?) in scale.levels.firstIndex { $0.id == id } ?? -1
      }
      return place(raise.level) <= place(floor)
    }
  }

  func page(of alarm: Alarm) -> [Block] {
    AlarmScreen(alarm, in: knowledge).blocks + [.gap, .paragraph(Phrasing.alarmGoOn)]
  }
}
