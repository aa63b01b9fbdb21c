package import Patchwise

/// The recommendation: what is decided, in the consultation's order, then why, what is uncertain, and
/// what to do instead.
package struct RecommendationScreen {
  /// How many reasons are shown that only may hold, unless it is shown whole; `explain` shows them all.
  static let possibleLimit = 3

  private let recommendation: Recommendation
  private let knowledge: KnowledgeBase
  private let possibleLimit: Int

  /// Shows a recommendation, or all of it where nobody can ask for more.
  package init(
    _ recommendation: Recommendation, whole: Bool = false, in knowledge: KnowledgeBase
  ) {
    self.recommendation = recommendation
    self.knowledge = knowledge
    possibleLimit = whole ? .max : Self.possibleLimit
  }

  /// What is said.
  package var blocks: [Block] {
    if recommendation.endedEarly {
      return recommendation.endings.flatMap(decision) + reasons
        + [.gap, .paragraph(Phrasing.endedEarly)]
    }
    let isUrgent = { (decision: Recommendation.Decision) in decision.level?.isToldAtOnce == true }
    let decisions =
      recommendation.decisions.filter(isUrgent)
      + recommendation.decisions.filter { !isUrgent($0) }
    return decisions.flatMap(decision) + general + reasons + unsure + instead
  }

  // MARK: Decisions

  private func decision(_ decision: Recommendation.Decision) -> [Block] {
    guard let level = decision.level else {
      return [.gap, .heading(decision.scale.name), .paragraph(Phrasing.gap)]
    }
    return [.gap] + DecisionScreen(decision.scale, at: level, in: knowledge).blocks
      + advice(.scale(decision.scale.id))
  }

  /// The advice that is listed in some place.
  private func advice(_ place: Advice.Place) -> [Block] { advice { $0 == place } }

  private func advice(where isListed: (Advice.Place) -> Bool) -> [Block] {
    recommendation.advice.filter { isListed($0.place) }.map { advice in
      let say = advice.say.string
      let isPossible = recommendation.possibleAdvice.contains(advice.id)
      return .item(marker: "-", isPossible ? Phrasing.possibleAdvice(say) : say)
    }
  }

  /// The advice that is listed under no decision: a scale that is not decided has no place of its own.
  private var general: [Block] {
    let decided = Set(recommendation.decisions.map(\.scale.id))
    let isGeneral = { (place: Advice.Place) in
      switch place {
      case .general: true
      case .instead: false
      case .scale(let id): !decided.contains(id)
      }
    }
    return part(Phrasing.general, advice(where: isGeneral))
  }

  private var instead: [Block] {
    part(Phrasing.instead, advice(.instead))
  }

  private func part(_ heading: String, _ blocks: [Block]) -> [Block] {
    blocks.isEmpty ? [] : [.gap, .heading(heading)] + blocks
  }

  // MARK: Reasons

  private var reasons: [Block] {
    let told =
      recommendation.endedEarly
      ? recommendation.endings.map(\.scale.id) : recommendation.decisions.map(\.scale.id)
    let deciding = recommendation.reasons.filter { !$0.scales.filter(told.contains).isEmpty }
    guard !deciding.isEmpty else {
      return recommendation.endedEarly
        ? [] : part(Phrasing.because, [.paragraph(Phrasing.otherwise)])
    }
    let possible = deciding.filter { !$0.isCertain }
    let shown = deciding.filter(\.isCertain) + possible.prefix(possibleLimit)
    var blocks: [Block] = []
    // What an inner scale rests on is said with the first reason that rests on it.
    var said: Set<Identifier<Rule>> = []
    for reason in shown {
      let because = reason.rule.because.string
      blocks.append(.item(marker: "-", reason.isCertain ? because : Phrasing.possible(because)))
      blocks += reason.restingOn.filter { said.insert($0.id).inserted }
        .map { .detail($0.because.string) }
      blocks += CitationLine(reason.rule.sources, in: knowledge).blocks
    }
    if possible.count > possibleLimit {
      blocks.append(.paragraph(Phrasing.morePossible(possible.count - possibleLimit)))
    }
    return part(Phrasing.because, blocks)
  }

  private var unsure: [Block] {
    let effects = recommendation.unsure.filter { !$0.changesNothing }
    let idle = recommendation.unsure.filter(\.changesNothing).map(\.question.name)
    let changes = effects.map { effect in
      let changes =
        effect.milder.map { Phrasing.unsureChange($0.scale.name, $0.level.name) }
        + (effect.changesAdvice ? [Phrasing.adviceEffect] : [])
      return Block.item(marker: "-", Phrasing.unsureMatters(effect.question.name, changes))
    }
    let rest = idle.isEmpty ? [] : [Block.item(marker: "-", Phrasing.unsureNoMatter(idle))]
    return part(Phrasing.unsure, changes + rest)
  }
}

extension Recommendation {
  /// The decisions that ended the consultation.
  var endings: [Decision] { decisions.filter(\.endedConsultation) }
}

/// A scale at a level: what the level says, and the advice that is listed under the scale.
struct DecisionScreen {
  private let scale: Scale
  private let level: Scale.Level
  private let advice: [Advice]
  private let knowledge: KnowledgeBase

  init(
    _ scale: Scale, at level: Scale.Level, _ advice: [Advice] = [], in knowledge: KnowledgeBase
  ) {
    self.scale = scale
    self.level = level
    self.advice = advice
    self.knowledge = knowledge
  }

  var blocks: [Block] {
    [.heading(scale.name)] + LevelScreen(level, in: knowledge).blocks
      + advice.map { .item(marker: "-", $0.say.string) }
  }
}

/// The levels that are certain and can't wait for the recommendation.
package struct UrgentScreen {
  private let consultation: Consultation

  /// Shows those of a consultation that is under way.
  package init(_ consultation: Consultation) { self.consultation = consultation }

  /// What is said.
  package var blocks: [Block] { blocks { _, _ in true } }

  /// What is said of some of them.
  func blocks(where isShown: (Identifier<Scale>, Scale.Level) -> Bool) -> [Block] {
    let knowledge = consultation.knowledge
    return consultation.kind.decides.flatMap { id -> [Block] in
      guard let floor = consultation.interval(of: id)?.floor, floor.isToldAtOnce,
        isShown(id, floor), let scale = knowledge.scale(id)
      else { return [] }
      let advice = consultation.certainAdvice.filter { $0.place == .scale(id) }
      return DecisionScreen(scale, at: floor, advice, in: knowledge).blocks
    }
  }
}

/// A level: its title, what it says, and its plan.
struct LevelScreen {
  private let level: Scale.Level
  private let knowledge: KnowledgeBase

  init(_ level: Scale.Level, in knowledge: KnowledgeBase) {
    self.level = level
    self.knowledge = knowledge
  }

  var blocks: [Block] {
    let plan = level.plan.flatMap { knowledge.plan($0) }
    return [.paragraph(level.name)] + level.say.map { .paragraph($0.string) }
      + (plan.map { PlanScreen($0, in: knowledge).blocks } ?? [])
  }
}

/// A plan: steps, readings, what stops it, what follows.
struct PlanScreen {
  private let plan: Plan
  private let knowledge: KnowledgeBase

  init(_ plan: Plan, in knowledge: KnowledgeBase) {
    self.plan = plan
    self.knowledge = knowledge
  }

  /// What is to be done in a plan.
  static func steps(of plan: Plan) -> [Block] {
    part(
      Phrasing.steps,
      plan.steps.enumerated().map { place, step in
        .item(marker: "\(place + 1).", step.text.string)
      })
  }

  var blocks: [Block] {
    var blocks: [Block] = [.gap, .heading(Phrasing.plan(plan.title.string))]
    if let lasts = plan.lasts { blocks.append(.paragraph(Phrasing.lasts(lasts))) }
    blocks += Self.steps(of: plan)
    blocks += Self.part(
      Phrasing.readings,
      plan.readings.map { reading in
        .item(
          marker: "-", Phrasing.reading(reading.at, lookingFor: reading.lookFor.map(\.string)))
      })
    blocks += Self.part(Phrasing.stopSigns, plan.stopSigns.map { .item(marker: "-", $0.string) })
    if let watch = plan.watch { blocks.append(.paragraph(Phrasing.watch(watch))) }
    if let then = plan.then { blocks.append(.paragraph(then.string)) }
    return blocks + CitationLine(plan.sources, in: knowledge).blocks
  }

  private static func part(_ heading: String, _ blocks: [Block]) -> [Block] {
    blocks.isEmpty ? [] : [.paragraph("\(heading):")] + blocks
  }
}

/// A line that names the sources of what stands above it, and how strong they are.
struct CitationLine {
  private let sources: [Identifier<Citation>]
  private let knowledge: KnowledgeBase

  init(_ sources: [Identifier<Citation>], in knowledge: KnowledgeBase) {
    self.sources = sources
    self.knowledge = knowledge
  }

  var blocks: [Block] {
    let names = sources.compactMap { knowledge.citation($0) }.map(Phrasing.citation)
      .withoutRepeats()
    return names.isEmpty ? [] : [.detail("[\(names.joined(separator: "; "))]")]
  }
}
