/// Random numbers that are the same on every machine and in every run.
///
/// Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.
package struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  /// Begins the numbers that belong to a seed.
  package init(seed: UInt64) { state = seed }

  /// Returns the next number.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Returns a number from 0 up to but not including a bound above 0.
  ///
  /// The first few numbers are ever so slightly likelier, which does not matter to tests.
  package mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// Returns a number of a range that includes both ends.
  package mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// Returns true about so many times out of a hundred.
  package mutating func percent(_ share: Int) -> Bool { below(100) < share }

  /// Returns an element of a list that must not be empty.
  package mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// Returns the elements in random order.
  package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var rest = elements
    for end in stride(from: rest.count - 1, to: 0, by: -1) { rest.swapAt(end, below(end + 1)) }
    return rest
  }
}
