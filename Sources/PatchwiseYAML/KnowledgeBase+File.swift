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
  /// - Parameter path: The path of the root file. Paths of included files are relative to the folder of the
  ///   file that includes them. What is not in the folder of the root file, links followed, or is no plain
  ///   file, is not read.
  public init(contentsOf path: String) {
    let root = FilePath.normal(path)
    func file(_ name: String) -> FileOnDisk {
      name == root ? FileOnDisk(root: root) : FileOnDisk(name, includedFrom: root)
    }
    self.init(root, reading: { file($0).bytes }, cure: { file($0).cure })
  }
}
