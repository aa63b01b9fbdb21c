/// What decides, built bottom up from the tests that conditions make.
///
/// Whatever may hold or not is a *signal*, and a *literal* is a signal or its opposite. There is one word
/// for *and* alone: what is either of two is not both of their opposites.
protocol DecisionNetwork {
  /// Twice the number of a signal, and one more for its opposite.
  typealias Literal = UInt32

  init(_ inputs: [DecisionInput])
  /// One of some options is the answer to a question that takes one.
  mutating func isAmong(_ mask: UInt64, _ question: Int) -> Literal
  /// At least so many of some options are chosen.
  mutating func includes(_ count: Int, of mask: UInt64, _ question: Int) -> Literal
  /// A number reaches the nth cut of its question.
  mutating func reaches(_ cut: Int, _ question: Int) -> Literal
  /// All of some literals hold.
  mutating func all(_ literals: [Literal]) -> Literal
  /// What certainly holds where one literal does, and certainly does not where another one holds.
  ///
  /// Levels need it: that a level is among some is certain once all others are ruled out, although none
  /// of them is certain.
  mutating func join(holds: Literal, fails: Literal) -> Literal
  /// Makes a literal one that can be read when all is worked out.
  mutating func outcome(_ literal: Literal) -> Literal
}

extension UInt32 {
  /// The literals that always and never hold.
  static var always: UInt32 { 0 }
  static var never: UInt32 { 1 }

  /// The opposite of a literal.
  var opposite: UInt32 { self ^ 1 }
}

extension DecisionNetwork {
  mutating func any(_ literals: [Literal]) -> Literal { all(literals.map(\.opposite)).opposite }

  /// At least so many of some literals hold.
  mutating func atLeast(_ count: Int, of literals: [Literal]) -> Literal {
    // The nth says whether n of those so far hold.
    var reached = [Literal.always] + Array(repeating: Literal.never, count: max(0, count))
    for literal in literals {
      for place in stride(from: count, to: 0, by: -1) {
        let step = all([literal, reached[place - 1]])
        reached[place] = any([reached[place], step])
      }
    }
    return reached[max(0, count)]
  }

  /// Literals in order, without those that always hold and without repeats; nothing if one never holds.
  static func simplified(_ literals: [Literal]) -> [Literal]? {
    let sorted = literals.filter { $0 != .always }.sorted()
    if sorted.contains(.never) { return nil }
    return zip(sorted.indices, sorted).filter { $0 == 0 || sorted[$0 - 1] != $1 }.map(\.1)
  }
}
