import Patchwise

/// Why each scale has its level: the rules, the person's own answers, the sources, and why not more.
struct ExplanationScreen {
  /// How many reasons for a more careful answer are shown of each scale, unless it is shown alone.
  static let blockedLimit = 6

  private let scales: [Scale]
  private let consultation: Consultation
  private let blockedLimit: Int
  private var knowledge: KnowledgeBase { consultation.knowledge }

  /// Explains some scales, or one of them whole.
  init(_ scales: [Scale], whole: Bool = false, in consultation: Consultation) {
    self.scales = scales
    self.consultation = consultation
    blockedLimit = whole ? .max : Self.blockedLimit
  }

  var blocks: [Block] {
    // Answers and sources of a rule stand where it is named first.
    var named: Set<Identifier<Rule>> = []
    return scales.compactMap { consultation.explanation(of: $0.id) }
      .flatMap { explain($0, &named) }
  }

  private func explain(_ explanation: Explanation, _ named: inout Set<Identifier<Rule>>) -> [Block]
  {
    var blocks: [Block] = [
      .gap, .heading(explanation.scale.name),
      .paragraph(StandingWords(consultation).text(of: explanation.scale)),
    ]
    if explanation.supports.isEmpty { blocks.append(.paragraph(Phrasing.otherwise)) }
    for support in explanation.supports {
      let because = support.rule.because.string
      blocks.append(.item(marker: "-", support.isCertain ? because : Phrasing.possible(because)))
      guard named.insert(support.rule.id).inserted else { continue }
      // What an inner scale rests on is told beside it, in the words of its own rules.
      blocks += facts(support.facts.filter { $0.rule == support.rule.id })
      blocks += CitationLine(support.rule.sources, in: knowledge).blocks
    }
    // After an early end nothing else was asked, so that there is nothing to set against it.
    return consultation.endedEarly ? blocks : blocks + notRaised(explanation)
  }

  // MARK: Why not more

  /// Reasons for one level that the same answers stand against.
  private struct Objection {
    var level: Scale.Level
    var answers: String
    var reasons: [String]
  }

  private func notRaised(_ explanation: Explanation) -> [Block] {
    let objections = objections(to: explanation)
    let levels = objections.map(\.level.id).withoutRepeats()
    let share = max(1, blockedLimit / max(1, levels.count))
    var blocks: [Block] = []
    var more = 0
    for level in levels {
      let objections = objections.filter { $0.level.id == level }
      blocks.append(.paragraph(Phrasing.notRaised(objections[0].level.name)))
      var left = share
      for objection in objections {
        let reasons = objection.reasons.prefix(left)
        left -= reasons.count
        more += objection.reasons.count - reasons.count
        guard !reasons.isEmpty else { continue }
        blocks.append(.item(marker: "-", objection.answers))
        blocks += reasons.map { .detail(Phrasing.otherwiseRaised($0)) }
      }
    }
    guard more > 0 else { return blocks }
    return blocks + [.paragraph(Phrasing.moreBlocked(more, explanation.scale.id.name))]
  }

  /// What the person said against each more cautious level, most cautious first.
  private func objections(to explanation: Explanation) -> [Objection] {
    var objections: [Objection] = []
    for blocked in explanation.blocked {
      let answers = answers(among: blocked.facts)
      guard !answers.isEmpty else { continue }
      let text = answers.joined(separator: "; ")
      let reason = blocked.rule.because.string
      if let place = objections.firstIndex(where: {
        $0.level.id == blocked.level.id && $0.answers == text
      }) {
        if !objections[place].reasons.contains(reason) { objections[place].reasons.append(reason) }
      } else {
        objections.append(Objection(level: blocked.level, answers: text, reasons: [reason]))
      }
    }
    return objections
  }

  /// The answers that some tests looked at, each once.
  private func answers(among facts: [Explanation.Fact]) -> [String] {
    facts.compactMap { fact in
      guard case .question(let id) = fact.test.subject, let answer = fact.answer,
        let question = knowledge.question(id)
      else { return nil }
      return Phrasing.fact(question.name, AnswerWords(knowledge).text(of: answer, to: question))
    }.withoutRepeats()
  }

  // MARK: What holds it

  private func facts(_ facts: [Explanation.Fact]) -> [Block] {
    let texts = factTexts(facts)
    return texts.isEmpty
      ? [] : [.detail("\(Phrasing.yourAnswers) \(texts.joined(separator: "; "))")]
  }

  /// What holds a scale that is not told by itself.
  private func because(of scale: Scale) -> [String] {
    guard !consultation.kind.decides.contains(scale.id) else { return [] }
    return consultation.explanation(of: scale.id)?.supports.map(\.rule.because.string) ?? []
  }

  /// The facts as a person knows them: each question once, with what they said.
  private func factTexts(_ facts: [Explanation.Fact]) -> [String] {
    facts.compactMap { fact in
      switch fact.test.subject {
      case .question(let id):
        guard let question = knowledge.question(id) else { return nil }
        let answer = fact.answer.map { AnswerWords(knowledge).text(of: $0, to: question) }
        let isAsked = consultation.status(of: id) != .notApplicable
        return Phrasing.fact(
          question.name, answer ?? (isAsked ? Phrasing.notAnswered : Phrasing.doesNotApply))
      case .scale(let id):
        guard let scale = knowledge.scale(id) else {
          return nil
        }
        return Phrasing.innerScale(
          scale.name, StandingWords(consultation).text(of: scale), because(of: scale))
      case .advice: return nil
      }
    }.withoutRepeats()
  }
}

/// Why a question is asked: the author's sentence, and what the answer can still decide.
struct WhyScreen {
  private let question: Question
  private let consultation: Consultation

  init(_ question: Question, in consultation: Consultation) {
    self.question = question
    self.consultation = consultation
  }

  var blocks: [Block] {
    let knowledge = consultation.knowledge
    let reason = consultation.reason(toAsk: question.id)
    let decided = consultation.kind.decides
    let raised = Set((reason?.rules ?? []).flatMap { $0.raises.map(\.scale) })
    var effects = decided.filter(raised.contains).compactMap { knowledge.scale($0) }
      .map { Phrasing.effect($0.name) }
    if reason?.rules.contains(where: { !$0.advises.isEmpty }) == true {
      effects.append(Phrasing.adviceEffect)
    }
    return (question.why.map { [.paragraph($0.string)] } ?? [])
      + [.paragraph(effects.isEmpty ? Phrasing.whyNothing : Phrasing.whyAsk(effects))]
      + atOnce + CitationLine(question.sources, in: knowledge).blocks
  }
}

extension WhyScreen {
  /// How many answers are told of at most.
  static let effectLimit = 3

  /// What some answers would decide at once.
  private var atOnce: [Block] {
    let effects = consultation.effects(ofAnswering: question.id)
    let items = effects.prefix(Self.effectLimit).map { effect -> Block in
      let answers = ConditionWords(consultation.knowledge).text(
        of: effect.answers, beside: consultation.answer(to: question.id))
      return .item(marker: "-", Phrasing.effect(of: answers, effect.raises.compactMap(text)))
    }
    let more = effects.count - items.count
    return items + (more > 0 ? [.paragraph(Phrasing.moreEffects(more))] : [])
  }

  private func text(_ raise: AnswerEffect.Raise) -> String? {
    guard let scale = consultation.knowledge.scale(raise.scale),
      let level = scale.levels.first(where: { $0.id == raise.level })
    else { return nil }
    return Phrasing.raised(scale.name, level.name)
  }
}

/// Says where a scale stands.
struct StandingWords {
  private let consultation: Consultation

  init(_ consultation: Consultation) { self.consultation = consultation }

  /// The level that is settled or recommended; before that, what is already certain.
  ///
  /// What is merely possible is not said: while much is open the most cautious level of all is
  /// possible for everybody, and would only frighten.
  func text(of scale: Scale) -> String {
    guard let interval = consultation.interval(of: scale.id), let ceiling = interval.ceiling else {
      return Phrasing.gap
    }
    if interval.isSettled { return ceiling.name }
    if consultation.isOver, let level = consultation.recommendedLevel(of: scale.id) {
      return level.name
    }
    guard let floor = interval.floor, floor != scale.levels.first else {
      return Phrasing.notSettled
    }
    return Phrasing.atLeast(floor.name)
  }
}
