import PatchwiseDialogue

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that grows piece by piece, each safe on disk before the next.
final class RecordingFile {
  private let path: String
  private let descriptor: Int32

  /// Creates a new file that its owner alone can read.
  ///
  /// - Throws: `FileProblem` if there is such a file already, or if it can't be made.
  init(_ path: String) throws(FileProblem) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let problem = FileProblem(writing: path)
      throw FileProblem(replacing: path) ?? problem
    }
  }

  deinit { close(descriptor) }

  /// Adds text at the end and waits until it is on disk.
  func append(_ text: String) throws(FileProblem) {
    if let error = StandardStreams.write(text, to: descriptor) {
      throw FileProblem(writing: path, error: error)
    }
    // A pipe or a terminal cannot be synced, and need not be.
    if fsync(descriptor) != 0, errno != EINVAL, errno != EROFS {
      throw FileProblem(writing: path)
    }
  }
}
