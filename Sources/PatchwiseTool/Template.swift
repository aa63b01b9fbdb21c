import CTemplate

/// What a new knowledge base begins with.
enum Template {
  /// A file of it.
  struct File {
    var name: String
    var text: String
  }

  /// What the template itself is called, wherever its files say so.
  private static let placeholder = "houseplant"

  /// Returns the files of a new knowledge base, the root file first.
  ///
  /// - Parameter name: What it is called.
  /// - Returns: The files, with the name wherever the template has its own.
  static func files(named name: String) -> [File] {
    var count = 0
    // The files are constants of the program, beside their lengths.
    let files = UnsafeBufferPointer(start: CTemplateFiles(&count), count: count)
    return files.map { file in
      // As above.
      let bytes = UnsafeBufferPointer(start: file.bytes, count: file.length)
      return File(
        name: renamed(String(cString: file.name), name),
        text: renamed(String(decoding: bytes, as: UTF8.self), name))
    }
  }

  private static func renamed(_ text: String, _ name: String) -> String {
    text.split(separator: placeholder, omittingEmptySubsequences: false).joined(separator: name)
  }
}
