/// Makes workloads and people out of a seed.
///
/// Every draw comes in the order in which a script that is not ours made them, so that what was measured
/// elsewhere stays comparable.
struct Generator {
  /// How much there is of everything.
  private struct Shape {
    var kinds: (one: Int, any: Int, number: Int)
    var facts: Int
    var rules: Int
    var topicSize: Int
    /// How many clauses a rule has, drawn from these: of the two most cautious levels, and of the others.
    var clauses: (strong: [Int], ordinary: [Int])
    var seeds: (rules: String, people: String)
  }

  private enum Kind {
    case one
    case any
    case number
  }

  private let size: Workload.Size
  private let shape: Shape
  private var random: PythonRandom
  private var workload: Workload
  private var topicOfFact: [Int] = []
  private var byTopic: [[Int]] = []
  private var byKind: [Kind: [Int]] = [:]
  /// The questions that the rule at hand asks already.
  private var used: Set<Int> = []

  init(_ size: Workload.Size) {
    self.size = size
    shape = Self.shape(of: size)
    random = PythonRandom(seed: "bench-\(size.rawValue)", sum: shape.seeds.rules)
    workload = Workload(size: size)
  }

  // MARK: Conditions

  private mutating func atom(_ topic: Int, _ kind: Kind? = nil) -> Workload.Condition {
    var question = 0
    for _ in 0..<20 {
      let isNear = random.fraction() < 0.7
      question = isNear ? random.choice(byTopic[topic]) : random.below(workload.questions.count)
      if let kind { question = random.choice(byKind[kind] ?? []) }
      if !used.contains(question) { break }
    }
    used.insert(question)
    switch workload.questions[question].domain {
    case .one(let options):
      let places = Array(options.indices)
      if random.fraction() < 0.6 || options.count < 4 {
        return .isOne(question, of: [random.choice(places)])
      }
      return .isOne(question, of: random.pair(of: places).sorted())
    case .any(let options):
      if random.fraction() < 0.8 { return .includes(question, random.below(options.count)) }
      return .count(question, atLeast: 2 + random.below(2))
    case .number(let range, let isWhole):
      let share = random.choice([0.25, 0.4, 0.5, 0.6, 0.75, 0.9])
      let exact = Double(range.lowerBound) + Double(range.count - 1) * share
      let tenths = (exact * 10).rounded() / 10
      let comparison = random.choice(
        [Workload.Comparison.atLeast, .moreThan, .lessThan, .atMost])
      return .number(question, comparison, isWhole ? tenths.rounded(.down) : tenths)
    }
  }

  private mutating func clause(_ topic: Int, _ facts: [Int]) -> Workload.Condition {
    let draw = random.fraction()
    if draw < 0.15 && !facts.isEmpty {
      let fact = Workload.Condition.fact(random.choice(facts))
      return random.fraction() < 0.65 ? fact : .not(fact)
    }
    if draw < 0.72 { return atom(topic) }
    if draw < 0.86 { return .any(atoms(2 + random.below(2), topic)) }
    if draw < 0.95 { return .not(atom(topic)) }
    return random.below(2) == 0 ? .not(.any(atoms(2, topic))) : .not(.all(atoms(2, topic)))
  }

  private mutating func atoms(_ count: Int, _ topic: Int) -> [Workload.Condition] {
    (0..<count).map { _ in atom(topic) }
  }

  private mutating func condition(
    _ topic: Int, _ clauses: Int, _ facts: [Int]
  ) -> Workload.Condition {
    used = []
    if random.fraction() < 0.08 && clauses >= 3 {
      return .any((0..<2).map { _ in all(clauses, topic, facts) })
    }
    return all(clauses, topic, facts)
  }

  private mutating func all(_ count: Int, _ topic: Int, _ facts: [Int]) -> Workload.Condition {
    .all((0..<count).map { _ in clause(topic, facts) })
  }

  // MARK: A workload

  mutating func run() -> Workload {
    makeQuestions()
    makeFacts()
    var rules: [(rule: Workload.Rule, isDead: Bool, isShadowed: Bool)] = ordinaryRules().map {
      ($0, false, false)
    }
    func add(
      _ level: Int, _ conditions: [Workload.Condition], isDead: Bool = false,
      isShadowed: Bool = false
    ) {
      rules.append((Workload.Rule(when: .all(conditions), level: level), isDead, isShadowed))
    }
    // Three promises, each kept by two rules together, and one that is broken.
    used = []
    let a = atom(0)
    add(1, [.fact(0), .fact(1), a])
    add(1, [.fact(0), .not(.any([a, .not(.fact(1))]))])
    workload.invariants.append((.all([.fact(0), .fact(1)]), 1, true))
    let h = atom(0, .any)
    let n = atom(0, .number)
    add(2, [h, n, .not(.fact(2))])
    add(3, [.fact(2), h, n])
    workload.invariants.append((.all([h, n]), 3, true))
    let s = (atom(0, .one), atom(0, .one))
    add(2, [s.0, .any([s.1, .fact(2)]), h])
    add(4, [s.0, .fact(2), .not(h)])
    workload.invariants.append((.all([s.0, .fact(2)]), 4, true))
    workload.invariants.append((.all([s.0]), 3, false))
    // Two that can't hold, one of them through a fact; one that holds but never decides.
    let x = atom(0, .one)
    let y = atom(0, .any)
    add(2, [x, atom(0), .not(.any([x, y]))], isDead: true)
    let (fact, parts) = firstConjunction(in: workload.facts)
    add(3, [.fact(fact), atom(1), .not(parts[0])], isDead: true)
    let strong = firstConjunction(in: rules.filter { $0.rule.level == 1 }.map(\.rule.when)).parts
    add(3, strong + [atom(0)], isShadowed: true)
    // Six that together hold for everybody.
    let first = Workload.Condition.any([atom(0), .all([atom(1), atom(2 % byTopic.count)])])
    let second = Workload.Condition.all([atom(1), .not(atom(2 % byTopic.count))])
    let third = Workload.Condition.any([atom(0, .number), atom(0, .any)])
    let apart = atom(0, .one)
    add(3, [first, apart])
    add(5, [first, .not(apart)])
    add(4, [.not(first), second])
    rules.append((Workload.Rule(when: .not(.any([first, second, third])), level: 5), false, false))
    add(5, [third, .not(.any([first, apart]))])
    add(4, [apart, third, .not(first), .not(second)])
    random.shuffle(&rules)
    workload.rules = rules.map(\.rule)
    workload.planted.dead = rules.indices.filter { rules[$0].isDead }
    workload.planted.shadowed = rules.indices.filter { rules[$0].isShadowed }
    workload.texts = (1...5).map { _ in text() }
    return workload
  }

  private mutating func makeQuestions() {
    func options(_ stem: String, _ count: Int) -> [String] {
      "abcdefgh".prefix(count).map { "\(stem)_\($0)" }
    }
    var domains: [Workload.Question.Domain] = []
    for _ in 0..<shape.kinds.one { domains.append(.one(options("choice", 3 + random.below(4)))) }
    for _ in 0..<shape.kinds.any { domains.append(.any(options("item", 4 + random.below(5)))) }
    for i in 0..<shape.kinds.number {
      domains.append(
        i % 3 == 1
          ? .number(34...42, isWhole: false) : .number(0...(i % 3 == 0 ? 120 : 1000), isWhole: true)
      )
    }
    random.shuffle(&domains)
    let topics = (domains.count + shape.topicSize - 1) / shape.topicSize
    byTopic = Array(repeating: [], count: topics)
    for (i, domain) in domains.enumerated() {
      let (letter, kind): (String, Kind) =
        switch domain {
        case .one: ("s", .one)
        case .any: ("m", .any)
        case .number: ("n", .number)
        }
      let topic = i % topics
      byTopic[topic].append(i)
      byKind[kind, default: []].append(i)
      workload.questions.append(
        Workload.Question(
          name: "\(letter)\(Workload.padded(i + 1, to: 3))_topic\(topic + 1)", topic: topic,
          domain: domain))
    }
  }

  private mutating func makeFacts() {
    for i in 0..<shape.facts {
      let topic = random.below(byTopic.count)
      let near = i >= shape.facts / 2 ? topicOfFact.indices.filter { topicOfFact[$0] == topic } : []
      used = []
      workload.facts.append(
        random.fraction() < 0.6
          ? condition(topic, 2, near) : .any((0..<2).map { _ in .all(atoms(2, topic)) }))
      topicOfFact.append(topic)
    }
  }

  private mutating func ordinaryRules() -> [Workload.Rule] {
    let shares =
      shape.rules < 100 ? [0.12, 0.25, 0.25, 0.22, 0.16] : [0.01, 0.04, 0.15, 0.4, 0.4]
    var rules: [Workload.Rule] = []
    for _ in 0..<(shape.rules - 15) {
      var draw = random.fraction()
      var level = 5
      for (i, share) in shares.enumerated() {
        if draw < share {
          level = i + 1
          break
        }
        draw -= share
      }
      let topic = random.below(byTopic.count)
      var facts: [Int] = []
      for (i, other) in topicOfFact.enumerated()
      where other == topic || random.fraction() < 2 / Double(max(2, shape.facts)) {
        facts.append(i)
      }
      let count = random.choice(level <= 2 ? shape.clauses.strong : shape.clauses.ordinary)
      rules.append(Workload.Rule(when: condition(topic, count, facts), level: level))
    }
    return rules
  }

  private func firstConjunction(
    in conditions: [Workload.Condition]
  ) -> (place: Int, parts: [Workload.Condition]) {
    for (i, condition) in conditions.enumerated() {
      if case .all(let parts) = condition { return (i, parts) }
    }
    preconditionFailure("No condition joins others by 'all'.")
  }

  private mutating func text() -> String {
    let text = (0..<200).map { _ in random.choice(Self.words) }.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  // MARK: People

  /// Returns the first people that are asked of a workload.
  static func people(_ count: Int, asked workload: Workload) -> [Person] {
    let name = workload.size.rawValue
    var random = PythonRandom(seed: "profiles-\(name)", sum: shape(of: workload.size).seeds.people)
    return (0..<count).map { _ in
      Person(
        answers: workload.questions.map { question in
          switch question.domain {
          case .one(let options): .one(Int(random.fraction() * Double(options.count)))
          case .any(let options):
            .any(
              options.indices.reduce(0) { chosen, place in
                random.fraction() < 0.3 ? chosen | 1 << UInt8(place) : chosen
              })
          case .number(let range, isWhole: true):
            .number(Double(range.lowerBound + Int(random.fraction() * Double(range.count))))
          case .number(let range, isWhole: false):
            .number(
              ((Double(range.lowerBound) + Double(Int(random.fraction() * 81)) / 10) * 10)
                .rounded() / 10)
          }
        })
    }
  }

  // MARK: Tables

  private static func shape(of size: Workload.Size) -> Shape {
    switch size {
    case .w1:
      Shape(
        kinds: (16, 5, 3), facts: 12, rules: 60, topicSize: 6,
        clauses: ([3, 4, 4, 5], [2, 3, 3, 4]),
        seeds: (
          """
          02b6b4e87fe2d5e52e81484e82d7078a64e46ca74e287b2a3dffac1acfe047ca\
          9463daa85db3449d1cec07b0d61259c07939da78d5f7dd8354bb46a998efe4a0
          """,
          """
          a879154b2f7e127409d85009151a45d95a5d489b487d6eb152c5c0f58b79d8c1\
          e16541080bb1d3e0362ad2624e5546433010b06d1310b6fab0dcb30ec87d801b
          """
        ))
    case .w2:
      Shape(
        kinds: (65, 20, 15), facts: 100, rules: 1_000, topicSize: 8,
        clauses: ([5, 6], [3, 4, 5]),
        seeds: (
          """
          1d11febb96832d8ace21ea57e33cbd4e70a4c959011c6d931a71e172533c8edf\
          4a2263561cb164c98cc5fc0f52a5490a730b57cada76143828e858c206766aaa
          """,
          """
          593bc30aecca18946724699bf80a1892dd4bc758dc55ea96887c3d24f1ceba56\
          d059570a4743fa02e98666caa35ed5fcf50e9eba882854b10f9c3055bc4326f0
          """
        ))
    case .w3:
      Shape(
        kinds: (325, 100, 75), facts: 500, rules: 10_000, topicSize: 8,
        clauses: ([6, 7], [4, 5, 6]),
        seeds: (
          """
          03879ddf25897ef4d597e37589864472baed857bf14ebb660e8d99aec78d66fd\
          5dece5522702780bf9337cf4aa0895f5da82e021b9b748b5090a61c85b8473af
          """,
          """
          fd887e5a1b40f62264553008633dc313f2558a4a6ff6da93cc069548a622e6e9\
          e6637bcde0ac883cc389a30a2f06e2eef268754633fbb26033d0854b34afe3a8
          """
        ))
    case .w4:
      Shape(
        kinds: (650, 200, 150), facts: 1_000, rules: 100_000, topicSize: 8,
        clauses: ([7, 8], [5, 6, 7]),
        seeds: (
          """
          57a23db2500b878f0f9c002d46a72844c1721dd6c24607c2790830ea18258cfb\
          f3fb913b3d6b2866e8544cd59d05f2e2b49434450e2ac555272ddd5667948022
          """,
          """
          c2c59ce62445ef8cda3376b9e8054cf4de7858f07c46e557bb5186958f4039729\
          ac836f992903f76a1537ccdb9739be7b7e0b985241f974afab66cd2eb20804d
          """
        ))
    }
  }

  private static let words = """
    answer because check condition decide evidence follow given however level matter never only \
    option person question reason safe step there under verify when with your
    """.split(separator: " ").map(String.init)
}

extension Workload {
  /// Creates the workload of a size.
  public init(_ size: Size) {
    var generator = Generator(size)
    self = generator.run()
  }

  /// Returns the first people of a workload.
  public func people(_ count: Int) -> [Person] { Generator.people(count, asked: self) }
}
