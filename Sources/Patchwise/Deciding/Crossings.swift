/// What each answer crosses out, and what each term crosses out once it is settled.
///
/// All terms stand in words, a bit each. They all hold until they are crossed out: first by the answers,
/// then by one another, each once everything is settled that it rests on. So a decision looks at nothing
/// but what it crosses out, and takes hardly a branch.
struct Crossings: Sendable {
  /// Terms of one word.
  struct Terms: Sendable {
    var word: UInt32
    var bits: UInt64

    /// Returns some terms word by word.
    static func of(_ places: [Int]) -> [Terms] {
      var terms: [Terms] = []
      for place in places.sorted() {
        let (word, bit) = (UInt32(place / 64), UInt64(1) << UInt64(place % 64))
        if terms.last?.word == word {
          terms[terms.count - 1].bits |= bit
        } else {
          terms.append(Terms(word: word, bits: bit))
        }
      }
      return terms
    }
  }

  /// What a term crosses out where it holds, or where it fails.
  struct Consequence: Sendable {
    /// Twice the place of the term, and one more where it is for when it holds.
    var source: UInt32
    var terms: Terms
  }

  /// A term that may hold unless another one certainly does.
  struct Joint: Sendable {
    var fails: Int
    var term: Int
  }

  /// What is settled by then, and what follows from it.
  struct Layer: Sendable {
    var joints: [Joint] = []
    /// Word by word of what is crossed out.
    var consequences: [Consequence] = []
  }

  /// What the answers to a question cross out.
  enum Answers: Sendable {
    /// The list of the first option, or of numbers of which the first cut is the last that they reach; the next ones
    /// follow, and behind all cuts what reaches none.
    case one(firstList: Int)
    /// The same where there are too many cuts for a bit each.
    case counted(firstList: Int)
    /// The tests on which options are chosen, from some place to another.
    case several(Range<Int>)
  }

  /// A test on which options are chosen: at least so many of some.
  struct Test: Sendable {
    var mask: UInt64
    var count: Int
    /// What is crossed out where it fails; the next list is for where it holds.
    var list: Int
  }

  /// All terms, but those that never hold.
  private(set) var all: [UInt64]
  /// The lists of terms, one behind the other.
  private(set) var crossed: [UInt32] = []
  /// Where each list begins; the last one is where all end.
  private(set) var starts: [UInt32] = [0]
  /// The lists in full, for each all words with what is left of them, four a block; none if there are too
  /// many words.
  private(set) var rows: [SIMD4<UInt64>] = []
  private(set) var answers: [Answers] = []
  /// For each question, the list of all that rests on it.
  ///
  /// That is not certain while there is no answer. Where nothing does, it is the first list.
  private(set) var unknown: [UInt32] = []
  /// How many lists the answers to all questions choose, at most one for each test.
  private(set) var choiceCount = 0
  private(set) var tests: [Test] = []
  /// In the order in which terms are settled.
  private(set) var layers: [Layer] = []
  private let places: [Int]

  /// How many words a list may have to be written in full.
  ///
  /// Going through all words takes no branch, which is faster while they are few.
  private static let rowLimit = 64

  /// Lays out what a network decides by.
  ///
  /// - Returns: The crossings, and for each signal of the network the place of its term.
  static func made(of network: TermNetwork) -> (crossings: Crossings, places: [Int]) {
    let crossings = Crossings(network)
    return (crossings, crossings.places)
  }

  private init(_ network: TermNetwork) {
    let terms = network.signals.indices.filter { network.depths[$0] > 0 }
      .sorted { (network.depths[$0], $0) < (network.depths[$1], $1) }
    var places = Array(repeating: -1, count: network.signals.count)
    for (place, signal) in terms.enumerated() { places[signal] = place }
    self.places = places
    all = Array(repeating: .max, count: (terms.count + 63) / 64)
    if terms.count % 64 != 0 { all[all.count - 1] = 1 << UInt64(terms.count % 64) - 1 }
    let users = Users(network)
    for terms in Terms.of(users.of[Int(UInt32.always)].map { places[$0] }) {
      all[Int(terms.word)] &= ~terms.bits
    }
    // The first list crosses nothing out.
    addList([])
    for question in network.inputs.indices { addAnswers(to: question, network, users) }
    if all.count <= Self.rowLimit { writeRows() }
    for signal in terms { addConsequences(of: signal, network, users) }
    for layer in layers.indices {
      layers[layer].consequences.sort {
        ($0.terms.word, $0.source) < ($1.terms.word, $1.source)
      }
    }
  }

  /// For each literal, the terms that it makes fail.
  private struct Users {
    var of: [[Int]]
    /// The tests on each question.
    var tests: [[Int]]

    init(_ network: TermNetwork) {
      of = Array(repeating: [], count: 2 * network.signals.count)
      tests = Array(repeating: [], count: network.inputs.count)
      for (place, signal) in network.signals.enumerated() {
        switch signal {
        case .always: break
        case .isAmong(_, let question), .includes(_, _, let question), .reaches(_, let question):
          tests[question].append(place)
        case .term(let parts): for part in parts { of[Int(part.opposite)].append(place) }
        case .outcome(let literal), .joint(let literal, _):
          of[Int(literal.opposite)].append(place)
        }
      }
    }
  }

  // MARK: Answers

  private mutating func addAnswers(to question: Int, _ network: TermNetwork, _ users: Users) {
    let signals = users.tests[question]
    let input = network.inputs[question]
    switch input.form {
    case .one, .number:
      let firstList = starts.count - 1
      let isCounted = input.form == .number && input.isWide
      answers.append(isCounted ? .counted(firstList: firstList) : .one(firstList: firstList))
      for value in input.form == .one
        ? Array(0..<input.optionCount) : Array(1..<input.cuts.count + 1) + [0]
      {
        addList(
          signals.flatMap { users.of[2 * $0 + (network.signals[$0].holds(for: value) ? 0 : 1)] })
      }
    case .several:
      let first = tests.count
      for signal in signals {
        guard case .includes(let count, let mask, _) = network.signals[signal] else { continue }
        tests.append(Test(mask: mask, count: count, list: starts.count - 1))
        addList(users.of[2 * signal + 1])
        addList(users.of[2 * signal])
      }
      answers.append(.several(first..<tests.count))
    }
    choiceCount += input.form == .several ? signals.count : 1
    let all = signals.flatMap { users.of[2 * $0] + users.of[2 * $0 + 1] }
    unknown.append(all.isEmpty ? 0 : UInt32(starts.count - 1))
    if !all.isEmpty { addList(all) }
  }

  /// Adds the list of some signals.
  private mutating func addList(_ signals: [Int]) {
    crossed += Set(signals.map { UInt32(places[$0]) }).sorted()
    starts.append(UInt32(crossed.count))
  }

  private mutating func writeRows() {
    let width = (all.count + 3) / 4
    rows = Array(repeating: SIMD4(repeating: .max), count: (starts.count - 1) * width)
    for list in 0..<starts.count - 1 {
      for term in crossed[Int(starts[list])..<Int(starts[list + 1])] {
        let word = Int(term / 64)
        rows[list * width + word / 4][word % 4] &= ~(1 << UInt64(term % 64))
      }
    }
  }

  // MARK: Consequences

  private mutating func addConsequences(of signal: Int, _ network: TermNetwork, _ users: Users) {
    let layer = network.depths[signal] - 1
    while layers.count <= layer { layers.append(Layer()) }
    if case .joint(_, let fails) = network.signals[signal] {
      layers[layer].joints.append(Joint(fails: places[Int(fails / 2)], term: places[signal]))
    }
    for isHolding in [false, true] {
      let source = UInt32(2 * places[signal] + (isHolding ? 1 : 0))
      let crossed = users.of[2 * signal + (isHolding ? 0 : 1)].map { places[$0] }
      layers[layer].consequences += Terms.of(crossed).map { Consequence(source: source, terms: $0) }
    }
  }
}

extension TermNetwork.Signal {
  /// Whether a test holds for an option, or for a number that reaches so many cuts.
  fileprivate func holds(for value: Int) -> Bool {
    switch self {
    case .isAmong(let mask, _): mask & 1 << UInt64(value) != 0
    case .reaches(let cut, _): value > cut
    case .always, .includes, .term, .joint, .outcome: false
    }
  }
}
