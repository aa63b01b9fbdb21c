import Crypto
import Foundation
import Hummingbird
import HummingbirdCore
import NIOCore
import Patchwise
import Testing

@testable import Service

@Suite("The service", .timeLimit(.minutes(2)))
struct ServiceTests {
  @Test("asks, says why, takes answers, and recommends")
  func consultation() async throws {
    try await RunningService.use(RunningService.bicycle()) { client in
      #expect(try await client.get("/consultations").body["title"] == "Can I ride it?")
      var step = try await client.post("/consultations", ["consultation": "ride"])
      #expect(step.status == 201)
      #expect(step.body["question"]?["ask"] == "Do both brakes hold?")
      let why = try await client.post("/consultations/why", ["token": step.token])
      #expect(why.body["why"] == "You may have to stop.")
      #expect(why.body["rules"]?.elements.first?["because"] == "You could not stop.")
      let answers: [(JSONValue, JSONValue)] = [
        ("brakes", ["option": "yes"]), ("wrong", ["options": ["chain"]]),
        ("dark", ["unsure": true]),
      ]
      for (question, answer) in answers {
        step = try await client.post(
          "/consultations/answer", ["token": step.token, "question": question, "answer": answer])
      }
      #expect(step.body["isOver"] == true)
      #expect(step.body["question"] == nil)
      let told = try await client.post("/consultations/recommendation", ["token": step.token])
      #expect(told.body["decisions"]?.elements.map { $0["level"] } == ["look", "lamp"])
      #expect(
        told.body["decisions"]?.elements.first?["plan"] == [
          "id": "care", "title": "A week of care", "steps": ["Oil it every day."],
          "readings": [["at": 172_800, "lookFor": ["A squeak"]]], "stopSigns": ["It breaks"],
          "then": "Ride it.",
        ])
      #expect(told.body["advice"]?.elements.map { $0["say"] } == ["Oil the chain."])
      #expect(
        told.body["reasons"]?.elements.map { $0["because"] }
          == ["A dry chain breaks.", "You have to be seen."])
    }
  }

  @Test("goes on by a token, also in another instance with the same key, and back by an older one")
  func resumption() async throws {
    let key = SymmetricKey(size: .bits256)
    let tokens = try await RunningService.use(RunningService.bicycle(), key: key) { client in
      let first = try await client.post("/consultations", ["consultation": "ride"]).token
      let answered = try await client.post(
        "/consultations/answer",
        ["token": first, "question": "brakes", "answer": ["option": "yes"]])
      return [first, answered.token]
    }
    try await RunningService.use(RunningService.bicycle(), key: key) { client in
      let back = try await client.post("/consultations/resume", ["token": tokens[0]])
      #expect(back.body["question"]?["id"] == "brakes")
      let resumed = try await client.post("/consultations/resume", ["token": tokens[1]])
      #expect(resumed.body["question"]?["id"] == "wrong")
      #expect(resumed.body["answered"] == 1)
    }
  }

  @Test("knows what the person's clock says, if it is told", arguments: [nil, "2026-03-02 20:15"])
  func clock(at: String?) async throws {
    try await RunningService.use(RunningService.bicycle()) { client in
      var beginning: [String: JSONValue] = ["consultation": "ride"]
      beginning["at"] = at.map(JSONValue.string)
      var step = try await client.post("/consultations", .object(beginning))
      let answers: [(JSONValue, JSONValue)] = [
        ("brakes", ["option": "yes"]), ("wrong", ["options": []]), ("pressure", ["number": 3]),
        ("stood", ["seconds": 0]), ("serviced", ["date": 1_767_225_600]),
        ("dark", ["option": "day"]),
      ]
      for (question, answer) in answers {
        step = try await client.post(
          "/consultations/answer", ["token": step.token, "question": question, "answer": answer])
      }
      let told = try await client.post("/consultations/recommendation", ["token": step.token])
      #expect(told.body["decisions"]?.elements[0]["level"] == (at == nil ? "look" : "go"))
    }
  }

  @Test("refuses a token of another edition of the knowledge, and says so")
  func edition() async throws {
    let key = SymmetricKey(size: .bits256)
    let token = try await RunningService.use(RunningService.bicycle(), key: key) { client in
      try await client.post("/consultations", ["consultation": "ride"]).token
    }
    try await RunningService.use(RunningService.bicycle(version: "2.0.0"), key: key) { client in
      let reply = try await client.post("/consultations/resume", ["token": token])
      #expect(reply.status == 409)
      #expect(
        reply.message
          == "The consultation was held with version 1.0.0 of the knowledge, and this is 2.0.0. Please begin again."
      )
    }
  }

  @Test("listens to this machine alone, unless told otherwise")
  func address() throws {
    let service = ConsultationService(
      of: try RunningService.bicycle(), seal: StateSeal(key: SymmetricKey(size: .bits256)))
    #expect(service.application().configuration.address == .hostname("127.0.0.1", port: 8080))
  }

  @Test("refuses more than it takes at once, until one is done")
  func busy() async throws {
    var limits = ConsultationService.Limits()
    limits.requests = 1
    try await RunningService.use(RunningService.bicycle(), limits: limits) { client in
      // Waits until a status comes, which happens once the service has noticed what we did.
      func await(_ status: Int) async throws {
        while try await client.get("/consultations").status != status {
          try await Task.sleep(for: .milliseconds(10))
        }
      }
      try await RawConnection.use(port: client.port) { _, outbound in
        let head = "POST /consultations HTTP/1.1\r\nHost: here\r\nContent-Length: 99\r\n\r\n"
        try await outbound.write(.init(string: head))
        try await `await`(503)
        #expect(try await client.get("/consultations").code == "busy")
      }
      try await `await`(200)
    }
  }
}
