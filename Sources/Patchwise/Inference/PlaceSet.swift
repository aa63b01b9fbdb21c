/// A set of places in an order, of which the first is taken out again and again.
struct PlaceSet {
  private var words: [UInt64]
  /// No word before this one has a bit.
  private var first = 0

  /// Creates an empty set of places below a count.
  init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  mutating func insert(_ place: Int) {
    words[place / 64] |= 1 << UInt64(place % 64)
    first = min(first, place / 64)
  }

  mutating func popFirst() -> Int? {
    while first < words.count, words[first] == 0 { first += 1 }
    guard first < words.count else { return nil }
    let bit = words[first].trailingZeroBitCount
    words[first] &= words[first] - 1
    return first * 64 + bit
  }
}
