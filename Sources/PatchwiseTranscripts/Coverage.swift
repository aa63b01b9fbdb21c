public import Patchwise
import PatchwiseDialogue

/// What of a knowledge base some transcripts have exercised, and what none of them has.
public struct Coverage: Sendable {
  /// Something that no transcript exercises.
  public struct Gap: Hashable, Sendable {
    /// What it is, as a sentence in lower case.
    public let message: String
    /// Where it is declared, if it came from a file.
    public let location: SourceLocation?
    /// What has to hold of a person who is to exercise it; nothing where that is no matter of answers.
    package let condition: Condition?
  }

  private let knowledge: KnowledgeBase
  private var exercised = Exercised()

  /// Begins with nothing exercised.
  public init(of knowledge: KnowledgeBase) { self.knowledge = knowledge }

  /// Adds what a replay has exercised, whether it passed or not.
  public mutating func add(_ replay: Replay) { exercised.formUnion(replay.exercised) }

  /// What nothing has exercised, in the order of the knowledge.
  ///
  /// A rule is exercised if it decides something: a level that is recommended or advice that is told
  /// would be another one without it, or it is one of several that hold it. An option is exercised if
  /// it is answered, an inner level only through its rules.
  public var gaps: [Gap] {
    let knowledge = knowledge.knowledge
    let asked = Set(knowledge.sections.flatMap(\.questions))
    let byKind: [[Gap]] = [
      gaps(knowledge.rules.map(\.id), exercised.rules, "rule '%' decides nothing") { id in
        self.knowledge.rule(id).map { self.knowledge.condition(of: $0) }
      },
      knowledge.questions.filter { asked.contains($0.id) }.flatMap(optionGaps),
      levelGaps,
      gaps(knowledge.advice.map(\.id), exercised.advice, "advice '%' is never told") { id in
        self.knowledge.advice(id).map { self.knowledge.toldWhen($0) }
      },
      gaps(
        knowledge.plans.map(\.id), exercised.plans, "plan '%' is never shown",
        condition: levelWithPlan),
      gaps(knowledge.topics.map(\.id), exercised.topics, "topic '%' is never asked for"),
      gaps(knowledge.alarms.map(\.id), exercised.alarms, "alarm '%' never sounds"),
    ]
    return byKind.flatMap { $0 }
  }

  /// Returns what is not exercised.
  ///
  /// - Parameters:
  ///   - ids: What there is.
  ///   - exercised: What is exercised.
  ///   - wording: What is said of the rest, with `%` for the name.
  ///   - condition: What has to hold of a person who is to exercise it.
  /// - Returns: A gap for each of the rest.
  private func gaps<Subject>(
    _ ids: [Identifier<Subject>], _ exercised: Set<Identifier<Subject>>, _ wording: String,
    condition: (Identifier<Subject>) -> Condition? = { _ in nil }
  ) -> [Gap] {
    ids.filter { !exercised.contains($0) }.map {
      Gap(
        message: wording.replacing("%", with: $0.name), location: $0.location,
        condition: condition($0))
    }
  }

  /// What holds where a scale is at a level with a plan.
  private func levelWithPlan(_ plan: Identifier<Plan>) -> Condition? {
    .any(
      knowledge.knowledge.scales.flatMap { scale in
        scale.levels.filter { $0.plan == plan }
          .map { .test(.init(.scale(scale.id), .isAny(of: [$0.id.name]))) }
      })
  }

  private func optionGaps(of question: Question) -> [Gap] {
    let options: [Identifier<Question.Option>]
    switch question.domain {
    case .yesNo: options = ["yes", "no"]
    case .one(let offered, _), .any(let offered): options = offered.map(\.id)
    case .number, .duration, .date, .ingredients: options = []
    }
    return options.filter { !exercised.options.contains([question.id.name, $0.name]) }.map {
      Gap(
        message: "'\($0)' is never answered to question '\(question.id)'",
        location: $0.location ?? question.id.location,
        condition: .test(
          .init(
            .question(question.id),
            question.domain.takesSeveral ? .includesAny(of: [$0.name]) : .isAny(of: [$0.name]))))
    }
  }

  private var levelGaps: [Gap] {
    let decided = Set(knowledge.knowledge.consultations.flatMap(\.decides))
    return knowledge.knowledge.scales.filter { decided.contains($0.id) }.flatMap { scale in
      scale.levels.map(\.id).filter { !exercised.levels.contains([scale.id.name, $0.name]) }.map {
        Gap(
          message: "level '\($0)' of scale '\(scale.id)' is never reached", location: $0.location,
          condition: .test(.init(.scale(scale.id), .isAny(of: [$0.name]))))
      }
    }
  }
}

/// What a conversation has come upon.
struct Exercised: Sendable {
  var rules: Set<Identifier<Rule>> = []
  /// Question and option.
  var options: Set<[String]> = []
  /// Scale and level.
  var levels: Set<[String]> = []
  var advice: Set<Identifier<Advice>> = []
  var plans: Set<Identifier<Plan>> = []
  var topics: Set<Identifier<Topic>> = []
  var alarms: Set<Identifier<Alarm>> = []

  /// Adds what follows from a line.
  mutating func note(_ reply: Reply, _ dialogue: Dialogue) {
    switch reply.outcome {
    case .answered(let question, let answer):
      for option in answer.options { options.insert([question.name, option.name]) }
    case .alarmed(let alarm): alarms.insert(alarm)
    case .told(let topic): topics.insert(topic)
    case .began, .refused, .askedBack, .served: break
    }
    if let alarm = dialogue.alarm {
      for raise in alarm.raises { levels.insert([raise.scale.name, raise.level.name]) }
      advice.formUnion(alarm.advises)
    }
    guard let recommendation = dialogue.consultation?.recommendationWithoutUnsureEffects
    else { return }
    for decision in recommendation.decisions {
      guard let level = decision.level else { continue }
      levels.insert([decision.scale.id.name, level.id.name])
      if let plan = level.plan { plans.insert(plan) }
    }
    for reason in recommendation.reasons where reason.isCertain {
      rules.insert(reason.rule.id)
      rules.formUnion(reason.restingOn.map(\.id))
    }
    advice.formUnion(recommendation.advice.map(\.id))
  }

  mutating func formUnion(_ other: Exercised) {
    rules.formUnion(other.rules)
    options.formUnion(other.options)
    levels.formUnion(other.levels)
    advice.formUnion(other.advice)
    plans.formUnion(other.plans)
    topics.formUnion(other.topics)
    alarms.formUnion(other.alarms)
  }
}
