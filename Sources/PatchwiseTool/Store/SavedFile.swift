import PatchwiseDialogue
import PatchwiseTranscripts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The open file of a saved consultation, which one program at a time can have open.
///
/// What is appended is there whole, and on disk, or not at all.
final class SavedFile {
  /// What it is called.
  let number: Int
  private let path: String
  private var descriptor: Int32
  private var length: off_t

  /// Makes a new file, which its owner alone can read; nothing if the name is taken.
  init?(new path: String, _ number: Int) throws(FileProblem) {
    (self.path, self.number, length) = (path, number, 0)
    descriptor = Self.opened(path, O_RDWR | O_CREAT | O_EXCL)
    if descriptor < 0 {
      if errno == EEXIST { return nil }
      throw FileProblem(writing: path)
    }
    // Somebody else may have come before the lock. Whoever finds nothing in it lets go at once, and has
    // removed it or left it, so that to wait is right; a file that is left with nothing in it would be taken
    // for a conversation.
    while flock(descriptor, LOCK_EX) != 0 {
      if errno != EINTR { throw FileProblem(writing: path) }
    }
    guard isInPlace else { return nil }
    Self.syncFolder(of: path)
  }

  /// Opens a file that is there; nothing if another program has just removed it.
  init?(opening path: String, _ number: Int) throws(FileProblem) {
    (self.path, self.number, length) = (path, number, 0)
    descriptor = Self.opened(path, O_RDWR)
    guard descriptor >= 0 else { throw FileProblem(writing: path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      var problem = FileProblem(
        "Consultation \(number) is open in another window", .unwritable)
      problem.isOpenElsewhere = true
      throw problem
    }
    guard isInPlace else { return nil }
    // Nobody else makes it longer from now on.
    length = lseek(descriptor, 0, SEEK_END)
  }

  /// Whether what has its name is still the file that is open.
  private var isInPlace: Bool {
    var (own, named) = (stat(), stat())
    return fstat(descriptor, &own) == 0 && lstat(path, &named) == 0
      && own.st_dev == named.st_dev && own.st_ino == named.st_ino
  }

  /// Whether nothing stands in it yet.
  var isEmpty: Bool { length == 0 }

  deinit { release() }

  /// Closes the file, so that another program, or another part of this one, can open it; nothing more can be
  /// written then.
  func release() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }

  /// Leaves out what stands behind a length, because it was not written to its end.
  func cut(to length: Int) throws(FileProblem) {
    guard off_t(length) < self.length else { return }
    guard ftruncate(descriptor, off_t(length)) == 0 else { throw FileProblem(writing: path) }
    self.length = off_t(length)
  }

  /// Adds text at the end and waits until it is on disk.
  ///
  /// - Throws: `FileProblem` if there is no room; the file is then as it was.
  func append(_ text: String) throws(FileProblem) {
    lseek(descriptor, length, SEEK_SET)
    let error =
      StandardStreams.write(text, to: descriptor) ?? (fsync(descriptor) == 0 ? nil : errno)
    if let error {
      ftruncate(descriptor, length)
      throw FileProblem(writing: path, error: error)
    }
    length += off_t(text.utf8.count)
  }

  /// Removes the file, after its text was overwritten.
  func remove() throws(FileProblem) {
    var status = stat()
    // What has another name, too, is not ours alone to write over, and nothing of ours is so long.
    if fstat(descriptor, &status) == 0, status.st_nlink == 1, length <= Transcript.sizeLimit {
      lseek(descriptor, 0, SEEK_SET)
      _ = StandardStreams.write(String(repeating: "\n", count: Int(length)), to: descriptor)
      fsync(descriptor)
    }
    guard unlink(path) == 0 else { throw FileProblem(writing: path) }
    Self.syncFolder(of: path)
  }

  private static func opened(_ path: String, _ flags: CInt) -> Int32 {
    open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
  }

  /// A new or removed name is safe once its folder is.
  private static func syncFolder(of path: String) {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let descriptor = open(folder.joined(separator: "/"), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
