/// What decides, as one long row of gates that each say whether two things hold together.
///
/// Each signal stands in two places, side by side: in the even one, whether it certainly holds, in the odd
/// one, whether it certainly does not. So a literal is a place, its neighbour is the opposite, and
/// working the row out takes no branch and no look at what a gate belongs to. A place is a word, and
/// everything is worked out for as many people at once as a word has bits.
struct GateNetwork: DecisionNetwork, Sendable {
  /// Two literals that must both hold.
  struct Gate: Hashable, Sendable {
    var first: Literal
    var second: Literal
  }

  /// A signal that gets its two places from two literals.
  struct Joint: Sendable {
    /// How many gates come before it, others of its kind included.
    var place: Int
    var holds: Literal
    var fails: Literal
  }

  /// Gates, of which the nth is the signal `inputCount + n`.
  private(set) var gates: [Gate] = []
  /// Each stands in for the gate at its place.
  private(set) var joints: [Joint] = []
  /// For each question, its first signal, one for each option, or for each cut; then where all end.
  let firstSignals: [Int]
  /// How many signals come in, with the one that always holds.
  let inputCount: Int
  /// The gates that are there already.
  private var known: [Gate: Literal] = [:]

  init(_ inputs: [DecisionInput]) {
    var count = 1
    var firstSignals = [count]
    for input in inputs {
      count += input.signalCount
      firstSignals.append(count)
    }
    self.firstSignals = firstSignals
    inputCount = count
  }

  /// How many places there are.
  var placeCount: Int { 2 * (inputCount + gates.count) }

  /// The same without what is only needed to build on.
  var sealed: GateNetwork {
    var network = self
    network.known = [:]
    return network
  }

  private func literals(_ mask: UInt64, _ question: Int) -> [Literal] {
    (0..<64).filter { mask & (1 << UInt64($0)) != 0 }.map { reaches($0, question) }
  }

  mutating func isAmong(_ mask: UInt64, _ question: Int) -> Literal {
    any(literals(mask, question))
  }

  mutating func includes(_ count: Int, of mask: UInt64, _ question: Int) -> Literal {
    let options = literals(mask, question)
    if count == 1 { return any(options) }
    return count == options.count ? all(options) : atLeast(count, of: options)
  }

  func reaches(_ cut: Int, _ question: Int) -> Literal {
    Literal(2 * (firstSignals[question] + cut))
  }

  /// Joins literals two by two, so that few gates wait for one another.
  mutating func all(_ literals: [Literal]) -> Literal {
    guard var row = Self.simplified(literals) else { return .never }
    while row.count > 1 {
      row = stride(from: 0, to: row.count, by: 2).map { place in
        place + 1 < row.count ? gate(row[place], row[place + 1]) : row[place]
      }
    }
    return row.first ?? .always
  }

  private mutating func gate(_ first: Literal, _ second: Literal) -> Literal {
    let gate = Gate(first: min(first, second), second: max(first, second))
    if let literal = known[gate] { return literal }
    let literal = Literal(placeCount)
    gates.append(gate)
    known[gate] = literal
    return literal
  }

  mutating func join(holds: Literal, fails: Literal) -> Literal {
    if holds == fails.opposite { return holds }
    let literal = Literal(placeCount)
    joints.append(Joint(place: gates.count, holds: holds, fails: fails))
    gates.append(Gate(first: .always, second: .always))
    return literal
  }

  func outcome(_ literal: Literal) -> Literal { literal }
}
