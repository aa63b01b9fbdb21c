import Patchwise

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The state of a consultation as JSON, which is refused or goes on.
struct StateTarget: Target {
  private let base: KnowledgeBase
  private let encoder = JSONEncoder()
  private let decoder = JSONDecoder()

  init() throws { base = try KnowledgeBase(Bases.boiler().knowledge) }

  func take(_ input: [UInt8]) {
    guard let state = try? decoder.decode(Consultation.State.self, from: Data(input)) else {
      return
    }
    expectEqual(again(state), state, "the state, encoded and decoded")
    for now in [nil, Bases.now] {
      guard var consultation = try? Consultation(state, in: base, at: now) else { continue }
      guard let same = try? Consultation(again(consultation.state), in: base, at: now) else {
        fatalError("its own state is refused")
      }
      expectEqual(same.state, consultation.state, "taken up again")
      expectEqual(same.nextQuestion?.id, consultation.nextQuestion?.id, "taken up again")
      for _ in 0...base.knowledge.questions.count {
        guard let question = consultation.nextQuestion else { break }
        if (try? consultation.answer(question.id, .unsure)) == nil {
          _ = try? consultation.answer(question.id, .options([]))
        }
      }
      expect(consultation.isOver, "it never ends")
      expect(consultation.recommendation != nil, "nothing is recommended")
      for scale in consultation.kind.decides { _ = consultation.explanation(of: scale) }
      _ = consultation.alternatives
    }
  }

  private func again(_ state: Consultation.State) -> Consultation.State {
    do {
      return try decoder.decode(Consultation.State.self, from: encoder.encode(state))
    } catch {
      fatalError("the state can't be encoded and decoded: \(error)")
    }
  }
}
