import Foundation
import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("Stored consultations")
struct StateTests {
  private static func stored(_ consultation: Consultation) throws -> Consultation.State {
    let data = try JSONEncoder().encode(consultation.state)
    return try JSONDecoder().decode(Consultation.State.self, from: data)
  }

  @Test("goes on as it was, on random knowledge, with earlier readings", arguments: UInt64(0)..<60)
  func survives(seed: UInt64) throws {
    let base = try KnowledgeBase(RandomKnowledge(seed: seed).knowledge)
    var answers = RandomAnswers(QuestionValues(base), random: SplitMix64(seed: ~seed))
    let kind = try #require(base.knowledge.consultations.first)
    var earlier: [Consultation] = []
    for round in 0..<3 {
      var consultation = try Consultation(
        kind.id, in: base, at: Moment(seconds: 1_772_400_000 + round * 86_400), earlier: earlier)
      for _ in 0..<8 {
        switch answers.move(in: consultation) {
        case .answer(let question, let answer)?: try? consultation.answer(question, answer)
        case .retract(let question)?: consultation.retract(question)
        case nil: break
        }
      }
      let again = try Consultation(Self.stored(consultation), in: base)
      #expect(again.state == consultation.state)
      #expect(again.answered == consultation.answered && again.now == consultation.now)
      #expect(again.openQuestions.map(\.id) == consultation.openQuestions.map(\.id))
      #expect(again.endedEarly == consultation.endedEarly)
      #expect(
        again.recommendation?.decisions.map(\.level?.id)
          == consultation.recommendation?.decisions.map(\.level?.id))
      for scale in base.knowledge.scales {
        #expect(again.interval(of: scale.id) == consultation.interval(of: scale.id))
      }
      earlier.append(consultation)
    }
  }

  @Test("times that no clock has ever shown do no harm", arguments: [Int.min, -1, Int.max])
  func strangeTimes(seconds: Int) throws {
    let base = try KnowledgeBase(
      Knowledge.tiny(
        questions: [.date("day")], scales: [.of("care", ["rest", "run"], otherwise: "rest")],
        rules: [.of("r", when: "day more than 3 days ago", raise: ["care": "run"])]))
    let kind = try #require(base.knowledge.consultations.first).id
    for day in [Int.min, 0, Int.max] {
      var consultation = try Consultation(kind, in: base, at: Moment(seconds: seconds))
      try consultation.answer("day", .date(Moment(seconds: day)))
      let again = try Consultation(Self.stored(consultation), in: base)
      #expect(again.interval(of: "care") == consultation.interval(of: "care"))
    }
  }

  private static let knowledge = Knowledge.tiny(
    questions: [.yesNo("itch")], scales: [.of("care", ["rest", "run"], otherwise: "rest")],
    rules: [.of("r", when: "itch", raise: ["care": "run"])])

  @Test(
    "is refused by other knowledge, another edition, and where it holds what no consultation takes")
  func refused() throws {
    func base(_ change: (inout Knowledge) -> Void = { _ in }, fingerprint: String = "a") throws
      -> KnowledgeBase
    {
      var knowledge = Self.knowledge
      change(&knowledge)
      return try KnowledgeBase(knowledge, fingerprint: fingerprint)
    }
    let here = try base()
    let kind = try #require(here.knowledge.consultations.first).id
    var consultation = try Consultation(kind, in: here)
    try consultation.answer("itch", .yes)
    let state = consultation.state
    #expect(throws: StateRejection.otherKnowledge(here.knowledge.id, expected: "other")) {
      try Consultation(state, in: base { $0.id = "other" })
    }
    let newer = try base(fingerprint: "b")
    #expect(throws: StateRejection.otherEdition(here.edition, expected: newer.edition)) {
      try Consultation(state, in: newer)
    }
    let later = try base { $0.version = "9" }
    #expect(throws: StateRejection.otherEdition(here.edition, expected: later.edition)) {
      try Consultation(state, in: later)
    }
    // What was tampered with is no consultation.
    let text = try String(decoding: JSONEncoder().encode(state), as: UTF8.self)
    let tampered = [
      (
        text.replacing("\"itch\"", with: "\"ouch\""),
        StateRejection.rejected(.unknownQuestion("ouch"))
      ),
      (
        text.replacing("\"yes\"", with: "\"maybe\""),
        .rejected(.unknownOption("maybe", "itch"))
      ),
      (
        text.replacing("\"\(kind)\"", with: "\"none\""),
        .unknownConsultation(UnknownConsultation(id: "none", known: [kind]))
      ),
    ]
    for (text, rejection) in tampered {
      let state = try JSONDecoder().decode(Consultation.State.self, from: Data(text.utf8))
      #expect(throws: rejection) { try Consultation(state, in: here) }
    }
  }

  @Test(
    "goes on with a clock and a day that are as far apart as numbers can be",
    arguments: [(Int.min, Int.max), (.max, .min)])
  func farApart(now: Int, day: Int) throws {
    let base = try KnowledgeBase(
      .tiny(
        questions: [Question(id: "since", ask: "Since when?", domain: .date)],
        scales: [.of("care", ["rest", "run"], otherwise: "rest")],
        rules: [.of("r", when: "since more than 2 days ago", raise: ["care": "run"])]))
    let kind = try #require(base.knowledge.consultations.first).id
    var consultation = try Consultation(kind, in: base, at: Moment(seconds: now))
    try consultation.answer("since", .date(Moment(seconds: day)))
    let again = try Consultation(Self.stored(consultation), in: base)
    #expect(again.state == consultation.state)
    #expect(again.recommendation?.decisions.map(\.level?.id) == [now > day ? "run" : "rest"])
  }
}
