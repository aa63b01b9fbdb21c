import Patchwise

/// The recommendation as it is and as it would be with another answer, side by side.
struct SuppositionScreen {
  private let supposition: Supposition
  private let now: Consultation
  private var after: Consultation { supposition.consultation }
  private var knowledge: KnowledgeBase { now.knowledge }

  init(_ supposition: Supposition, in consultation: Consultation) {
    self.supposition = supposition
    now = consultation
  }

  var blocks: [Block] {
    let words = AnswerWords(knowledge).text(of: supposition.answer, to: supposition.question)
    return [.heading(Phrasing.supposing(Phrasing.fact(supposition.question.name, words)))]
      + comparison + [.paragraph(Phrasing.nothingChangedYet)]
  }

  private var comparison: [Block] {
    if now.answer(to: supposition.question.id) == supposition.answer {
      return [.paragraph(Phrasing.thatIsYourAnswer)]
    }
    if case .setAside = after.status(of: supposition.question.id) {
      return [.paragraph(Phrasing.wouldNotApply)]
    }
    let ended = after.scalesThatEndedIt.map(\.id)
    if !ended.isEmpty {
      let told = supposition.comparisons.filter { ended.contains($0.scale.id) }
      return told.flatMap(beside) + [.paragraph(Phrasing.wouldEnd)]
    }
    return now.isOver ? whole : alone
  }

  /// Every scale, once there is a recommendation.
  private var whole: [Block] {
    let blocks = supposition.comparisons.flatMap(beside)
    guard !after.isOver else { return blocks + advice }
    return blocks + [.paragraph(Phrasing.wouldAsk)]
  }

  /// What the answer alone would make certain, while questions are open.
  private var alone: [Block] {
    let items = supposition.comparisons.compactMap { comparison -> Block? in
      let name = comparison.scale.name
      switch (comparison.now, comparison.then) {
      case (_, .told(let level)): return .item(marker: "-", Phrasing.fact(name, level.name))
      case (.between(let now), .between(let then)):
        guard let floor = then.floor, now != then else { return nil }
        if then.isSettled { return .item(marker: "-", Phrasing.fact(name, floor.name)) }
        guard now.floor != floor, floor != comparison.scale.levels.first,
          !isLower(floor, than: now.floor, of: comparison.scale)
        else { return nil }
        return .item(marker: "-", Phrasing.fact(name, Phrasing.atLeast(floor.name)))
      default: return nil
      }
    }
    let lost = supposition.comparisons.compactMap { comparison -> Block? in
      guard case .between(let now) = comparison.now, case .between(let then) = comparison.then,
        !then.isSettled, let floor = now.floor, let other = then.floor,
        isLower(other, than: floor, of: comparison.scale)
      else { return nil }
      return .item(marker: "-", Phrasing.fact(comparison.scale.name, Phrasing.atLeast(floor.name)))
    }
    let lostPart = lost.isEmpty ? [] : [.paragraph(Phrasing.wouldNoLongerBeCertain)] + lost
    if after.isOver { return [.paragraph(Phrasing.wouldSettle)] + items }
    guard !(items.isEmpty && lost.isEmpty) else { return [.paragraph(Phrasing.decidesNothingYet)] }
    return (items.isEmpty ? [] : [.paragraph(Phrasing.wouldMean)] + items) + lostPart
  }

  private func isLower(
    _ level: Scale.Level, than other: Scale.Level?, of scale: Scale
  ) -> Bool {
    let place = { (level: Scale.Level?) in scale.levels.firstIndex { $0.id == level?.id } ?? -1 }
    return place(level) < place(other)
  }

  private func beside(_ comparison: Supposition.Comparison) -> [Block] {
    let (name, now) = (comparison.scale.name, text(comparison.now, comparison.scale))
    let then = text(comparison.then, comparison.scale)
    if now == then { return [.item(marker: "-", name), .detail(Phrasing.stays(now))] }
    return [.item(marker: "-", name), .detail(Phrasing.now(now)), .detail(Phrasing.then(then))]
  }

  private func text(_ standing: Supposition.Standing, _ scale: Scale) -> String {
    switch standing {
    case .told(let level): return level.name
    case .untold: return Phrasing.gap
    case .between(let interval):
      if interval.isSettled, let level = interval.floor { return level.name }
      guard let floor = interval.floor, floor != scale.levels.first else {
        return Phrasing.notSettled
      }
      return Phrasing.atLeast(floor.name)
    }
  }

  /// Whether other tips would be told.
  private var advice: [Block] {
    let told = now.recommendation?.advice.map(\.id)
    return told == after.recommendation?.advice.map(\.id)
      ? [] : [.paragraph(Phrasing.otherTips)]
  }
}
