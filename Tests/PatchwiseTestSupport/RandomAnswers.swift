package import Patchwise

/// Makes up what people say to the questions of a knowledge base.
package struct RandomAnswers {
  /// Something that a person does in a consultation.
  package enum Move {
    case answer(Identifier<Question>, Answer)
    case retract(Identifier<Question>)
  }

  private let values: QuestionValues
  private var random: SplitMix64

  /// Prepares answers that have some of the values of questions.
  package init(_ values: QuestionValues, random: SplitMix64) {
    self.values = values
    self.random = random
  }

  /// Returns the next move: mostly an answer to the next question, at times a detour.
  ///
  /// - Returns: Nothing if the consultation asks no question at all.
  package mutating func move(in consultation: Consultation) -> Move? {
    let asked = values.questions(of: consultation.kind)
    guard !asked.isEmpty else { return nil }
    if !consultation.answered.isEmpty, random.percent(10) {
      return .retract(random.pick(consultation.answered))
    }
    let next = random.percent(70) ? consultation.nextQuestion : nil
    let question = next ?? random.pick(asked)
    return .answer(question.id, answer(to: question, at: consultation.now))
  }

  /// Returns an answer that a question takes, *not sure* included.
  package mutating func answer(to question: Question, at now: Moment?) -> Answer {
    question.unsure != .refused && random.percent(15) ? .unsure : value(of: question, at: now)
  }

  /// Returns an answer that says something certain.
  package mutating func value(of question: Question, at now: Moment?) -> Answer {
    switch random.pick(values.of(question, at: now)) {
    case .options(let names):
      let options = random.shuffled(names.sorted().map { Identifier<Question.Option>($0) })
      if case .any = question.domain { return .options(options) }
      return options.first.map { .option($0) } ?? .unsure
    case .number(let number):
      if case .number = question.domain { return .number(number) }
      return .duration(TimeSpan(seconds: Int(number)))
    case .passed(let seconds):
      return .date((now ?? Moment(seconds: 0)) + TimeSpan(seconds: -Int(seconds)))
    }
  }
}
