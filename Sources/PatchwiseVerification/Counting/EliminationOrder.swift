/// How much each variable of a component holds together.
///
/// Two variables are neighbours if a clause looks at both. The variable with the fewest neighbours is
/// taken out, its neighbours become neighbours of each other, and so on. Those that are left last are
/// the ones through which the others hang together. After D. Rose, *A Graph-Theoretic Study of the
/// Numerical Solution of Sparse Positive Definite Systems of Linear Equations* (1972).
struct EliminationOrder {
  /// For each variable, when it is taken out, from 1; 0 for those outside the component.
  private(set) var ranks: [Int32]
  private var neighbours: [Set<Int32>]

  /// Orders the variables of a component; gives up where too much hangs together for any count.
  ///
  /// - Parameters:
  ///   - component: The component.
  ///   - formula: The formula that it is a part of.
  ///   - limit: How many pairs of neighbours may be made.
  /// - Complexity: Quadratic in the number of variables, and in how many hang together.
  init?(_ component: ResidualFormula.Component, of formula: ResidualFormula, limit: Int) {
    ranks = Array(repeating: 0, count: formula.values.count)
    neighbours = Array(repeating: [], count: formula.values.count)
    for clause in component.clauses {
      connect(formula.openLiterals(of: clause).map { Int32($0.variable) })
    }
    var rest = component.variables
    var pairs = 0
    while let place = rest.indices.min(by: { degree(of: rest[$0]) < degree(of: rest[$1]) }) {
      let variable = rest.remove(at: place)
      pairs += degree(of: variable) * degree(of: variable)
      guard pairs <= limit else { return nil }
      ranks[Int(variable)] = Int32(component.variables.count - rest.count)
      takeOut(variable)
    }
  }

  private func degree(of variable: Int32) -> Int { neighbours[Int(variable)].count }

  /// Makes some variables neighbours of each other.
  private mutating func connect(_ variables: some Sequence<Int32>) {
    for variable in variables {
      neighbours[Int(variable)].formUnion(variables)
      neighbours[Int(variable)].remove(variable)
    }
  }

  private mutating func takeOut(_ variable: Int32) {
    let around = neighbours[Int(variable)]
    neighbours[Int(variable)] = []
    for other in around { neighbours[Int(other)].remove(variable) }
    connect(around)
  }
}
