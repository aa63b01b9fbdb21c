import Foundation
import Synchronization
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Somebody who uses the service, and holds every response against the description.
final class Client: Sendable {
  let port: Int
  private let description: APIDescription
  private let session: URLSession
  private let seen = Mutex<Set<String>>([])

  init(port: Int) throws {
    self.port = port
    description = try APIDescription()
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = 20
    configuration.httpMaximumConnectionsPerHost = 16
    session = URLSession(configuration: configuration)
  }

  /// What came back so far, each as in `POST /consultations 201`.
  var outcomes: Set<String> { seen.withLock { $0 } }

  func get(_ path: String) async throws -> Reply { try await send("GET", path, nil) }

  func post(_ path: String, _ body: JSONValue) async throws -> Reply {
    try await send("POST", path, JSONEncoder().encode(body), body)
  }

  /// What came back.
  struct Reply {
    var status: Int
    var body: JSONValue
    /// The code of the problem, if there is one.
    var code: String? { body["error"]?["code"]?.string }
    var message: String? { body["error"]?["message"]?.string }
    var token: JSONValue { body["token"] ?? .null }
  }

  func send(
    _ method: String, _ path: String, _ data: Data?, _ body: JSONValue? = nil,
    isDescribed: Bool = true
  ) async throws -> Reply {
    let url = try #require(URL(string: "http://127.0.0.1:\(port)\(path)"))
    var request = URLRequest(url: url)
    request.httpMethod = method
    request.httpBody = data
    let (received, response) = try await session.data(for: request)
    let status = try #require(response as? HTTPURLResponse).statusCode
    let reply = Reply(
      status: status, body: try JSONDecoder().decode(JSONValue.self, from: received))
    if isDescribed {
      seen.withLock { _ = $0.insert("\(method) \(path) \(status)") }
      let problems = description.problems(
        of: "\(method) \(path)", sending: body, status: status, receiving: reply.body)
      #expect(problems == [])
    }
    return reply
  }
}
