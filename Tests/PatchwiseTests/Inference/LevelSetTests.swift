import Testing

@testable import Patchwise

@Suite("Sets of levels")
struct LevelSetTests {
  @Test(
    "floor and ceiling are the least and the most cautious level",
    arguments: [
      ([0], 0, 0), ([LevelSet.gap], -1, -1), ([LevelSet.gap, 3], -1, 3), ([2, 0, 5], 0, 5),
      ([59], 59, 59),
      ([LevelSet.gap, 59], -1, 59), ([1, 1], 1, 1),
    ])
  func ends(levels: [Int], floor: Int, ceiling: Int) {
    let set = LevelSet(levels)
    #expect(set.floor == floor)
    #expect(set.ceiling == ceiling)
    #expect(set.isSettled == (floor == ceiling))
    for level in LevelSet.gap..<LevelSet.limit {
      #expect(set.contains(level) == levels.contains(level))
    }
  }

  @Test("levels are added one by one")
  func insert() {
    var set = LevelSet([2])
    set.insert(1)
    set.insert(2)
    #expect(set == LevelSet([1, 2]))
    #expect(!set.isSettled)
  }

  @Test(
    "a test on a scale holds, fails or is open with the levels that are possible",
    arguments: [
      ([0], 0b01, Truth.true), ([0], 0b10, .false), ([0, 1], 0b01, .open), ([0, 1], 0b11, .true),
      ([LevelSet.gap], 0b11, .false), ([LevelSet.gap, 1], 0b10, .open), ([1, 2], 0b001, .false),
      ([59], 1 << 59, .true),
    ] as [([Int], UInt64, Truth)])
  func isAmong(levels: [Int], mask: UInt64, truth: Truth) {
    #expect(LevelSet(levels).isAmong(mask) == truth)
  }
}
