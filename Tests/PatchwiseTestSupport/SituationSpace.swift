package import Patchwise

/// One reading of a course: what was answered, and when.
package struct Reading {
  package var kind: ConsultationKind
  package var answers: [Identifier<Question>: Answer]
  package var now: Moment?

  /// Creates a reading.
  package init(
    _ kind: ConsultationKind, answers: [Identifier<Question>: Answer] = [:], now: Moment? = nil
  ) {
    self.kind = kind
    self.answers = answers
    self.now = now
  }
}

/// All situations that agree with the answers of a course, to be gone through by number.
///
/// Numbers, lengths of time and days are cut at the thresholds of all conditions: each threshold, a
/// value between any two, and the ends of the range. In whole seconds or days there may be none between.
package struct SituationSpace {
  /// What has to hold for a question of a reading: one of some values.
  private struct Choice {
    var reading: Int
    var question: Identifier<Question>
    var values: [SituationValue]
  }

  private let base: NaiveBase
  private let readings: [Reading]
  private var choices: [Choice] = []
  /// How many situations there are; the largest number there is if there are more.
  package private(set) var count = 1

  /// Creates the space of a course whose last reading is the current one.
  package init(_ values: QuestionValues, _ readings: [Reading]) {
    base = values.naive
    self.readings = readings
    for (place, reading) in readings.enumerated() {
      for question in values.questions(of: reading.kind) {
        let values = values.of(question, agreeingWith: reading)
        choices.append(Choice(reading: place, question: question.id, values: values))
        let (product, isTooMuch) = count.multipliedReportingOverflow(by: values.count)
        count = isTooMuch ? .max : product
      }
    }
  }

  /// Returns all situations, or a random choice of them if there are more than some number.
  package func situations(atMost limit: Int, _ random: inout SplitMix64) -> [NaiveEvaluator] {
    (0..<min(count, limit)).compactMap { number in
      var rest = number
      return situation { values in
        guard count <= limit else { return random.pick(values) }
        defer { rest /= values.count }
        return values[rest % values.count]
      }
    }
  }

  /// Returns the situation in which every question has the value that is picked for it.
  private func situation(
    _ pick: ([SituationValue]) -> SituationValue
  ) -> NaiveEvaluator? {
    var values = readings.map { _ in [Identifier<Question>: SituationValue]() }
    for choice in choices { values[choice.reading][choice.question] = pick(choice.values) }
    var course: [NaiveEvaluator] = []
    for (reading, values) in zip(readings, values) {
      course.append(NaiveEvaluator(base, reading.kind, values: values, earlier: course))
    }
    return course.last
  }
}
