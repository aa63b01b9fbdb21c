import Patchwise

// The fewest answers that make something so.
extension Situations {
  /// Returns somebody for whom a condition holds, whatever they answer to the questions that are left
  /// out; nothing if nobody was found.
  ///
  /// No answer of theirs can be left out, but other people may need fewer. Where the condition hangs on
  /// more earlier readings than are looked at, all answers are given.
  mutating func smallestWitness(of condition: Condition, _ claim: Claim? = nil) -> Witness? {
    let goal = literal(for: condition)
    guard search(assuming: [goal], claim) == .satisfiable else { return nil }
    let witness = witness
    let course = readings.compactMap(\.hasPrevious).map { holding($0) }
    var kept = given(by: witness)
    guard isCertain(goal, given: course + kept.flatMap(\.literals)) else { return witness }
    for place in kept.indices.reversed() {
      var fewer = kept
      fewer.remove(at: place)
      if isCertain(goal, given: course + fewer.flatMap(\.literals)) { kept = fewer }
    }
    return Witness(
      consultation: witness.consultation,
      readings: witness.readings.enumerated().map { place, reading in
        let questions = Set(kept.filter { $0.reading == place }.map(\.question))
        return Witness.Reading(
          now: reading.now, answers: reading.answers.filter { questions.contains($0.key) })
      })
  }

  /// An answer at one reading of a witness, and what holds together for it.
  private struct Given {
    var reading: Int
    var question: Identifier<Question>
    var literals: [Literal]
  }

  /// What a witness answers, in the order of asking, as the last search found it.
  private func given(by witness: Witness) -> [Given] {
    let questions = base.sections(of: kind).flatMap(\.questions)
    return witness.readings.enumerated().flatMap { place, reading in
      let literals = readings[witness.readings.count - 1 - place]
      return questions.filter { reading.answers[$0] != nil }.map { id in
        Given(
          reading: place, question: id,
          literals: ((literals.options[id] ?? []) + (literals.regions[id] ?? [])).map(holding))
      }
    }
  }

  /// A literal or its opposite, whichever held in the situation that the last search found.
  private func holding(_ literal: Literal) -> Literal {
    circuit.solver.holds(literal) ? literal : !literal
  }

  /// Whether something holds for everybody for whom some literals do, as far as that is soon found out.
  private mutating func isCertain(_ goal: Literal, given literals: [Literal]) -> Bool {
    circuit.solver.solve(assuming: literals + [!goal], budget: 1_000) == .unsatisfiable
  }
}
