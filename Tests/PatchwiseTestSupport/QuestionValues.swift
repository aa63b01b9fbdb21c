package import Patchwise

/// The values of each question that the conditions of a knowledge base can tell apart.
package struct QuestionValues {
  /// The knowledge base as the naive evaluator reads it.
  package let naive: NaiveBase
  private let base: KnowledgeBase
  /// The values of all questions but dates.
  private var fixed: [Identifier<Question>: [SituationValue]] = [:]
  /// The lengths of time that conditions name, for each date.
  private var spans: [Identifier<Question>: [Int]] = [:]

  /// Gathers the values of all questions.
  package init(_ base: KnowledgeBase) {
    self.base = base
    naive = NaiveBase(base)
    let tests = naive.tests
    for question in base.knowledge.questions {
      let relations = tests.filter { $0.subject == .question(question.id) }.map(\.relation)
      if case .date = question.domain {
        spans[question.id] = relations.compactMap {
          if case .passed(_, let span) = $0 { span.seconds } else { nil }
        }
      } else {
        let thresholds = relations.flatMap { relation in
          switch relation {
          case .compares(_, let threshold): [threshold.value]
          case .isBetween(let low, let high): [low.value, high.value]
          default: [Double]()
          }
        }
        fixed[question.id] = Self.values(of: question, base.options(of: question), thresholds)
      }
    }
  }

  /// Returns the questions of a consultation, in their order.
  package func questions(of kind: ConsultationKind) -> [Question] {
    base.sections(of: kind).flatMap(\.questions).compactMap(base.question)
  }

  /// Returns the values of a question, each once; for days, how long ago they can be.
  package func of(_ question: Question, at now: Moment?) -> [SituationValue] {
    fixed[question.id]
      ?? daysPassed(around: spans[question.id] ?? [], timeOfDay: now?.timeOfDay ?? 0)
      .map { .passed($0) }
  }

  /// Returns those values of a question that agree with what was answered in a reading.
  func of(_ question: Question, agreeingWith reading: Reading) -> [SituationValue] {
    switch reading.answers[question.id] {
    case .option(let option): return [.options([option.name])]
    case .options(let options): return [.options(Set(options.map(\.name)))]
    case .number(let number): return [.number(number)]
    case .duration(let span): return [.number(Double(span.seconds))]
    case .date(let day):
      // Without a clock nobody knows how long ago a day was.
      guard let now = reading.now else { break }
      return [.passed(Double((now - day).seconds))]
    case .unsure:
      if case .option(let option) = question.unsure { return [.options([option.name])] }
    case nil: break
    }
    return of(question, at: reading.now)
  }

  private static func values(
    of question: Question, _ options: [Question.Option], _ thresholds: [Double]
  ) -> [SituationValue] {
    switch question.domain {
    case .yesNo: ["yes", "no"].map { .options([$0]) }
    case .one: options.map { .options([$0.id.name]) }
    case .any, .ingredients: subsets(options.map(\.id.name)).map { .options($0) }
    case .number(let range, _): cut(range, at: thresholds).map { .number($0) }
    case .duration(let range):
      cut(Double(range.lowerBound.seconds)...Double(range.upperBound.seconds), at: thresholds)
        .filter { $0 == $0.rounded() }.map { .number($0) }
    case .date: []
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
  let points = Set(thresholds.filter(range.contains) + [range.lowerBound, range.upperBound])
    .sorted()
  return points
    + zip(points, points.dropFirst()).map { low, high in
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
