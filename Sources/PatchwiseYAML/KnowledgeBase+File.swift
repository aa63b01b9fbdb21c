public import Patchwise

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
    let root = FilePath.normal(path)
    self.init(
      root, reading: { FileOnDisk($0).bytes(evenOfStream: $0 == root) },
      cure: { FileOnDisk($0).cure })
  }
}
