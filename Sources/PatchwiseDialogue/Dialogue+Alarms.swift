import Patchwise

// What happens when a line means danger, or may.
extension Dialogue {
  mutating func askBack(_ danger: Danger) -> Reply {
    mode = .confirmingAlarm(danger)
    return Reply(
      blocks: AlarmScreen(danger.alarm, in: knowledge).levels.map {
        .paragraph(Phrasing.isThatNow($0.name))
      }, outcome: .askedBack)
  }

  /// Goes on after the question whether what a line says is happening now.
  ///
  /// Who can't tell, or says something else twice, is taken to be in danger.
  mutating func decide(on danger: Danger, by line: String) -> Reply {
    mode = .asking
    if AnswerReader.yesOrNo(line) == true || AnswerReader.isUnsure(line) {
      return sound(danger.alarm)
    }
    if AnswerReader.yesOrNo(line) == false || AnswerReader.saysNone(line) {
      return dismiss(danger)
    }
    if Command(line) == .quit { return serve(.quit) }
    if let other = alarms.sighting(in: line), other.isCertain { return sound(other.alarm) }
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

  mutating func sound(_ alarm: Alarm) -> Reply {
    self.alarm = alarm
    mode = .asking
    return Reply(blocks: page(of: alarm), outcome: .alarmed(alarm.id))
  }

  func page(of alarm: Alarm) -> [Block] {
    AlarmScreen(alarm, in: knowledge).blocks + [.gap, .paragraph(Phrasing.alarmGoOn)]
  }
}
