/// The values of a number, a length of time or a day, cut where conditions can tell them apart.
package struct ValueRegions: Sendable {
  /// One value of each region, from low to high.
  package let samples: [Double]

  /// Cuts a range at some thresholds.
  ///
  /// - Parameters:
  ///   - range: The values there are, both ends included.
  ///   - thresholds: Where to cut: each threshold is a region of its own.
  ///   - isWhole: Whether only whole numbers are values.
  package init(_ range: ClosedRange<Double>, cutAt thresholds: some Sequence<Double>, isWhole: Bool)
  {
    let points = Set(thresholds.filter(range.contains)).sorted()
    var samples: [Double] = []
    var low = range.lowerBound
    var isLowTaken = false
    for point in points {
      if let between = Self.value(between: low, point, includingLow: !isLowTaken, isWhole) {
        samples.append(between)
      }
      samples.append(point)
      (low, isLowTaken) = (point, true)
    }
    if !isLowTaken {
      samples.append(low)
    } else if low < range.upperBound {
      samples.append(range.upperBound)
    }
    self.samples = samples
  }

  /// A value below a point and above another, or at the other one.
  private static func value(
    between low: Double, _ point: Double, includingLow: Bool, _ isWhole: Bool
  ) -> Double? {
    guard low < point else { return nil }
    if includingLow { return low }
    let middle = (low + point) / 2
    guard isWhole else { return middle }
    let whole = middle.rounded(.down)
    return whole > low ? whole : nil
  }
}
