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

  init(_ path: String) { self.path = path }

  /// What stands at the path.
  private enum Kind {
    case file, folder, stream
  }

  private var kind: Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .stream
    }
  }

  /// The bytes, at most one more than a file may have; nothing if it cannot be read.
  ///
  /// A pipe or device, which may never end or begin, is read only where somebody asked for it.
  func bytes(evenOfStream allowsStream: Bool) -> [UInt8]? {
    guard kind == .file || (kind == .stream && allowsStream), let file = fopen(path, "rb") else {
      return nil
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while bytes.count <= FileLimits.fileSize {
      let chunk = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
        count = fread(buffer.baseAddress, 1, buffer.count, file)
      }
      guard !chunk.isEmpty else { break }
      bytes += chunk
    }
    return ferror(file) == 0 ? bytes : nil
  }

  /// What to do if it could not be read.
  var cure: String? {
    switch kind {
    case .folder: "it is a folder; name a file in it"
    case .stream: "only plain files can be included"
    case .file: nil
    case nil: nearestName.map { "did you mean '\($0)'?" }
    }
  }

  /// The name in the same folder that is nearest, if one is near.
  private var nearestName: String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let last = parts.last else { return nil }
    let folder = parts.dropLast().joined(separator: "/")
    guard let entries = opendir(parts.count == 1 ? "." : folder + "/") else { return nil }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return NearestSpelling.of(String(last), among: names.sorted())
  }
}
