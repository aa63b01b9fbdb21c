import Hummingbird
import Synchronization

/// Refuses a request while too many are being answered.
final class RequestLimit<Context: RequestContext>: RouterMiddleware {
  private let limit: Int
  private let count = Mutex(0)

  init(_ limit: Int) { self.limit = limit }

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let isAdmitted = count.withLock { count in
      guard count < limit else { return false }
      count += 1
      return true
    }
    guard isAdmitted else { throw Problem.busy }
    defer { count.withLock { $0 -= 1 } }
    return try await next(request, context)
  }
}
