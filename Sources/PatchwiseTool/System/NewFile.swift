import PatchwiseDialogue

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A new file beside another one, to be put in its place; its owner alone can read it.
struct NewFile {
  /// Open until it is put in place or discarded.
  let descriptor: CInt
  private let name: [CChar]

  /// Creates an empty file; if that can't be done, `errno` says why.
  init?(beside path: String) {
    // `mkstemp` puts letters that are not taken yet in place of the six.
    var name = Array("\(path).XXXXXX".utf8CString)
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else { return nil }
    self.name = name
  }

  /// Writes text and waits until it is on disk.
  ///
  /// - Returns: The number of the error that has kept some of it from being written.
  func write(_ text: String) -> CInt? {
    StandardStreams.write(text, to: descriptor) ?? (fsync(descriptor) == 0 ? nil : errno)
  }

  /// Closes the file and puts it in the place of what has some name, if anything has.
  ///
  /// - Returns: Whether it is there now. If not it is gone, and `errno` says why.
  func put(at path: String) -> Bool {
    close(descriptor)
    if rename(name, path) == 0 { return true }
    let error = errno
    unlink(name)
    errno = error
    return false
  }

  /// Closes the file and takes it away.
  func discard() {
    close(descriptor)
    unlink(name)
  }
}
