/// A propositional variable, or its negation.
package struct Literal: Hashable, Sendable {
  /// Twice the number of the variable, and one more if it is negated.
  let code: Int32

  init(code: Int32) { self.code = code }

  /// Creates a variable, or its negation.
  init(variable: Int, isNegated: Bool = false) {
    code = Int32(variable) << 1 | (isNegated ? 1 : 0)
  }

  /// The number of the variable, from 0.
  var variable: Int { Int(code >> 1) }
  /// Whether it holds where its variable is false.
  var isNegated: Bool { code & 1 == 1 }
  /// Where something is kept for this literal among those of all literals.
  var index: Int { Int(code) }

  /// The literal as DIMACS files write it: from 1, negative where negated.
  package var dimacs: Int { isNegated ? -(variable + 1) : variable + 1 }

  /// The opposite.
  package static prefix func ! (literal: Literal) -> Literal { Literal(code: literal.code ^ 1) }
}
