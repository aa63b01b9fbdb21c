package import Patchwise

// Somebody for whom something is so.
extension Situations {
  /// Returns whether a condition holds in any situation; so too where that is not known.
  package mutating func isPossible(_ condition: Condition) -> Bool { isPossible(condition, nil) }

  mutating func isPossible(_ condition: Condition, _ claim: Claim?) -> Bool {
    let literal = literal(for: condition)
    return search(assuming: [literal], claim) != .unsatisfiable
  }

  /// Returns somebody for whom a condition holds; nothing if nobody was found.
  mutating func witness(of condition: Condition, _ claim: Claim? = nil) -> Witness? {
    let literal = literal(for: condition)
    return witness(where: [literal], claim)
  }

  /// Returns somebody for whom some literals hold; nothing if nobody was found.
  mutating func witness(where literals: [Literal], _ claim: Claim? = nil) -> Witness? {
    search(assuming: literals, claim) == .satisfiable ? witness : nil
  }

  /// The course of readings that the last search found.
  var witness: Witness {
    let count = 1 + readings.prefix { $0.hasPrevious.map(circuit.solver.holds) ?? false }.count
    return Witness(
      consultation: kind.id,
      readings: (0..<count).reversed().map { reading in
        let now = Self.lastReading + TimeSpan(seconds: -reading * Self.betweenReadings)
        return Witness.Reading(now: now, answers: answers(at: reading, by: now))
      })
  }

  /// Returns the course of readings that other situations found, which have all the clauses of these.
  ///
  /// - Parameter others: The situations, made with `under`.
  /// - Returns: What the person answers to the questions that apply here.
  func witness(foundBy others: Situations) -> Witness {
    var situations = self
    situations.circuit = others.circuit
    return situations.witness
  }

  /// A midnight that serves as the time of the last reading, and the seconds to the one before.
  ///
  /// At midnight a day is a whole number of days ago.
  static let lastReading = Moment(seconds: 1_767_225_600)
  private static let betweenReadings = 86_400

  /// Returns the situation that the last search found, as answers to the questions that apply.
  ///
  /// Questions that nothing rested on are left out.
  ///
  /// - Parameters:
  ///   - reading: How many readings back.
  ///   - now: The clock by which days are told.
  /// - Returns: The answers.
  package func answers(at reading: Int = 0, by now: Moment) -> [Identifier<Question>: Answer] {
    var answers: [Identifier<Question>: Answer] = [:]
    for id in base.sections(of: kind).flatMap(\.questions) {
      guard let question = base.question(id), doesApply(id, at: reading),
        let answer = answer(to: question, at: reading, by: now)
      else { continue }
      answers[id] = answer
    }
    return answers
  }

  private func doesApply(_ id: Identifier<Question>, at reading: Int) -> Bool {
    guard base.askedWhen(id) != nil else { return true }
    return readings[reading].applies[id].map { circuit.solver.holds($0) } ?? false
  }

  private func answer(to question: Question, at reading: Int, by now: Moment) -> Answer? {
    let names = base.optionNames(of: question)
    if let literals = readings[reading].options[question.id] {
      let chosen = zip(names, literals).filter { circuit.solver.holds($0.1) }
        .map { Identifier<Question.Option>($0.0) }
      switch question.domain {
      case .any, .ingredients: return .options(chosen)
      default: return chosen.first.map { .option($0) }
      }
    }
    guard let literals = readings[reading].regions[question.id] else { return nil }
    let place = literals.count { circuit.solver.holds($0) }
    return Self.answer(to: question, regions(of: question).samples[place], by: now)
  }

  /// The answer that gives a value of a number, a length of time or a day.
  private static func answer(to question: Question, _ value: Double, by now: Moment) -> Answer {
    switch question.domain {
    case .number: .number(value)
    case .duration: .duration(TimeSpan(seconds: Int(value)))
    default: .date(now + TimeSpan(seconds: -Int(value)))
    }
  }

  /// One answer for each ordered option of a question, or for each region of its range, in order.
  func orderedAnswers(to question: Question) -> [Answer] {
    switch question.domain {
    case .one(let options, ordered: true): options.map { .option($0.id) }
    case .number, .duration:
      regions(of: question).samples.map { Self.answer(to: question, $0, by: Self.lastReading) }
    case .one, .any, .yesNo, .date, .ingredients: []
    }
  }
}

extension Subject {
  /// Returns whether a condition holds in any situation of any consultation.
  mutating func isPossible(_ condition: Condition, _ claim: Claim? = nil) -> Bool {
    for place in situations.indices {
      let literal = situations[place].literal(for: condition)
      if situations[place].allows([literal], claim) { return true }
    }
    return false
  }

  /// Returns somebody for whom a condition holds in any consultation; nothing if there is nobody.
  mutating func witness(of condition: Condition) -> Witness? {
    for place in situations.indices {
      if let witness = situations[place].witness(of: condition) { return witness }
    }
    return nil
  }

  /// What somebody answers, as a note to an author.
  func note(on witness: Witness) -> Diagnostic.Note {
    let order = base.knowledge.consultations.first { $0.id == witness.consultation }
      .map(base.sections)?.flatMap(\.questions)
    let readings = witness.readings.map { reading in
      (order ?? []).compactMap { id in
        reading.answers[id].map { answer in
          let text = AnswerNotation.text(of: answer) { day in
            TimeSpan(seconds: reading.now.seconds - day.seconds).ago
          }
          return "\(id): \(text)"
        }
      }.joined(separator: "; ")
    }
    if readings.allSatisfy(\.isEmpty) { return Diagnostic.Note("it is so for everybody") }
    return Diagnostic.Note(
      "for example with "
        + readings.map { $0.isEmpty ? "anything" : $0 }.joined(
          separator: ", and at the next reading "))
  }
}

extension TimeSpan {
  /// How long ago something was that this time has passed since.
  fileprivate var ago: String {
    if seconds < 0 { return "a day to come" }
    return seconds == 0 ? "today" : "\(self) ago"
  }
}
