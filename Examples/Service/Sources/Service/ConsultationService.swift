import Foundation
public import Hummingbird
import Logging
import NIOCore
public import Patchwise

/// Consultations over HTTP, of which it remembers none: the client carries the state, under a seal.
public struct ConsultationService: Sendable {
  /// What keeps one client from taking everything.
  public struct Limits: Sendable {
    /// How many bytes the body of a request may have.
    public var bodySize = 65_536
    /// How many requests are answered at once.
    public var requests = 64
    /// How many connections are open at once; others wait.
    public var connections = 256
    /// How many seconds a connection may say nothing.
    public var idleSeconds: Int64 = 30

    /// The usual limits.
    public init() {}
  }

  private let knowledge: KnowledgeBase
  private let seal: StateSeal
  private let limits: Limits

  /// Creates a service of some knowledge.
  public init(of knowledge: KnowledgeBase, seal: StateSeal, limits: Limits = Limits()) {
    self.knowledge = knowledge
    self.seal = seal
    self.limits = limits
  }

  /// Returns the service as a program that listens, for this machine alone unless told otherwise.
  ///
  /// - Parameters:
  ///   - host: The address to listen at.
  ///   - port: The port to listen at; any that is free for 0.
  ///   - didBegin: Called with the port once it listens.
  /// - Returns: What Hummingbird runs.
  public func application(
    host: String = "127.0.0.1", port: Int = 8080,
    didBegin: @escaping @Sendable (Int) async -> Void = { _ in }
  ) -> some ApplicationProtocol {
    Application(
      router: router,
      server: .http1(configuration: .init(idleTimeout: .seconds(limits.idleSeconds))),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port),
        availableConnectionsDelegate: .maximum(
          limits.connections, logger: Logger(label: "service"))
      ),
      onServerRunning: { channel in await didBegin(channel.localAddress?.port ?? port) })
  }

  /// What is done at which path.
  var router: Router<BasicRequestContext> {
    let router = Router()
    router.add(middleware: ProblemMiddleware())
    router.add(middleware: RequestLimit(limits.requests))
    router.get("openapi.json") { _, _ in try Self.description() }
    router.get("consultations") { _, _ in Subject(knowledge.knowledge) }
    router.post("consultations") { request, _ in
      let beginning = try await read(Beginning.self, from: request)
      let consultation = try Consultation(
        beginning.consultation, in: knowledge, at: beginning.now)
      return EditedResponse(status: .created, response: try step(consultation))
    }
    router.post("consultations/resume") { request, _ in
      try step(consultation(try await read(Continuation.self, from: request).token))
    }
    router.post("consultations/answer") { request, _ in
      let answering = try await read(Answering.self, from: request)
      var consultation = try consultation(answering.token)
      try consultation.answer(answering.question, answering.answer)
      return try step(consultation)
    }
    router.post("consultations/why") { request, _ in
      let consultation = try consultation(
        try await read(Continuation.self, from: request).token)
      guard let next = consultation.nextQuestion,
        let reason = consultation.reason(toAsk: next.id)
      else { throw Problem.questionNotOpen }
      return WhyMessage(reason)
    }
    router.post("consultations/recommendation") { request, _ in
      let consultation = try consultation(
        try await read(Continuation.self, from: request).token)
      guard let recommendation = consultation.recommendation else { throw Problem.unfinished }
      return RecommendationMessage(recommendation, in: knowledge)
    }
    return router
  }

  private func read<Message: Decodable>(
    _ message: Message.Type, from request: Request
  ) async throws -> Message {
    let body = try await request.body.collect(upTo: limits.bodySize)
    do {
      return try JSONDecoder().decode(message, from: Data(body.readableBytesView))
    } catch {
      throw Problem.badBody(Self.sentence(on: error))
    }
  }

  private static func sentence(on error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "The body lacks '\(key.stringValue)'."
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' has the wrong type."
    case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
      "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' can't be read: "
        + "\(context.debugDescription)."
    default: "The body is not JSON."
    }
  }

  private func consultation(_ token: String) throws -> Consultation {
    try Consultation(seal.state(of: token), in: knowledge)
  }

  private func step(_ consultation: Consultation) throws -> Step {
    Step(consultation, token: try seal.token(for: consultation.state))
  }

  /// The description of this service, as it is sent to whoever asks.
  static func description() throws -> Response {
    guard let file = Bundle.module.url(forResource: "openapi", withExtension: "json") else {
      throw HTTPError(.internalServerError)
    }
    return Response(
      status: .ok, headers: [.contentType: "application/json; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: try Data(contentsOf: file))))
  }
}
