import Foundation
import Hummingbird
import Logging
import NIOCore
import Patchwise

/// Why a request was refused.
enum Problem: Error {
  /// The body is not the JSON that is expected.
  case badBody(String)
  /// The token is none of ours, or was changed.
  case badToken
  /// There is no such kind of consultation.
  case unknownConsultation(UnknownConsultation)
  /// The token belongs to other knowledge.
  case otherKnowledge(StateRejection)
  /// The question does not take the answer.
  case rejectedAnswer(AnswerRejection)
  /// Something is asked about a question that is not open.
  case questionNotOpen
  /// A recommendation is asked for while a question is open.
  case unfinished
  /// As many requests are being answered as may be at once.
  case busy
  /// Anything else, by its status.
  case other(HTTPResponse.Status)

  /// What a failed request failed for.
  init(_ error: any Error) {
    self =
      switch error {
      case let problem as Problem: problem
      case let error as UnknownConsultation: .unknownConsultation(error)
      case let error as StateRejection: .otherKnowledge(error)
      case let error as AnswerRejection: .rejectedAnswer(error)
      case let error as HTTPError where error.status == .badRequest:
        .badBody(error.body ?? "The body can't be read.")
      case let error as any HTTPResponseError: .other(error.status)
      default: .other(.internalServerError)
      }
  }

  /// The status that the response has.
  var status: HTTPResponse.Status {
    switch self {
    case .badBody, .badToken: .badRequest
    case .unknownConsultation: .notFound
    case .otherKnowledge, .questionNotOpen, .unfinished: .conflict
    case .rejectedAnswer: .unprocessableContent
    case .busy: .serviceUnavailable
    case .other(let status): status
    }
  }

  /// What a program reads.
  private var code: String {
    switch self {
    case .badBody: "bad-body"
    case .badToken: "bad-token"
    case .unknownConsultation: "unknown-consultation"
    case .otherKnowledge: "other-knowledge"
    case .rejectedAnswer: "rejected-answer"
    case .questionNotOpen: "question-not-open"
    case .unfinished: "unfinished"
    case .busy: "busy"
    case .other(.notFound): "no-such-path"
    case .other(.contentTooLarge): "too-large"
    case .other: "failed"
    }
  }

  /// What a person reads.
  private var sentence: String {
    switch self {
    case .badBody(let reason): reason
    case .badToken: "This is no token of ours, or it was changed."
    case .unknownConsultation(let error): error.description
    case .otherKnowledge(let rejection): "\(rejection) Please begin again."
    case .rejectedAnswer(let rejection): rejection.description
    case .questionNotOpen: "That question is not open, so it has no reason to be asked."
    case .unfinished: "There is no recommendation yet, because a question is still open."
    case .busy: "Too much is asked at once. Please try again in a moment."
    case .other(.notFound): "There is nothing here."
    case .other(.contentTooLarge): "The body is too large."
    case .other(let status) where status.kind == .clientError: "That can't be done here."
    case .other: "That did not work, and it is our fault."
    }
  }

  /// The response as it is written.
  private struct Body: Encodable {
    var code: String
    var message: String
  }

  /// Returns the problem as a response.
  func response() -> Response {
    let body = Body(code: code, message: sentence)
    let data = (try? JSONEncoder().encode(["error": body])) ?? Data()
    var response = Response(
      status: status, headers: [.contentType: "application/json; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: data)))
    if case .busy = self { response.headers[.retryAfter] = "1" }
    return response
  }
}

/// Answers with JSON when something has failed.
struct ProblemMiddleware<Context: RequestContext>: RouterMiddleware {
  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      let problem = Problem(error)
      if case .other(.internalServerError) = problem { context.logger.error("\(error)") }
      return problem.response()
    }
  }
}
