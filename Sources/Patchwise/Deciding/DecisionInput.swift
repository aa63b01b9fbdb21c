/// What comes in of one question.
struct DecisionInput: Sendable {
  /// An answer in the form of its question; without one, any value is possible.
  struct Value: Hashable, Sendable {
    var bits: UInt64
    var isKnown: Bool
    var form: Form

    static let unknown = Value(bits: 0, isKnown: false, form: .one)
  }

  /// What stands for an answer.
  enum Form: UInt8, Sendable {
    /// The place of the option.
    case one
    /// The options that are chosen, a bit each.
    case several
    /// How many cuts are reached by a number, or by the seconds that have passed since a day.
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
      case .options(let mask): form == .one ? UInt64(mask.trailingZeroBitCount) : mask
      case .number(let number) where !isDate: UInt64(cutsReached(by: number))
      case .number(let day):
        now.map { UInt64(cutsReached(by: Double($0.seconds) - day)) }
      }
    return bits.map { Value(bits: $0, isKnown: true, form: form) } ?? .unknown
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
