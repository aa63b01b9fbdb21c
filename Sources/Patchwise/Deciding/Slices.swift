/// All signals of a gate network, each for 512 people.
struct Slices: Sendable {
  /// A bit for each person.
  typealias Lanes = SIMD8<UInt64>

  /// How many people there is room for.
  static let count = 512

  private var places: [Lanes]

  init(_ network: GateNetwork) {
    places = Array(repeating: Lanes(repeating: 0), count: network.placeCount)
    places[Int(UInt32.always)] = Lanes(repeating: .max)
  }

  subscript(literal: UInt32) -> Lanes { places[Int(literal)] }

  /// The words that some people take up.
  static func words(for count: Int) -> Range<Int> { 0..<(count + 63) / 64 }

  /// Those of some people who are in one word.
  static func people(in word: Int, of count: Int) -> UInt64 {
    let missing = max(0, 64 * word + 64 - count)
    return missing >= 64 ? 0 : .max >> UInt64(missing)
  }

  /// Takes what was answered.
  ///
  /// - Parameters:
  ///   - answers: What was answered by whom.
  ///   - inputs: What comes in of each question.
  ///   - network: What its signals are.
  ///   - idle: Who isn't there, and need not answer.
  /// - Returns: Whether everybody answered everything.
  mutating func take(
    _ answers: BatchAnswers, to inputs: [DecisionInput], _ network: GateNetwork, idle: Lanes
  ) -> Bool {
    var isComplete = Lanes(repeating: .max)
    for (question, input) in inputs.enumerated() where input.signalCount > 0 {
      let answered = answers.isAnswered(question) | idle
      isComplete &= answered
      let first = network.firstSignals[question]
      var above = Lanes(repeating: 0)
      for signal in (0..<input.signalCount).reversed() {
        var isSo = answers.holds(signal, of: question)
        if input.form == .number {
          // Whoever reaches a cut reaches all before it.
          isSo |= above
          above = isSo
        }
        places[2 * (first + signal)] = isSo
        places[2 * (first + signal) + 1] = answered & ~isSo
      }
    }
    return isComplete == Lanes(repeating: .max)
  }

  /// Works out all gates.
  ///
  /// - Parameters:
  ///   - network: The gates.
  ///   - isComplete: Whether everything is known that comes in, so that what does not certainly hold
  ///     certainly fails.
  mutating func work(out network: GateNetwork, isComplete: Bool) {
    var done = 0
    for joint in network.joints {
      work(out: network, done..<joint.place + 1, isComplete)
      done = joint.place + 1
      let place = 2 * (network.inputCount + joint.place)
      places[place] = places[Int(joint.holds)]
      places[place + 1] = places[Int(joint.fails)]
    }
    work(out: network, done..<network.gates.count, isComplete)
  }

  private mutating func work(out network: GateNetwork, _ range: Range<Int>, _ isComplete: Bool) {
    var places = places.mutableSpan
    var place = 2 * (network.inputCount + range.lowerBound)
    if isComplete {
      for gate in network.gates[range] {
        let holds = places[Int(gate.first)] & places[Int(gate.second)]
        places[place] = holds
        places[place &+ 1] = ~holds
        place &+= 2
      }
    } else {
      for gate in network.gates[range] {
        places[place] = places[Int(gate.first)] & places[Int(gate.second)]
        places[place &+ 1] =
          places[Int(gate.first.opposite)] | places[Int(gate.second.opposite)]
        place &+= 2
      }
    }
  }
}
