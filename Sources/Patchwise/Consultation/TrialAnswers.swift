/// The values that are tried in place of what is known of a question.
struct TrialAnswers {
  /// The values, each once; numbers in their order.
  private(set) var slots: [Slot] = []
  /// Whether every other answer comes to the same as one of these.
  private(set) var isComplete: Bool
  private let question: Question
  private let options: [Identifier<Question.Option>]
  /// The options chosen now; none if the question is unanswered or was answered with *not sure*.
  private let chosen: UInt64
  /// The values that a test tells from those just beside them.
  private let points: Set<Double>

  /// Finds values that the tests on a question tell apart.
  ///
  /// Of a question that takes several options, and has too many to try every set, these are the sets
  /// that are tried for who is not sure, those with some of the chosen ones left out, and those with one
  /// more.
  ///
  /// - Parameters:
  ///   - place: The place of the question.
  ///   - tests: All tests on it.
  ///   - consultation: What is known.
  init(of place: Int, among tests: [Program.Node], in consultation: Consultation) {
    let base = consultation.knowledge
    question = base.knowledge.questions[place]
    options = base.names.options[place].map { Identifier($0) }
    let samples = SampleValues(
      of: question, among: tests, optionCount: options.count, at: consultation.now)
    isComplete = samples.isComplete
    let current = consultation.evaluation.facts.slots[place]
    if case .options(let mask) = current { chosen = mask } else { chosen = 0 }
    switch question.domain {
    case .number(let range, _): points = Set(SampleValues.points(tests, range))
    case .duration(let range):
      let seconds = Double(range.lowerBound.seconds)...Double(range.upperBound.seconds)
      points = Set(SampleValues.points(tests, seconds))
    default: points = []
    }
    guard question.domain.takesSeveral else {
      slots = samples.values.sorted { $0.number < $1.number }.filter { $0 != current }
      return
    }
    let tested = tests.reduce(0) { $0 | $1.mask }
    // What nothing looks at stays as it is.
    var masks = samples.values.map { $0.mask | chosen & ~tested }
    if !isComplete {
      masks = Self.subsets(of: chosen & tested, atMost: SampleValues.limit).map { chosen & ~$0 }
      masks += (0..<64).map { UInt64(1) << UInt64($0) }.filter { tested & $0 != 0 }
        .map { chosen | $0 }
      masks += tests.filter { $0.kind == .includesAll }.map { chosen | $0.mask }
    }
    slots = masks.withoutRepeats().map { .options($0) }.filter { $0 != current }
  }

  /// The subsets of some options; if they are too many, each option alone, and all.
  private static func subsets(of mask: UInt64, atMost limit: Int) -> [UInt64] {
    let options = (0..<64).map { UInt64(1) << UInt64($0) }.filter { mask & $0 != 0 }
    guard 1 << min(options.count, 62) <= limit else { return [0] + options + [mask] }
    return options.reduce(into: [0]) { masks, option in masks += masks.map { $0 | option } }
  }

  /// The options that a value adds to those that are chosen, or leaves out; nothing for other kinds.
  func difference(of slot: Slot) -> UInt64? {
    guard question.domain.takesSeveral, case .options(let mask) = slot else { return nil }
    return mask ^ chosen
  }

  /// Whole seconds, or the most or the least that there can be.
  private static func seconds(_ number: Double) -> Int {
    Int(exactly: number.rounded(.towardZero)) ?? (number < 0 ? .min : .max)
  }

  /// A value as a person would answer.
  func answer(_ slot: Slot) -> Answer {
    switch (slot, question.domain) {
    case (.options(let mask), _):
      let ids = options.indices.filter { mask & (1 << UInt64($0)) != 0 }.map { options[$0] }
      return question.domain.takesSeveral ? .options(ids) : ids.first.map { .option($0) } ?? .unsure
    case (.number(let number), .duration): return .duration(TimeSpan(seconds: Self.seconds(number)))
    case (.number(let number), .date): return .date(Moment(seconds: Self.seconds(number)))
    case (.number(let number), _): return .number(number)
    case (.unsure, _), (.unanswered, _): return .unsure
    }
  }

  /// Some of the values as answers that come to the same: numbers that lie side by side as one range.
  func groups(of some: Set<Slot>) -> [AnswerGroup] {
    let places = slots.indices.filter { some.contains(slots[$0]) }
    guard !places.isEmpty else { return [] }
    guard !points.isEmpty else {
      return [
        AnswerGroup(
          question: question.id, answers: places.map { answer(slots[$0]) }, range: nil)
      ]
    }
    var runs: [ClosedRange<Int>] = []
    for place in places {
      if let last = runs.last, last.upperBound == place - 1 {
        runs[runs.count - 1] = last.lowerBound...place
      } else {
        runs.append(place...place)
      }
    }
    return runs.map { run in
      AnswerGroup(
        question: question.id, answers: run.map { answer(slots[$0]) },
        range: AnswerGroup.Range(
          lower: run.lowerBound == 0 ? nil : bound(of: run.lowerBound, towards: -1),
          upper: run.upperBound == slots.count - 1 ? nil : bound(of: run.upperBound, towards: 1)))
    }
  }

  /// Where values that come to the same begin or end: at a point, or just beside the next one.
  private func bound(of place: Int, towards step: Int) -> AnswerGroup.Bound {
    let isPoint = points.contains(slots[place].number)
    return AnswerGroup.Bound(
      answer: answer(slots[isPoint ? place : place + step]), isIncluded: isPoint)
  }
}

extension Slot {
  fileprivate var number: Double { if case .number(let number) = self { number } else { 0 } }
  fileprivate var mask: UInt64 { if case .options(let mask) = self { mask } else { 0 } }
}
