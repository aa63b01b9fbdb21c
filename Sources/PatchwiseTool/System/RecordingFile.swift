#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that grows piece by piece, each safe on disk before the next.
final class RecordingFile {
  /// Why a file could not be made or written.
  struct Problem: Error {
    var message: String
  }

  private let path: String
  private let descriptor: Int32

  /// Creates a new file that its owner alone can read.
  ///
  /// - Throws: `Problem` if there is such a file already, or if it can't be made.
  init(_ path: String) throws(Problem) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Problem(
        message: errno == EEXIST
          ? "\(path) exists already; please name a new file, so that nothing is lost"
          : "\(path) can't be written: \(String(cString: strerror(errno)))")
    }
  }

  deinit { close(descriptor) }

  /// Adds text at the end and waits until it is on disk.
  func append(_ text: String) throws(Problem) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure }
      bytes = bytes.dropFirst(count)
    }
    // A pipe or a terminal cannot be synced, and need not be.
    if fsync(descriptor) != 0, errno != EINVAL, errno != EROFS { throw failure }
  }

  private var failure: Problem {
    Problem(message: "\(path) can't be written: \(String(cString: strerror(errno)))")
  }
}
