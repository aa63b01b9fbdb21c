public import Patchwise

/// One small change that breaks knowledge, such as a dropped test or a level that is not the author's.
public struct Mutation: Sendable {
  /// What is changed, such as *rule 'fresh-burn'*.
  public let subject: String
  /// What is done to it, such as *drop 'age less than 18'*.
  public let change: String
  /// Where it is written, if it came from a file.
  public let location: SourceLocation?
  /// Where it makes a difference at all.
  let effect: Effect
  private let apply: @Sendable (inout Knowledge) -> Void

  private init(
    _ subject: String, _ change: String, at location: SourceLocation?, _ effect: Effect,
    _ apply: @escaping @Sendable (inout Knowledge) -> Void
  ) {
    self.subject = subject
    self.change = change
    self.location = location
    self.effect = effect
    self.apply = apply
  }

  /// What a change acts through.
  enum Effect: Sendable {
    /// A condition becomes another one.
    case condition(Condition, becomes: Condition)
    /// A rule does something else where it holds.
    case rule(Identifier<Rule>)
  }

  /// Returns knowledge after the change.
  ///
  /// - Parameter knowledge: The knowledge that the change was found for.
  /// - Returns: The same but for the change.
  /// - Precondition: It is that knowledge; in another the place of the change may not be there.
  public func applied(to knowledge: Knowledge) -> Knowledge {
    var changed = knowledge
    apply(&changed)
    return changed
  }
}

extension Mutation: CustomStringConvertible {
  /// What is done to what.
  public var description: String { "\(subject): \(change)" }
}

extension Mutation {
  /// Returns every small change that can be made to knowledge, in the order of the knowledge.
  ///
  /// - A test is dropped or negated; one of its options or levels is dropped or swapped for the next.
  /// - A threshold moves: what lies just at it comes to the other side, and what lies one step beyond it
  ///   to this. A step is a whole number, a tenth, or the unit that a length of time is told in.
  /// - A rule is dropped, with or without its `unless`; a level that it raises to moves up or down by
  ///   one; a piece of advice of it is dropped.
  ///
  /// - Parameter base: The knowledge.
  /// - Returns: The changes. Some may leave knowledge that can't be used any more.
  /// - Complexity: Proportional to the length of the knowledge, for each change that is looked at.
  public static func all(of base: KnowledgeBase) -> [Mutation] {
    questions(of: base) + definitions(of: base) + rules(of: base)
  }

  /// Returns the changes of one condition.
  ///
  /// - Parameters:
  ///   - condition: The condition.
  ///   - subject: What it belongs to.
  ///   - text: The condition as it is written.
  ///   - base: The knowledge.
  ///   - write: What puts another text in its place.
  /// - Returns: The changes.
  private static func changes(
    of condition: Condition, _ subject: String, writtenAs text: AuthoredText?,
    in base: KnowledgeBase,
    write: @escaping @Sendable (AuthoredText, inout Knowledge) -> Void
  ) -> [Mutation] {
    condition.changes(in: base).map { change in
      let effect = Effect.condition(condition, becomes: change.condition)
      let changed = AuthoredText("\(change.condition)", at: text?.location)
      return Mutation(subject, change.what, at: text?.location, effect) { write(changed, &$0) }
    }
  }

  private static func questions(of base: KnowledgeBase) -> [Mutation] {
    base.knowledge.questions.indices.flatMap { place -> [Mutation] in
      let question = base.knowledge.questions[place]
      guard let condition = base.askedWhen(question.id) else { return [] }
      let subject = "question '\(question.id)'"
      let always = Mutation(
        subject, "ask it always", at: question.askedWhen?.location,
        .condition(condition, becomes: .all([]))
      ) { $0.questions[place].askedWhen = nil }
      return [always]
        + changes(of: condition, subject, writtenAs: question.askedWhen, in: base) {
          $1.questions[place].askedWhen = $0
        }
    }
  }

  private static func definitions(of base: KnowledgeBase) -> [Mutation] {
    base.knowledge.definitions.indices.flatMap { place in
      let definition = base.knowledge.definitions[place]
      return changes(
        of: base.condition(of: definition.id), "definition '\(definition.id)'",
        writtenAs: definition.condition, in: base
      ) { $1.definitions[place].condition = $0 }
    }
  }

  private static func rules(of base: KnowledgeBase) -> [Mutation] {
    base.knowledge.rules.indices.flatMap { place -> [Mutation] in
      let rule = base.knowledge.rules[place]
      let subject = "rule '\(rule.id)'"
      let drop = Mutation(subject, "drop it", at: rule.id.location, .rule(rule.id)) {
        $0.rules.remove(at: place)
      }
      return [drop] + conditions(of: place, subject, in: base)
        + levels(of: place, subject, in: base) + advice(of: place, subject, in: base)
    }
  }

  private static func conditions(
    of place: Int, _ subject: String, in base: KnowledgeBase
  ) -> [Mutation] {
    let rule = base.knowledge.rules[place]
    let (when, unless) = base.conditions(of: rule)
    let own = changes(of: when, subject, writtenAs: rule.when, in: base) {
      $1.rules[place].when = $0
    }
    guard let unless else { return own }
    let drop = Mutation(
      subject, "drop its 'unless'", at: rule.unless?.location,
      .condition(unless, becomes: .any([]))
    ) { $0.rules[place].unless = nil }
    return own + [drop]
      + changes(of: unless, "'unless' of \(subject)", writtenAs: rule.unless, in: base) {
        $1.rules[place].unless = $0
      }
  }

  private static func levels(
    of place: Int, _ subject: String, in base: KnowledgeBase
  ) -> [Mutation] {
    let rule = base.knowledge.rules[place]
    return rule.raises.enumerated().flatMap { raisePlace, raise -> [Mutation] in
      guard let scale = base.scale(raise.scale) else { return [] }
      let levels = scale.levels.map(\.id)
      guard let level = levels.firstIndex(of: raise.level) else { return [] }
      return [level - 1, level + 1].filter(levels.indices.contains).map { other in
        Mutation(
          subject, "raise '\(raise.scale)' to '\(levels[other])' instead of '\(raise.level)'",
          at: raise.level.location ?? rule.id.location, .rule(rule.id)
        ) { $0.rules[place].raises[raisePlace].level = levels[other] }
      }
    }
  }

  private static func advice(
    of place: Int, _ subject: String, in base: KnowledgeBase
  ) -> [Mutation] {
    let rule = base.knowledge.rules[place]
    return rule.advises.enumerated().map { advicePlace, advice in
      Mutation(
        subject, "drop its advice '\(advice)'", at: advice.location ?? rule.id.location,
        .rule(rule.id)
      ) { $0.rules[place].advises.remove(at: advicePlace) }
    }
  }
}
