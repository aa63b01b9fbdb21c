/// The values of a number, a length of time or a day, cut where conditions can tell them apart.
package struct ValueRegions: Sendable {
  /// One value of each region, from low to high; a round one where there is any.
  package let samples: [Double]
  /// The thresholds within the range, each a region of its own.
  private let points: [Double]

  /// Cuts a range at some thresholds.
  ///
  /// - Parameters:
  ///   - range: The values there are, both ends included.
  ///   - thresholds: Where to cut: each threshold is a region of its own.
  ///   - units: What values that people give are made up of, the largest first.
  ///   - isWhole: Whether only whole numbers are values.
  package init(
    _ range: ClosedRange<Double>, cutAt thresholds: some Sequence<Double>, units: [Double],
    isWhole: Bool
  ) {
    points = Set(thresholds.filter(range.contains)).sorted()
    var samples: [Double] = []
    var below = Bound(value: range.lowerBound, isIncluded: true)
    for point in points {
      let above = Bound(value: point, isIncluded: false)
      if let value = Self.value(from: below, to: above, units, isWhole) { samples.append(value) }
      samples.append(point)
      below = above
    }
    let above = Bound(value: range.upperBound, isIncluded: true)
    if let value = Self.value(from: below, to: above, units, isWhole) { samples.append(value) }
    self.samples = samples
  }

  /// Returns the place of the region that a value lies in; nothing where it is none of the values.
  package func place(of value: Double) -> Int? {
    samples.firstIndex { sample in
      sample == value
        || !points.contains(sample) && !points.contains(value)
          && points.allSatisfy { ($0 < sample) == ($0 < value) }
    }
  }

  /// An end of a region.
  private struct Bound {
    var value: Double
    var isIncluded: Bool
  }

  /// A value between two ends, round and close to zero where there is such a one.
  private static func value(
    from low: Bound, to high: Bound, _ units: [Double], _ isWhole: Bool
  ) -> Double? {
    func isWithin(_ value: Double) -> Bool {
      (low.isIncluded ? low.value <= value : low.value < value)
        && (high.isIncluded ? value <= high.value : value < high.value)
    }
    for unit in units {
      var value =
        low.value > 0
        ? (low.value / unit).rounded(.up) * unit
        : high.value < 0 ? (high.value / unit).rounded(.down) * unit : 0
      if value == low.value, !low.isIncluded { value += unit }
      if value == high.value, !high.isIncluded { value -= unit }
      if isWithin(value) { return value }
    }
    let middle = (low.value + high.value) / 2
    let other = isWhole ? middle.rounded(.down) : middle
    return [other, low.value, high.value].first(where: isWithin)
  }
}
