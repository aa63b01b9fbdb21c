/// What one person and many are decided by alike: who is asked what, and what answers are turned into.
struct DecisionForm: Sendable {
  let knowledge: KnowledgeBase
  let kind: ConsultationKind
  let inputs: [DecisionInput]
  /// The scales that are decided, by place.
  let decided: [Int]

  init(
    _ id: Identifier<ConsultationKind>, in knowledge: KnowledgeBase
  ) throws(UnknownConsultation) {
    guard let kind = knowledge.consultation(id) else {
      throw UnknownConsultation(id: id, known: knowledge.knowledge.consultations.map(\.id))
    }
    self.knowledge = knowledge
    self.kind = kind
    decided = knowledge.decided(by: kind)
    let asked = Set(knowledge.asked(by: kind))
    inputs = knowledge.knowledge.questions.indices.map { place in
      DecisionInput(
        knowledge.knowledge.questions[place], isAsked: asked.contains(place),
        optionCount: knowledge.names.options[place].count, tests: knowledge.program.tests(of: place)
      )
    }
  }

  func prepare(
    _ answer: Answer?, to id: Identifier<Question>, at now: Moment?
  ) throws(AnswerRejection) -> PreparedAnswer {
    guard let place = knowledge.names.questions[id], inputs[place].isAsked else {
      throw .unknownQuestion(id)
    }
    let slot = try answer.map { answer throws(AnswerRejection) in
      try knowledge.slot(for: answer, to: place)
    }
    return PreparedAnswer(question: place, value: inputs[place].value(slot ?? .unanswered, now))
  }
}
