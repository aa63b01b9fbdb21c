public import Patchwise

extension KnowledgeBase {
  /// Reads and checks knowledge from text in memory.
  ///
  /// - Parameters:
  ///   - text: The root file.
  ///   - name: What diagnostics call the root file. Names of included files are relative to its folder.
  ///   - read: Returns the bytes of an included file, or nothing if there is none of that name.
  /// - Throws: `KnowledgeError` with all problems of the files, in order of place.
  /// - Complexity: Proportional to the length of the files.
  public init(
    yaml text: String, named name: String = "knowledge.yaml",
    including read: (String) -> [UInt8]? = { _ in nil }
  ) throws(KnowledgeError) {
    let root = FilePath.normal(name)
    let files = KnowledgeFiles(root) { $0 == root ? Array(text.utf8) : read($0) }
    self = try files.knowledgeBase()
  }
}
