/// Values of a question that some tests on it tell apart.
struct SampleValues {
  /// The values, each once.
  private(set) var values: [Slot] = []
  /// Whether every outcome of the tests that any value has, one of these has too.
  private(set) var isComplete = true

  /// How many sets of options are tried of a question that takes several.
  static let limit = 64

  /// Finds values of a question.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - tests: The tests on it that are to be told apart.
  ///   - optionCount: How many options it has.
  ///   - now: What the clock says; without it no day is told from another.
  init(of question: Question, among tests: [Program.Node], optionCount: Int, at now: Moment?) {
    switch question.domain {
    case .one, .yesNo:
      values = (0..<optionCount).map { .options(1 << UInt64($0)) }
    case .any, .ingredients: addSets(tests)
    case .number(let range, _):
      let points = Self.points(tests, range)
      let between = zip(points, points.dropFirst()).map { ($0 + $1) / 2 }
      values = (points + between).map { .number($0) }
    case .duration(let range):
      let range = Double(range.lowerBound.seconds)...Double(range.upperBound.seconds)
      let points = Self.points(tests, range)
      // Lengths of time are whole seconds.
      let between = zip(points, points.dropFirst()).compactMap { low, high in
        let middle = ((low + high) / 2).rounded(.down)
        return middle > low ? middle : nil
      }
      values = (points + between).map { .number($0) }
    case .date: addDays(tests, now)
    }
  }

  /// The ends of a range and the thresholds within, in order.
  static func points(_ tests: [Program.Node], _ range: ClosedRange<Double>) -> [Double] {
    let thresholds = tests.flatMap { test in
      switch test.kind {
      case .compares: [test.threshold]
      case .isBetween: [test.threshold, test.upper]
      default: [Double]()
      }
    }
    return Set(thresholds.filter(range.contains) + [range.lowerBound, range.upperBound]).sorted()
  }

  /// Adds all sets of the options that are tested; if these are too many, the likeliest to matter.
  ///
  /// These are none of the options, each alone, those that a test names together, and any two of these.
  private mutating func addSets(_ tests: [Program.Node]) {
    let tested = tests.reduce(0) { $0 | $1.mask }
    var options = (0..<64).map { UInt64(1) << UInt64($0) }.filter { tested & $0 != 0 }
    isComplete = 1 << min(options.count, 62) <= Self.limit
    var masks: [UInt64] = [0]
    if isComplete {
      for option in options { masks += masks.map { $0 | option } }
    } else {
      options += tests.filter { $0.kind == .includesAll }.map(\.mask)
      masks += options
      for (place, first) in options.enumerated() {
        masks += options.dropFirst(place + 1).map { $0 | first }
      }
      masks = Array(masks.withoutRepeats().prefix(max(Self.limit, options.count + 1)))
    }
    values = masks.map { .options($0) }
  }

  /// Adds days around each length of time that may have passed, by when they begin.
  private mutating func addDays(_ tests: [Program.Node], _ now: Moment?) {
    guard let now else { return }
    let day = 86_400.0
    let days = tests.filter { $0.kind == .passed }.flatMap { test in
      let last = ((Double(now.seconds) - test.threshold) / day).rounded(.down)
      return [last - 1, last, last + 1]
    }
    values = Set(days).sorted().map { .number($0 * day) }
  }
}
