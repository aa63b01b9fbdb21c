extension KnowledgeChecker {
  /// Looks for something that rests on itself.
  mutating func checkCircles() {
    let order = EvaluationOrder(knowledge, names, conditions)
    guard let circle = order.circle else { return }
    // A long one is told by how it begins.
    let members = circle.prefix(Self.circleLimit).map(order.name)
    let path =
      (members.map { "'\($0.name)'" } + (circle.count > members.count ? ["…"] : [])
      + ["'\(members[0].name)'"]).joined(separator: " → ")
    let pairs = zip(
      members.indices, members.indices.dropFirst() + (circle.count > members.count ? [] : [0]))
    let links = pairs.compactMap { place, next -> Diagnostic.Note? in
      guard let rule = rule(for: circle[place], on: members[next].name) else { return nil }
      let object = place == next ? "itself" : "'\(members[next].name)'"
      return Diagnostic.Note(
        "rule '\(rule.id)' makes '\(members[place].name)' rest on \(object)", at: rule.id.location)
    }
    report(
      .circularReasoning, "\(members[0].kind) '\(members[0].name)' rests on itself: \(path)",
      at: members[0].location,
      notes: members.dropFirst().map {
        Diagnostic.Note("\($0.kind) '\($0.name)' takes part", at: $0.location)
      } + links,
      help: "let one of them rest on questions alone")
  }

  /// How many members of a circle are told.
  static let circleLimit = 20

  /// The first rule that raises a scale, or gives advice, and mentions a name; nothing for other steps.
  private func rule(for step: EvaluationOrder.Step, on name: String) -> Rule? {
    zip(knowledge.rules, conditions.rules).first { rule, conditions in
      let leads =
        switch step {
        case .scale(let place): rule.raises.contains { $0.scale == knowledge.scales[place].id }
        case .advice(let place): rule.advises.contains(knowledge.advice[place].id)
        case .question, .definition, .rule: false
        }
      return leads
        && [conditions.when, conditions.unless].contains { $0?.mentions(name) ?? false }
    }?.0
  }
}

extension Condition {
  /// Whether the condition itself mentions something of the current reading.
  fileprivate func mentions(_ name: String) -> Bool {
    switch self {
    case .test(let test) where test.reading != .current: false
    case .test(let test):
      switch test.subject {
      case .question(let id): id.name == name
      case .scale(let id): id.name == name
      case .advice(let id): id.name == name
      }
    case .definition(let id): id.name == name
    case .not(let inner): inner.mentions(name)
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      parts.contains { $0.mentions(name) }
    }
  }
}
