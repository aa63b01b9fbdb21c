// What an open formula falls apart into.
extension ResidualFormula {
  /// Open variables and the clauses between them, which share no variable with any others.
  struct Component {
    /// The open variables, rising.
    var variables: [Int32]
    /// The clauses that are not satisfied yet, rising.
    var clauses: [Int32]
  }

  /// Everything there is, open or not.
  var whole: Component {
    Component(
      variables: (0..<Int32(values.count)).map(\.self),
      clauses: (0..<Int32(clauseCount)).map(\.self))
  }

  /// Falls apart into what shares no variable.
  ///
  /// - Parameter component: What was one component before something was assigned.
  /// - Returns: How many open variables are in no clause any more, and the components of the rest.
  mutating func parts(of component: Component) -> (freeCount: Int, parts: [Component]) {
    let firstLabel = lastLabel + 1
    var freeCount = 0
    for variable in component.variables
    where values[Int(variable)] == .open && variableLabels[Int(variable)] < firstLabel {
      if !labelAll(connectedTo: variable) { freeCount += 1 }
    }
    var parts = Array(
      repeating: Component(variables: [], clauses: []), count: lastLabel - firstLabel + 1)
    for variable in component.variables where variableLabels[Int(variable)] >= firstLabel {
      parts[variableLabels[Int(variable)] - firstLabel].variables.append(variable)
    }
    for clause in component.clauses where clauseLabels[Int(clause)] >= firstLabel {
      parts[clauseLabels[Int(clause)] - firstLabel].clauses.append(clause)
    }
    return (freeCount, parts)
  }

  /// Gives the next label to a variable and to all that it is connected to; none if it is in no clause.
  private mutating func labelAll(connectedTo first: Int32) -> Bool {
    let label = lastLabel + 1
    var waiting = [first]
    while let variable = waiting.popLast() {
      let positive = Literal(variable: Int(variable))
      for literal in [positive, !positive] {
        for place in occurrencePlaces(of: literal) {
          let clause = Int(occurrences[place])
          guard trueCounts[clause] == 0, clauseLabels[clause] != label else { continue }
          clauseLabels[clause] = label
          lastLabel = label
          for place in places(of: clause) {
            let other = literals[place].variable
            guard values[other] == .open, variableLabels[other] != label else { continue }
            variableLabels[other] = label
            waiting.append(Int32(other))
          }
        }
      }
    }
    return lastLabel == label
  }
}
