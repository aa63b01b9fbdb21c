/// The levels of a scale that are still possible.
///
/// Levels are counted from 0, the least cautious. A gap, where no rule raises a scale that has no
/// `otherwise`, counts as `gap` and is less cautious than any level.
package struct LevelSet: Hashable, Sendable {
  /// How many levels a scale can have.
  package static let limit = 60
  /// The place that stands for no level at all.
  package static let gap = -1

  /// Bit 0 is the gap, bit n + 1 level n.
  private var bits: UInt64

  package init(_ levels: some Sequence<Int> = EmptyCollection()) {
    bits = 0
    for level in levels { insert(level) }
  }

  package mutating func insert(_ level: Int) { bits |= 1 << UInt64(level + 1) }
  package func contains(_ level: Int) -> Bool { bits & (1 << UInt64(level + 1)) != 0 }

  /// The least cautious level that is possible.
  package var floor: Int { bits.trailingZeroBitCount - 1 }
  /// The most cautious level that is possible.
  package var ceiling: Int { 62 - bits.leadingZeroBitCount }
  package var range: ClosedRange<Int> { floor...ceiling }
  package var isSettled: Bool { bits.nonzeroBitCount == 1 }

  /// Whether the level is one of those in a mask, whose bit n is level n.
  func isAmong(_ mask: UInt64) -> Truth {
    let inside = bits & (mask << 1)
    if inside == bits { return .true }
    return inside == 0 ? .false : .open
  }
}
