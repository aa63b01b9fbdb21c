extension Double {
  /// The number in digits, without decimals where it needs none.
  package var plain: String {
    rounded() == self && abs(self) < 1e15 ? String(Int(self)) : String(self)
  }
}
