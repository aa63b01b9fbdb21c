package import BigInt
package import Patchwise

// How many situations there are, exactly.
//
// What is counted are the situations of a consultation without earlier readings, in which every test on
// one is false. Two situations differ if a question has another value, or applies in one of them alone:
// - Numbers, lengths of time and days are cut at the thresholds that any condition mentions. Each region
//   is one value, however many numbers lie in it.
// - Of a question that takes several options, each set of options is one value, the empty set included.
//   A list of ingredients is the set of tags that lexicons find in it, and any set may be.
// - A question that does not apply has one value: it does not apply.
extension Situations {
  /// Returns how many situations there are in the consultation.
  ///
  /// - Parameter budget: How many times the counter may try a value; no limit if it is left out.
  /// - Returns: The exact count; nothing if it was not finished within the budget.
  package func count(budget: Int? = nil) -> BigUInt? {
    count(where: .all([]), budget: budget)
  }

  /// Returns in how many situations of the consultation a condition holds.
  ///
  /// - Parameters:
  ///   - condition: The condition.
  ///   - budget: How many times the counter may try a value; no limit if it is left out.
  /// - Returns: The exact count; nothing if it was not finished within the budget.
  package func count(where condition: Condition, budget: Int? = nil) -> BigUInt? {
    // Only what the condition rests on is built, and nothing that was asked about before.
    var fresh = Situations(of: kind, in: base, hasEarlierReadings: false)
    let literal = fresh.literal(for: condition)
    fresh.settleQuestionsThatDoNotApply()
    return fresh.circuit.counter.count(assuming: [literal], budget: budget)
  }

  /// Gives each question its literals, and one value where it does not apply or is never asked.
  private mutating func settleQuestionsThatDoNotApply() {
    for question in base.knowledge.questions {
      let applies = applies(question.id, at: 0)
      for literal in literalsOfOneValue(of: question) { circuit.add([applies, literal]) }
    }
  }

  /// Literals that hold together for one value of a question alone.
  mutating func literalsOfOneValue(of question: Question) -> [Literal] {
    switch question.domain {
    case .yesNo, .one: Array(options(of: question, at: 0).prefix(1))
    case .any, .ingredients: options(of: question, at: 0).map { !$0 }
    case .number, .duration, .date: regions(of: question, at: 0).map { !$0 }
    }
  }
}

extension Circuit {
  /// A counter for all clauses; every gate follows from what is no gate, so it adds nothing to a count.
  var counter: ModelCounter {
    ModelCounter(clauses, variableCount: solver.variableCount, gates: gates)
  }
}
