import Patchwise
import PatchwiseYAML
import Workloads

/// Our engine as a program calls it that embeds it.
///
/// Nothing else here knows how.
struct Engine: Sendable {
  /// A person's answers, ready to be given.
  struct Input: Sendable {
    fileprivate var answers: [(question: Identifier<Question>, answer: Answer)]
  }

  /// Where one person after the other is decided about.
  struct Sheet {
    fileprivate var consultation: Consultation
  }

  /// Where many people are decided about at once.
  struct BatchSheet {
    fileprivate var consultations: [Consultation] = []
  }

  /// How many people a sheet for many has room for.
  static let batchSize = 512

  private let empty: Consultation
  private let rules: [Identifier<Rule>]

  init(contentsOf path: String) throws {
    let knowledge = try KnowledgeBase(contentsOf: path)
    empty = try Consultation("all", in: knowledge)
    rules = knowledge.knowledge.rules.map(\.id)
  }

  func input(_ person: Person, to workload: Workload) -> Input {
    Input(
      answers: zip(workload.questions, person.answers).map { question, answer in
        func option(_ place: Int) -> Identifier<Question.Option> {
          Identifier(KnowledgeFiles.name(question.options[place]))
        }
        let given: Answer =
          switch answer {
          case .one(let place): .option(option(place))
          case .any(let chosen):
            .options(
              question.options.indices.filter { chosen >> UInt8($0) & 1 == 1 }.map(option))
          case .number(let number): .number(number)
          }
        return (Identifier(KnowledgeFiles.name(question.name)), given)
      })
  }

  // MARK: Deciding about one

  var sheet: Sheet { Sheet(consultation: empty) }

  /// Decides about one person after the other.
  ///
  /// - Returns: How many levels there are and how many rules hold, so that both have been looked at.
  func decide(_ inputs: ArraySlice<Input>, on sheet: inout Sheet) -> Int {
    inputs.reduce(0) { sum, input in
      sheet.consultation = consultation(input)
      return sum + looks(at: sheet.consultation)
    }
  }

  /// Returns what was decided last.
  func outcome(on sheet: Sheet) -> Outcome { outcome(of: sheet.consultation) }

  private func consultation(_ input: Input) -> Consultation {
    var consultation = empty
    for (question, answer) in input.answers { try? consultation.answer(question, answer) }
    return consultation
  }

  private func looks(at consultation: Consultation) -> Int {
    let hasLevel = consultation.interval(of: "verdict")?.floor != nil
    return (hasLevel ? 1 : 0) + rules.count { consultation.truth(of: $0) == .true }
  }

  private func outcome(of consultation: Consultation) -> Outcome {
    Outcome(
      level: level(of: consultation),
      rules: rules.indices.filter { consultation.truth(of: rules[$0]) == .true })
  }

  private func level(of consultation: Consultation) -> Int {
    guard let interval = consultation.interval(of: "verdict"), interval.isSettled else { return 0 }
    return interval.floor.flatMap { Int($0.id.name.dropFirst()) } ?? 0
  }

  // MARK: Deciding about many

  var batchSheet: BatchSheet { BatchSheet() }

  /// Decides about some people at once.
  ///
  /// - Returns: How many levels there are and how many rules hold, so that both have been looked at.
  func decide(_ inputs: ArraySlice<Input>, on sheet: inout BatchSheet) -> Int {
    sheet.consultations = inputs.map { consultation($0) }
    return sheet.consultations.reduce(0) { $0 + looks(at: $1) }
  }

  /// Returns what was decided last.
  func outcomes(on sheet: BatchSheet) -> [Outcome] { sheet.consultations.map(outcome) }

  // MARK: Consulting

  /// Gives answers as they are asked for, up to a number of steps.
  ///
  /// - Returns: How many were given, and after how many of them there was a floor and a ceiling.
  func consult(_ input: Input, steps: Int) -> (steps: Int, sum: Int) {
    var consultation = empty
    var given = 0
    var sum = 0
    while given < steps, let question = consultation.nextQuestion,
      let answer = input.answers.first(where: { $0.question == question.id })?.answer
    {
      try? consultation.answer(question.id, answer)
      let interval = consultation.interval(of: "verdict")
      sum += (interval?.floor == nil ? 0 : 1) + (interval?.ceiling == nil ? 0 : 1)
      given += 1
    }
    return (given, sum)
  }
}
