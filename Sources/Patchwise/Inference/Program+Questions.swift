extension Program {
  /// The tests on a question at the present reading.
  func tests(of question: Int) -> [Node] { testsOf[question].map { nodes[$0] } }

  /// The questions that a rule may ever rest on, whatever is answered.
  ///
  /// It walks without recursion, so that a long chain can't exhaust the stack.
  ///
  /// - Complexity: Proportional to the number of nodes of the program.
  func questions(behind rule: Int) -> Set<Int> {
    var questions: Set<Int> = []
    var seen: Set<EvaluationOrder.Step> = []
    var waiting: [Int] = []
    func enter(rules places: [Int]) {
      for place in places where seen.insert(.rule(place)).inserted {
        waiting.append(rules[place].when)
        if let unless = rules[place].unless { waiting.append(unless) }
      }
    }
    enter(rules: [rule])
    while let place = waiting.popLast() {
      let node = nodes[place]
      switch node.kind {
      case .not, .all, .any, .atLeast: waiting.append(contentsOf: node.parts)
      case .definition:
        if seen.insert(.definition(node.subject)).inserted {
          waiting.append(definitions[node.subject])
        }
      case _ where node.reading != .current: break
      case .scale:
        if seen.insert(.scale(node.subject)).inserted {
          enter(rules: raisers[node.subject].map(\.rule))
        }
      case .advice:
        if seen.insert(.advice(node.subject)).inserted { enter(rules: givers[node.subject]) }
      case .isAmong, .includesAny, .includesAll, .compares, .isBetween, .passed:
        if questions.insert(node.subject).inserted, let askedWhen = askedWhen[node.subject] {
          waiting.append(askedWhen)
        }
      }
    }
    return questions
  }
}

extension Program.Node {
  /// Whether it is a test on a question.
  var looksAtQuestion: Bool {
    switch kind {
    case .isAmong, .includesAny, .includesAll, .compares, .isBetween, .passed: true
    case .not, .all, .any, .atLeast, .definition, .scale, .advice: false
    }
  }
}
