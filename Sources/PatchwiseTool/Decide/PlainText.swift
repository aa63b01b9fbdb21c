/// A place in bytes of JSON, which goes on as long as they are written plainly.
struct PlainText {
  private let bytes: [UInt8]
  /// The next byte to be read.
  private(set) var place: Int

  init(_ bytes: [UInt8], at place: Int) {
    self.bytes = bytes
    self.place = place
  }

  /// The next byte that is no space; zero at the end.
  var next: UInt8 {
    @inline(__always)
    mutating get {
      while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place &+= 1 }
      return place < bytes.count ? bytes[place] : 0
    }
  }

  /// Takes a sign if it comes next.
  mutating func takes(_ sign: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: sign) else { return false }
    place &+= 1
    return true
  }

  /// Takes the end of the line if it comes next.
  mutating func takesLineEnd() -> Bool {
    if next == UInt8(ascii: "\r") { place &+= 1 }
    return takes("\n")
  }

  /// Takes letters if they come next.
  mutating func takesLetters(_ letters: StaticString) -> Bool {
    let end = place &+ letters.utf8CodeUnitCount
    guard end <= bytes.count else { return false }
    for (offset, letter) in letters.description.utf8.enumerated()
    where bytes[place &+ offset] != letter { return false }
    place = end
    return true
  }

  /// What stands behind a quote, if one comes next.
  @inline(__always)
  mutating func wordStart() -> PlainWord.Start? {
    next == UInt8(ascii: "\"") ? PlainWord.Start(bytes, at: place &+ 1) : nil
  }

  /// Takes a word in quotes if it is the one that starts there.
  @inline(__always)
  mutating func takes(_ word: PlainWord, at start: PlainWord.Start, tails: [UInt8]) -> Bool {
    guard let end = word.end(in: bytes, at: start, tails: tails) else { return false }
    place = end
    return true
  }

  /// Takes a text in quotes that has nothing but printable ASCII and no escape.
  ///
  /// - Returns: The text, without the quotes.
  mutating func word() -> ArraySlice<UInt8>? {
    guard takes("\"") else { return nil }
    let start = place
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        place &+= 1
        return bytes[start..<place &- 1]
      }
      guard byte >= 0x20, byte < 0x7f, byte != UInt8(ascii: "\\") else { return nil }
      place &+= 1
    }
    return nil
  }

  /// Takes a number of at most 15 digits without an exponent.
  ///
  /// Its digits and the power of ten are then numbers that a `Double` holds exactly, so that dividing them
  /// gives the nearest one (William Clinger, How to read floating point numbers accurately, 1990).
  mutating func number() -> Double? {
    let isNegative = takes("-")
    let start = place
    var (digits, power, count) = (0, 1, 0)
    var isFraction = false
    while place < bytes.count {
      let byte = bytes[place]
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        digits = digits &* 10 &+ Int(byte &- UInt8(ascii: "0"))
        if isFraction { power = power &* 10 }
        count &+= 1
      } else if byte == UInt8(ascii: "."), !isFraction, count > 0 {
        isFraction = true
      } else {
        break
      }
      place &+= 1
      if count > 15 { return nil }
    }
    // Neither 007 nor 7. nor 1e3 is plain.
    let hasZeros =
      count > 1 && bytes[start] == UInt8(ascii: "0") && bytes[start &+ 1] != UInt8(ascii: ".")
    let end = next
    guard count > 0, !hasZeros, !isFraction || power > 1,
      end == UInt8(ascii: ",") || end == UInt8(ascii: "}")
    else { return nil }
    let number = Double(digits) / Double(power)
    return isNegative ? -number : number
  }
}
