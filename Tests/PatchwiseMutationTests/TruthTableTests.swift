import PatchwiseTestSupport
import Testing

@testable import Patchwise
@testable import PatchwiseMutation

@Suite("What is known of conditions in many consultations at once")
struct TruthTableTests {
  @Test("it is what each consultation says on its own")
  func besideConsultations() throws {
    var compared = 0
    for seed in 0..<UInt64(Soak.rounds(20)) {
      guard let base = try? KnowledgeBase(RandomKnowledge(seed: seed &+ 70).knowledge) else {
        continue
      }
      let values = QuestionValues(base)
      let now = Moment(seconds: 1_767_225_600)
      var consultations: [Consultation] = []
      for kind in base.knowledge.consultations {
        var answers = RandomAnswers(values, random: SplitMix64(seed: seed))
        var consultation = try Consultation(kind.id, in: base, at: now)
        // More of them than there are bits in a word.
        for _ in 0..<50 {
          consultations.append(consultation)
          guard let question = consultation.nextQuestion else { break }
          try? consultation.answer(question.id, answers.answer(to: question, at: now))
        }
      }
      consultations += consultations + consultations
      var table = TruthTable(consultations, of: base)
      let conditions = base.knowledge.rules.map(base.condition)
      for condition in conditions {
        let possible = consultations.indices.filter {
          consultations[$0].truth(of: condition) != .false
        }
        #expect(table.possible(condition) == possible)
        for other in conditions {
          let differing = consultations.indices.filter {
            consultations[$0].truth(of: condition) != consultations[$0].truth(of: other)
          }
          #expect(table.difference(condition, other) == differing)
          compared += differing.count
        }
      }
    }
    #expect(compared > 1_000)
  }
}
