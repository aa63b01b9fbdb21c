import Patchwise

// What conditions mention.

extension Condition {
  /// The scales that it tests itself.
  var mentionedScales: [Identifier<Scale>] {
    ownTests.compactMap { if case .scale(let id) = $0.subject { id } else { nil } }
  }
}

extension KnowledgeBase {
  /// Every condition that is written somewhere.
  var writtenConditions: [Condition] {
    knowledge.questions.compactMap { askedWhen($0.id) }
      + knowledge.definitions.map { condition(of: $0.id) }
      + knowledge.rules.map(condition)
      + knowledge.promises.map(conditions).flatMap { [$0.whenever, $0.then] }
  }

  /// The tests that look at an earlier reading.
  var testsOnEarlierReadings: [Condition.Test] {
    writtenConditions.flatMap(\.ownTests).filter { $0.reading != .current }
  }

  /// The questions that some consultation has in its sections.
  var listedQuestions: Set<Identifier<Question>> {
    Set(knowledge.consultations.flatMap(sections).flatMap(\.questions))
  }

  /// Returns the questions that a condition tests, itself or by the definitions that it names.
  func mentionedQuestions(in condition: Condition) -> Set<Identifier<Question>> {
    let tested = condition.ownTests.compactMap { test -> Identifier<Question>? in
      if case .question(let id) = test.subject { id } else { nil }
    }
    return condition.mentionedDefinitions.reduce(into: Set(tested)) {
      $0.formUnion(mentionedQuestions(in: self.condition(of: $1)))
    }
  }
}
