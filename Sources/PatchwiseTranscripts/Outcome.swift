import Patchwise
import PatchwiseDialogue

/// How a conversation came out, beside what was expected of it.
struct Outcome {
  private let dialogue: Dialogue
  private let asked: [Identifier<Question>]

  /// How one expectation compares.
  enum Comparison {
    case holds
    /// It came out so; nothing if there is no such line to write instead.
    case differs(String?)
    case unknownName(String)
  }

  init(_ dialogue: Dialogue, asked: [Identifier<Question>]) {
    self.dialogue = dialogue
    self.asked = asked
  }

  /// The decided scales as expectations.
  var levels: [Transcript.Expectation] {
    (dialogue.consultation?.kind.decides ?? []).compactMap { level(of: $0) }
  }

  /// The rules behind the recommendation, as expectations.
  var reasons: [Transcript.Expectation] {
    (dialogue.consultation?.recommendation?.reasons ?? []).filter { !$0.scales.isEmpty }
      .map { .because(rule: $0.rule.id.name, true) }
  }

  func actual(_ expectation: Transcript.Expectation) -> Comparison {
    let knowledge = dialogue.knowledge
    switch expectation {
    case .level(let scale, _, _):
      guard knowledge.scale(Identifier(scale)) != nil else {
        return .unknownName("there is no scale '\(scale)'")
      }
      let actual = level(of: Identifier(scale))
      return actual == expectation ? .holds : .differs(actual?.description)
    case .because(let rule, let holds):
      guard knowledge.rule(Identifier(rule)) != nil else {
        return .unknownName("there is no rule '\(rule)'")
      }
      // A rule for an inner scale has its share through the rules that rest on it.
      let isReason =
        dialogue.consultation?.recommendation?.reasons.contains { reason in
          ([reason.rule] + reason.restingOn).contains { $0.id.name == rule }
        } ?? false
      return isReason == holds
        ? .holds : .differs(isReason ? "it has its share" : "it has no share")
    case .advice(let advice, let holds):
      guard knowledge.advice(Identifier(advice)) != nil else {
        return .unknownName("there is no advice '\(advice)'")
      }
      let given =
        dialogue.alarm?.advises
        ?? dialogue.consultation?.recommendation?.advice.map(\.id) ?? []
      let isGiven = given.contains(Identifier(advice))
      return isGiven == holds ? .holds : .differs(isGiven ? "it is given" : "it is not given")
    case .plan(let plan):
      guard knowledge.plan(Identifier(plan)) != nil else {
        return .unknownName("there is no plan '\(plan)'")
      }
      let plans =
        dialogue.consultation?.recommendation?.decisions.compactMap { $0.level?.plan?.name } ?? []
      return plans.contains(plan)
        ? .holds : .differs(plans.isEmpty ? "no plan" : plans.joined(separator: ", "))
    case .asked(let question, let holds):
      guard knowledge.question(Identifier(question)) != nil else {
        return .unknownName("there is no question '\(question)'")
      }
      let wasAsked = asked.contains(Identifier(question))
      return wasAsked == holds ? .holds : .differs(wasAsked ? "it was asked" : "it was not asked")
    case .alarm(let alarm):
      guard knowledge.knowledge.alarms.contains(where: { $0.id.name == alarm }) else {
        return .unknownName("there is no alarm '\(alarm)'")
      }
      return dialogue.alarm?.id.name == alarm
        ? .holds : .differs(dialogue.alarm?.id.name ?? "no alarm")
    case .endedEarly:
      return dialogue.consultation?.endedEarly == true ? .holds : .differs("it did not end early")
    }
  }

  /// A scale as it came out: the recommended level once there is one, else what is still possible.
  private func level(of scale: Identifier<Scale>) -> Transcript.Expectation? {
    let decision =
      dialogue.alarm == nil
      ? dialogue.consultation?.recommendation?.decisions.first { $0.scale.id == scale } : nil
    if let level = decision?.level {
      return .level(scale: scale.name, floor: level.id.name, ceiling: level.id.name)
    }
    guard let interval = dialogue.interval(of: scale), let ceiling = interval.ceiling else {
      return nil
    }
    return .level(
      scale: scale.name, floor: (interval.floor ?? ceiling).id.name, ceiling: ceiling.id.name)
  }
}
