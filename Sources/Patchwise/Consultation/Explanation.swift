/// Why a scale has the level it has, and why not another one.
public struct Explanation: Sendable {
  /// The scale that is explained.
  public let scale: Scale
  /// The levels that are possible.
  public let interval: LevelInterval
  /// The rules that keep the scale from a milder level, in the author's order.
  ///
  /// None where the level is the scale's `otherwise`.
  public let supports: [Support]
  /// The rules that could have raised the scale further and don't hold, most cautious first.
  public let blocked: [Blocked]

  /// A rule that holds a scale at its level.
  public struct Support: Sendable {
    /// The rule.
    public let rule: Rule
    /// Whether it certainly holds; while something is not known it counts as if it did.
    public let isCertain: Bool
    /// The tests that make it hold, or that are open.
    public let facts: [Fact]
  }

  /// A rule for a more cautious level that does not hold.
  public struct Blocked: Sendable {
    /// The rule.
    public let rule: Rule
    /// The level the rule would have raised the scale to.
    public let level: Scale.Level
    /// The tests that would have to come out otherwise.
    public let facts: [Fact]
  }

  /// A test, how it came out, and what the person had said.
  public struct Fact: Sendable {
    /// The test.
    public let test: Condition.Test
    /// How it came out.
    public let truth: Truth
    /// The answer to the question that was tested, if it was one, applies and was answered.
    public let answer: Answer?
  }
}

/// Why a question is asked: the rules that it can still decide.
public struct QuestionReason: Sendable {
  /// The question.
  public let question: Question
  /// Each rule that may come to hold, with the decided levels it would raise and the advice it gives.
  public let rules: [Rule]
}

extension Consultation {
  /// Returns why a scale has its level; nothing if there is no such scale.
  public func explanation(of id: Identifier<Scale>) -> Explanation? {
    guard let place = knowledge.names.scales[id], let interval = interval(of: id) else {
      return nil
    }
    let scale = knowledge.knowledge.scales[place]
    let level = recommendedLevel(of: place)
    let blocked = knowledge.program.raisers[place]
      .filter { $0.level > level && evaluation.rules[$0.rule] == .false }
    return Explanation(
      scale: scale, interval: interval,
      supports: holders(of: place, at: level).map { place in
        let rule = knowledge.knowledge.rules[place]
        return Explanation.Support(
          rule: rule, isCertain: evaluation.rules[place] == .true, facts: facts(behind: rule))
      },
      blocked: blocked.sorted { ($1.level, $0.rule) < ($0.level, $1.rule) }.map { raiser in
        let rule = knowledge.knowledge.rules[raiser.rule]
        return Explanation.Blocked(
          rule: rule, level: scale.levels[raiser.level], facts: facts(behind: rule))
      })
  }

  /// Returns the tests that make a rule hold, keep it from holding, or leave it open.
  public func facts(behind rule: Rule) -> [Explanation.Fact] {
    let condition = knowledge.condition(of: rule)
    var collection = FactCollection()
    collect(condition, truth(of: condition), &collection)
    return collection.facts
  }

  /// Returns why a question is asked: the open rules that rest on it.
  public func reason(toAsk id: Identifier<Question>) -> QuestionReason? {
    guard let place = knowledge.names.questions[id] else { return nil }
    let isAsked = !leftOut.contains(place)
    let reach = Reach(knowledge.program, evaluation) { question, _ in
      question == place && isAsked
    }
    let scales = tellingScales
    let advice = Set(
      knowledge.knowledge.advice.indices.filter {
        evaluation.advice[$0] == .open && evaluation.mayBeTold($0, of: knowledge)
      })
    let (levels, rules) = (evaluation.levels, knowledge.program.rules)
    // A rule matters if it could still raise one of the scales or give new advice.
    let open = rules.indices.filter { rule in
      reach.rules[rule]
        && (rules[rule].raises.contains {
          scales.contains($0.scale) && $0.level > levels[$0.scale].floor
        } || rules[rule].advises.contains(where: advice.contains))
    }
    return QuestionReason(
      question: knowledge.knowledge.questions[place],
      rules: open.map { knowledge.knowledge.rules[$0] })
  }

  /// Facts, each once, and the definitions that were looked into.
  private struct FactCollection {
    var facts: [Explanation.Fact] = []
    var tests: Set<Condition.Test> = []
    var definitions: Set<Identifier<Definition>> = []
  }

  /// Adds the tests that make a condition as true, false or open as it is.
  private func collect(
    _ condition: Condition, _ truth: Truth, _ collection: inout FactCollection
  ) {
    switch condition {
    case .test(let test):
      guard collection.tests.insert(test).inserted else { return }
      collection.facts.append(
        Explanation.Fact(test: test, truth: self.truth(of: condition), answer: answer(behind: test))
      )
    case .definition(let id):
      guard collection.definitions.insert(id).inserted else { return }
      collect(knowledge.condition(of: id), self.truth(of: condition), &collection)
    case .not(let inner): collect(inner, !truth, &collection)
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      // A part that came out as the whole did had a share in it; where the whole is open, a part that
      // is certain had none.
      for part in parts where self.truth(of: part) == truth { collect(part, truth, &collection) }
    }
  }

  /// The answer that a test looks at, if it counts.
  private func answer(behind test: Condition.Test) -> Answer? {
    guard case .question(let id) = test.subject, test.reading == .current,
      case .answered(let answer) = status(of: id)
    else { return nil }
    return answer
  }
}

extension Evaluation {
  /// Returns what is known of a condition that is given in its readable form.
  func truth(of condition: Condition, in base: KnowledgeBase) -> Truth {
    switch condition {
    case .test(let test):
      return Program.node(test, base.names).map { truth(of: $0, in: base.program) } ?? .false
    case .definition(let id): return base.names.definitions[id].map { definitions[$0] } ?? .false
    case .not(let inner): return !truth(of: inner, in: base)
    case .all(let parts): return parts.reduce(.true) { $0 && truth(of: $1, in: base) }
    case .any(let parts): return parts.reduce(.false) { $0 || truth(of: $1, in: base) }
    case .atLeast(let count, let parts):
      let truths = parts.map { truth(of: $0, in: base) }
      if truths.count(where: { $0 == .true }) >= count { return .true }
      return truths.count(where: { $0 != .false }) >= count ? .open : .false
    }
  }
}
