import Patchwise
import PatchwiseDialogue

/// How a conversation came out, beside what was expected of it.
struct Outcome {
  private let dialogue: Dialogue
  private let asked: [Identifier<Question>]
  private let recommendation: Recommendation?

  /// How one expectation compares.
  enum Comparison {
    case holds
    /// It came out so, and this can be expected instead; nothing if there is nothing to expect.
    case differs(String?, instead: Transcript.Expectation?)
    case unknownName(String)
  }

  init(_ dialogue: Dialogue, asked: [Identifier<Question>]) {
    self.dialogue = dialogue
    self.asked = asked
    recommendation = dialogue.consultation?.recommendationWithoutUnsureEffects
  }

  /// The decided scales as expectations; before anything is chosen those that an alarm raises.
  var levels: [Transcript.Expectation] {
    (dialogue.consultation?.kind.decides ?? dialogue.alarm?.raises.map(\.scale) ?? [])
      .compactMap { level(of: $0) }
  }

  /// What the decided scales come to at least, where that is more than their lowest level.
  var floors: [Transcript.Expectation] {
    (dialogue.consultation?.kind.decides ?? []).compactMap { scale in
      guard let floor = dialogue.interval(of: scale)?.floor?.id,
        floor != dialogue.knowledge.scale(scale)?.levels.first?.id
      else { return nil }
      return .level(scale: scale.name, floor: floor.name, ceiling: floor.name)
    }
  }

  /// The rules behind the recommendation, as expectations.
  var reasons: [Transcript.Expectation] {
    (recommendation?.reasons ?? []).filter { !$0.scales.isEmpty }
      .map { .because(rule: $0.rule.id.name, true) }
  }

  /// The advice that is told, as expectations.
  var advice: [Transcript.Expectation] {
    (recommendation?.advice ?? []).map { .advice($0.id.name, true) }
  }

  // MARK: Comparing

  func actual(_ expectation: Transcript.Expectation) -> Comparison {
    if let message = unknownName(in: expectation) { return .unknownName(message) }
    switch expectation {
    case .level(let scale, _, _):
      let actual = level(of: Identifier(scale))
      return actual == expectation ? .holds : .differs(actual?.description, instead: actual)
    case .because(let rule, let holds):
      // A rule for an inner scale has its share through the rules that rest on it.
      let isReason = (recommendation?.reasons ?? []).contains { reason in
        ([reason.rule] + reason.restingOn).contains { $0.id.name == rule }
      }
      guard isReason != holds else { return .holds }
      return .differs(
        isReason ? "it has its share" : "it has no share", instead: .because(rule: rule, isReason))
    case .advice(let advice, let holds):
      let given = dialogue.alarm?.advises ?? recommendation?.advice.map(\.id) ?? []
      let isGiven = given.contains(Identifier(advice))
      guard isGiven != holds else { return .holds }
      return .differs(
        isGiven ? "it is given" : "it is not given", instead: .advice(advice, isGiven))
    case .plan(let plan):
      let plans = recommendation?.decisions.compactMap { $0.level?.plan?.name } ?? []
      guard !plans.contains(plan) else { return .holds }
      return .differs(
        plans.isEmpty ? "no plan" : plans.joined(separator: ", "),
        instead: plans.first.map { .plan($0) })
    case .asked(let question, let holds):
      let wasAsked = asked.contains(Identifier(question))
      guard wasAsked != holds else { return .holds }
      return .differs(
        wasAsked ? "it was asked" : "it was not asked", instead: .asked(question, wasAsked))
    case .alarm(let alarm):
      let actual = dialogue.alarm?.id.name
      guard actual != alarm else { return .holds }
      return .differs(actual ?? "no alarm", instead: actual.map { .alarm($0) })
    case .endedEarly:
      guard dialogue.consultation?.endedEarly != true else { return .holds }
      return .differs("it did not end early", instead: nil)
    }
  }

  /// A scale as it came out: the recommended level once there is one, else what is still possible.
  private func level(of scale: Identifier<Scale>) -> Transcript.Expectation? {
    let decision =
      dialogue.alarm == nil ? recommendation?.decisions.first { $0.scale.id == scale } : nil
    if let level = decision?.level {
      return .level(scale: scale.name, floor: level.id.name, ceiling: level.id.name)
    }
    guard let interval = dialogue.interval(of: scale), let ceiling = interval.ceiling else {
      return nil
    }
    return .level(
      scale: scale.name, floor: (interval.floor ?? ceiling).id.name, ceiling: ceiling.id.name)
  }

  // MARK: Names

  /// What is wrong with the names in an expectation, if the knowledge does not have them.
  private func unknownName(in expectation: Transcript.Expectation) -> String? {
    let knowledge = dialogue.knowledge.knowledge
    func unknown<Subject>(
      _ kind: String, _ name: String, _ subject: Subject?, of known: @autoclosure () -> [String]
    ) -> String? {
      subject == nil
        ? Self.unknown("there is no \(kind) '\(name)'", near: name, of: known()) : nil
    }
    let base = dialogue.knowledge
    switch expectation {
    case .level(let name, let floor, let ceiling):
      guard let scale = dialogue.knowledge.scale(Identifier(name)) else {
        let known = knowledge.scales.map(\.id.name) + Transcript.Expectation.keywords
        return Self.unknown("there is no scale '\(name)'", near: name, of: known)
      }
      let levels = scale.levels.map(\.id.name)
      guard let level = [floor, ceiling].first(where: { !levels.contains($0) }) else { return nil }
      return Self.unknown("scale '\(name)' has no level '\(level)'", near: level, of: levels)
    case .because(let rule, _):
      return unknown("rule", rule, base.rule(Identifier(rule)), of: knowledge.rules.map(\.id.name))
    case .advice(let advice, _):
      return unknown(
        "advice", advice, base.advice(Identifier(advice)), of: knowledge.advice.map(\.id.name))
    case .plan(let plan):
      return unknown("plan", plan, base.plan(Identifier(plan)), of: knowledge.plans.map(\.id.name))
    case .asked(let question, _):
      return unknown(
        "question", question, base.question(Identifier(question)),
        of: knowledge.questions.map(\.id.name))
    case .alarm(let alarm):
      return unknown(
        "alarm", alarm, knowledge.alarms.first { $0.id.name == alarm },
        of: knowledge.alarms.map(\.id.name))
    case .endedEarly: return nil
    }
  }

  /// A sentence about a name that is not known, with the name that was probably meant.
  static func unknown(_ message: String, near name: String, of known: [String]) -> String {
    message + (NearestSpelling.of(name, among: known).map { "; did you mean '\($0)'?" } ?? "")
  }
}

extension Transcript.Expectation {
  /// What an expectation that is not about a scale begins with.
  fileprivate static let keywords = [
    "because", "not because", "advice", "not advice", "plan", "asked", "not asked", "alarm",
  ]
}
