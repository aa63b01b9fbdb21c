import BigInt
import Patchwise

/// The same people under two knowledge bases, without earlier readings.
///
/// Questions and options of one name are the same. Somebody who can give an answer under one knowledge
/// base alone, where one answer is wanted, is left out.
struct SamePeople {
  var old: Situations
  var new: Situations

  /// Builds both; nothing if one of the knowledge bases has no such consultation.
  init?(of kind: Identifier<ConsultationKind>, old: KnowledgeBase, new: KnowledgeBase) {
    let kinds = [old, new].compactMap { base in
      base.knowledge.consultations.first { $0.id == kind }
    }
    guard kinds.count == 2 else { return nil }
    self.old = Situations(
      of: kinds[0], in: old, hasEarlierReadings: false,
      cutLike: new.writtenConditions)
    for scale in kinds[0].decides.compactMap({ old.scale($0) }) {
      _ = self.old.levels(of: scale, at: 0)
    }
    var applies: [Identifier<Question>: Literal] = [:]
    for question in old.knowledge.questions {
      _ = self.old.literalsOfOneValue(of: question)
      applies[question.id] = self.old.applies(question.id, at: 0)
    }
    self.new = Situations(
      of: kinds[1], in: new, hasEarlierReadings: false,
      cutLike: old.writtenConditions)
    self.new.circuit = self.old.circuit
    for question in new.knowledge.questions { self.new.share(question, with: self.old) }
    for scale in kinds[1].decides.compactMap({ new.scale($0) }) {
      _ = self.new.levels(of: scale, at: 0)
    }
    settleQuestionsThatDoNotApply(applies)
  }

  /// Gives each question one value where it applies under neither knowledge base.
  private mutating func settleQuestionsThatDoNotApply(_ oldApplies: [Identifier<Question>: Literal])
  {
    for question in new.base.knowledge.questions {
      let applies = [new.applies(question.id, at: 0)] + (oldApplies[question.id].map { [$0] } ?? [])
      for literal in new.literalsOfOneValue(of: question) { new.circuit.add(applies + [literal]) }
    }
    for question in old.base.knowledge.questions where new.base.question(question.id) == nil {
      guard let applies = oldApplies[question.id] else { continue }
      // Its literals are known, so that nothing is added to the clauses of the old situations alone.
      for literal in old.literalsOfOneValue(of: question) { new.circuit.add([applies, literal]) }
    }
  }

  /// Returns what holds where a scale has one level under the old knowledge and another under the new.
  ///
  /// - Parameters:
  ///   - scale: The scale, under the old knowledge and under the new.
  ///   - oldLevel: The place of the level under the old knowledge; nothing for a gap.
  ///   - newLevel: That under the new.
  /// - Returns: The literal.
  mutating func change(
    of scale: (old: Scale, new: Scale), from oldLevel: Int?, to newLevel: Int?
  ) -> Literal {
    let rows = (old.levels(of: scale.old, at: 0), new.levels(of: scale.new, at: 0))
    return new.circuit.and(Self.exactly(oldLevel, rows.0) + Self.exactly(newLevel, rows.1))
  }

  /// What holds together where the highest literal of a falling row that holds is at one place.
  private static func exactly(_ place: Int?, _ row: [Literal]) -> [Literal] {
    guard let place else { return row.prefix(1).map { !$0 } }
    return [row[place]] + row.dropFirst(place + 1).prefix(1).map { !$0 }
  }

  /// Returns somebody for whom some literals hold; nothing if there is nobody.
  mutating func witness(where literals: [Literal]) -> Witness? {
    new.witness(where: literals)
  }

  /// Returns in how many situations some literals hold; nothing if it was not finished.
  func count(where literals: [Literal], budget: Int) -> BigUInt? {
    new.circuit.counter.count(assuming: literals, budget: budget)
  }
}

extension Situations {
  /// Takes over what stands for a question, as far as other situations know it.
  fileprivate mutating func share(_ question: Question, with other: Situations) {
    guard let same = other.base.question(question.id) else { return }
    switch (question.domain, same.domain) {
    case (.yesNo, .yesNo), (.one, .one), (.any, .any), (.ingredients, .ingredients):
      let known = Dictionary(
        zip(other.base.optionNames(of: same), other.readings[0].options[question.id] ?? []),
        uniquingKeysWith: { first, _ in first })
      let names = base.optionNames(of: question)
      var literals: [Literal] = []
      for name in names { literals.append(known[name] ?? circuit.newVariable()) }
      readings[0].options[question.id] = literals
      if !question.domain.takesSeveral, Set(names) != Set(known.keys) {
        circuit.demandOne(of: literals)
      }
    case (.number, .number), (.duration, .duration), (.date, .date):
      // Ranges that are not the same are cut otherwise, and their values can't be told to be the same.
      guard regions(of: question).samples == other.regions(of: same).samples else { return }
      readings[0].regions[question.id] = other.readings[0].regions[question.id]
    default: break
    }
  }
}
