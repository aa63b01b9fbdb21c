/// Everything that follows from some answers: what applies, which rules hold, which levels are possible.
///
/// Working out is sound: whatever it calls certain holds in every situation that agrees with the
/// answers. It is not always exact, because two tests on one question are looked at apart.
struct Evaluation: Sendable {
  private(set) var applies: [Truth]
  private(set) var definitions: [Truth]
  private(set) var rules: [Truth]
  private(set) var levels: [LevelSet]
  private(set) var advice: [Truth]
  private(set) var facts: Facts
  /// For each level of each scale, how many rules raise it to that: those that certainly hold, and those
  /// that may.
  private var raised: [Tally]
  /// For each piece of advice, how many rules give it.
  private var given: [Tally]

  /// How many rules do something.
  private struct Tally {
    var certain = 0
    var open = 0

    mutating func count(_ truth: Truth, _ step: Int) {
      switch truth {
      case .true: certain += step
      case .open: open += step
      case .false: break
      }
    }
  }

  /// What evaluation starts from.
  struct Facts: Sendable {
    var slots: [Slot]
    /// For each question, whether the consultation asks it at all.
    var isAsked: [Bool]
    var now: Moment?
    /// The readings before this one, oldest first.
    var earlier: [Evaluation]
  }

  /// Works everything out, each step once.
  ///
  /// - Complexity: Proportional to the number of nodes of the program.
  init(_ program: Program, _ facts: Facts) {
    self.facts = facts
    applies = Array(repeating: .false, count: facts.slots.count)
    definitions = Array(repeating: .false, count: program.definitions.count)
    rules = Array(repeating: .false, count: program.rules.count)
    levels = Array(repeating: LevelSet(), count: program.raisers.count)
    advice = Array(repeating: .false, count: program.givers.count)
    raised = Array(
      repeating: Tally(), count: program.levelCounts.reduce(0, +))
    given = Array(repeating: Tally(), count: program.givers.count)
    for step in program.steps { work(out: step, in: program) }
  }

  /// Returns what follows from another answer to one question.
  ///
  /// - Complexity: Proportional to what rests on what the answer changes.
  func changing(_ question: Int, to slot: Slot, in program: Program) -> Evaluation {
    var evaluation = self
    evaluation.change(question, to: slot, in: program)
    return evaluation
  }

  /// Works out what follows from another answer to one question.
  ///
  /// - Complexity: Proportional to what rests on what the answer changes.
  mutating func change(_ question: Int, to slot: Slot, in program: Program) {
    guard facts.slots[question] != slot else { return }
    facts.slots[question] = slot
    var waiting = PlaceSet(count: program.steps.count)
    for place in program.dependents[program.questionSteps[question]] { waiting.insert(place) }
    while let place = waiting.popFirst() {
      guard work(out: program.steps[place], in: program) else { continue }
      for other in program.dependents[place] { waiting.insert(other) }
    }
  }

  /// Works one step out and returns whether it came out otherwise than before.
  @discardableResult
  private mutating func work(out step: EvaluationOrder.Step, in program: Program) -> Bool {
    switch step {
    case .question(let place):
      guard facts.isAsked[place] else { return false }
      return applies[place].set(
        program.askedWhen[place].map { truth(of: $0, in: program) } ?? .true)
    case .definition(let place):
      return definitions[place].set(truth(of: program.definitions[place], in: program))
    case .rule(let place):
      let rule = program.rules[place]
      let when = truth(of: rule.when, in: program)
      let truth =
        when == .false
        ? .false : when && !(rule.unless.map { self.truth(of: $0, in: program) } ?? .false)
      let before = rules[place]
      guard rules[place].set(truth) else { return false }
      for raise in rule.raises {
        let level = program.firstLevels[raise.scale] + raise.level
        raised[level].count(before, -1)
        raised[level].count(truth, 1)
      }
      for advice in rule.advises {
        given[advice].count(before, -1)
        given[advice].count(truth, 1)
      }
      return true
    case .scale(let place): return levels[place].set(levelSet(of: place, in: program))
    case .advice(let place):
      let tally = given[place]
      return advice[place].set(tally.certain > 0 ? .true : tally.open > 0 ? .open : .false)
    }
  }

  /// The level that a scale certainly reaches at least: the most cautious one that a rule which
  /// certainly holds raises it to, or its `otherwise`, which no rule is below.
  func certainLevel(of scale: Int, in program: Program) -> Int {
    let first = program.firstLevels[scale]
    var level = program.levelCounts[scale] - 1
    while level > program.otherwise[scale], raised[first + level].certain == 0 { level -= 1 }
    return level
  }

  private func levelSet(of scale: Int, in program: Program) -> LevelSet {
    let certain = certainLevel(of: scale, in: program)
    var set = LevelSet([certain])
    let first = program.firstLevels[scale]
    for level in certain + 1..<max(certain + 1, program.levelCounts[scale])
    where raised[first + level].open > 0 {
      set.insert(level)
    }
    return set
  }

  /// Returns what is known of the condition at a node.
  func truth(of place: Int, in program: Program) -> Truth {
    let node = program.nodes[place]
    switch node.kind {
    case .not: return !truth(of: node.parts.lowerBound, in: program)
    case .all:
      var truth = Truth.true
      for part in node.parts {
        truth = truth && self.truth(of: part, in: program)
        if truth == .false { break }
      }
      return truth
    case .any:
      var truth = Truth.false
      for part in node.parts {
        truth = truth || self.truth(of: part, in: program)
        if truth == .true { break }
      }
      return truth
    case .atLeast:
      var (certain, possible) = (0, 0)
      for part in node.parts {
        switch truth(of: part, in: program) {
        case .true: (certain, possible) = (certain + 1, possible + 1)
        case .open: possible += 1
        case .false: break
        }
      }
      return certain >= node.subject ? .true : possible >= node.subject ? .open : .false
    case .definition: return definitions[node.subject]
    default: return truth(of: node, in: program)
    }
  }

  /// Returns what is known of one test, at the reading that it looks at.
  func truth(of test: Program.Node, in program: Program) -> Truth {
    switch test.reading {
    case .current: self.test(test, program)
    case .previous: facts.earlier.last?.test(test, program) ?? .false
    case .earlier: facts.earlier.reduce(.false) { $0 || $1.test(test, program) }
    }
  }

  /// What is known of one test at this very reading.
  private func test(_ node: Program.Node, _ program: Program) -> Truth {
    switch node.kind {
    case .scale: return levels[node.subject].isAmong(node.mask)
    case .advice: return advice[node.subject]
    default:
      let applies = applies[node.subject]
      return applies == .false ? .false : applies && value(node, facts.slots[node.subject], program)
    }
  }

  /// What is known of the value that a test looks at, where its question applies.
  func value(_ node: Program.Node, _ slot: Slot, _ program: Program) -> Truth {
    switch (node.kind, slot) {
    case (.isAmong, .options(let chosen)): Truth(chosen & node.mask != 0)
    case (.isAmong, _): Truth(node.mask == program.optionMasks[node.subject]) || .open
    case (.includesAny, .options(let chosen)): Truth(chosen & node.mask != 0)
    case (.includesAll, .options(let chosen)): Truth(chosen & node.mask == node.mask)
    case (.compares, .number(let number)): Truth(node.comparison.holds(number, node.threshold))
    case (.isBetween, .number(let number)):
      Truth(node.threshold <= number && number <= node.upper)
    case (.passed, .number(let day)):
      facts.now.map { Truth(node.comparison.holds(Double($0.seconds) - day, node.threshold)) }
        ?? .open
    default: .open
    }
  }
}

extension Equatable {
  /// Takes another value, and returns whether it is another one.
  fileprivate mutating func set(_ value: Self) -> Bool {
    guard value != self else { return false }
    self = value
    return true
  }
}
