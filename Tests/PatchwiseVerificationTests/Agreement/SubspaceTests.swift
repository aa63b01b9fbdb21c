import PatchwiseExosomes
import PatchwiseTestSupport
import Testing

@testable import Patchwise
@testable import PatchwiseVerification

/// Engine, solver and naive evaluator on the bundled knowledge, in every situation of some sub-spaces.
///
/// In a sub-space most questions have one answer, and those that a few rules look at go through all.
@Suite("In every situation of sub-spaces of the bundled knowledge")
struct SubspaceTests {
  private static let knowledge = try? ExosomeKnowledge.load()
  private static let kinds = knowledge?.knowledge.consultations.map(\.id) ?? []
  /// How many situations a sub-space may have; there is one for each consultation.
  private static let limit = min(250_000, Soak.rounds(500, soaking: 2_500))

  @Test("engine, solver and naive evaluator agree", arguments: kinds)
  func agree(kind id: Identifier<ConsultationKind>) throws {
    let base = try #require(Self.knowledge)
    let kind = try #require(base.consultation(id))
    var agreement = Agreement(on: kind, of: base, NaiveBase(base))
    let space = try Subspace(of: kind, in: base, limit: Self.limit, seed: 1)
    #expect(space.free.count > 1 && space.count > 10)
    var failed = 0
    try space.goThrough { consultation, values in
      let problems = agreement.problems(in: consultation, values)
      if !problems.isEmpty {
        failed += 1
        Issue.record("\(values): \(problems.joined(separator: "; "))")
      }
      return failed < 3
    }
    Soak.say(
      "\(space.count) situations of the bundled consultation '\(id)', all values of \(space.free.map(\.question.id.name)): "
        + "engine, solver and naive evaluator agree")
  }
}

/// All situations that agree with one person, but for a few questions that may have any value.
private struct Subspace {
  /// The questions that may have any value, and these.
  private(set) var free: [(question: Question, values: [Answer])] = []
  /// How many situations there are.
  private(set) var count = 1
  private let person: Consultation
  private let fixed: [Identifier<Question>: SituationValue]
  private static let now = RandomPeople.now

  /// Takes a random person, and frees the questions of random rules while that is not too much.
  init(of kind: ConsultationKind, in base: KnowledgeBase, limit: Int, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var people = RandomPeople(of: kind, in: base, seed: seed)
    let answers = people.next()
    var person = try Consultation(kind.id, in: base, at: Self.now)
    for (id, answer) in answers { try person.answer(id, answer) }
    self.person = person
    fixed = answers.compactMapValues { SituationValue($0, at: Self.now) }
    let situations = Situations(of: kind, in: base)
    for rule in random.shuffled(base.knowledge.rules) {
      let questions = base.mentionedQuestions(in: base.condition(of: rule)).sorted {
        $0.name < $1.name
      }
      for id in questions where answers[id] != nil {
        guard let question = base.question(id), !free.contains(where: { $0.question.id == id })
        else { continue }
        let size = Self.size(of: question, situations)
        // So that no question alone takes up the whole space.
        guard size <= limit / count, size <= limit / size else { continue }
        free.append((question, Self.values(of: question, situations)))
        count *= size
      }
    }
  }

  /// Goes through all situations, from one to the next by as few answers as can be.
  func goThrough(
    _ body: (Consultation, [Identifier<Question>: SituationValue]) throws -> Bool
  ) throws {
    var (consultation, values) = (person, fixed)
    var places = free.map { _ in 0 }
    func set(_ number: Int) throws {
      let (question, answers) = free[number]
      let answer = answers[places[number]]
      try consultation.answer(question.id, answer)
      values[question.id] = SituationValue(answer, at: Self.now)
    }
    for number in free.indices { try set(number) }
    while try body(consultation, values) {
      guard let number = free.indices.first(where: { places[$0] + 1 < free[$0].values.count })
      else { return }
      for lower in 0..<number {
        places[lower] = 0
        try set(lower)
      }
      places[number] += 1
      try set(number)
    }
  }

  private static func size(of question: Question, _ situations: Situations) -> Int {
    let names = situations.base.optionNames(of: question)
    return switch question.domain {
    case .yesNo, .one: names.count
    case .any, .ingredients: 1 << min(names.count, 30)
    case .number, .duration, .date: situations.regions(of: question).samples.count
    }
  }

  private static func values(of question: Question, _ situations: Situations) -> [Answer] {
    let names = situations.base.optionNames(of: question).map { Identifier<Question.Option>($0) }
    let samples = situations.regions(of: question).samples
    switch question.domain {
    case .yesNo, .one: return names.map { .option($0) }
    case .any, .ingredients:
      return (0..<1 << names.count).map { set in
        .options(names.indices.filter { set & 1 << $0 != 0 }.map { names[$0] })
      }
    case .number: return samples.map { .number($0) }
    case .duration: return samples.map { .duration(TimeSpan(seconds: Int($0))) }
    case .date: return samples.map { .date(now + TimeSpan(seconds: -Int($0))) }
    }
  }
}
