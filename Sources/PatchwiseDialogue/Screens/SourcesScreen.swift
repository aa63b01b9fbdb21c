package import Patchwise

/// The sources behind what was said, whole.
package struct SourcesScreen {
  private let cited: [Citation]

  /// Shows what the rules that hold, the levels reached and the advice given rest on, in that order.
  package init(_ consultation: Consultation) { cited = Self.citations(of: consultation) }

  /// Shows what an alarm, the level that it calls for and its advice rest on.
  package init(_ alarm: Alarm, in knowledge: KnowledgeBase) {
    let ids =
      alarm.sources + AlarmScreen(alarm, in: knowledge).raised.flatMap(\.level.sources)
      + alarm.advises.compactMap { knowledge.advice($0) }.flatMap(\.sources)
    cited = ids.withoutRepeats().compactMap { knowledge.citation($0) }
  }

  /// Whether there is nothing to name.
  package var isEmpty: Bool { cited.isEmpty }

  /// What is said.
  package var blocks: [Block] {
    guard !cited.isEmpty else { return [.paragraph(Phrasing.noSources)] }
    let facts = Dictionary(grouping: cited, by: \.source.id).mapValues { $0.compactMap(\.fact) }
    var seen: Set<Identifier<Source>> = []
    let sources = cited.map(\.source).filter { seen.insert($0.id).inserted }
    return [.heading(Phrasing.sources)]
      + sources.flatMap { describe($0, facts: facts[$0.id] ?? []) }
  }

  private func describe(_ source: Source, facts: [Source.Fact]) -> [Block] {
    let parts = [
      source.publisher?.string, source.title.string, source.year.map(String.init),
      Phrasing.evidence(source.evidence),
    ].compactMap { $0 }
    var blocks: [Block] = [.item(marker: "-", parts.joined(separator: ", "))]
    if let address = source.address { blocks.append(.detail(address.string)) }
    if let note = source.note { blocks.append(.detail(note.string)) }
    var seen: Set<String> = []
    let marks = facts.filter { seen.insert($0.id.name).inserted }
      .map { "\($0.id) (\(Phrasing.seen($0.seen)))" }
    if !marks.isEmpty {
      blocks.append(.detail(marks.joined(separator: ", ")))
    } else if let seen = source.seen {
      blocks.append(.detail("(\(Phrasing.seen(seen)))"))
    }
    return blocks
  }

  private static func citations(of consultation: Consultation) -> [Citation] {
    let knowledge = consultation.knowledge
    let recommendation = consultation.recommendationWithoutUnsureEffects
    let reasons = Set((recommendation?.reasons ?? []).map(\.rule.id))
    let rules = knowledge.knowledge.rules.filter { rule in
      consultation.truth(of: rule.id) == .true || reasons.contains(rule.id)
    }
    let levels = recommendation?.decisions.compactMap(\.level) ?? []
    let plans = levels.compactMap { $0.plan.flatMap { knowledge.plan($0) } }
    var ids = rules.flatMap(\.sources) + levels.flatMap(\.sources)
    for plan in plans {
      ids += plan.sources
      ids += plan.steps.flatMap(\.sources)
      ids += plan.readings.flatMap(\.sources)
    }
    let advice = recommendation?.advice ?? consultation.certainAdvice
    ids += advice.flatMap(\.sources)
    return ids.withoutRepeats().compactMap { knowledge.citation($0) }
  }
}

/// A topic: what is true of it, the answer, and where that comes from.
struct TopicScreen {
  private let topic: Topic
  private let knowledge: KnowledgeBase

  init(_ topic: Topic, in knowledge: KnowledgeBase) {
    self.topic = topic
    self.knowledge = knowledge
  }

  var blocks: [Block] {
    let verdict: [Block] = topic.verdict.map { [.paragraph(Phrasing.topicVerdict($0))] } ?? []
    return [.heading(topic.title.string)] + verdict + [.paragraph(topic.answer.string)]
      + CitationLine(topic.sources, in: knowledge).blocks + [.gap]
  }
}

/// What an alarm calls for: the levels it raises, and nothing else.
package struct AlarmScreen {
  private let alarm: Alarm
  private let knowledge: KnowledgeBase

  /// Shows an alarm.
  package init(_ alarm: Alarm, in knowledge: KnowledgeBase) {
    self.alarm = alarm
    self.knowledge = knowledge
  }

  /// What is said.
  package var blocks: [Block] {
    raised.flatMap { scale, level in
      let advice = alarm.advises.compactMap { knowledge.advice($0) }
        .filter { $0.place == .scale(scale.id) }
      return DecisionScreen(scale, at: level, advice, in: knowledge).blocks
    }
  }

  /// The levels that it calls for, and the scales that these belong to.
  var raised: [(scale: Scale, level: Scale.Level)] {
    alarm.raises.compactMap { raise in
      guard let scale = knowledge.scale(raise.scale),
        let level = scale.levels.first(where: { $0.id == raise.level })
      else { return nil }
      return (scale, level)
    }
  }
}
