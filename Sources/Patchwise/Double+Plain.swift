extension Double {
  /// The number in digits, without decimals where it needs none, and never with an exponent where it is small.
  ///
  /// What is written so reads back as the same number.
  package var plain: String {
    if rounded() == self, abs(self) < 1e15 { return String(Int(self)) }
    let text = String(self)
    // Swift writes what is less than a ten-thousandth as 1.5e-05, which nobody types and no reader takes.
    let halves = text.split(separator: "e-")
    guard halves.count == 2, let places = Int(halves[1]) else { return text }
    let digits = halves[0].filter(\.isWholeNumber)
    let zeros = String(repeating: "0", count: places - 1)
    return "\(self < 0 ? "-" : "")0.\(zeros)\(digits)"
  }
}
