public import Patchwise

// What a line says of questions that were not asked.
extension Dialogue {
  /// What a line says when it answers the question asked and speaks of others, too.
  func mentions(in line: String) -> MentionReader.Reading? {
    if case .choosingChange = mode { return nil }
    guard MentionReader.mayHavePieces(line), revisited == nil, let asked = question,
      let consultation, Command(line) == nil,
      !TopicFinder.isQuestion(line)
    else { return nil }
    let known = Set(consultation.openQuestions.map(\.id) + consultation.answered)
    let others = knowledge.knowledge.questions.filter { known.contains($0.id) && $0.id != asked.id }
    return MentionReader(reader: reader, asked: asked, others: others).reading(of: line)
  }

  /// Takes a line that answers the question asked and speaks of others.
  ///
  /// One choice of several or a number is an answer to its question, too. Lists and choices with a sign of
  /// danger among them are only remembered, to be confirmed where they are asked for.
  mutating func accept(_ reading: MentionReader.Reading) -> Reply {
    guard let question, let consultation else { return Reply(blocks: ask(), outcome: .refused) }
    let open = Set(consultation.openQuestions.map(\.id))
    let mentions = reading.mentions.filter { open.contains($0.question.id) }
    let contrary = reading.mentions.filter { mention in
      consultation.answer(to: mention.question.id).map { !$0.says(mention.answer) } ?? false
    }
    return accept(
      reading.answer, to: question.id,
      beside: Beside(
        taken: mentions.filter { isWhole($0) }, heard: mentions.filter { !isWhole($0) },
        contrary: contrary.map(\.question), strange: reading.strange))
  }

  /// What a line says beside the answer to the question asked.
  struct Beside {
    /// Answers to other questions.
    var taken: [Mention] = []
    /// What has to be confirmed where it is asked for.
    var heard: [Mention] = []
    /// Questions that were answered otherwise before.
    var contrary: [Question] = []
    /// Parts of the line that were not understood.
    var strange: [String] = []
  }

  /// Whether what was said in passing leaves nothing out that matters.
  private func isWhole(_ mention: Mention) -> Bool {
    !mention.question.domain.takesSeveral
      && !knowledge.options(of: mention.question).contains(where: \.isWarning)
  }

  /// Remembers answers of another time; where they are asked for, the person is asked whether they still hold.
  ///
  /// - Parameters:
  ///   - answers: The answers. What the knowledge base does not ask is passed over.
  ///   - origin: What they were learnt from; left out, the person said so.
  public mutating func recall(
    _ answers: [Identifier<Question>: Answer], learntFrom origin: String? = nil
  ) {
    mentions += knowledge.knowledge.questions.compactMap { question in
      answers[question.id].map { (Mention(question: question, answer: $0, origin: origin), 0) }
    }
  }

  /// Asks whether what is known was never so, where an answer leaves it out; nothing if it leaves nothing out.
  ///
  /// A *none* out of habit is not to wipe out what was learnt.
  mutating func confirmForgetting(by answer: Answer, to question: Question) -> Reply? {
    guard question.domain.takesSeveral, answer != .unsure, let mention = mention(of: question),
      mention.origin != nil
    else { return nil }
    if case .confirming(question.id, answer) = mode { return nil }
    let lost = mention.answer.options.filter { !answer.options.contains($0) }
    guard !lost.isEmpty else { return nil }
    mode = .confirming(question.id, answer)
    let words = AnswerWords(knowledge)
    return Reply(
      blocks: [
        .paragraph(
          Phrasing.forgets(
            mention.origin ?? "", words.text(of: .options(lost), to: question),
            words.text(of: answer, to: question)))
      ], outcome: .askedBack)
  }

  /// Takes it that what was to be confirmed is not so; what was learnt stays known until an answer leaves it out.
  mutating func doubt(_ question: Identifier<Question>, _ answer: Answer) {
    for place in mentions.indices where mentions[place].mention.question.id == question {
      // Who takes back that it was never so confirms that it was.
      mentions[place].mention.isDoubted = mentions[place].mention.answer == answer
    }
    mentions.removeAll { $0.mention.question.id == question && $0.mention.origin == nil }
  }

  /// What was said of a question before it was asked; what has been taken back since counts no more.
  mutating func mention(of question: Question) -> Mention? {
    mentions.removeAll { $0.depth > past.count }
    guard revisited == nil else { return nil }
    return mentions.last { $0.mention.question.id == question.id }?.mention
  }
}

extension Answer {
  /// Whether it says what another answer to the same question does, and maybe more.
  fileprivate func says(_ other: Answer) -> Bool {
    if case .options(let all) = self, case .options(let some) = other {
      return Set(some).isSubset(of: all)
    }
    return self == other
  }
}
