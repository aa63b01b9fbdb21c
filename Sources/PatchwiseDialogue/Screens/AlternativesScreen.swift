import Patchwise

/// What would change the recommendation: first what would make it milder, by what it takes, then briefly
/// what would make it more careful.
struct AlternativesScreen {
  /// How many ways to a milder level are shown.
  static let limit = 6

  private let alternatives: Alternatives
  private let consultation: Consultation
  private var knowledge: KnowledgeBase { consultation.knowledge }

  init(_ alternatives: Alternatives, in consultation: Consultation) {
    self.alternatives = alternatives
    self.consultation = consultation
  }

  var blocks: [Block] { milder + moreCautious }

  // MARK: Milder

  private var milder: [Block] {
    var left = Self.limit
    var more = 0
    var blocks: [Block] = []
    // What can't become true is named, but not spelled out.
    for origin in Alternative.Origin.allCases where origin != .never {
      let ways = ways(alternatives.milder.filter { $0.origin == origin })
      let shown = ways.prefix(left)
      left -= shown.count
      more += ways.count - shown.count
      guard !shown.isEmpty else { continue }
      blocks += [.paragraph(Phrasing.origin(origin))]
      for way in shown {
        blocks.append(.item(marker: "-", way.answers))
        blocks += way.outcomes.map { .detail($0) }
      }
    }
    if more > 0 { blocks.append(.paragraph(Phrasing.moreWays(more))) }
    if blocks.isEmpty { blocks.append(.paragraph(Phrasing.nothingMilder)) }
    return [.heading(Phrasing.wouldBeMilder)] + blocks + fixed
      + [.paragraph(Phrasing.searched(isComplete: alternatives.isComplete))]
  }

  /// What would have to be otherwise and can't.
  private var fixed: [Block] {
    let questions = alternatives.milder.filter { $0.origin == .never }
      .flatMap { zip($0.answers, $0.origins).filter { $0.1 == .never }.map(\.0.question) }
      .withoutRepeats().compactMap { knowledge.question($0)?.name }
    return questions.isEmpty ? [] : [.paragraph(Phrasing.cannotChange(questions))]
  }

  /// Answers, and what they bring, as they are said.
  private typealias Way = (answers: String, outcomes: [String])

  /// What alternatives say; those that say the same of the same questions together.
  private func ways(_ alternatives: [Alternative]) -> [Way] {
    var ways: [(questions: [Identifier<Question>], answers: [String], outcomes: [String])] = []
    for alternative in alternatives {
      let questions = alternative.answers.map(\.question)
      let isAlone = questions.count == 1
      let answers = alternative.answers.flatMap { isAlone ? wanted($0) : [text($0)] }
      let outcomes = alternative.outcomes.compactMap(outcome)
      if let place = ways.firstIndex(where: {
        isAlone && $0.questions == questions && $0.outcomes == outcomes
      }) {
        ways[place].answers += answers
      } else {
        ways.append((questions, answers, outcomes))
      }
    }
    return ways.map { questions, answers, outcomes in
      guard questions.count == 1 else { return (Phrasing.list(answers, "and"), outcomes) }
      return (Phrasing.fact(name(questions[0]), Phrasing.few(answers)), outcomes)
    }
  }

  private func name(_ question: Identifier<Question>) -> String {
    knowledge.question(question)?.name ?? question.name
  }

  private func text(_ group: AnswerGroup) -> String {
    Phrasing.fact(name(group.question), Phrasing.few(wanted(group)))
  }

  private func wanted(_ group: AnswerGroup) -> [String] {
    ConditionWords(knowledge).texts(of: group, beside: consultation.answer(to: group.question))
  }

  private func outcome(_ outcome: Alternative.Outcome) -> String? {
    guard let scale = knowledge.scale(outcome.scale) else { return nil }
    let isSettled = outcome.interval.isSettled
    switch outcome.direction {
    case .milder:
      return outcome.interval.ceiling.map {
        isSettled
          ? Phrasing.unsureChange(scale.name, $0.name) : Phrasing.atMost(scale.name, $0.name)
      }
    case .moreCautious:
      return outcome.interval.floor.map { Phrasing.butRaises(scale.name, $0.name) }
    case .open: return Phrasing.mayRaise(scale.name)
    }
  }

  // MARK: More cautious

  private var moreCautious: [Block] {
    let questions = alternatives.moreCautious.flatMap { $0.answers.map(\.question) }
      .withoutRepeats().compactMap { knowledge.question($0)?.name }
    guard !questions.isEmpty else { return [] }
    return [
      .gap, .heading(Phrasing.wouldBeMoreCautious), .paragraph(Phrasing.otherAnswers(questions)),
    ]
  }
}
