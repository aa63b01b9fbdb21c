extension MutableSpan<UInt64> {
  /// Makes of 64 words others, of which the first has the first bit of all of them, and so on.
  ///
  /// It swaps halves of halves; source: Henry S. Warren, Hacker's Delight, section 7-3.
  mutating func turnOver(from first: Int) {
    for word in first..<first + 8 {
      swapBits(
        from: word, step: 8, 0x0000_0000_FFFF_FFFF, 0x0000_FFFF_0000_FFFF, 0x00FF_00FF_00FF_00FF)
    }
    for word in stride(from: first, to: first + 64, by: 8) {
      swapBits(
        from: word, step: 1, 0x0F0F_0F0F_0F0F_0F0F, 0x3333_3333_3333_3333, 0x5555_5555_5555_5555)
    }
  }

  /// Swaps bits of eight words, so many words from each other: first of those four steps apart, then two, then one.
  ///
  /// Each mask has the bits of the lower word that stay in it.
  @inline(__always)
  private mutating func swapBits(
    from first: Int, step: Int, _ four: UInt64, _ two: UInt64, _ one: UInt64
  ) {
    var words = SIMD8(
      self[first], self[first + step], self[first + 2 * step], self[first + 3 * step],
      self[first + 4 * step], self[first + 5 * step], self[first + 6 * step],
      self[first + 7 * step])
    words.swapBits(4 * step, four)
    words.swapBits(2 * step, two)
    words.swapBits(step, one)
    for place in 0..<8 { self[first + place * step] = words[place] }
  }
}

extension SIMD8<UInt64> {
  /// Swaps bits, so many places apart, of the first words with the last ones, then shuffles the words like two halves
  /// of a deck, so that the next ones to swap stand in the halves; after three times all are where they were.
  @inline(__always)
  fileprivate mutating func swapBits(_ distance: Int, _ staying: UInt64) {
    var (first, last) = (lowHalf, highHalf)
    let distance = UInt64(truncatingIfNeeded: distance)
    let changed = (first &>> distance ^ last) & staying
    first ^= changed &<< distance
    last ^= changed
    (evenHalf, oddHalf) = (first, last)
  }
}
