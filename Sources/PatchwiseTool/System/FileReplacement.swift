import PatchwiseDialogue

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Replaces the text of a file that is there.
enum FileReplacement {
  /// Replaces a file's text: all of it or nothing.
  ///
  /// The file keeps its mode and its owner. A link stays a link, and so does a second name of the file.
  ///
  /// - Throws: `FileProblem` if there is no room or no right; the file then has its old text.
  static func write(_ text: String, to path: String) throws(FileProblem) {
    guard let resolved = realpath(path, nil) else { throw FileProblem(writing: path) }
    defer { free(resolved) }
    let target = String(cString: resolved)
    var status = stat()
    guard access(target, W_OK) == 0, stat(target, &status) == 0 else {
      throw FileProblem(writing: path)
    }
    // A new file would leave a second name with the old text.
    if status.st_nlink == 1 {
      switch swap(text, for: target, status) {
      case .done: return
      case .failed(let error): throw FileProblem(writing: path, error: error)
      case .notPossible: break
      }
    }
    try overwrite(target, with: text, path)
  }

  private enum Swap {
    case done
    /// Text can't be written, for a reason that the old place has as well.
    case failed(CInt)
    /// No file can be put there, or it can't be given away.
    case notPossible
  }

  /// Writes a new file and puts it in the place of the old one.
  private static func swap(_ text: String, for target: String, _ status: stat) -> Swap {
    guard let new = NewFile(beside: target) else {
      return errno == ENOSPC ? .failed(errno) : .notPossible
    }
    if let error = new.write(text) {
      new.discard()
      return .failed(error)
    }
    guard fchown(new.descriptor, status.st_uid, status.st_gid) == 0,
      fchmod(new.descriptor, status.st_mode & 0o7777) == 0
    else {
      new.discard()
      return .notPossible
    }
    return new.put(at: target) ? .done : .notPossible
  }

  /// Writes over the old text, and puts it back if there is no room for the new one.
  private static func overwrite(
    _ target: String, with text: String, _ path: String
  ) throws(FileProblem) {
    let old = try TranscriptFiles.read(target)
    let descriptor = open(target, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(writing: path) }
    defer { close(descriptor) }
    if let error = StandardStreams.write(text, to: descriptor) {
      // The place of the old text was never given up.
      lseek(descriptor, 0, SEEK_SET)
      _ = StandardStreams.write(old, to: descriptor)
      ftruncate(descriptor, off_t(old.utf8.count))
      throw FileProblem(writing: path, error: error)
    }
    guard ftruncate(descriptor, off_t(text.utf8.count)) == 0 else {
      throw FileProblem(writing: path)
    }
  }
}
