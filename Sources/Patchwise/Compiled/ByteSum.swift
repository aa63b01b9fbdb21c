/// A sum over bytes, by which a change of them is noticed that nobody meant.
///
/// It is no signature. It takes eight bytes at a time in four lanes, as a processor does most at once that does
/// not wait for one another. Every step is one to one, so that no change of eight bytes alone goes unseen.
package struct ByteSum: Hashable, Sendable {
  /// The sum of what was added so far.
  package private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The sum over nothing.
  package init() {}

  /// Adds bytes as one piece: where it ends makes a difference.
  package mutating func add(_ bytes: [UInt8]) { add(bytes.span.bytes) }

  /// Adds bytes as one piece, without a copy.
  ///
  /// - Complexity: Proportional to the number of bytes.
  package mutating func add(_ bytes: RawSpan) {
    func word(_ offset: Int) -> UInt64 {
      // Any eight bytes are a number, and a span still looks whether they are its own.
      UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    let end = bytes.byteCount & ~31
    var offset = 0
    while offset < end {
      lanes.0 = Self.next(lanes.0, word(offset))
      lanes.1 = Self.next(lanes.1, word(offset &+ 8))
      lanes.2 = Self.next(lanes.2, word(offset &+ 16))
      lanes.3 = Self.next(lanes.3, word(offset &+ 24))
      offset &+= 32
    }
    for offset in end..<bytes.byteCount {
      // As above: any byte is one, and it is one of the span.
      let byte = bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
      lanes.0 = Self.next(lanes.0, UInt64(byte))
    }
    for lane in [UInt64(bytes.byteCount), lanes.0, lanes.1, lanes.2, lanes.3] {
      value = Self.next(value, lane)
    }
  }

  @inline(__always)
  private static func next(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (sum ^ word) &* 0x9FB2_1C65_1E98_DF25
    return mixed ^ mixed >> 32
  }
}
