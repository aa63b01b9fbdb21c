import Patchwise

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Something on disk that is to be read as a file.
struct FileOnDisk {
  private let path: String
  /// The folder that it must not lead out of, with the slash behind it; nothing if it may be anywhere.
  private let folder: String?

  /// Names the root file, which somebody asked for: it may be anywhere, and a pipe or a device.
  init(root path: String) {
    self.path = path
    folder = nil
  }

  /// Names a file that another one includes.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - root: The path of the root file, in whose folder it must be, links followed.
  init(_ path: String, includedFrom root: String) {
    self.path = path
    folder = FilePath.folder(of: root)
  }

  /// What stands at the path.
  private enum Kind {
    case file, folder, stream

    init(_ status: stat) {
      switch status.st_mode & S_IFMT {
      case S_IFREG: self = .file
      case S_IFDIR: self = .folder
      default: self = .stream
      }
    }
  }

  private var kind: Kind? {
    var status = stat()
    return stat(path, &status) == 0 ? Kind(status) : nil
  }

  /// The bytes, at most one more than a file may have; nothing if it cannot be read.
  ///
  /// What is included is a plain file: a pipe or device may never end or begin, and opening one may do
  /// something.
  var bytes: [UInt8]? {
    guard kind == .file || (kind == .stream && folder == nil), !leadsOut(path) else {
      return nil
    }
    // Should it have become a pipe since, nobody waits for whoever writes to it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | (folder == nil ? 0 : O_NONBLOCK))
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    if folder != nil {
      var status = stat()
      guard fstat(descriptor, &status) == 0, Kind(status) == .file else { return nil }
    }
    var bytes: [UInt8] = []
    while bytes.count <= FileLimits.fileSize {
      var count = 0
      // The chunk is as long as what `read` says that it has written.
      let chunk = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, initialized in
        repeat {
          count = read(descriptor, buffer.baseAddress, buffer.count)
        } while count < 0 && errno == EINTR
        initialized = max(0, count)
      }
      guard count >= 0 else { return nil }
      guard count > 0 else { break }
      bytes += chunk
    }
    return bytes
  }

  /// Whether links on the way to something that is there lead out of the folder.
  private func leadsOut(_ path: String) -> Bool {
    guard let folder else { return false }
    guard let base = Self.resolved(folder.isEmpty ? "." : folder), let there = Self.resolved(path)
    else { return true }
    return !FilePath.isPath(there + "/", in: base.hasSuffix("/") ? base : base + "/")
  }

  /// The absolute path of something that is there, without links.
  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// What to do if it could not be read.
  var cure: String? {
    switch kind {
    case .folder: "it is a folder; name a file in it"
    case .stream: "only plain files can be included"
    case .file: leadsOut(path) ? "a link to another folder leads there; put the file here" : nil
    case nil: nearestName.map { "did you mean '\($0)'?" }
    }
  }

  /// The name in the same folder that is nearest, if one is near.
  private var nearestName: String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let last = parts.last else { return nil }
    let folder = parts.count == 1 ? "." : parts.dropLast().joined(separator: "/") + "/"
    guard !leadsOut(folder), let entries = opendir(folder) else { return nil }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
      // C has the name in an array, which to Swift is a tuple; it ends with a zero or with the array.
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      // It may itself be there, as a link that leads nowhere.
      if !name.hasPrefix("."), name != last { names.append(name) }
    }
    return NearestSpelling.of(String(last), among: names.sorted())
  }
}
