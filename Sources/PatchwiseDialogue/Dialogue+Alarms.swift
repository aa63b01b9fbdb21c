import Patchwise

// What happens when a line means danger, or may.
extension Dialogue {
  mutating func askBack(_ danger: Danger) -> Reply {
    mode = .confirmingAlarm(danger)
    return Reply(
      blocks: AlarmScreen(danger.alarm, in: knowledge).raised.prefix(1).map {
        .paragraph(Phrasing.isThatNow($0.scale.name, $0.level.name))
      }, outcome: .askedBack)
  }

  /// Goes on after the question whether what a line says is happening now.
  ///
  /// Who can't tell, or says something else twice, is taken to be in danger.
  mutating func decide(on danger: Danger, by line: String) -> Reply {
    mode = .asking
    let answer = AnswerReader.confirmation(by: line) ?? AnswerReader.leadingYesOrNo(line)
    if answer == true || AnswerReader.isUnsure(line) || AlarmWatch.saysSo(line)
      || AlarmWatch.saysWhoOrWhen(line)
    {
      return sound(danger.alarm)
    }
    if Command(line) == .quit {
      mode = .confirmingAlarm(danger)
      return serve(.quit)
    }
    // Who names another sign when asked about one has answered.
    if let other = vocabulary.alarms.sighting(in: line),
      other.isCertain || AlarmWatch.mayBeNowAndMe(line) && !Words(line).isNegated
    {
      return sound(other.alarm)
    }
    // "No, still hissing" and "no, now" say that it is happening, and "no, my daughter" may.
    let isNone =
      AnswerReader.saysNone(line) && (answer == nil || !AlarmWatch.goesOn(line))
      && !AlarmWatch.namesWhoOrWhen(line)
    if isNone || AlarmWatch.deniesIt(line) || AnswerReader.yesOrNo(line) == false
      || AlarmWatch.isOver(line)
    {
      return dismiss(danger)
    }
    guard !danger.isAskedAgain else { return sound(danger.alarm) }
    var danger = danger
    danger.isAskedAgain = true
    var reply = askBack(danger)
    // Who cries for help twice is not to wait for a third question.
    reply.blocks += openDanger
    return reply
  }

  /// Sounds an alarm that was dismissed by the line before, where this one takes that back, and can't answer the
  /// question that is put again.
  mutating func soundAfterAll(_ line: String) -> Reply? {
    defer { dismissedLast = nil }
    guard let danger = dismissedLast, AlarmWatch.takesBackNo(line) else { return nil }
    if case .yesNo? = question?.domain { return nil }
    return sound(danger.alarm)
  }

  /// Reads a line as what else it may be, an answer or another alarm; if it is nothing, asks again.
  private mutating func dismiss(_ danger: Danger) -> Reply {
    defer { dismissedLast = danger }
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
    return alarm.raises.allSatisfy {
      knowledge.reaches($0, with: consultation.interval(of: $0.scale)?.floor?.id)
    }
  }

  func page(of alarm: Alarm) -> [Block] {
    AlarmScreen(alarm, in: knowledge).blocks + [.gap, .paragraph(Phrasing.alarmGoOn)]
  }
}

// Signs of danger that are no alarm by themselves.
extension Dialogue {
  /// Asks whether a line that is no answer where it was typed means a sign that would end the consultation.
  ///
  /// Somebody may have said none of them before, and say one now.
  ///
  /// - Parameters:
  ///   - line: What was typed.
  ///   - known: The words that are understood otherwise; they are no sign alone.
  /// - Returns: What is asked; nothing without a sign.
  mutating func danger(in line: String, beyond known: Set<String> = []) -> Reply? {
    guard let consultation, !TopicFinder.beginsAsQuestion(Words(line)),
      AlarmWatch.mayBeNowAndMe(line)
    else { return nil }
    let found = signs(in: line, beyond: known, of: consultation) { question in
      question.id != self.question?.id && consultation.answer(to: question.id) != nil
    }
    for (question, signs) in found {
      let before = consultation.answer(to: question.id)?.options ?? []
      let all = knowledge.options(of: question).map(\.id).filter { (before + signs).contains($0) }
      guard consultation.ends(with: .options(all), to: question) else { continue }
      return confirm(.options(all), to: question)
    }
    return nil
  }

  /// Begins the consultation that asks for a sign of danger, and asks whether it was meant, where a line that was
  /// to choose one hints at such a sign.
  ///
  /// A line that chooses one leads to that question anyway, and a wish is none. If it was not meant, the person
  /// is asked to choose again.
  mutating func dangerAtBeginning(_ line: String) -> Reply? {
    let words = Words(line)
    guard !TopicFinder.beginsAsQuestion(words), AlarmWatch.mayBeNowAndMe(line),
      !words.list.contains(where: OptionReader.wishes.contains), !isHintAtKind(line)
    else { return nil }
    for kind in knowledge.knowledge.consultations.map(\.id) {
      guard let begun: Consultation = try? begin(kind) else { continue }
      for (question, signs) in signs(in: line, beyond: [], of: begun) {
        let answer = Answer.options(signs)
        guard begun.ends(with: answer, to: question) else { continue }
        (consultation, followed, wasBegunForDanger) = (begun, nil, true)
        return confirm(answer, to: question)
      }
    }
    return nil
  }

  /// The signs of danger that a line hints at, with the questions of a consultation that ask for them and would
  /// end it, out of those that are wanted.
  private func signs(
    in line: String, beyond known: Set<String>, of consultation: Consultation,
    where isWanted: (Question) -> Bool = { _ in true }
  ) -> [(question: Question, signs: [Identifier<Question.Option>])] {
    knowledge.sections(of: consultation.kind).flatMap(\.questions).compactMap(knowledge.question)
      .compactMap { question in
        guard question.domain.takesSeveral, isWanted(question), canEnd(question, consultation)
        else { return nil }
        let hinted = reader.options(of: question).hints
          .options(hintedAtElsewhereBy: line, beyond: known)
        let signs = hinted.filter { option in
          knowledge.options(of: question).contains { $0.id == option && $0.isWarning }
        }
        return signs.isEmpty ? nil : (question, signs)
      }
  }

  /// Asks once more whether a sign of danger was meant, where a line neither said so nor anything else.
  ///
  /// The question at which it was said is not the one that asks for such signs, and would go on without it.
  mutating func askedOnce(more before: Mode, after reply: Reply, to line: String) -> Reply {
    guard reply.outcome == .refused, case .confirming(let id, let answer) = before,
      id != question?.id, let asked = knowledge.question(id),
      AnswerReader.confirmation(by: line) == nil, Command(line) == nil
    else { return reply }
    return confirm(answer, to: asked)
  }

  /// Whether the person was asked about what may be danger, and has not answered yet.
  var isAskingAboutDanger: Bool {
    switch mode {
    case .confirmingAlarm: true
    case .confirming(let id, let answer):
      if let question = knowledge.question(id), let consultation {
        consultation.ends(with: answer, to: question)
      } else {
        false
      }
    default: false
    }
  }

  /// What to do if it is danger, where the person was asked about it and has not answered.
  var openDanger: [Block] {
    guard let said = levelOfOpenDanger?.say, !said.isEmpty else { return [] }
    return [.paragraph(Phrasing.ifThatIsSo)] + said.map { .item(marker: "-", $0.string) } + [.gap]
  }

  /// The level that what the person was asked about calls for, if it is danger.
  private var levelOfOpenDanger: Scale.Level? {
    guard isAskingAboutDanger else { return nil }
    switch mode {
    case .confirmingAlarm(let danger):
      return AlarmScreen(danger.alarm, in: knowledge).raised.first?.level
    case .confirming(let id, let answer):
      var after = consultation
      _ = try? after?.answer(id, answer)
      return after?.recommendation?.decisions.lazy.compactMap(\.level).first(
        where: \.endsConsultation)
    default: return nil
    }
  }

  /// Asks once more about what may be danger, with the words that were typed; nothing if it was not asked.
  mutating func askAboutDanger() -> [Block]? {
    guard isAskingAboutDanger else { return nil }
    switch mode {
    case .confirmingAlarm(let danger):
      return [.paragraph(Phrasing.wroteLast(danger.line))] + askBack(danger).blocks
    case .confirming(let id, let answer):
      return knowledge.question(id).map { confirm(answer, to: $0).blocks }
    default: return nil
    }
  }

  /// Whether one of the signs of danger that a question asks for ends the consultation.
  func canEnd(_ question: Question, _ consultation: Consultation) -> Bool {
    knowledge.options(of: question).contains { option in
      guard option.isWarning else { return false }
      return consultation.ends(
        with: question.domain.takesSeveral ? .options([option.id]) : .option(option.id),
        to: question)
    }
  }

  /// The answer to the present question that a line holds, if it calls for more than an alarm does.
  func graverAnswer(in line: String, than alarm: Alarm) -> Answer? {
    guard !alarm.gravity(in: knowledge).isEnding, let question, let consultation,
      let named = reader.options(namedIn: line, for: question),
      consultation.ends(with: named, to: question)
    else { return nil }
    return named
  }
}

extension Consultation {
  /// Whether an answer would end it early.
  fileprivate func ends(with answer: Answer, to question: Question) -> Bool {
    var after = self
    return (try? after.answer(question.id, answer)) != nil && after.endedEarly
  }
}
