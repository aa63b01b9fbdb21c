/// A condition as it is written: words with their places, nothing looked up.
indirect enum ConditionSyntax {
  case test(TestSyntax)
  case not(ConditionSyntax)
  case all([ConditionSyntax])
  case any([ConditionSyntax])
  case atLeast(Int, of: [ConditionSyntax])
}

/// A word or mark of a condition, with the scalar offsets that it covers.
struct Word: Hashable {
  var text: String
  var range: Range<Int>
}

/// A test as it is written.
struct TestSyntax {
  var reading: Condition.Reading
  var name: Word
  var relation: RelationSyntax
}

/// What is asked of a name.
enum RelationSyntax {
  /// The name alone.
  case holds
  case isAny(of: [Word], negated: Bool)
  case includesAny(of: [Word], negated: Bool)
  case includesAll(of: [Word])
  case compares(Condition.Comparison, QuantitySyntax)
  case between(QuantitySyntax, QuantitySyntax)
  case passed(Condition.Comparison, QuantitySyntax)
}

/// A number, a number with its unit, or the name of a level or option.
struct QuantitySyntax {
  var value: Word
  var unit: Word?

  /// The offsets of the whole.
  var range: Range<Int> { value.range.lowerBound..<(unit ?? value).range.upperBound }
}

/// Why a text is not a condition, and where.
struct ConditionProblem: Error {
  var code: DiagnosticCode
  var message: String
  var range: Range<Int>
  var help: String?
}
