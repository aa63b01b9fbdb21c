public import Patchwise

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension KnowledgeBase {
  /// Reads and checks the knowledge of a file on disk and of the files it includes.
  ///
  /// - Parameter path: The path of the root file. Paths of included files are relative to its folder.
  /// - Throws: `KnowledgeError` with all problems of the files, in order of place. A file that cannot be
  ///   read is a problem like any other, with the code `missing-file`.
  /// - Complexity: Proportional to the length of the files.
  public init(contentsOf path: String) throws(KnowledgeError) {
    self = try KnowledgeFiles(contentsOf: path).knowledgeBase()
  }
}

extension KnowledgeFiles {
  /// Reads a root file and every file that it includes from disk.
  ///
  /// - Parameter path: The path of the root file. Paths of included files are relative to its folder.
  public init(contentsOf path: String) {
    self.init(path, reading: Self.bytes)
  }

  /// The bytes of a file, at most one more than a file may have.
  private static func bytes(ofFile path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
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
}
