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

  private let base: KnowledgeBase
  private let readings: [Reading]
  private var choices: [Choice] = []
  /// How many situations there are; the largest number there is if there are more.
  package private(set) var count = 1

  /// Creates the space of a course whose last reading is the current one.
  package init(_ base: KnowledgeBase, _ readings: [Reading]) {
    self.base = base
    self.readings = readings
    let tests = base.allTests
    for (place, reading) in readings.enumerated() {
      for id in base.sections(of: reading.kind).flatMap(\.questions) {
        guard let question = base.question(id) else { continue }
        let values = base.values(of: question, agreeingWith: reading, tests: tests)
        choices.append(Choice(reading: place, question: id, values: values))
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

extension KnowledgeBase {
  /// All tests of all conditions.
  package var allTests: [Condition.Test] {
    let conditions =
      knowledge.questions.compactMap { askedWhen($0.id) }
      + knowledge.definitions.map { condition(of: $0.id) } + knowledge.rules.map(condition)
    return conditions.flatMap(\.tests)
  }

  /// Returns the values of a question that can be told apart, each kind once.
  package func values(
    of question: Question, tests: [Condition.Test], now: Moment?
  ) -> [SituationValue] {
    let relations = tests.filter { $0.subject == .question(question.id) }.map(\.relation)
    let thresholds = relations.compactMap { if case .compares(_, let value) = $0 { value } else { nil } }
    switch question.domain {
    case .yesNo: return ["yes", "no"].map { .options([$0]) }
    case .one(let options, _): return options.map { .options([$0.id.name]) }
    case .any, .ingredients: return subsets(options(of: question).map(\.id.name)).map { .options($0) }
    case .number(let range, _):
      return cut(range, at: thresholds).map { .number($0) }
    case .duration(let range):
      let seconds = Double(range.lowerBound.seconds)...Double(range.upperBound.seconds)
      return cut(seconds, at: thresholds).filter { $0 == $0.rounded() }.map { .number($0) }
    case .date:
      let spans = relations.compactMap { if case .passed(_, let span) = $0 { span.seconds } else { nil } }
      return daysPassed(around: spans, timeOfDay: now?.timeOfDay ?? 0).map { .passed($0) }
    }
  }

  /// Returns those values of a question that agree with what was answered in a reading.
  fileprivate func values(
    of question: Question, agreeingWith reading: Reading, tests: [Condition.Test]
  ) -> [SituationValue] {
    var all: [SituationValue] { values(of: question, tests: tests, now: reading.now) }
    return switch reading.answers[question.id] {
    case .option(let option): [.options([option.name])]
    case .options(let options): [.options(Set(options.map(\.name)))]
    case .number(let number): [.number(number)]
    case .duration(let span): [.number(Double(span.seconds))]
    case .date(let day):
      // Without a clock nobody knows how long ago a day was.
      reading.now.map { [.passed(Double(($0 - day).seconds))] } ?? all
    case .unsure:
      if case .option(let option) = question.unsure { [.options([option.name])] } else { all }
    case nil: all
    }
  }
}

extension Condition {
  /// The tests in a condition, without those in the definitions that it names.
  package var tests: [Test] {
    switch self {
    case .test(let test): [test]
    case .definition: []
    case .not(let inner): inner.tests
    case .all(let parts), .any(let parts), .atLeast(_, let parts): parts.flatMap(\.tests)
    }
  }
}

extension Moment {
  /// Seconds since midnight.
  fileprivate var timeOfDay: Int { ((seconds % 86_400) + 86_400) % 86_400 }
}

/// Returns all subsets of some names.
private func subsets(_ names: [String]) -> [Set<String>] {
  names.reduce([[]]) { sets, name in sets + sets.map { $0.union([name]) } }
}

/// Returns the ends of a range, the thresholds within, and a value between any two of these.
private func cut(_ range: ClosedRange<Double>, at thresholds: [Double]) -> [Double] {
  let points = Set(thresholds.filter(range.contains) + [range.lowerBound, range.upperBound]).sorted()
  return points + zip(points, points.dropFirst()).map { low, high in
    let middle = (low + high) / 2
    return high - low > 2 ? middle.rounded() : middle
  }
}

/// Returns how much time can have passed since a midnight, on either side of some lengths of time.
private func daysPassed(around spans: [Int], timeOfDay: Int) -> [Double] {
  let days = spans.flatMap { span in
    let day = (span - timeOfDay) / 86_400
    return (day - 1)...(day + 1)
  }
  return Set(days + [0]).sorted().map { Double($0 * 86_400 + timeOfDay) }
}
