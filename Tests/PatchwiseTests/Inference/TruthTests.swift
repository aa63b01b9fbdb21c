import Testing

@testable import Patchwise

@Suite("Three-valued truth")
struct TruthTests {
  static let all: [Truth] = [.false, .open, .true]

  @Test("the tables are those of Kleene's strong logic")
  func tables() {
    let and = Self.all.map { left in Self.all.map { left && $0 } }
    #expect(and == [[.false, .false, .false], [.false, .open, .open], [.false, .open, .true]])
    let or = Self.all.map { left in Self.all.map { left || $0 } }
    #expect(or == [[.false, .open, .true], [.open, .open, .true], [.true, .true, .true]])
    #expect(Self.all.map { !$0 } == [.true, .open, .false])
  }

  @Test("certain truths are those of a plain Bool")
  func certain() {
    #expect(Truth(true) == .true)
    #expect(Truth(false) == .false)
  }

  @Test("what is certain of the parts is certain of the whole, whatever is still open")
  func soundness() {
    func values(_ truth: Truth) -> [Bool] { truth == .open ? [false, true] : [truth == .true] }
    for left in Self.all {
      for right in Self.all {
        let pairs = values(left).flatMap { one in values(right).map { (one, $0) } }
        #expect(Set(pairs.map { $0 && $1 }) == Set(values(left && right)))
        #expect(Set(pairs.map { $0 || $1 }) == Set(values(left || right)))
      }
    }
  }
}
