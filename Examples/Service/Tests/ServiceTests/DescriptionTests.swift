import Crypto
import Foundation
import Hummingbird
import Patchwise
import Testing

@testable import Service

@Suite("The description of the service", .timeLimit(.minutes(2)))
struct DescriptionTests {
  private let description: APIDescription

  init() throws { description = try APIDescription() }

  @Test("has the paths that the service has")
  func paths() throws {
    let service = ConsultationService(
      of: try RunningService.bicycle(), seal: StateSeal(key: SymmetricKey(size: .bits256)))
    #expect(
      Set(service.router.routes.map { "\($0.method) \($0.path)" })
        == description.operations)
    #expect(description.version == "3.1.0")
  }

  /// A client holds each response against the description; here each kind of response comes once.
  @Test("has every status that comes, and no other")
  func outcomes() async throws {
    let key = SymmetricKey(size: .bits256)
    let paths = description.operations.map { $0.split(separator: " ").map(String.init) }
    let posts = paths.filter { $0[0] == "POST" }.map { $0[1] }
    var outcomes = try await RunningService.use(RunningService.bicycle(), key: key) { client in
      for path in paths where path[0] == "GET" {
        #expect(try await client.get(path[1]).status == 200)
      }
      for path in posts {
        let (broken, huge) = (Data("{".utf8), Data(repeating: 32, count: 70_000))
        #expect(try await client.send("POST", path, broken).code == "bad-body")
        #expect(try await client.post(path, ["other": 1]).code == "bad-body")
        #expect(try await client.send("POST", path, huge).code == "too-large")
      }
      #expect(
        try await client.post("/consultations", ["consultation": "rid"]).message
          == "There is no consultation 'rid'. Did you mean 'ride'?")
      let late = try await client.post("/consultations", ["consultation": "ride", "at": "late"])
      #expect(late.message == "'at' must be a time such as 2026-03-02 20:15.")
      var step = try await client.post("/consultations", ["consultation": "ride"])
      for path in posts where path != "/consultations" {
        let reply = try await client.post(
          path, ["token": "made.up", "question": "brakes", "answer": ["unsure": true]])
        #expect(reply.code == "bad-token")
      }
      #expect(try await client.post("/consultations/why", ["token": step.token]).status == 200)
      let early = try await client.post("/consultations/recommendation", ["token": step.token])
      #expect(early.code == "unfinished")
      let wrong: [(JSONValue, String, String)] = [
        (["option": "maybe"], "rejected-answer", "Question 'brakes' has no option 'maybe'."),
        (["number": 3], "rejected-answer", "Question 'brakes' takes 'yes' or 'no'."),
        ([:], "bad-body", "'answer' can't be read: "),
        (["option": 3], "bad-body", "'answer.option' has the wrong type."),
      ]
      for (answer, code, message) in wrong {
        let reply = try await client.post(
          "/consultations/answer", ["token": step.token, "question": "brakes", "answer": answer])
        #expect(reply.code == code)
        #expect(reply.message?.hasPrefix(message) == true, "\(reply.message ?? "")")
      }
      // One answer of each kind.
      let answers: [(JSONValue, JSONValue)] = [
        ("wrong", ["options": []]), ("pressure", ["number": 3]), ("stood", ["seconds": 86_400]),
        ("serviced", ["date": 1_767_225_600]), ("dark", ["unsure": true]),
        ("brakes", ["option": "no"]),
      ]
      for (question, answer) in answers {
        #expect(step.body["question"] != nil)
        step = try await client.post(
          "/consultations/answer", ["token": step.token, "question": question, "answer": answer])
      }
      #expect(try await client.post("/consultations/resume", ["token": step.token]).status == 200)
      let told = try await client.post("/consultations/recommendation", ["token": step.token])
      #expect(told.body["decisions"]?.elements.first?["says"] == ["Walk."])
      let why = try await client.post("/consultations/why", ["token": step.token])
      #expect(why.code == "question-not-open")
      let nowhere = try await client.send("GET", "/nowhere", nil, isDescribed: false)
      #expect((nowhere.status, nowhere.code) == (404, "no-such-path"))
      return client.outcomes
    }
    let other = try await RunningService.use(RunningService.bicycle(), key: key) { client in
      try await client.post("/consultations", ["consultation": "ride"]).token
    }
    outcomes.formUnion(
      try await RunningService.use(RunningService.bicycle(version: "2"), key: key) { client in
        for path in posts where path != "/consultations" {
          let reply = try await client.post(
            path, ["token": other, "question": "brakes", "answer": ["unsure": true]])
          #expect(reply.code == "other-knowledge")
        }
        return client.outcomes
      })
    var limits = ConsultationService.Limits()
    limits.requests = 0
    outcomes.formUnion(
      try await RunningService.use(RunningService.bicycle(), limits: limits) { client in
        for path in paths {
          let reply = try await client.send(path[0], path[1], nil)
          #expect(reply.code == "busy")
        }
        return client.outcomes
      })
    #expect(outcomes == description.outcomes)
  }
}
