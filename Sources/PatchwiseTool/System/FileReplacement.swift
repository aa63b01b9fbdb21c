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
  /// Replaces a file's text: all of it or nothing, where the folder can be written.
  ///
  /// The file keeps its mode and its owner. A link stays a link, and so does a second name of the file.
  static func write(_ text: String, to path: String) throws(FileProblem) {
    guard let resolved = realpath(path, nil) else { throw FileProblem(writing: path) }
    defer { free(resolved) }
    let target = String(cString: resolved)
    var status = stat()
    guard access(target, W_OK) == 0, stat(target, &status) == 0 else {
      throw FileProblem(writing: path)
    }
    // A new file would leave a second name with the old text.
    if status.st_nlink == 1, swap(text, for: target, status) { return }
    let descriptor = open(target, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(writing: path) }
    defer { close(descriptor) }
    if let error = StandardStreams.write(text, to: descriptor) {
      throw FileProblem(writing: path, error: error)
    }
  }

  /// Writes a new file and puts it in the place of the old one; says whether that worked.
  private static func swap(_ text: String, for target: String, _ status: stat) -> Bool {
    // `mkstemp` puts letters that are not taken yet in place of the six.
    var name = Array("\(target).XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { return false }
    let isWhole =
      StandardStreams.write(text, to: descriptor) == nil
      && fchown(descriptor, status.st_uid, status.st_gid) == 0
      && fchmod(descriptor, status.st_mode & 0o7777) == 0 && fsync(descriptor) == 0
    close(descriptor)
    if isWhole, rename(name, target) == 0 { return true }
    unlink(name)
    return false
  }
}
