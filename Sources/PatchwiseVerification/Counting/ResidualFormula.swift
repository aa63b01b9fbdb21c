/// Clauses under an assignment that grows and shrinks, and what is left open of them.
///
/// Each clause counts its open and its true literals, so that what is forced, what is contradicted and
/// what is satisfied shows at once. A gate that no clause looks at any more is dropped together with the
/// clauses that define it: whatever its inputs are, exactly one value of it satisfies these.
struct ResidualFormula {
  /// What is known of a variable.
  enum Value: UInt8 {
    case open
    case isTrue
    case isFalse
    /// A gate that nothing looks at any more.
    case dropped
  }

  // MARK: Clauses

  /// The literals of all clauses, one clause after the other.
  var literals: [Literal] = []
  /// Where in the literals each clause begins; one more for the end.
  private var starts: [Int32] = [0]
  /// For each clause, the gate that it defines; -1 if it defines none.
  private var definedGates: [Int32] = []
  /// For each gate, the clauses that define it; none for other variables.
  private var definitions: [[Int32]]
  /// The clauses in which each literal occurs, one literal after the other.
  var occurrences: [Int32] = []
  /// Where in the occurrences those of each literal begin; one more for the end.
  private var occurrenceStarts: [Int32] = []
  /// Whether a clause without literals was given.
  private var isContradictory = false

  // MARK: Assignment

  /// What is known of each variable.
  private(set) var values: [Value]
  private var openCounts: [Int32] = []
  /// For each clause, how many of its literals hold, or dropped gates it defines; 0 if it is not satisfied.
  var trueCounts: [Int32] = []
  /// For each variable, how many clauses look at it that are not satisfied and don't define it.
  private var uses: [Int32]
  private var trail: [Literal] = []
  /// How much of the trail has been counted in the clauses.
  private var propagated = 0

  // MARK: Labels

  /// For each variable, in which component it was seen last.
  var variableLabels: [Int]
  /// For each clause, in which component it was seen last.
  var clauseLabels: [Int] = []
  /// The number of the last component of all that were seen.
  var lastLabel = 0

  /// Creates a formula in which everything is open.
  ///
  /// - Parameters:
  ///   - clauses: The clauses; in each at least one literal must hold.
  ///   - variableCount: How many variables there are.
  ///   - gates: Those variables that some of the clauses define.
  init(_ clauses: [[Literal]], variableCount: Int, gates: [Circuit.Gate]) {
    values = Array(repeating: .open, count: variableCount)
    uses = Array(repeating: 0, count: variableCount)
    definitions = Array(repeating: [], count: variableCount)
    variableLabels = Array(repeating: 0, count: variableCount)
    var owners = Array(repeating: Int32(-1), count: clauses.count)
    for gate in gates {
      for place in gate.clauses { owners[place] = Int32(gate.variable) }
    }
    for (clause, owner) in zip(clauses, owners) { add(clause, defining: owner) }
    clauseLabels = Array(repeating: 0, count: clauseCount)
    listOccurrences()
  }

  private mutating func add(_ clause: [Literal], defining gate: Int32) {
    let sorted = Set(clause).sorted { $0.code < $1.code }
    // A clause with a literal and its negation always holds.
    if zip(sorted, sorted.dropFirst()).contains(where: { $0 == !$1 }) { return }
    let number = Int32(clauseCount)
    if gate >= 0 { definitions[Int(gate)].append(number) }
    if sorted.isEmpty { isContradictory = true }
    for literal in sorted where literal.variable != gate { uses[literal.variable] += 1 }
    literals += sorted
    starts.append(Int32(literals.count))
    definedGates.append(gate)
    openCounts.append(Int32(sorted.count))
    trueCounts.append(0)
  }

  private mutating func listOccurrences() {
    var lists = Array(repeating: [Int32](), count: 2 * values.count)
    for clause in 0..<clauseCount {
      for place in places(of: clause) { lists[literals[place].index].append(Int32(clause)) }
    }
    occurrenceStarts = [0]
    for list in lists {
      occurrences += list
      occurrenceStarts.append(Int32(occurrences.count))
    }
  }

  // MARK: Looking

  var clauseCount: Int { definedGates.count }

  func places(of clause: Int) -> Range<Int> { Int(starts[clause])..<Int(starts[clause + 1]) }

  func occurrencePlaces(of literal: Literal) -> Range<Int> {
    Int(occurrenceStarts[literal.index])..<Int(occurrenceStarts[literal.index + 1])
  }

  /// Returns the literals of a clause that are open.
  func openLiterals(of clause: Int32) -> [Literal] {
    literals[places(of: Int(clause))].filter { values[$0.variable] == .open }
  }

  /// Whether a clause had more than two literals when it was given.
  func isLong(_ clause: Int32) -> Bool { places(of: Int(clause)).count > 2 }

  // MARK: Assigning

  /// How much has been assigned; what `undo` takes back to.
  var mark: Int { trail.count }

  /// Assumes what was given and some literals, and drops gates that nothing looks at.
  ///
  /// - Parameter assumptions: What is to hold.
  /// - Returns: Whether no contradiction came up.
  mutating func begin(assuming assumptions: [Literal]) -> Bool {
    guard !isContradictory else { return false }
    for clause in 0..<clauseCount where openCounts[clause] == 1 {
      guard set(literals[places(of: clause).lowerBound]) else { return false }
    }
    for literal in assumptions {
      guard set(literal) else { return false }
    }
    for variable in values.indices { dropIfUnused(variable) }
    return propagate()
  }

  /// Makes a literal true, and all that follows from it.
  ///
  /// - Parameter literal: A literal whose variable is open.
  /// - Returns: Whether no contradiction came up.
  mutating func assign(_ literal: Literal) -> Bool { set(literal) && propagate() }

  private mutating func set(_ literal: Literal) -> Bool {
    let wanted: Value = literal.isNegated ? .isFalse : .isTrue
    guard values[literal.variable] == .open else { return values[literal.variable] == wanted }
    values[literal.variable] = wanted
    trail.append(literal)
    return true
  }

  /// Drops a gate that nothing looks at; no clause that defines it can force anything while it is open.
  private mutating func dropIfUnused(_ variable: Int) {
    guard uses[variable] == 0, values[variable] == .open, !definitions[variable].isEmpty else {
      return
    }
    values[variable] = .dropped
    trail.append(Literal(variable: variable))
  }

  private mutating func propagate() -> Bool {
    while propagated < trail.count {
      let literal = trail[propagated]
      propagated += 1
      if values[literal.variable] == .dropped {
        for clause in definitions[literal.variable] { satisfy(Int(clause)) }
      } else if !count(literal) {
        return false
      }
    }
    return true
  }

  /// Counts a literal in the clauses that it makes true or shorter.
  private mutating func count(_ literal: Literal) -> Bool {
    for place in occurrencePlaces(of: literal) {
      let clause = Int(occurrences[place])
      openCounts[clause] -= 1
      satisfy(clause)
    }
    var isConsistent = true
    for place in occurrencePlaces(of: !literal) {
      let clause = Int(occurrences[place])
      openCounts[clause] -= 1
      guard trueCounts[clause] == 0, openCounts[clause] < 2 else { continue }
      if openCounts[clause] == 0 {
        isConsistent = false
      } else if let last = firstOpenLiteral(of: clause) {
        _ = set(last)
      }
    }
    return isConsistent
  }

  private func firstOpenLiteral(of clause: Int) -> Literal? {
    for place in places(of: clause) where values[literals[place].variable] == .open {
      return literals[place]
    }
    return nil
  }

  private mutating func satisfy(_ clause: Int) {
    trueCounts[clause] += 1
    guard trueCounts[clause] == 1 else { return }
    for place in places(of: clause) {
      let variable = literals[place].variable
      guard variable != definedGates[clause] else { continue }
      uses[variable] -= 1
      dropIfUnused(variable)
    }
  }

  /// Takes back everything that was assigned since a mark.
  mutating func undo(to mark: Int) {
    while trail.count > mark {
      let literal = trail.removeLast()
      if trail.count < propagated {
        propagated -= 1
        if values[literal.variable] == .dropped {
          for clause in definitions[literal.variable] { unsatisfy(Int(clause)) }
        } else {
          for place in occurrencePlaces(of: literal) {
            openCounts[Int(occurrences[place])] += 1
            unsatisfy(Int(occurrences[place]))
          }
          for place in occurrencePlaces(of: !literal) { openCounts[Int(occurrences[place])] += 1 }
        }
      }
      values[literal.variable] = .open
    }
  }

  private mutating func unsatisfy(_ clause: Int) {
    trueCounts[clause] -= 1
    guard trueCounts[clause] == 0 else { return }
    for place in places(of: clause) where literals[place].variable != definedGates[clause] {
      uses[literals[place].variable] += 1
    }
  }
}
