import Patchwise

/// Writes random conditions that the knowledge they are for can read.
struct RandomCondition {
  /// What a test can look at, with what is needed to write one.
  enum Subject {
    case question(Question)
    case scale(Scale)
    case advice(Advice)
    case definition(Definition)
  }

  /// What exists already; a condition that rests on these alone closes no circle.
  var known: [Subject] = []
  /// What an earlier reading can be asked for.
  let anything: [Subject]
  var random: SplitMix64

  /// Returns a condition that nests no deeper than some number.
  mutating func condition(depth: Int) -> String {
    guard depth > 0, random.percent(60) else { return term(depth: depth) }
    let word = random.percent(50) ? " and " : " or "
    return (0..<random.within(2...3)).map { _ in term(depth: depth - 1) }.joined(separator: word)
  }

  private mutating func term(depth: Int) -> String {
    guard depth > 0 else { return test() }
    switch random.below(10) {
    case 0: return "not \(term(depth: depth - 1))"
    case 1...3: return "(\(condition(depth: depth - 1)))"
    case 4:
      let parts = (0..<random.within(2...3)).map { _ in condition(depth: depth - 1) }
      return "at least \(random.within(1...parts.count)) of (\(parts.joined(separator: ", ")))"
    default: return test()
    }
  }

  private mutating func test() -> String {
    if random.percent(8) {
      let reading = random.pick(["previous", "earlier"])
      return "\(reading) \(test(of: random.pick(anything)))"
    }
    return test(of: random.pick(known))
  }

  // MARK: Tests

  private mutating func test(of subject: Subject) -> String {
    switch subject {
    case .definition(let definition): definition.id.name
    case .advice(let advice): "\(advice.id) \(random.pick(["is", "is not"])) given"
    case .scale(let scale): test(of: scale.id.name, levels: scale.levels.map(\.id.name))
    case .question(let question): test(of: question)
    }
  }

  private mutating func test(of question: Question) -> String {
    let name = question.id.name
    switch question.domain {
    case .yesNo: return random.pick([name, "\(name) is no", "\(name) is not yes"])
    case .one(let options, let ordered):
      let names = options.map(\.id.name)
      return ordered ? test(of: name, levels: names) : choice(name, names)
    case .any(let options): return "\(name) includes \(inclusion(options.map(\.id.name)))"
    case .ingredients: return name
    case .number(let range, let unit):
      let unit = random.percent(50) ? unit.map { " \($0)" } ?? "" : ""
      return comparison(name, Int(range.lowerBound)...Int(range.upperBound), unit)
    case .duration(let range):
      return comparison(
        name, range.lowerBound.seconds / 86_400...range.upperBound.seconds / 86_400, " days")
    case .date:
      return "\(name) \(random.pick(["less", "more"])) than \(random.within(0...9)) days ago"
    }
  }

  /// A test that some number of a range can meet.
  private mutating func comparison(
    _ name: String, _ range: ClosedRange<Int>, _ unit: String
  ) -> String {
    let numbers = (0..<2).map { _ in random.within(range) }.sorted()
    let number = "\(numbers[0])\(unit)"
    switch random.below(5) {
    case 0: return "\(name) at least \(number)"
    case 1: return "\(name) at most \(number)"
    case 2: return "\(name) \(numbers[0] < range.upperBound ? "more than" : "at least") \(number)"
    case 3: return "\(name) \(numbers[0] > range.lowerBound ? "less than" : "at most") \(number)"
    default: return "\(name) between \(number) and \(numbers[1])\(unit)"
    }
  }

  /// A test that something in order can meet, whatever its level.
  private mutating func test(of name: String, levels: [String]) -> String {
    switch random.below(7) {
    case 0: "\(name) at least \(random.pick(levels))"
    case 1: "\(name) at most \(random.pick(levels))"
    case 2 where levels.count > 1: "\(name) more than \(random.pick(Array(levels.dropLast())))"
    case 3 where levels.count > 1: "\(name) less than \(random.pick(Array(levels.dropFirst())))"
    case 4:
      "\(name) between \(levels[0]) and \(random.pick(levels))"
    default: choice(name, levels)
    }
  }

  private mutating func choice(_ name: String, _ values: [String]) -> String {
    let verb = random.pick(["is", "is not"])
    return random.percent(60)
      ? "\(name) \(verb) \(random.pick(values))" : "\(name) \(verb) any of (\(some(values)))"
  }

  private mutating func inclusion(_ values: [String]) -> String {
    random.percent(40)
      ? random.pick(values) : "\(random.pick(["any", "all", "none"])) of (\(some(values)))"
  }

  private mutating func some(_ values: [String]) -> String {
    random.shuffled(values).prefix(random.within(1...values.count)).joined(separator: ", ")
  }
}
