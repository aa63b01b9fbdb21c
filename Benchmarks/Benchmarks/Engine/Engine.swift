import Patchwise
import PatchwiseYAML
import Workloads

/// Our engine as a program calls it that embeds it.
///
/// Nothing else here knows how.
struct Engine: Sendable {
  /// A person's answers, checked and looked up.
  struct Input: Sendable {
    fileprivate var answers: [PreparedAnswer]
  }

  /// A person's answers as they are given when they are asked for, one by one.
  struct Spoken: Sendable {
    fileprivate var answers: [Identifier<Question>: Answer]
  }

  /// The answers of many people, question by question.
  struct Batch: Sendable {
    fileprivate var columns: [[PreparedAnswer]]
    let count: Int
  }

  /// How many people a sheet for many has room for.
  static let batchSize = BatchSheet.capacity

  private let decider: Decider
  private let batchDecider: BatchDecider
  private let empty: Consultation

  init(contentsOf path: String) throws {
    let knowledge = try KnowledgeBase(contentsOf: path)
    decider = try Decider("all", in: knowledge)
    batchDecider = try BatchDecider("all", in: knowledge)
    empty = try Consultation("all", in: knowledge)
  }

  func input(_ person: Person, to workload: Workload) throws -> Input {
    Input(answers: try given(person, to: workload).map { try decider.prepare($1, to: $0) })
  }

  func spoken(_ person: Person, to workload: Workload) -> Spoken {
    Spoken(
      answers: Dictionary(given(person, to: workload), uniquingKeysWith: { first, _ in first }))
  }

  private func given(
    _ person: Person, to workload: Workload
  ) -> [(Identifier<Question>, Answer)] {
    zip(workload.questions, person.answers).map { question, answer in
      func option(_ place: Int) -> Identifier<Question.Option> {
        Identifier(KnowledgeFiles.name(question.options[place]))
      }
      let given: Answer =
        switch answer {
        case .one(let place): .option(option(place))
        case .any(let chosen):
          .options(question.options.indices.filter { chosen >> UInt8($0) & 1 == 1 }.map(option))
        case .number(let number): .number(number)
        }
      return (Identifier(KnowledgeFiles.name(question.name)), given)
    }
  }

  // MARK: Deciding about one

  var sheet: DecisionSheet { decider.sheet }

  /// Decides about one person after the other.
  ///
  /// - Returns: How many levels there are and how many rules hold, so that both have been looked at.
  func decide(_ inputs: ArraySlice<Input>, on sheet: inout DecisionSheet) -> Int {
    var looks = 0
    for input in inputs {
      sheet.clear()
      sheet.give(input.answers)
      sheet.decide()
      looks += sheet.levelRange(ofScaleAt: 0).lowerBound < 0 ? 0 : 1
      sheet.forEachRule { _ in looks += 1 }
    }
    return looks
  }

  /// Returns what was decided last.
  func outcome(on sheet: DecisionSheet) -> Outcome {
    var rules: [Int] = []
    sheet.forEachRule { rules.append($0) }
    return Outcome(level: Self.level(sheet.interval(of: "verdict")), rules: rules)
  }

  private static func level(_ interval: LevelInterval?) -> Int {
    guard let interval, interval.isSettled else { return 0 }
    return interval.floor.flatMap { Int($0.id.name.dropFirst()) } ?? 0
  }

  // MARK: Deciding about many

  var batchSheet: BatchSheet { batchDecider.sheet }

  /// Turns what people answered into columns, as floors have it, too.
  func batch(_ inputs: ArraySlice<Input>) -> Batch {
    let questions = inputs.first?.answers.indices ?? 0..<0
    return Batch(
      columns: questions.map { question in inputs.map { $0.answers[question] } },
      count: inputs.count)
  }

  /// Decides about some people at once.
  ///
  /// - Returns: How many levels there are and how many rules hold, so that both have been looked at.
  func decide(_ batch: Batch, on sheet: inout BatchSheet) -> Int {
    sheet.clear()
    for column in batch.columns { sheet.give(column) }
    sheet.decide()
    let (levels, rules) = (sheet.levelRanges(ofScaleAt: 0), sheet.rules)
    return (0..<batch.count).reduce(0) { looks, person in
      looks + (levels[person].lowerBound < 0 ? 0 : 1) + rules.places(for: person).count
    }
  }

  /// Returns what was decided last.
  func outcomes(on sheet: BatchSheet) -> [Outcome] {
    let rules = sheet.rules
    return (0..<sheet.count).map { person in
      Outcome(
        level: Self.level(sheet.interval(of: "verdict", for: person)),
        rules: rules.places(for: person).map { Int($0) })
    }
  }

  // MARK: Consulting

  /// Gives answers as they are asked for, up to a number of steps.
  ///
  /// - Returns: How many were given, and after how many of them there was a floor and a ceiling.
  func consult(_ spoken: Spoken, steps: Int) -> (steps: Int, sum: Int) {
    var consultation = empty
    var given = 0
    var sum = 0
    while given < steps, let question = consultation.nextQuestion,
      let answer = spoken.answers[question.id]
    {
      try? consultation.answer(question.id, answer)
      let interval = consultation.interval(of: "verdict")
      sum += (interval?.floor == nil ? 0 : 1) + (interval?.ceiling == nil ? 0 : 1)
      given += 1
    }
    return (given, sum)
  }
}
