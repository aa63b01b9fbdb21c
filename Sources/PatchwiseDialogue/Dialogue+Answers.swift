import Patchwise

// What follows from an answer, and from a line that may be one.
extension Dialogue {
  mutating func take(
    _ reading: AnswerReading, to question: Question, _ line: String
  ) -> Reply {
    let words = AnswerWords(knowledge)
    switch reading {
    case .certain(.unsure) where question.plainer != nil && plainlyAsked != question.id:
      (mode, plainlyAsked) = (.asking, question.id)
      return Reply(
        blocks: (question.plainer.map { [.paragraph($0.string)] } ?? [])
          + QuestionScreen(question, in: knowledge).choices, outcome: .askedBack)
    case .certain(let answer):
      if let doubt = confirmForgetting(by: answer, to: question) { return doubt }
      let strange = MentionReader.leftOver(of: line, at: question, reader)
      return accept(answer, to: question.id, beside: Beside(strange: strange))
    case .probable(let answer):
      let strange = MentionReader.leftOver(of: line, at: question, reader)
      var reply = confirm(answer, to: question)
      if !strange.isEmpty { reply.blocks.insert(.paragraph(Phrasing.strange(strange)), at: 0) }
      return reply
    case .ambiguous(let options):
      mode = .choosing(question.id, options)
      return Reply(
        blocks: WhichScreen(options.map { words.label(of: $0, in: question) }).blocks,
        outcome: .askedBack)
    case .refused(.partNotUnderstood(let strange, let options))
    where !options.isEmpty && (strange.count > Self.mostSigns || !isGrave(question)):
      let answer: Answer = question.domain.takesSeveral ? .options(options) : .option(options[0])
      var reply = confirm(answer, to: question)
      reply.blocks.insert(.paragraph(Phrasing.strange(strange)), at: 0)
      return reply
    case .refused(let refusal):
      mode = .asking
      refusals += 1
      let example = example(of: refusal, for: question, line)
      var blocks: [Block] = [.paragraph(Phrasing.refusal(refusal, for: question, example: example))]
      if refusal == .unsureRefused, let help = question.help {
        blocks.append(.paragraph(help.string))
      }
      if refusals >= 2 { blocks += lost + QuestionScreen(question, in: knowledge).choices }
      if refusals >= 3, question.unsure != .refused {
        blocks.append(.paragraph(Phrasing.offerUnsure))
      }
      return Reply(blocks: blocks, outcome: .refused)
    }
  }

  /// How many parts of a line may be signs that nobody has understood; more are a list that was pasted.
  private static let mostSigns = 3

  /// Whether one of its options is a warning.
  func isGrave(_ question: Question) -> Bool {
    knowledge.options(of: question).contains(where: \.isWarning)
  }

  /// What stands behind the reason of a refusal: what could be typed instead.
  ///
  /// Where a sign of danger is asked for, what was not understood may be that sign, and all is asked for again.
  private func example(
    of refusal: AnswerReading.Refusal, for question: Question, _ line: String
  ) -> String {
    let words = AnswerWords(knowledge)
    if case .partNotUnderstood(_, let options) = refusal, !options.isEmpty {
      return Phrasing.understoodAlone(options.map { words.label(of: $0, in: question) })
    }
    // The second time the choices stand below, which are the better example.
    return refusals >= 2
      ? "" : words.example(for: question, at: reader.options(of: question).closest(to: line))
  }

  /// Asks whether an answer was meant so.
  mutating func confirm(_ answer: Answer, to question: Question) -> Reply {
    mode = .confirming(question.id, answer)
    let words = AnswerWords(knowledge).text(of: answer, to: question)
    return Reply(blocks: [.paragraph(Phrasing.didYouMean(words))], outcome: .askedBack)
  }

  mutating func confirm(_ answer: Answer) -> Reply {
    guard let question else { return Reply(blocks: askAgain(), outcome: .refused) }
    return confirm(answer, to: question)
  }

  /// Takes an answer, and with it what the same line says of other questions.
  mutating func accept(
    _ answer: Answer, to id: Identifier<Question>, beside: Beside = Beside()
  ) -> Reply {
    guard var next = consultation, let question = knowledge.question(id) else {
      return Reply(blocks: ask(), outcome: .refused)
    }
    let before = next
    do {
      try next.answer(id, answer)
    } catch {
      // What the reader takes the consultation takes; a range that lies between would end here.
      return take(.refused(.notUnderstood), to: question, "")
    }
    // What is said in passing counts where it may still be asked.
    let taken = beside.taken.filter { mention in
      next.openQuestions.contains { $0.id == mention.question.id }
        && (try? next.answer(mention.question.id, mention.answer)) != nil
    }
    past.append((before, id))
    consultation = next
    mentions += beside.heard.map { ($0, past.count) }
    (mode, revisited, isChanging, refusals) = (.asking, nil, false, 0)
    plainlyAsked = nil
    let words = AnswerWords(knowledge)
    let understood =
      [words.text(of: answer, to: question)]
      + taken.map { "\($0.question.name): \(words.text(of: $0))" }
    let heard = beside.heard.map { "\($0.question.name) (\(words.text(of: $0)))" }
    let blocks: [Block] =
      [.paragraph(Phrasing.understood(understood.joined(separator: "; ")))]
      + (heard.isEmpty ? [] : [.paragraph(Phrasing.heard(heard))])
      + lessons.compactMap { shared(by: answer, to: question, with: $0) }
      + beside.contrary.map { .paragraph(Phrasing.contrary($0.name)) }
      + (beside.strange.isEmpty ? [] : [.paragraph(Phrasing.strange(beside.strange))])
      + movedAside(from: before, to: next, except: id) + [.gap] + toldAtOnce(from: before, to: next)
    return Reply(blocks: blocks + ask(), outcome: .answered(id, answer))
  }

  /// The levels that have become certain and can't wait for the recommendation.
  private func toldAtOnce(from before: Consultation, to after: Consultation) -> [Block] {
    guard !after.isOver else { return [] }
    let blocks = UrgentScreen(after).blocks { $1 != before.interval(of: $0)?.floor }
    return blocks.isEmpty ? [] : blocks + [.gap, .paragraph(Phrasing.toldAtOnce), .gap]
  }

  /// Says which answers a change has put aside, and which count again.
  private func movedAside(
    from before: Consultation, to after: Consultation, except changed: Identifier<Question>
  ) -> [Block] {
    let (old, new) = (before.setAside, after.setAside)
    guard old != new else { return [] }
    let moved = after.answered.filter { id in
      id != changed && before.answer(to: id) != nil && old.contains(id) != new.contains(id)
    }
    let aside = moved.filter(new.contains).map(name)
    let again = moved.filter(old.contains).map(name)
    return (aside.isEmpty ? [] : [.paragraph(Phrasing.setAside(aside))])
      + (again.isEmpty ? [] : [.paragraph(Phrasing.countsAgain(again))])
  }

  private func name(of id: Identifier<Question>) -> String {
    knowledge.question(id)?.name ?? id.name
  }

  // MARK: Confirming

  /// What follows where a line says *yes* or *no* to what was meant, and more that must not be lost.
  mutating func confirmWithMore(_ line: String) -> Reply? {
    guard case .confirming(let id, let answer) = mode, let question = knowledge.question(id),
      let isYes = AnswerReader.leadingYesOrNo(line), AnswerReader.yesOrNo(line) == nil
    else { return nil }
    if !isYes {
      // "No, I do" to "Did you mean: no?" is no "no".
      guard answer == .no, AnswerReader.confirmation(by: line) == nil else { return nil }
      mode = .asking
      return Reply(blocks: [.paragraph(Phrasing.askAgain)] + ask(), outcome: .refused)
    }
    let rest = String(
      line.drop { !$0.isLetter }.drop(while: \.isLetter).drop { !$0.isLetter && !$0.isNumber })
    let joined = ["and ", "also ", "plus "].first { rest.lowercased().hasPrefix($0) }
    guard question.domain.takesSeveral, let joined, !answer.options.isEmpty else { return nil }
    let more = String(rest.dropFirst(joined.count))
    switch reader.exactReading(of: more, for: question)
      ?? reader.looseReading(of: more, for: question)
    {
    case .certain(let added) where !added.options.isEmpty,
      .probable(let added) where !added.options.isEmpty:
      return confirm(.options((answer.options + added.options).withoutRepeats()), to: question)
    default:
      let again = confirm(answer, to: question)
      return Reply(
        blocks: [.paragraph(Phrasing.strange([more]))] + again.blocks, outcome: .askedBack)
    }
  }
}
