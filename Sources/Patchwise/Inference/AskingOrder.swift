/// The order in which open questions are asked.
///
/// It is the author's, but a question waits for those open ones on which it hangs whether it applies.
struct AskingOrder {
  /// The questions in the order of asking, by place.
  private(set) var questions: [Int] = []
  private let program: Program
  private let evaluation: Evaluation
  /// For each open question, its place in the author's order.
  private var ranks: [Int: Int] = [:]
  /// What waits for each thing, and for how many things each one waits.
  private var waiting: [Thing: [Thing]] = [:]
  private var counts: [Thing: Int] = [:]
  /// The ranks of the questions that wait for nothing.
  private var ready: PlaceSet

  /// Something that others wait for.
  private enum Thing: Hashable {
    case answer(Int)
    case step(EvaluationOrder.Step)
  }

  /// Sorts open questions that are given in the author's order.
  init(_ open: [Int], _ program: Program, _ evaluation: Evaluation) {
    self.program = program
    self.evaluation = evaluation
    ready = PlaceSet(count: open.count)
    guard open.contains(where: { evaluation.applies[$0] == .open }) else {
      questions = open
      return
    }
    ranks = Dictionary(uniqueKeysWithValues: open.enumerated().map { ($0.element, $0.offset) })
    link(open.filter { evaluation.applies[$0] == .open })
    for rank in open.indices where counts[.answer(open[rank])] == nil { ready.insert(rank) }
    // What rests on answers of *not sure* alone keeps nobody waiting.
    free(counts.filter { $0.value == 0 }.map(\.key))
    while let rank = ready.popFirst() {
      questions.append(open[rank])
      free(released(by: .answer(open[rank])))
    }
  }

  /// Notes what hanging questions wait for, down to the answers that settle it.
  private mutating func link(_ hanging: [Int]) {
    var left = hanging.map(Thing.answer)
    while let thing = left.popLast() {
      guard counts[thing] == nil else { continue }
      let needs = needs(of: thing)
      counts[thing] = needs.count
      for need in needs {
        waiting[need, default: []].append(thing)
        if case .answer(let question) = need, evaluation.applies[question] != .open { continue }
        left.append(need)
      }
    }
  }

  /// Takes a thing off what others wait for, and returns those that wait for nothing any more.
  private mutating func released(by thing: Thing) -> [Thing] {
    var released: [Thing] = []
    for other in waiting.removeValue(forKey: thing) ?? [] {
      counts[other, default: 1] -= 1
      if counts[other] == 0 { released.append(other) }
    }
    return released
  }

  private mutating func free(_ things: [Thing]) {
    var free = things
    while let thing = free.popLast() {
      switch thing {
      case .answer(let question): ready.insert(ranks[question] ?? 0)
      case .step: free += released(by: thing)
      }
    }
  }

  // MARK: What rests on what

  private func needs(of thing: Thing) -> [Thing] {
    switch thing {
    case .answer(let question): return [.step(.question(question))]
    case .step(.question(let place)): return program.askedWhen[place].map(needs(at:)) ?? []
    case .step(.definition(let place)): return needs(at: program.definitions[place])
    case .step(.rule(let place)):
      let rule = program.rules[place]
      return needs(at: rule.when) + (rule.unless.map(needs(at:)) ?? [])
    case .step(.scale(let place)):
      let certain = evaluation.certainLevel(of: place, in: program)
      return program.raisers[place]
        .filter { $0.level > certain && evaluation.rules[$0.rule] == .open }
        .map { .step(.rule($0.rule)) }
    case .step(.advice(let place)):
      return program.givers[place].filter { evaluation.rules[$0] == .open }
        .map { .step(.rule($0)) }
    }
  }

  /// What the condition at a node rests on while it is open.
  private func needs(at place: Int) -> [Thing] {
    guard evaluation.truth(of: place, in: program) == .open else { return [] }
    let node = program.nodes[place]
    switch node.kind {
    case .not, .all, .any, .atLeast: return node.parts.flatMap(needs(at:))
    case .definition: return [.step(.definition(node.subject))]
    case _ where node.reading != .current: return []
    case .scale: return [.step(.scale(node.subject))]
    case .advice: return [.step(.advice(node.subject))]
    case .isAmong, .includesAny, .includesAll, .compares, .isBetween, .passed:
      if ranks[node.subject] != nil { return [.answer(node.subject)] }
      return evaluation.applies[node.subject] == .open ? [.step(.question(node.subject))] : []
    }
  }
}
