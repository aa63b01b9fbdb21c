/// Why a scale has the level it has, and why not another one.
public struct Explanation: Sendable {
  /// The scale that is explained.
  public let scale: Scale
  /// The levels that are possible.
  public let interval: LevelInterval
  /// The level that is explained: the recommended one, or, while questions are open, the least cautious
  /// one that is possible yet.
  ///
  /// Nothing for a gap, and where a question that matters was not asked before an early end.
  public let level: Scale.Level?
  /// The rules that raise the scale to its level, in the author's order: those that certainly hold, or
  /// else, once nothing more is asked, those that may.
  ///
  /// Where the level is the scale's `otherwise`, only rules that raise it to there anyway.
  public let supports: [Support]
  /// The rules that could have raised the scale further and don't hold, most cautious first.
  public let blocked: [Blocked]

  /// A rule that holds a scale at its level.
  public struct Support: Sendable {
    /// The rule.
    public let rule: Rule
    /// Whether it certainly holds; while something is not known it counts as if it did.
    public let isCertain: Bool
    /// The tests that make it hold, or that are open, down to the questions.
    public let facts: [Fact]
  }

  /// A rule for a more cautious level that does not hold.
  public struct Blocked: Sendable {
    /// The rule.
    public let rule: Rule
    /// The level the rule would have raised the scale to.
    public let level: Scale.Level
    /// The tests that keep it from holding, down to the questions; some of them would have to come out
    /// otherwise.
    public let facts: [Fact]
  }

  /// A test, how it came out, and what the person had said.
  ///
  /// A test on a scale or advice is followed by the tests of the rules behind it, and a test on a question
  /// that does not apply by those that say so.
  public struct Fact: Sendable {
    /// The test.
    public let test: Condition.Test
    /// How it came out.
    public let truth: Truth
    /// The answer to the question that was tested, if it was one, applies and was answered.
    public let answer: Answer?
    /// The rule that looks at it: the one that is explained, or one that a scale or advice rests on.
    public let rule: Identifier<Rule>
  }
}

/// Why a question is asked: the rules that it can still decide.
public struct QuestionReason: Sendable {
  /// The question.
  public let question: Question
  /// The open rules that rest on the question and could raise a scale that matters, or give advice.
  public let rules: [Rule]
}

extension Consultation {
  /// Returns why a scale has its level; nothing if there is no such scale.
  public func explanation(of id: Identifier<Scale>) -> Explanation? {
    guard let place = knowledge.names.scales[id], let interval = interval(of: id) else {
      return nil
    }
    let scale = knowledge.knowledge.scales[place]
    let level = isOver ? recommendedLevel(of: place) : evaluation.levels[place].floor
    // What may be so, as nothing was answered yet, explains nothing and would only frighten.
    let holders = holders(of: place, at: level).filter { isOver || evaluation.rules[$0] == .true }
    let blocked = knowledge.program.raisers[place]
      .filter { $0.level > level && evaluation.rules[$0.rule] == .false }
    return Explanation(
      scale: scale, interval: interval, level: level == LevelSet.gap ? nil : scale.levels[level],
      supports: holders.map { place in
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
  ///
  /// They go through definitions and the scales that are tested, down to the questions; a rule that the
  /// knowledge base does not have rests on nothing.
  public func facts(behind rule: Rule) -> [Explanation.Fact] {
    guard let place = knowledge.names.rules[rule.id] else { return [] }
    var walk = FactWalk(self)
    walk.gather(rule: place)
    return walk.facts
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
        evaluation.advice[$0] == .open && evaluation.mayBeTold($0, in: knowledge.program)
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

  /// The answer that a test looks at, if it counts.
  func answer(behind test: Condition.Test) -> Answer? {
    guard case .question(let id) = test.subject, test.reading == .current,
      case .answered(let answer) = status(of: id)
    else { return nil }
    return answer
  }
}
