#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What stands at a path, links followed.
enum FileKind {
  case file
  case folder
  /// A pipe or a device, which may keep whoever reads it waiting for ever.
  case other
  case nothing

  /// Looks at a path.
  init(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      self = .nothing
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }

  /// Whether a path is a file itself, and no link to one.
  static func isPlainFile(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// How many bytes a file has, links followed; none if there is nothing.
  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Makes sure that a path is a file.
  static func demandFile(_ path: String) throws(FileProblem) {
    switch FileKind(path) {
    case .file: break
    case .folder: throw FileProblem("\(path) is a folder, not a file")
    case .other:
      throw FileProblem("\(path) is a pipe or a device, and only a file can be read here")
    case .nothing: throw FileProblem("\(path) is not there")
    }
  }
}
