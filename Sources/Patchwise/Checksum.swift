/// A sum over text, by which a change of it is noticed that nobody meant.
///
/// It is no signature: who wants to deceive can find another text of the same sum. It is FNV-1a with 64 bits
/// (G. Fowler, L. C. Noll, K.-P. Vo; IETF draft-eastlake-fnv).
package struct Checksum: Hashable, Sendable {
  private var sum: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The sum over nothing.
  package init() {}

  /// Adds text.
  ///
  /// - Complexity: Proportional to its length.
  package mutating func add(_ text: some StringProtocol) {
    for byte in text.utf8 { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  /// The sum in 16 digits.
  package var digits: String {
    let digits = String(sum, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
