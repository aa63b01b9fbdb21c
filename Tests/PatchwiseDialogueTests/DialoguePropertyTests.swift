import Patchwise
import PatchwiseTestSupport
import Testing

@testable import PatchwiseDialogue

@Suite("Any conversation")
struct DialoguePropertyTests {
  private static let seeds: [UInt64] = Array(1...40)

  @Test("every line is answered with something", arguments: seeds)
  func alwaysSaysSomething(seed: UInt64) throws {
    var walk = try RandomWalk(seed: seed)
    for _ in 0..<80 {
      let line = walk.step()
      #expect(walk.talk.pieces.contains { !$0.isEmpty }, "\(line.debugDescription)")
    }
  }

  @Test("back leads to where it was before the answer", arguments: seeds)
  func back(seed: UInt64) throws {
    var walk = try RandomWalk(seed: seed)
    for _ in 0..<60 {
      let before = walk.talk.dialogue
      let line = walk.step()
      guard case .answered(let question, _) = walk.talk.reply.outcome else { continue }
      var other = walk.talk
      // "Back" may be the name of an option.
      other.say("go back")
      #expect(Standing(other.dialogue.consultation) == Standing(before.consultation), "\(line)")
      #expect(other.dialogue.awaiting == .question(question), "\(line)")
      #expect(other.dialogue.alarm == nil)
    }
  }

  @Test("a line that is not taken leaves all answers as they were", arguments: seeds)
  func notTaken(seed: UInt64) throws {
    var walk = try RandomWalk(seed: seed, answering: 40)
    for _ in 0..<80 {
      let before = walk.talk.dialogue
      let line = walk.step()
      let isBack = line.contains("back") || line == "undo"
      switch walk.talk.reply.outcome {
      case .answered, .began: break
      case .served where isBack: break
      case .served, .told, .refused, .askedBack, .alarmed:
        #expect(
          Standing(walk.talk.dialogue.consultation) == Standing(before.consultation), "\(line)")
      }
    }
  }

  @Test(
    "whatever was changed and taken back on the way, the same answers give the same recommendation",
    arguments: seeds)
  func sameAfresh(seed: UInt64) throws {
    let consultation = try finished(seed: seed)
    var random = SplitMix64(seed: seed)
    var afresh = try Consultation(consultation.kind.id, in: consultation.knowledge, at: Boiler.now)
    for id in random.shuffled(consultation.answered) {
      try afresh.answer(id, #require(consultation.answer(to: id)))
    }
    let first = try #require(consultation.recommendation)
    let second = try #require(afresh.recommendation)
    #expect(levels(of: second) == levels(of: first))
    #expect(second.advice.map(\.id) == first.advice.map(\.id))
    #expect(second.reasons.map(\.rule.id) == first.reasons.map(\.rule.id))
    #expect(Set(second.unsure.map(\.question.id)) == Set(first.unsure.map(\.question.id)))
  }

  @Test("what is asked in order gives the levels that came of asking in disorder", arguments: seeds)
  func sameInOrder(seed: UInt64) throws {
    let consultation = try finished(seed: seed)
    var afresh = try Consultation(consultation.kind.id, in: consultation.knowledge, at: Boiler.now)
    var lines = RandomLines(consultation.knowledge, seed: seed)
    let reader = AnswerReader(vocabulary: consultation.knowledge.vocabulary, now: Boiler.now)
    while let question = afresh.nextQuestion {
      if let answer = consultation.answer(to: question.id) {
        try afresh.answer(question.id, answer)
        continue
      }
      // It was never asked, so that no answer to it can matter.
      let line = lines.answer(to: question)
      if case .certain(let answer)? = reader.exactReading(of: line, for: question) {
        try afresh.answer(question.id, answer)
      }
    }
    let first = try #require(consultation.recommendation)
    let second = try #require(afresh.recommendation)
    #expect(second.endedEarly == first.endedEarly)
    #expect(second.endings.map(\.level?.id) == first.endings.map(\.level?.id))
    // After an early end the other scales hang on what happened to be asked before.
    if !first.endedEarly { #expect(levels(of: second) == levels(of: first)) }
  }

  @Test("these conversations come by everything that can happen")
  func variety() throws {
    var outcomes: Set<String> = []
    var (levels, endedEarly): (Set<String>, Int) = ([], 0)
    for seed in Self.seeds {
      var walk = try RandomWalk(seed: seed)
      for _ in 0..<60 {
        _ = walk.step()
        outcomes.insert(String(describing: walk.talk.reply.outcome).prefix { $0 != "(" } + "")
      }
      let recommendation = try #require(finished(seed: seed).recommendation)
      for decision in recommendation.decisions {
        levels.insert("\(decision.scale.id): \(decision.level?.id.name ?? "-")")
      }
      if recommendation.endedEarly { endedEarly += 1 }
    }
    #expect(outcomes == ["answered", "began", "refused", "askedBack", "served", "told", "alarmed"])
    #expect(levels.count >= 8)
    #expect((1..<Self.seeds.count / 2).contains(endedEarly))
  }

  /// A consultation as it stands after many detours, with all of its questions answered.
  private func finished(seed: UInt64) throws -> Consultation {
    var walk = try RandomWalk(seed: seed)
    for _ in 0..<50 { _ = walk.step() }
    walk.finish()
    return try #require(walk.talk.dialogue.consultation)
  }

  private func levels(of recommendation: Recommendation) -> [Identifier<Scale.Level>?] {
    recommendation.decisions.map(\.level?.id)
  }
}
