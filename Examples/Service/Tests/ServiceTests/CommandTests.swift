import Foundation
import NIOCore
import Testing

@Suite("The command that serves", .timeLimit(.minutes(1)))
struct CommandTests {
  private let process = Process()
  private let errors = Pipe()

  private func start(_ variables: [String: String]) throws {
    process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "ServiceCommand")
    process.environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    process.standardError = errors
    try process.run()
  }

  /// What it says until some text has come, or until it ends.
  private func said(until text: String = "\0") -> String {
    var said = ""
    while !said.contains(text) {
      let data = errors.fileHandleForReading.availableData
      guard !data.isEmpty else { break }
      said += String(decoding: data, as: UTF8.self)
    }
    return said
  }

  @Test("answers what it was asked before it stops, when it is told to stop")
  func shutdown() async throws {
    try start(["SERVICE_PORT": "0"])
    let words = said(until: "Listening at http://127.0.0.1:")
    #expect(
      words.contains("There is no SERVICE_KEY, so tokens are good only until this service stops."))
    let port = try #require(
      words.split(separator: ":").last.flatMap { Int($0.trimmingCharacters(in: .newlines)) })
    let body = #"{"consultation": "fit"}"#
    let received = try await RawConnection.use(port: port) { inbound, outbound in
      let head =
        "POST /consultations HTTP/1.1\r\nHost: here\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
      try await outbound.write(ByteBuffer(string: head))
      // A second exchange tells that the first one is being answered.
      _ = try await Client(port: port).get("/consultations")
      process.terminate()
      try await Task.sleep(for: .milliseconds(300))
      try await outbound.write(ByteBuffer(string: body))
      var received = ""
      for try await part in inbound { received += String(buffer: part) }
      return received
    }
    #expect(received.hasPrefix("HTTP/1.1 201 Created"))
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test(
    "says what is wrong with its key or port",
    arguments: [
      (["SERVICE_KEY": "short"], "SERVICE_KEY must be at least 32 bytes"),
      (["SERVICE_PORT": "high"], "SERVICE_PORT must be a number from 0 to 65535."),
    ])
  func wrongUse(variables: [String: String], sentence: String) throws {
    try start(variables)
    #expect(said().contains(sentence))
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
  }
}
