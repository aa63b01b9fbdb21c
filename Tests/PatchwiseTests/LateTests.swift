import Synchronization
import Testing

@testable import Patchwise

@Suite("What is made when it is asked for")
struct LateTests {
  @Test("it is made once, for all copies, and can be changed in each")
  func once() {
    let count = Mutex(0)
    let late = Late { () -> [Int] in
      count.withLock { $0 += 1 }
      return [1, 2]
    }
    var copy = late
    #expect(count.withLock { $0 } == 0)
    #expect(late.value == [1, 2] && copy.value == [1, 2])
    #expect(count.withLock { $0 } == 1)
    copy.value.append(3)
    #expect(late.value == [1, 2] && copy.value == [1, 2, 3])
    #expect(late != copy && late == Late([1, 2]))
  }

  @Test("all who ask at once get the same")
  func together() async {
    final class Thing: Sendable {}
    let late = Late { Thing() }
    let things = await withTaskGroup(of: Thing.self) { group in
      for _ in 0..<100 { group.addTask { late.value } }
      var things: [Thing] = []
      for await thing in group { things.append(thing) }
      return things
    }
    #expect(things.allSatisfy { $0 === things[0] })
  }

  @Test("it is settled once it was made")
  func settled() {
    let count = Mutex(0)
    let late = Late { () -> Int in
      count.withLock { $0 += 1 }
      return 7
    }
    let early = late.settled
    #expect(count.withLock { $0 } == 0)
    #expect(late.value == 7 && late.settled.value == 7 && early.value == 7)
    #expect(count.withLock { $0 } == 1)
  }

  @Test("a list that is there grows in place")
  func growing() {
    var late = Late([0])
    late.value.reserveCapacity(1_000)
    let before = late.value.withUnsafeBufferPointer { $0.baseAddress }
    for number in 1..<1_000 { late.value.append(number) }
    #expect(late.value.withUnsafeBufferPointer { $0.baseAddress } == before)
  }
}
