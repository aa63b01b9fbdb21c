/// The answers of up to 512 people, a bit each.
struct BatchAnswers: Sendable {
  /// For each signal that comes in, who says so, eight words each; of a number's, only the last cut that it
  /// reaches is said.
  private(set) var holds: [UInt64]
  /// For each question, who answered it, eight words each.
  private(set) var isAnswered: [UInt64]
  /// For each question, its first signal; then where all end.
  private let firstSignals: [Int]

  init(_ network: GateNetwork) {
    firstSignals = network.firstSignals
    holds = Array(repeating: 0, count: 8 * network.inputCount)
    isAnswered = Array(repeating: 0, count: 8 * (firstSignals.count - 1))
  }

  /// Forgets all answers.
  mutating func clear() {
    for place in holds.indices { holds[place] = 0 }
    for place in isAnswered.indices { isAnswered[place] = 0 }
  }

  /// Takes a person's answer in place of an earlier one to the same question.
  mutating func give(_ answer: PreparedAnswer, for person: Int) {
    let (word, bit) = (person / 64, UInt64(1) << UInt64(person % 64))
    let first = firstSignals[answer.question]
    let answered = 8 * answer.question + word
    if isAnswered[answered] & bit != 0 {
      isAnswered[answered] &= ~bit
      let end = firstSignals[answer.question + 1]
      for signal in first..<end { holds[8 * signal + word] &= ~bit }
    }
    guard answer.value.isKnown else { return }
    isAnswered[answered] |= bit
    Self.write(answer.value, first) { signal in holds[8 * signal + word] |= bit }
  }

  /// Takes the answers of people side by side to one question in place of their earlier ones.
  mutating func give(_ answers: [PreparedAnswer], from first: Int) {
    guard let question = answers.first?.question else { return }
    let signals = firstSignals[question]..<firstSignals[question + 1]
    var (start, person) = (0, first)
    while start < answers.count {
      // The people of one word.
      let end = min(answers.count, start + 64 - person % 64)
      let here = (UInt64.max >> UInt64(64 - (end - start))) << UInt64(person % 64)
      let place = 8 * question + person / 64
      isAnswered[place] &= ~here
      isAnswered[place] |= Self.write(
        answers, start..<end, from: person, signals, in: &holds, replacing: here)
      (start, person) = (end, person + end - start)
    }
  }

  /// Writes down who of one word says what.
  ///
  /// - Returns: Who answered.
  private static func write(
    _ answers: [PreparedAnswer], _ range: Range<Int>, from first: Int, _ signals: Range<Int>,
    in holds: inout [UInt64], replacing here: UInt64
  ) -> UInt64 {
    var holds = holds.mutableSpan
    let word = first / 64
    for signal in signals { holds[8 * signal + word] &= ~here }
    var answered: UInt64 = 0
    if signals.count <= 8 {
      // Eight people at a time, a byte each, of which each bit is a signal.
      var (place, shift) = (range.lowerBound, UInt64(first % 64))
      while place < range.upperBound {
        let end = min(range.upperBound, place &+ Int(8 &- shift % 8))
        var (eight, known, taken) = (UInt64(0), UInt64(0), UInt64(0))
        while place < end {
          let value = answers[place].value
          eight |= value.signals &<< (8 &* taken)
          known |= (value.isKnown ? 1 : 0) &<< taken
          (place, taken) = (place &+ 1, taken &+ 1)
        }
        answered |= known &<< shift
        eight = eight.bytesTurnedOver
        for signal in signals {
          holds[8 &* signal &+ word] |= (eight & 0xFF) &<< shift
          eight &>>= 8
        }
        shift &+= taken
      }
      return answered
    }
    var bit = UInt64(1) << UInt64(first % 64)
    for place in range {
      let value = answers[place].value
      if value.isKnown {
        answered |= bit
        write(value, signals.lowerBound) { signal in holds[8 * signal + word] |= bit }
      }
      bit <<= 1
    }
    return answered
  }

  /// Calls for each signal that an answer says.
  @inline(__always)
  private static func write(_ value: DecisionInput.Value, _ first: Int, _ say: (Int) -> Void) {
    switch value.form {
    case .one: say(first + Int(value.bits))
    case .several:
      var options = value.bits
      while options != 0 {
        say(first + options.trailingZeroBitCount)
        options &= options - 1
      }
    case .number: if value.bits > 0 { say(first + Int(value.bits) - 1) }
    }
  }
}

extension DecisionInput.Value {
  /// The signals that it says, a bit each, of a question that has no more than a byte of them.
  fileprivate var signals: UInt64 {
    let chosen = form == .several ? bits : 1 &<< bits
    // Whoever reaches no cut says nothing. No branches: which way one goes is anybody's guess.
    return (chosen &>> (form == .number ? 1 : 0)) & (isKnown ? .max : 0)
  }
}

extension UInt64 {
  /// The same with each byte made of what was one bit of all bytes: the first of the first bits, and so on.
  ///
  /// It swaps halves of halves; source: Henry S. Warren, Hacker's Delight, section 7-3.
  fileprivate var bytesTurnedOver: UInt64 {
    swappingBits(7, 0x00AA_00AA_00AA_00AA).swappingBits(14, 0x0000_CCCC_0000_CCCC)
      .swappingBits(28, 0x0000_0000_F0F0_F0F0)
  }

  /// The same with some bits in the place of those so far above them.
  private func swappingBits(_ distance: UInt64, _ mask: UInt64) -> UInt64 {
    let changed = (self ^ (self &>> distance)) & mask
    return self ^ changed ^ (changed &<< distance)
  }
}
