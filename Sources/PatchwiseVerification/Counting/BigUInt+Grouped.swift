package import BigInt

extension BigUInt {
  /// The number with blanks between its thousands, such as `3 482 118 400 000`.
  package var grouped: String {
    let digits = Array(String(self))
    return digits.indices.map { place in
      let left = digits.count - place
      return (place > 0 && left % 3 == 0 ? " " : "") + String(digits[place])
    }.joined()
  }
}
