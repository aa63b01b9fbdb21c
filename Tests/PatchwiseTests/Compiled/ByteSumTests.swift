import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("Sums over bytes")
struct ByteSumTests {
  private static func sum(_ pieces: [UInt8]...) -> UInt64 {
    var sum = ByteSum()
    for piece in pieces { sum.add(piece) }
    return sum.value
  }

  @Test("a change of any bit, a byte more, and another end of a piece change it")
  func changes() {
    let bytes = (0..<77).map { UInt8($0) }
    var sums: Set = [Self.sum(bytes)]
    for bit in 0..<bytes.count * 8 {
      var changed = bytes
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      sums.insert(Self.sum(changed))
    }
    sums.insert(Self.sum(bytes + [0]))
    sums.insert(Self.sum(bytes.dropLast()))
    for end in bytes.indices { sums.insert(Self.sum(Array(bytes[..<end]), Array(bytes[end...]))) }
    #expect(sums.count == 1 + bytes.count * 8 + 2 + bytes.count)
  }

  @Test("two changes of the highest bit do not undo each other")
  func twice() {
    var bytes = Array(repeating: 0 as UInt8, count: 64)
    let sum = Self.sum(bytes)
    bytes[7] = 0x80
    bytes[39] = 0x80
    #expect(Self.sum(bytes) != sum)
  }
}
