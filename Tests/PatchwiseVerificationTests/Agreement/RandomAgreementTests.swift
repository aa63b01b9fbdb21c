import PatchwiseTestSupport
import Testing

@testable import Patchwise
@testable import PatchwiseVerification

/// Engine, solver and naive evaluator in consultations of knowledge made up at random.
@Suite("In random consultations")
struct RandomAgreementTests {
  /// How many consultations there are of each knowledge base.
  private static let perBase = 50
  private static let parts = 8
  private static let bases = Soak.rounds(2_000)

  @Test("engine, solver and naive evaluator agree", arguments: 0..<parts)
  func agree(part: Int) throws {
    var (count, open) = (0, 0)
    for seed in stride(from: part, to: Self.bases, by: Self.parts) {
      var random = SplitMix64(seed: UInt64(seed) &+ 1 << 20)
      let base = try KnowledgeBase(RandomKnowledge(seed: UInt64(seed)).knowledge)
      let values = QuestionValues(base)
      var answers = RandomAnswers(values, random: SplitMix64(seed: random.next()))
      var agreements = base.knowledge.consultations.map {
        Agreement(on: $0, of: base, values.naive)
      }
      for _ in 0..<Self.perBase {
        let place = random.below(agreements.count)
        let now = Moment(seconds: 1_800_000_000 + random.below(86_400))
        let kind = agreements[place].kind
        var whole = try Consultation(kind.id, in: base, at: now)
        var partial = whole
        var situation: [Identifier<Question>: SituationValue] = [:]
        for question in values.questions(of: kind) {
          let answer = answers.value(of: question, at: now)
          situation[question.id] = SituationValue(answer, at: now)
          // An empty list of ingredients can't be said, and is not made up here.
          try whole.answer(question.id, answer)
          switch random.below(10) {
          case 0...1: open += 1
          case 2 where question.unsure == .any: try partial.answer(question.id, .unsure)
          default: try partial.answer(question.id, answer)
          }
        }
        let problems = agreements[place].problems(in: whole, situation, leavingOpen: partial)
        count += 1
        guard !problems.isEmpty else { continue }
        Issue.record("seed \(seed): \(problems.joined(separator: "; "))")
        return
      }
    }
    #expect(open > count / 4)
    Soak.say("\(count) random consultations: engine, solver and naive evaluator agree")
  }
}

extension SituationValue {
  /// The value that a certain answer gives its question.
  init?(_ answer: Answer, at now: Moment) {
    switch answer {
    case .option(let option): self = .options([option.name])
    case .options(let options): self = .options(Set(options.map(\.name)))
    case .number(let number): self = .number(number)
    case .duration(let span): self = .number(Double(span.seconds))
    case .date(let day): self = .passed(Double((now - day).seconds))
    case .unsure: return nil
    }
  }
}
