public import BigInt
public import Patchwise

/// What people are told otherwise under one knowledge base than under another.
///
/// It speaks of everybody at their first reading who can give the same answers under both.
public struct KnowledgeDifference: Sendable {
  /// People to whom a scale is told at one level under the old knowledge and at another under the new.
  public struct Change: Sendable {
    /// The consultation.
    public let consultation: Identifier<ConsultationKind>
    /// The scale.
    public let scale: Identifier<Scale>
    /// The level under the old knowledge; nothing for a gap.
    public let old: Identifier<Scale.Level>?
    /// The level under the new.
    public let new: Identifier<Scale.Level>?
    /// Whether the new level is more cautious than the old one.
    ///
    /// Nothing where that can't be said: the scale is a hint, or has other levels, or there is a gap.
    public let isMoreCautious: Bool?
    /// In how many situations it is so; nothing if counting was not finished.
    public let situations: BigUInt?
    /// Somebody for whom it is so.
    public let witness: Witness
    /// The answers that all of them give, by question.
    public let shared: [(question: Identifier<Question>, options: [String])]
  }

  /// How many situations were compared, by consultation; nothing if counting was not finished.
  public private(set) var situations:
    [(consultation: Identifier<ConsultationKind>, count: BigUInt?)] =
      []
  /// What is told otherwise, by consultation and scale.
  public private(set) var changes: [Change] = []
  /// What only one of the two has, as sentences.
  public private(set) var remarks: [String] = []
  /// What makes it less cautious for whoever it is about, as sentences: alarms that are no longer sounded,
  /// consultations that are gone, scales that are no longer told, levels that no longer end a consultation.
  public private(set) var losses: [String] = []

  /// Compares two knowledge bases.
  ///
  /// - Parameters:
  ///   - old: The knowledge as it was.
  ///   - new: The knowledge as it is.
  ///   - budget: How many times each count may try a value.
  /// - Complexity: Exponential in the worst case, as all proofs; counts stop at their budget.
  public init(from old: KnowledgeBase, to new: KnowledgeBase, budget: Int = 50_000) {
    remark(old, new)
    findLosses(old, new)
    for kind in old.knowledge.consultations.map(\.id) {
      guard var people = SamePeople(of: kind, old: old, new: new) else { continue }
      situations.append((kind, people.count(where: [], budget: budget)))
      for id in people.old.kind.decides where people.new.kind.decides.contains(id) {
        guard let first = old.scale(id), let second = new.scale(id) else { continue }
        compare((first, second), of: kind, &people, budget)
      }
    }
  }

  /// Whether anything is told less cautiously than before, or no longer told at all.
  public var isLessCautious: Bool {
    !losses.isEmpty || changes.contains { $0.isMoreCautious == false }
  }

  private mutating func compare(
    _ scale: (old: Scale, new: Scale), of kind: Identifier<ConsultationKind>,
    _ people: inout SamePeople, _ budget: Int
  ) {
    let (oldLevels, newLevels) = (scale.old.levels.map(\.id), scale.new.levels.map(\.id))
    let isOrdered = !scale.new.isHint && Self.haveOneOrder(oldLevels, newLevels)
    for from in oldLevels.indices.map(Optional.some) + [nil] {
      for to in newLevels.indices.map(Optional.some) + [nil] {
        let (old, new) = (from.map { oldLevels[$0] }, to.map { newLevels[$0] })
        guard old != new else { continue }
        let literal = people.change(of: scale, from: from, to: to)
        guard let witness = people.witness(where: [literal]) else { continue }
        changes.append(
          Change(
            consultation: kind, scale: scale.new.id, old: old, new: new,
            isMoreCautious: isOrdered ? Self.isRise(old, new, oldLevels, newLevels) : nil,
            situations: people.count(where: [literal], budget: budget), witness: witness,
            shared: people.shared(by: [literal], of: witness)))
      }
    }
  }

  /// Whether the levels that two scales share follow each other in the same order.
  private static func haveOneOrder(
    _ first: [Identifier<Scale.Level>], _ second: [Identifier<Scale.Level>]
  ) -> Bool {
    first.filter(second.contains) == second.filter(first.contains)
  }

  /// Whether one level is below another on a scale that has both; nothing if neither has.
  private static func isRise(
    _ old: Identifier<Scale.Level>?, _ new: Identifier<Scale.Level>?,
    _ scales: [Identifier<Scale.Level>]...
  ) -> Bool? {
    guard let old, let new else { return nil }
    return scales.lazy.compactMap { levels -> Bool? in
      guard let first = levels.firstIndex(of: old), let second = levels.firstIndex(of: new) else {
        return nil
      }
      return first < second
    }.first
  }

  /// Tells what can't be compared.
  private mutating func remark(_ old: KnowledgeBase, _ new: KnowledgeBase) {
    func tell<Subject>(
      _ kind: String, _ first: [Identifier<Subject>], _ second: [Identifier<Subject>]
    ) {
      for id in first where !second.contains(id) { remarks.append("\(kind) '\(id)' is gone") }
      for id in second where !first.contains(id) { remarks.append("\(kind) '\(id)' is new") }
    }
    tell("scale", old.knowledge.scales.map(\.id), new.knowledge.scales.map(\.id))
    tell("question", old.knowledge.questions.map(\.id), new.knowledge.questions.map(\.id))
    tell("advice", old.knowledge.advice.map(\.id), new.knowledge.advice.map(\.id))
    tell("plan", old.knowledge.plans.map(\.id), new.knowledge.plans.map(\.id))
    remarks += Self.decided(by: new, andNotBy: old).map { kind, scale in
      "consultation '\(kind)' " + (scale.map { "now decides '\($0)'" } ?? "is new")
    }
    for question in new.knowledge.questions {
      guard let before = old.question(question.id) else { continue }
      let names = (old.optionNames(of: before), new.optionNames(of: question))
      for name in names.0 where !names.1.contains(name) {
        remarks.append("question '\(question.id)' has lost the option '\(name)'")
      }
      for name in names.1 where !names.0.contains(name) {
        remarks.append("question '\(question.id)' has a new option '\(name)'")
      }
    }
  }

  /// The scales that consultations decide under one knowledge base alone, in its order; no scale where it alone has
  /// the consultation.
  private static func decided(
    by base: KnowledgeBase, andNotBy other: KnowledgeBase
  ) -> [(kind: Identifier<ConsultationKind>, scale: Identifier<Scale>?)] {
    base.knowledge.consultations.flatMap {
      kind -> [(Identifier<ConsultationKind>, Identifier<Scale>?)] in
      guard let same = other.consultation(kind.id) else { return [(kind.id, nil)] }
      return kind.decides.filter { !same.decides.contains($0) }.map { (kind.id, $0) }
    }
  }

  /// Whether an alarm raises each scale at least as high as another one does.
  private static func raises(_ alarm: Alarm, atLeast other: Alarm, in base: KnowledgeBase) -> Bool {
    other.raises.allSatisfy { wanted in
      let levels = base.scale(wanted.scale)?.levels.map(\.id) ?? []
      guard let least = levels.firstIndex(of: wanted.level) else { return false }
      return alarm.raises.contains {
        $0.scale == wanted.scale && levels.firstIndex(of: $0.level) ?? -1 >= least
      }
    }
  }

  /// Tells what is no longer sounded, told or ended.
  private mutating func findLosses(_ old: KnowledgeBase, _ new: KnowledgeBase) {
    losses += Self.decided(by: old, andNotBy: new).map { kind, scale in
      "consultation '\(kind)' " + (scale.map { "no longer decides '\($0)'" } ?? "is gone")
    }
    for scale in old.knowledge.scales {
      guard let now = new.scale(scale.id) else { continue }
      if now.isHint, !scale.isHint { losses.append("scale '\(scale.id)' is only a hint now") }
      for level in scale.levels where level.endsConsultation {
        guard let same = now.levels.first(where: { $0.id == level.id }), !same.endsConsultation
        else { continue }
        losses.append("level '\(level.id)' of scale '\(scale.id)' no longer ends the consultation")
      }
    }
    for alarm in old.knowledge.alarms {
      guard let now = new.knowledge.alarms.first(where: { $0.id == alarm.id }) else {
        losses.append("alarm '\(alarm.id)' is gone")
        continue
      }
      // A phrase may have moved to another alarm that raises as much.
      let alike = new.knowledge.alarms.filter {
        $0.id == now.id || Self.raises($0, atLeast: alarm, in: new)
      }
      let phrases = Set(alike.flatMap(\.phrases).map(\.string))
      let doubtful = Set(alike.flatMap(\.doubtful).map(\.string))
      for phrase in alarm.phrases where !phrases.contains(phrase.string) {
        losses.append("alarm '\(alarm.id)' has lost the phrase '\(phrase)'")
      }
      for phrase in alarm.doubtful
      where !doubtful.contains(phrase.string) && !phrases.contains(phrase.string) {
        losses.append("alarm '\(alarm.id)' has lost the doubtful phrase '\(phrase)'")
      }
      if !Self.raises(now, atLeast: alarm, in: new) {
        losses.append("alarm '\(alarm.id)' raises less, or something else")
      }
    }
  }
}

extension SamePeople {
  /// Returns the options that everybody chooses for whom some literals hold, by question.
  mutating func shared(
    by literals: [Literal], of witness: Witness
  ) -> [(question: Identifier<Question>, options: [String])] {
    var found: [(question: Identifier<Question>, options: [String])] = []
    for id in new.base.sections(of: new.kind).flatMap(\.questions) {
      guard let question = new.base.question(id), let answer = witness.readings.last?.answers[id]
      else { continue }
      let options = answer.options.map(\.name).filter { name in
        let place = new.base.optionNames(of: question).firstIndex(of: name)
        guard let place, let literal = new.readings[0].options[id]?[place] else { return false }
        let chosen = new.circuit.and([new.applies(id, at: 0), literal])
        return new.search(assuming: literals + [!chosen]) == .unsatisfiable
      }
      if !options.isEmpty { found.append((id, options)) }
    }
    return found
  }
}
