/// What one person and many are decided by alike: who is asked what, and what answers are turned into.
struct DecisionForm: Sendable {
  let knowledge: KnowledgeBase
  let kind: ConsultationKind
  let inputs: [DecisionInput]
  /// The scales that are decided, by place.
  let decided: [Int]
  /// For each question, whether the consultation asks it.
  private let isAsked: [Bool]

  init(
    _ id: Identifier<ConsultationKind>, in knowledge: KnowledgeBase
  ) throws(UnknownConsultation) {
    guard let kind = knowledge.consultation(id) else {
      throw UnknownConsultation(id: id, known: knowledge.knowledge.consultations.map(\.id))
    }
    self.knowledge = knowledge
    self.kind = kind
    decided = kind.decides.compactMap { knowledge.names.scales[$0] }
    var isAsked = Array(repeating: false, count: knowledge.knowledge.questions.count)
    for question in knowledge.sections(of: kind).flatMap(\.questions) {
      if let place = knowledge.names.questions[question] { isAsked[place] = true }
    }
    self.isAsked = isAsked
    inputs = knowledge.knowledge.questions.indices.map { place in
      DecisionInput(
        knowledge.knowledge.questions[place], isAsked: isAsked[place],
        optionCount: knowledge.names.options[place].count, tests: knowledge.program.tests(of: place)
      )
    }
  }

  func prepare(
    _ answer: Answer, to id: Identifier<Question>, at now: Moment?
  ) throws(AnswerRejection) -> PreparedAnswer {
    guard let place = knowledge.names.questions[id], isAsked[place] else {
      throw .unknownQuestion(id)
    }
    return PreparedAnswer(
      question: place, value: inputs[place].value(try knowledge.slot(for: answer, to: place), now))
  }

  /// The interval of some levels, which are given by place.
  func interval(_ levels: LevelSet, of scale: Int) -> LevelInterval {
    func level(_ place: Int) -> Scale.Level? {
      place == LevelSet.gap ? nil : knowledge.knowledge.scales[scale].levels[place]
    }
    return LevelInterval(floor: level(levels.floor), ceiling: level(levels.ceiling))
  }
}
