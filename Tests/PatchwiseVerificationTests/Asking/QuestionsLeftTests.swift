import Patchwise
import PatchwiseExosomes
import Testing

@testable import PatchwiseVerification

@Suite("How many questions are left")
struct QuestionsLeftTests {
  @Test(
    "an answer opens no question, so that their number is never too small",
    arguments: ["fit", "reaction", "reading", "label"] as [Identifier<ConsultationKind>])
  func neverMore(id: Identifier<ConsultationKind>) throws {
    let base = try ExosomeKnowledge.load()
    let kind = try #require(base.knowledge.consultations.first { $0.id == id })
    var people = RandomPeople(of: kind, in: base, seed: 1)
    for _ in 0..<20 {
      let answers = people.next()
      var consultation = try Consultation(kind.id, in: base, at: RandomPeople.now)
      while let question = consultation.nextQuestion {
        let before = Set(consultation.openQuestions.map(\.id))
        let answer =
          consultation.answered.count % 7 == 6 && question.unsure != .refused
          ? .unsure : answers[question.id]
        try consultation.answer(question.id, #require(answer))
        let after = Set(consultation.openQuestions.map(\.id))
        #expect(after.isSubset(of: before.subtracting([question.id])), "\(question.id)")
      }
    }
  }
}
