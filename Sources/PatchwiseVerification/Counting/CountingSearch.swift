import BigInt

/// One count in progress.
struct CountingSearch {
  /// A component that is counted by trying both values of one of its variables.
  private struct Frame {
    /// What is counted.
    let component: ResidualFormula.Component
    /// By what it is remembered.
    let key: ComponentCache.Key
    /// Where the trail of the formula ended before.
    let mark: Int
    /// What is to be tried next; nothing if both values have been.
    var next: Literal?
    /// The counts of the values that have been tried, in sum.
    var sum: BigUInt = 0
    /// The counts, multiplied, of what is known of the value that is being tried.
    var product: BigUInt = 0
    /// What it leaves that is still to be counted.
    var waiting: [ResidualFormula.Component] = []
  }

  private var formula: ResidualFormula
  private var cache: ComponentCache
  private var ranks: [Int32] = []
  /// How many values may still be tried.
  private var budget: Int
  private static let pairsForEachTry = 100

  /// Prepares a count.
  ///
  /// - Parameters:
  ///   - formula: The formula, with everything open.
  ///   - cacheLimit: About how many bytes may be taken to remember what was counted.
  ///   - budget: How many times a value may be tried.
  init(_ formula: ResidualFormula, cacheLimit: Int, budget: Int) {
    self.formula = formula
    self.budget = budget
    cache = ComponentCache(sizeLimit: cacheLimit)
  }

  /// Counts what satisfies the formula and some assumptions.
  ///
  /// - Parameter assumptions: Literals that must hold as well.
  /// - Returns: The count; nothing if it was not finished.
  mutating func count(assuming assumptions: [Literal]) -> BigUInt? {
    guard formula.begin(assuming: assumptions) else { return 0 }
    let (freeCount, components) = formula.parts(of: formula.whole)
    var product = BigUInt(1) << freeCount
    for component in components {
      // What takes so many pairs to put in order takes too many tries as well.
      let (limit, isUnlimited) = budget.multipliedReportingOverflow(by: Self.pairsForEachTry)
      guard
        let order = EliminationOrder(component, of: formula, limit: isUnlimited ? .max : limit)
      else { return nil }
      ranks = order.ranks
      guard let count = count(component) else { return nil }
      product *= count
    }
    return product
  }

  /// Counts a component, with a stack of its own, so that the depth is bound by memory alone.
  private mutating func count(_ component: ResidualFormula.Component) -> BigUInt? {
    var frames = [frame(for: component, ComponentCache.Key(component, of: formula))]
    while true {
      let top = frames.count - 1
      if frames[top].product != 0, let part = frames[top].waiting.popLast() {
        let key = ComponentCache.Key(part, of: formula)
        if let known = cache[key] {
          frames[top].product *= known
        } else {
          frames.append(frame(for: part, key))
        }
        continue
      }
      frames[top].sum += frames[top].product
      formula.undo(to: frames[top].mark)
      if let literal = frames[top].next {
        guard budget > 0 else { return nil }
        budget -= 1
        frames[top].next = literal.isNegated ? nil : !literal
        begin(literal, in: &frames[top])
        continue
      }
      let done = frames.removeLast()
      cache.insert(done.sum, for: done.key)
      guard let above = frames.indices.last else { return done.sum }
      frames[above].product *= done.sum
    }
  }

  private func frame(
    for component: ResidualFormula.Component, _ key: ComponentCache.Key
  ) -> Frame {
    // The variable that holds most together, so that the component soon falls apart.
    let variable = component.variables.max { ranks[Int($0)] < ranks[Int($1)] }
    return Frame(
      component: component, key: key, mark: formula.mark,
      next: variable.map { Literal(variable: Int($0)) })
  }

  /// Tries a value.
  private mutating func begin(_ literal: Literal, in frame: inout Frame) {
    guard formula.assign(literal) else {
      frame.product = 0
      frame.waiting = []
      return
    }
    let (freeCount, parts) = formula.parts(of: frame.component)
    frame.product = BigUInt(1) << freeCount
    frame.waiting = parts
  }
}
