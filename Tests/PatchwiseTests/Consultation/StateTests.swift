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

  /// Readings of one course, of which each begins with all those before it, and one after them.
  private static func course(_ count: Int, with base: KnowledgeBase) throws -> Consultation {
    var readings: [Consultation] = []
    for round in 0..<count {
      var reading = try Consultation(
        "visit", in: base, at: Moment(seconds: round), earlier: readings)
      try reading.answer("itch", round.isMultiple(of: 2) ? .yes : .no)
      readings.append(reading)
    }
    return try Consultation("visit", in: base, at: Moment(seconds: count), earlier: readings)
  }

  @Test(
    "grows with the readings of a course and not with their pairs, and neither does reading them anew"
  )
  func manyReadings() throws {
    let base = try KnowledgeBase(Self.knowledge)
    let course = try Self.course(40, with: base)
    let data = try JSONEncoder().encode(course.state)
    #expect(data.count < 40 * 250)
    let again = try Consultation(Self.stored(course), in: base)
    #expect(again.state == course.state && again.earlier.count == 40)
    for (place, reading) in again.earlier.enumerated() {
      #expect(reading.earlier.count == place)
      #expect(reading.answer(to: "itch") == (place.isMultiple(of: 2) ? .yes : .no))
    }
    let other = try KnowledgeBase(Self.knowledge, fingerprint: "b")
    let read = try Consultation("visit", in: other, earlier: course.earlier)
    #expect(read.earlier.count == 40)
    #expect(read.earlier.last?.earlier.last?.earlier.count == 38)
    #expect(try Consultation(Self.stored(read), in: other).state == read.state)
  }

  @Test("keeps what each reading began with, where that is not all before it")
  func otherEarlier() throws {
    let base = try KnowledgeBase(Self.knowledge)
    let first = try Self.course(0, with: base)
    let second = try Self.course(0, with: base)
    let third = try Consultation("visit", in: base, earlier: [first])
    for readings in [[first, second], [first, third, third], [third]] {
      let state = try Self.stored(Consultation("visit", in: base, earlier: readings))
      let again = try Consultation(state, in: base)
      #expect(again.earlier.map(\.earlier.count) == readings.map(\.earlier.count))
    }
  }

  @Test("was stored with all earlier readings of each reading once, and is still taken up")
  func formerForm() throws {
    let base = try KnowledgeBase(Self.knowledge)
    let course = try Self.course(2, with: base)
    func text(_ readings: Int, after earlier: String...) throws -> String {
      var alone = try Consultation("visit", in: base, at: Moment(seconds: readings))
      if readings < 2 { try alone.answer("itch", readings == 0 ? .yes : .no) }
      return try String(decoding: JSONEncoder().encode(alone.state), as: UTF8.self).replacing(
        "\"earlier\":[]", with: "\"earlier\":[\(earlier.joined(separator: ","))]")
    }
    let first = try text(0)
    let full = try text(2, after: first, text(1, after: first))
    let state = try JSONDecoder().decode(Consultation.State.self, from: Data(full.utf8))
    #expect(try Consultation(state, in: base).state == course.state)
  }

  @Test(
    "is read with readings as deep within one another as the limit, and refused with deeper ones")
  func nested() throws {
    let base = try KnowledgeBase(Self.knowledge)
    let alone = try String(
      decoding: JSONEncoder().encode(Consultation("visit", in: base).state), as: UTF8.self)
    #expect(alone.contains("\"earlier\":[]"))
    func state(depth: Int) throws -> Consultation.State {
      let text = (0..<depth).reduce(alone) { inner, _ in
        alone.replacing("\"earlier\":[]", with: "\"earlier\":[\(inner)]")
      }
      return try JSONDecoder().decode(Consultation.State.self, from: Data(text.utf8))
    }
    let limit = Consultation.State.depthLimit
    _ = try Consultation(state(depth: limit), in: base)
    for depth in [limit + 1, 200] {
      #expect(throws: DecodingError.self) { try state(depth: depth) }
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
