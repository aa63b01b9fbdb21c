/// What is known of one question's value.
enum Slot: Hashable, Sendable {
  case unanswered
  /// Answered with *not sure*, which stands for every value.
  case unsure
  /// The options chosen, bit n for the nth.
  case options(UInt64)
  /// A number, a length of time in seconds, or a day in seconds since 1970.
  case number(Double)
}

extension KnowledgeBase {
  /// The places of the questions that a consultation asks, in the order of asking.
  func asked(by kind: ConsultationKind) -> [Int] {
    sections(of: kind).flatMap(\.questions).compactMap { names.questions[$0] }
  }

  /// The places of the scales that a consultation decides.
  func decided(by kind: ConsultationKind) -> [Int] {
    kind.decides.compactMap { names.scales[$0] }
  }

  /// The interval of some levels of a scale.
  func interval(_ levels: LevelSet, of scale: Int) -> LevelInterval {
    func level(_ place: Int) -> Scale.Level? {
      place == LevelSet.gap ? nil : knowledge.scales[scale].levels[place]
    }
    return LevelInterval(floor: level(levels.floor), ceiling: level(levels.ceiling))
  }

  /// Turns an answer into what evaluation works with.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - place: The place of its question.
  /// - Returns: What is known then.
  /// - Throws: `AnswerRejection` if the answer is not one that the question takes.
  func slot(for answer: Answer, to place: Int) throws(AnswerRejection) -> Slot {
    let question = knowledge.questions[place]
    let id = question.id
    let options = names.options[place]
    func mask(_ chosen: [Identifier<Question.Option>]) throws(AnswerRejection) -> UInt64 {
      for option in chosen where !options.contains(option.name) { throw .unknownOption(option, id) }
      return Program.mask(chosen.map(\.name), of: options)
    }
    switch (question.domain, answer) {
    case (_, .unsure):
      switch question.unsure {
      case .any: return .unsure
      case .option(let option): return .options(try mask([option]))
      case .refused: throw .unsureRefused(id)
      }
    case (.one, .option(let option)), (.yesNo, .option(let option)):
      return .options(try mask([option]))
    case (.any, .options(let chosen)), (.ingredients, .options(let chosen)):
      return .options(try mask(chosen))
    case (.any, .option(let option)), (.ingredients, .option(let option)):
      return .options(try mask([option]))
    case (.number(let range, _), .number(let number)):
      guard range.contains(number) else { throw .outOfRange(id, takes: question.domain) }
      return .number(number)
    case (.duration(let range), .duration(let span)):
      guard range.contains(span) else { throw .outOfRange(id, takes: question.domain) }
      return .number(Double(span.seconds))
    case (.date, .date(let day)): return .number(Double(day.seconds))
    default: throw .wrongKind(id, takes: question.domain)
    }
  }
}
