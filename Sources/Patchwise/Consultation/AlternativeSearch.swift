/// Looks for the smallest sets of answers that change what is told.
///
/// A set can only lower a scale if no rule for its level or above is left, so that a question on which
/// such a rule can't rest is never tried. What remains is tried, one by one.
struct AlternativeSearch {
  /// How many sets of answers are tried at most to lower one scale.
  static let limit = 2_000

  private let consultation: Consultation
  private let program: Program
  private let evaluation: Evaluation
  /// The scales that can be milder or more cautious, and what is told of them.
  private let scales: [(place: Int, told: Int)]
  private var trials: [Int: TrialAnswers] = [:]
  private var reach: [Int: Set<Int>] = [:]
  private var tried = 0
  private var isComplete = true

  /// Other answers that were found, by question, and the scales for which they were.
  private typealias Found = (slots: [Int: Slot], outcomes: [Alternative.Outcome])

  init(_ consultation: Consultation) {
    self.consultation = consultation
    program = consultation.knowledge.program
    evaluation = consultation.evaluation
    let base = consultation.knowledge
    scales = consultation.decided
      .filter { !base.knowledge.scales[$0].isHint }
      .map { ($0, consultation.recommendedLevel(of: $0)) }
      .filter { $0.told != LevelSet.gap }
  }

  mutating func run() -> Alternatives {
    var milder: [Found] = []
    for scale in scales {
      // What is smallest is told by the trials that are made here, so that this comes first.
      let lowering = lowering(scale.place, below: scale.told)
      for found in smallest(lowering)
      where !milder.contains(where: { $0.slots == found.slots }) {
        milder.append(found)
      }
    }
    let isComplete = isComplete
    var moreCautious: [Found] = []
    let raising = raising()
    for scale in scales {
      let id = consultation.knowledge.knowledge.scales[scale.place].id
      let meant = raising.filter { found in
        found.outcomes.contains { $0.scale == id && $0.direction == .moreCautious }
      }
      for found in smallest(meant) where !moreCautious.contains(where: { $0.slots == found.slots })
      {
        moreCautious.append(found)
      }
    }
    return Alternatives(
      milder: grouped(milder), moreCautious: grouped(moreCautious), isComplete: isComplete)
  }

  // MARK: Milder

  /// Single answers and pairs that lower a scale, not all of them smallest.
  private mutating func lowering(_ scale: Int, below told: Int) -> [Found] {
    guard told > program.otherwise[scale] else { return [] }
    let rules = program.raisers[scale].filter { $0.level >= told }.map(\.rule)
    let questions = rules.reduce(into: Set()) { $0.formUnion(self.questions(behind: $1)) }
      .filter { evaluation.facts.isAsked[$0] }.sorted()
    var found: [Found] = []
    var rest: [(question: Int, slot: Slot, after: Evaluation)] = []
    tried = 0
    for first in questions {
      for slot in trial(of: first).slots {
        guard let one = evaluate(evaluation, first, slot) else { return found }
        if !note([first: slot], one, scale, told, &found) { rest.append((first, slot, one)) }
      }
    }
    let asked = Set(evaluation.facts.isAsked.indices.filter { evaluation.facts.isAsked[$0] })
    for (first, slot, one) in rest {
      // The second answer has to reach every rule that the first has left. If none is left, the first
      // would end the consultation, which anything may prevent.
      let left = rules.filter { one.rules[$0] != .false }
      let seconds = left.reduce(asked) { $0.intersection(self.questions(behind: $1)) }
      for second in seconds.sorted() where second > first || !questions.contains(second) {
        for other in trial(of: second).slots {
          guard let two = evaluate(one, second, other) else { return found }
          note([first: slot, second: other], two, scale, told, &found)
        }
      }
    }
    return found
  }

  /// Works out another answer; nothing when enough was tried.
  private mutating func evaluate(_ from: Evaluation, _ question: Int, _ slot: Slot) -> Evaluation? {
    guard tried < Self.limit else {
      isComplete = false
      return nil
    }
    tried += 1
    return from.changing(question, to: slot, in: program)
  }

  /// Keeps a set of answers if it lowers a scale without ending the consultation, and returns whether it
  /// does.
  @discardableResult
  private func note(
    _ slots: [Int: Slot], _ after: Evaluation, _ scale: Int, _ told: Int, _ found: inout [Found]
  ) -> Bool {
    let ceiling = after.levels[scale].ceiling
    guard ceiling < told, ceiling != LevelSet.gap, !ends(after) else { return false }
    found.append((slots, outcomes(after)))
    return true
  }

  /// Whether some answers would end the consultation early.
  private func ends(_ after: Evaluation) -> Bool {
    consultation.decided
      .contains { scale in
        program.firstEnding[scale].map { $0 <= after.levels[scale].floor } ?? false
      }
  }

  // MARK: More cautious

  /// Single answers that certainly raise a scale, not all of them smallest.
  private mutating func raising() -> [Found] {
    var found: [Found] = []
    for id in consultation.answered {
      guard let place = consultation.knowledge.names.questions[id],
        evaluation.applies[place] != .false
      else { continue }
      let trial = trial(of: place)
      for slot in trial.slots {
        // One option more is enough to be told of.
        if let difference = trial.difference(of: slot), difference.nonzeroBitCount > 1 { continue }
        let outcomes = outcomes(evaluation.changing(place, to: slot, in: program))
        if outcomes.contains(where: { $0.direction == .moreCautious }) {
          found.append(([place: slot], outcomes))
        }
      }
    }
    return found
  }

  // MARK: Both

  private mutating func trial(of place: Int) -> TrialAnswers {
    if let known = trials[place] { return known }
    let trial = TrialAnswers(of: place, among: program.tests(of: place), in: consultation)
    if !trial.isComplete { isComplete = false }
    trials[place] = trial
    return trial
  }

  private mutating func questions(behind rule: Int) -> Set<Int> {
    if let known = reach[rule] { return known }
    let questions = program.questions(behind: rule)
    reach[rule] = questions
    return questions
  }

  private func outcomes(_ after: Evaluation) -> [Alternative.Outcome] {
    scales.compactMap { place, told in
      let scale = consultation.knowledge.knowledge.scales[place]
      func level(_ index: Int) -> Scale.Level? {
        index == LevelSet.gap ? nil : scale.levels[index]
      }
      let levels = after.levels[place]
      let direction: Alternative.Direction
      if levels.ceiling < told {
        direction = .milder
      } else if levels.floor > told {
        direction = .moreCautious
      } else if levels.ceiling > told {
        direction = .open
      } else {
        return nil
      }
      return Alternative.Outcome(
        scale: scale.id,
        interval: LevelInterval(floor: level(levels.floor), ceiling: level(levels.ceiling)),
        direction: direction)
    }
  }

  /// Those of some sets that hold no other one.
  private func smallest(_ found: [Found]) -> [Found] {
    let byQuestions = Dictionary(grouping: found) { Set($0.slots.keys) }
    return found.filter { set in
      let subsets = set.slots.keys.map { Set([$0]) } + [Set(set.slots.keys)]
      return !subsets.contains { questions in
        byQuestions[questions, default: []].contains {
          $0.slots != set.slots && isWithin($0.slots, set.slots)
        }
      }
    }
  }

  /// Whether everything that one set changes is changed so by another one too.
  private func isWithin(_ small: [Int: Slot], _ large: [Int: Slot]) -> Bool {
    small.allSatisfy { place, slot in
      guard let other = large[place] else { return false }
      guard let trial = trials[place], let difference = trial.difference(of: slot),
        let otherDifference = trial.difference(of: other)
      else { return slot == other }
      return difference & ~otherDifference == 0
    }
  }

  // MARK: Telling

  /// Sets of which every combination comes to the same, together.
  private func grouped(_ found: [Found]) -> [Alternative] {
    struct Key: Hashable {
      var question: Int
      var outcomes: [Alternative.Outcome]
    }
    var singles: [Key: Set<Slot>] = [:]
    var pairs: [Key: [Int: [Slot: Set<Slot>]]] = [:]
    var order: [Key] = []
    for set in found {
      let places = set.slots.keys.sorted()
      let key = Key(question: places[0], outcomes: set.outcomes)
      if !order.contains(key) { order.append(key) }
      guard let first = set.slots[places[0]] else { continue }
      if places.count == 1 {
        singles[key, default: []].insert(first)
      } else if let second = set.slots[places[1]] {
        pairs[key, default: [:]][places[1], default: [:]][first, default: []].insert(second)
      }
    }
    var alternatives: [Alternative] = []
    for key in order {
      for group in groups(of: key.question, singles[key] ?? []) {
        alternatives.append(alternative([(key.question, group)], key.outcomes))
      }
    }
    for key in order {
      for (second, partners) in (pairs[key] ?? [:]).sorted(by: { $0.key < $1.key }) {
        let firsts = Dictionary(grouping: partners.keys, by: { partners[$0] ?? [] })
        let lists = firsts.map { seconds, firsts in
          groups(of: key.question, Set(firsts)).flatMap { first in
            groups(of: second, seconds).map { [(key.question, first), (second, $0)] }
          }
        }
        // The order of a dictionary must not be seen.
        for answers in lists.flatMap(\.self).sorted(by: { places(of: $0) < places(of: $1) }) {
          alternatives.append(alternative(answers, key.outcomes))
        }
      }
    }
    return alternatives
  }

  /// Where the first answers of some groups stand among those that are tried, to sort by.
  private func places(of answers: [(Int, AnswerGroup)]) -> Place {
    let places = answers.map { question, group in
      trials[question]?.slots.firstIndex { trials[question]?.answer($0) == group.answers[0] } ?? 0
    }
    return Place(first: places[0], second: places.count > 1 ? places[1] : 0)
  }

  private struct Place: Comparable {
    var first: Int
    var second: Int

    static func < (left: Place, right: Place) -> Bool {
      (left.first, left.second) < (right.first, right.second)
    }
  }

  private func groups(of question: Int, _ slots: Set<Slot>) -> [AnswerGroup] {
    guard !slots.isEmpty, let trial = trials[question] else { return [] }
    return trial.groups(of: slots)
  }

  private func alternative(
    _ answers: [(question: Int, group: AnswerGroup)], _ outcomes: [Alternative.Outcome]
  ) -> Alternative {
    Alternative(
      answers: answers.map(\.group), origins: answers.map(origin), outcomes: outcomes)
  }

  private func origin(of place: Int, _ group: AnswerGroup) -> Alternative.Origin {
    let slot = evaluation.facts.slots[place]
    if slot == .unsure || slot == .unanswered { return .knowing }
    let question = consultation.knowledge.knowledge.questions[place]
    return switch question.changes {
    case .byChoice: .byChoice
    case .inTime: isLess(group, than: slot, question) ? .never : .inTime
    case .never: .never
    case nil: .unstated
    }
  }

  /// Whether only less time would do, such as fewer years of age; waiting only ever makes it more.
  private func isLess(_ group: AnswerGroup, than slot: Slot, _ question: Question) -> Bool {
    guard case .number(let now) = slot else { return false }
    switch question.domain {
    case .duration: break
    case .number(_, let unit?) where TimeSpan.Unit(unit.string) != nil: break
    default: return false
    }
    return group.answers.allSatisfy { answer in
      switch answer {
      case .number(let number): number < now
      case .duration(let span): Double(span.seconds) < now
      default: false
      }
    }
  }
}
