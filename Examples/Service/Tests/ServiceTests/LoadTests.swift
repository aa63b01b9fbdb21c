import Foundation
import Patchwise
import Testing

@testable import Service

@Suite("Many consultations", .timeLimit(.minutes(5)))
struct LoadTests {
  /// How many consultations there are, and how many at once.
  private static let (count, atOnce) = (200, 16)

  @Test("come to the same, 16 at once or one after another")
  func load() async throws {
    try await RunningService.use(RunningService.bicycle()) { client in
      var one: [JSONValue] = []
      for seed in 0..<Self.count { one.append(try await Person.consult(client, seed)) }
      let many = try await withThrowingTaskGroup(of: (Int, JSONValue).self) { group in
        var results = [JSONValue](repeating: .null, count: Self.count)
        for seed in 0..<Self.count {
          if seed >= Self.atOnce, let (done, result) = try await group.next() {
            results[done] = result
          }
          group.addTask { (seed, try await Person.consult(client, seed)) }
        }
        for try await (done, result) in group { results[done] = result }
        return results
      }
      #expect(many == one)
      #expect(Set(one).count > 10, "people differ")
    }
  }
}

/// Somebody who answers at random, and the same each time.
private struct Person {
  private var random: UInt64

  init(_ seed: Int) { random = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  private mutating func below(_ limit: Int) -> Int {
    random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(random >> 33) % limit
  }

  /// Answers until there is a recommendation.
  static func consult(_ client: Client, _ seed: Int) async throws -> JSONValue {
    var person = Person(seed)
    let kinds = try await client.get("/consultations").body["consultations"]?.elements ?? []
    let kind = kinds[person.below(kinds.count)]["id"] ?? .null
    var step = try await client.post("/consultations", ["consultation": kind])
    while let question = step.body["question"] {
      step = try await client.post(
        "/consultations/answer",
        [
          "token": step.token, "question": question["id"] ?? .null,
          "answer": person.answer(to: question),
        ])
      try #require(step.status == 200)
    }
    return try await client.post("/consultations/recommendation", ["token": step.token]).body
  }

  private mutating func answer(to question: JSONValue) -> JSONValue {
    if question["takesUnsure"]?.isTrue == true, below(6) == 0 { return ["unsure": true] }
    let options = question["options"]?.elements.compactMap { $0["id"] } ?? []
    let key = question["takes"]?.string ?? ""
    let (from, to) = (Int(question["from"]?.number ?? 0), Int(question["to"]?.number ?? 0))
    let value: JSONValue =
      switch key {
      case "option": options[below(options.count)]
      case "options":
        below(2) == 0 || options.isEmpty ? [] : .array([options[below(options.count)]])
      case "date": 1_767_225_600
      default: .number(Double(from + below(to - from + 1)))
      }
    return .object([key: value])
  }
}
