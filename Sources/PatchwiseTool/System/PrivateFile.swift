#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is written whole or not at all, and that its owner alone can read.
final class PrivateFile {
  private let path: String
  private var isWritten = false

  /// Names a file that is still to be written.
  ///
  /// - Throws: `FileProblem` if there is such a file already, or if none can be made there.
  init(_ path: String) throws(FileProblem) {
    self.path = path
    try demandNothing()
    // Whoever is told now can still choose another place.
    guard let trial = NewFile(beside: path) else { throw FileProblem(writing: path) }
    trial.discard()
  }

  /// Writes the file, or replaces what was written before.
  ///
  /// - Throws: `FileProblem` if there is no room or no right, or a file that somebody else has put there
  ///   meanwhile; what was there then stays as it was.
  func write(_ text: String) throws(FileProblem) {
    if !isWritten { try demandNothing() }
    guard let new = NewFile(beside: path) else { throw FileProblem(writing: path) }
    if let error = new.write(text) {
      new.discard()
      throw FileProblem(writing: path, error: error)
    }
    guard new.put(at: path) else { throw FileProblem(writing: path) }
    isWritten = true
  }

  private func demandNothing() throws(FileProblem) {
    if let problem = FileProblem(replacing: path) { throw problem }
  }
}
