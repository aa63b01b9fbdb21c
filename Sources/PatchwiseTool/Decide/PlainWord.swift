/// A word in quotes as it stands in plain JSON, to be compared eight bytes at a time.
struct PlainWord: Sendable {
  /// The word with the quote behind it, so that no other one begins like it: eight bytes, then eight more,
  /// from the lowest on.
  private var head: UInt64 = 0
  private var neck: UInt64 = 0
  /// Which of their bits belong to it.
  private var headMask: UInt64 = 0
  private var neckMask: UInt64 = 0
  /// The rest, which hardly a word has, among the bytes of all words.
  private let tail: Range<Int>
  private let length: Int

  /// Lays out a word.
  ///
  /// - Parameters:
  ///   - word: The word, without an escape.
  ///   - tails: Takes what does not fit.
  init(_ word: String, tails: inout [UInt8]) {
    let bytes = Array(word.utf8) + [UInt8(ascii: "\"")]
    length = bytes.count
    for (place, byte) in bytes.prefix(16).enumerated() {
      let shift = UInt64(8 * (place % 8))
      if place < 8 {
        head |= UInt64(byte) << shift
        headMask |= 0xff << shift
      } else {
        neck |= UInt64(byte) << shift
        neckMask |= 0xff << shift
      }
    }
    tail = tails.count..<tails.count + max(0, bytes.count - 16)
    tails += bytes.dropFirst(16)
  }

  /// Where the word ends if it stands at some place of a text, behind its first quote.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - start: What stands at the place.
  ///   - tails: The bytes of all words that don't fit into theirs.
  /// - Returns: The place behind its last quote; nothing if it is not this word.
  @inline(__always)
  func end(in text: [UInt8], at start: Start, tails: [UInt8]) -> Int? {
    guard start.head & headMask == head, start.neck & neckMask == neck else { return nil }
    let end = start.place &+ length
    if !tail.isEmpty {
      guard end <= text.count, text[start.place + 16..<end] == tails[tail] else { return nil }
    }
    return end
  }

  /// The sixteen bytes from some place of a text on, to be compared with any number of words.
  struct Start {
    let place: Int
    fileprivate let head: UInt64
    fileprivate let neck: UInt64

    @inline(__always)
    init(_ text: [UInt8], at place: Int) {
      self.place = place
      head = text.eight(at: place)
      neck = text.eight(at: place &+ 8)
    }
  }
}

extension [UInt8] {
  /// The eight bytes from a place on, the lowest first; zeros where there are none.
  @inline(__always)
  fileprivate func eight(at place: Int) -> UInt64 {
    guard place >= 0, place <= count &- 8 else {
      return indices.clamped(to: place..<place + 8).reversed().reduce(0) {
        $0 << 8 | UInt64(self[$1])
      }
    }
    let low = UInt64(self[place]) | UInt64(self[place &+ 1]) << 8 | UInt64(self[place &+ 2]) << 16
    let middle = UInt64(self[place &+ 3]) << 24 | UInt64(self[place &+ 4]) << 32
    let high = UInt64(self[place &+ 5]) << 40 | UInt64(self[place &+ 6]) << 48
    return low | middle | high | UInt64(self[place &+ 7]) << 56
  }
}
