import Patchwise

// Those people who agree with what was answered so far.
extension Situations {
  /// Returns what holds for everybody who agrees with a consultation.
  ///
  /// A question that is unanswered, or that was answered with *not sure*, is left open. Of earlier
  /// readings only what is certain by them counts: each test on them holds, fails, or is left open by
  /// itself. So nobody who agrees is left out; after earlier readings of *not sure* there may be too many.
  ///
  /// - Parameter consultation: A consultation of the same kind and knowledge.
  /// - Returns: What holds.
  mutating func literals(agreeingWith consultation: Consultation) -> [Literal] {
    var literals: [Literal] = []
    for id in base.sections(of: kind).flatMap(\.questions) {
      guard tests[id] != nil, let question = base.question(id) else { continue }
      literals += self.literals(for: question, in: consultation)
    }
    for test in testsBack {
      let condition = Condition.test(test)
      let truth = consultation.truth(of: condition)
      guard truth == .true || truth == .false else { continue }
      let literal = literal(for: condition)
      literals.append(truth == .true ? literal : !literal)
    }
    return literals
  }

  private mutating func literals(
    for question: Question, in consultation: Consultation
  ) -> [Literal] {
    switch consultation.answer(to: question.id) {
    case .option(let option): return literals(choosing: [option], in: question)
    case .options(let options): return literals(choosing: options, in: question)
    case .number(let number): return literals(lyingAt: number, of: question)
    case .duration(let span): return literals(lyingAt: Double(span.seconds), of: question)
    case .date(let day):
      // Without a clock nobody knows how long ago a day was.
      guard let now = consultation.now else { return [] }
      return literals(lyingAt: Double((now - day).seconds), of: question)
    case .unsure, nil:
      if consultation.answer(to: question.id) != nil, case .option(let option) = question.unsure {
        return literals(choosing: [option], in: question)
      }
      guard case .date = question.domain, let now = consultation.now else { return [] }
      return [0, Self.twin].flatMap { literals(forWholeDaysSince: question, at: $0, by: now) }
    }
  }

  private mutating func literals(
    choosing chosen: [Identifier<Question.Option>], in question: Question
  ) -> [Literal] {
    zip(base.optionNames(of: question), options(of: question, at: 0)).map { name, literal in
      chosen.contains(Identifier(name)) ? literal : !literal
    }
  }

  private mutating func literals(lyingAt value: Double, of question: Question) -> [Literal] {
    guard let place = regions(of: question).place(of: value) else { return [] }
    let row = [circuit.yes] + regions(of: question, at: 0) + [circuit.no]
    return [row[place], !row[place + 1]]
  }

  /// Leaves out the regions that no midnight lies in: by a clock, days are not any time ago.
  private mutating func literals(
    forWholeDaysSince question: Question, at reading: Int, by now: Moment
  ) -> [Literal] {
    let day = 86_400
    let timeOfDay = ((now.seconds % day) + day) % day
    let regions = regions(of: question)
    var possible: Set<Int> = [0, regions.samples.count - 1]
    for sample in regions.samples.dropFirst().dropLast() {
      let days = (Int(sample) - timeOfDay) / day
      for days in days - 1...days + 1 {
        if let place = regions.place(of: Double(days * day + timeOfDay)) { possible.insert(place) }
      }
    }
    let row = [circuit.yes] + self.regions(of: question, at: reading) + [circuit.no]
    return regions.samples.indices.filter { !possible.contains($0) }.map { place in
      circuit.or([!row[place], row[place + 1]])
    }
  }
}
