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
  /// Alarms that are no longer sounded where they were, as sentences.
  public private(set) var lostAlarms: [String] = []

  /// Compares two knowledge bases.
  ///
  /// - Parameters:
  ///   - old: The knowledge as it was.
  ///   - new: The knowledge as it is.
  ///   - budget: How many times each count may try a value.
  /// - Complexity: Exponential in the worst case, as all proofs; counts stop at their budget.
  public init(from old: KnowledgeBase, to new: KnowledgeBase, budget: Int = 50_000) {
    remark(old, new)
    for kind in old.knowledge.consultations.map(\.id) {
      guard var people = SamePeople(of: kind, old: old, new: new) else { continue }
      situations.append((kind, people.count(where: [], budget: budget)))
      for id in people.old.kind.decides where people.new.kind.decides.contains(id) {
        guard let first = old.scale(id), let second = new.scale(id) else { continue }
        compare((first, second), of: kind, &people, budget)
      }
    }
  }

  /// Whether anything is told less cautiously than before, or an alarm is no longer sounded.
  public var isLessCautious: Bool {
    !lostAlarms.isEmpty || changes.contains { $0.isMoreCautious == false }
  }

  private mutating func compare(
    _ scale: (old: Scale, new: Scale), of kind: Identifier<ConsultationKind>,
    _ people: inout SamePeople, _ budget: Int
  ) {
    let (oldLevels, newLevels) = (scale.old.levels.map(\.id), scale.new.levels.map(\.id))
    for from in oldLevels.indices.map(Optional.some) + [nil] {
      for to in newLevels.indices.map(Optional.some) + [nil] {
        let (old, new) = (from.map { oldLevels[$0] }, to.map { newLevels[$0] })
        guard old != new else { continue }
        let literal = people.change(of: scale, from: from, to: to)
        guard let witness = people.witness(where: [literal]) else { continue }
        let isComparable = oldLevels == newLevels && !scale.new.isHint
        let places = from.flatMap { from in to.map { (from, $0) } }
        changes.append(
          Change(
            consultation: kind, scale: scale.new.id, old: old, new: new,
            isMoreCautious: isComparable ? places.map { $0.0 < $0.1 } : nil,
            situations: people.count(where: [literal], budget: budget), witness: witness,
            shared: people.shared(by: [literal], of: witness)))
      }
    }
  }

  /// Tells what can't be compared.
  private mutating func remark(_ old: KnowledgeBase, _ new: KnowledgeBase) {
    func tell<Subject>(
      _ kind: String, _ first: [Identifier<Subject>], _ second: [Identifier<Subject>]
    ) {
      for id in first where !second.contains(id) { remarks.append("\(kind) '\(id)' is gone") }
      for id in second where !first.contains(id) { remarks.append("\(kind) '\(id)' is new") }
    }
    tell(
      "consultation", old.knowledge.consultations.map(\.id), new.knowledge.consultations.map(\.id))
    tell("scale", old.knowledge.scales.map(\.id), new.knowledge.scales.map(\.id))
    tell("question", old.knowledge.questions.map(\.id), new.knowledge.questions.map(\.id))
    for alarm in old.knowledge.alarms {
      guard let now = new.knowledge.alarms.first(where: { $0.id == alarm.id }) else {
        lostAlarms.append("alarm '\(alarm.id)' is gone")
        continue
      }
      // A phrase may have moved to another alarm that raises the same.
      let alike = new.knowledge.alarms.filter { $0.raises == now.raises }
      let phrases = Set(alike.flatMap(\.phrases).map(\.string))
      let doubtful = Set(alike.flatMap(\.doubtful).map(\.string))
      for phrase in alarm.phrases where !phrases.contains(phrase.string) {
        lostAlarms.append("alarm '\(alarm.id)' has lost the phrase '\(phrase)'")
      }
      for phrase in alarm.doubtful
      where !doubtful.contains(phrase.string) && !phrases.contains(phrase.string) {
        lostAlarms.append("alarm '\(alarm.id)' has lost the doubtful phrase '\(phrase)'")
      }
      if now.raises != alarm.raises {
        lostAlarms.append("alarm '\(alarm.id)' raises something else")
      }
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
