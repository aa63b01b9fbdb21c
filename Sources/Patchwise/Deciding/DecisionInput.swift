/// What comes in of one question.
struct DecisionInput: Sendable {
  /// An answer; without one, any value is possible.
  struct Value: Hashable, Sendable {
    /// The options that are chosen, or the last cut that is reached, a bit each, and behind all of them a bit that says
    /// that this is known, if there is room for it.
    ///
    /// Where cuts leave no room for it, the place of the last that is reached; behind all, if none is.
    var bits: UInt64
    var isKnown: Bool

    static let unknown = Value(bits: 0, isKnown: false)
  }

  /// What is answered.
  enum Form: Sendable {
    /// One option.
    case one
    /// Any options.
    case several
    /// A number, or the seconds that have passed since a day, of which cuts are reached.
    case number
  }

  let form: Form
  /// Whether the consultation asks it.
  let isAsked: Bool
  /// Whether it is a day.
  private let isDate: Bool
  /// How many options it has; none if it asks for a number.
  let optionCount: Int
  /// Where tests tell numbers apart, ascending.
  let cuts: [Cut]

  /// How many signals say what was answered, one for each option or cut.
  var signalCount: Int { optionCount + cuts.count }

  /// Whether a word has no room for a bit behind those of all signals.
  var isWide: Bool { signalCount >= 64 }

  init(_ question: Question, isAsked: Bool, optionCount: Int, tests: [Program.Node]) {
    self.isAsked = isAsked
    self.optionCount = optionCount
    cuts = Set(tests.flatMap(\.cuts)).sorted()
    (form, isDate) =
      switch question.domain {
      case .one, .yesNo: (.one, false)
      case .any, .ingredients: (.several, false)
      case .number, .duration: (.number, false)
      case .date: (.number, true)
      }
  }

  /// What an answer is turned into.
  func value(_ slot: Slot, _ now: Moment?) -> Value {
    let bits: UInt64? =
      switch slot {
      case .unanswered, .unsure: nil
      case .options(let mask): mask
      case .number(let number) where !isDate: lastCut(of: cutsReached(by: number))
      case .number(let day): now.map { lastCut(of: cutsReached(by: Double($0.seconds) - day)) }
      }
    guard let bits else { return .unknown }
    return Value(bits: isWide ? bits : bits | 1 << UInt64(signalCount), isKnown: true)
  }

  /// What says that so many cuts are reached.
  private func lastCut(of count: Int) -> UInt64 {
    let place = UInt64(count == 0 ? cuts.count : count - 1)
    return isWide ? place : 1 << place
  }

  /// Where a cut stands; nothing if no test makes it.
  ///
  /// - Complexity: Logarithmic in the number of cuts.
  func place(of cut: Cut) -> Int? {
    var (low, high) = (0, cuts.count)
    while low < high {
      let middle = (low + high) / 2
      if cuts[middle] < cut { low = middle + 1 } else { high = middle }
    }
    return cuts.indices.contains(low) && cuts[low] == cut ? low : nil
  }

  /// How many of the cuts a number reaches.
  ///
  /// - Complexity: Logarithmic in the number of cuts.
  private func cutsReached(by number: Double) -> Int {
    var (low, high) = (0, cuts.count)
    while low < high {
      let middle = (low + high) / 2
      let cut = cuts[middle]
      if cut.isOpen ? number > cut.threshold : number >= cut.threshold {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// A place where tests tell numbers apart.
  struct Cut: Hashable, Comparable, Sendable {
    var threshold: Double
    /// Whether the threshold itself lies below.
    var isOpen: Bool

    static func < (left: Cut, right: Cut) -> Bool {
      left.threshold != right.threshold
        ? left.threshold < right.threshold : !left.isOpen && right.isOpen
    }
  }
}

extension Program.Node {
  /// Where a test tells numbers apart; the lower place first.
  var cuts: [DecisionInput.Cut] {
    switch kind {
    case .compares, .passed:
      // Up to the threshold and above it are told apart, or below it and from it on.
      [.init(threshold: threshold, isOpen: comparison == .moreThan || comparison == .atMost)]
    case .isBetween:
      [.init(threshold: threshold, isOpen: false), .init(threshold: upper, isOpen: true)]
    default: []
    }
  }
}
