import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a file can't be read or written; thrown by a command, it is said and ends it with its status.
struct FileProblem: Error {
  /// A sentence without a full stop, which begins with the path.
  var message: String
  /// The status to leave with.
  var status: ExitCode
  /// Whether it is only that another program has the file open.
  var isOpenElsewhere = false

  init(_ message: String, _ status: ExitCode = .unreadable) {
    self.message = message
    self.status = status
  }

  /// A file can't be read, for the reason that the system gives.
  init(reading path: String, error: CInt = errno) {
    message = "\(path) can't be read: \(String(cString: strerror(error)))"
    status = .unreadable
  }

  /// A file can't be written, for the reason that the system gives.
  init(writing path: String, error: CInt = errno) {
    message = "\(path) can't be written: \(String(cString: strerror(error)))"
    status = .unwritable
  }

  /// What stands at a path is not to be replaced; nothing where there is nothing.
  init?(replacing path: String) {
    switch FileKind(path) {
    case .nothing: return nil
    case .folder: message = "\(path) is a folder; please name a new file"
    case .file, .other:
      message = "\(path) exists already; please name a new file, so that nothing is lost"
    }
    status = .unwritable
  }
}
