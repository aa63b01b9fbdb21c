public import Patchwise

/// The files of a knowledge base: their texts, what they say, and what is wrong with them.
///
/// Use this instead of the initializers of `KnowledgeBase` to show lines of the files beside the
/// problems:
///
/// ```swift
/// let files = KnowledgeFiles("fit.yaml", reading: { bytes(ofFile: $0) })
/// do {
///   let knowledgeBase = try files.knowledgeBase()
/// } catch {
///   print(DiagnosticRenderer(sources: files.texts).render(error.diagnostics))
/// }
/// ```
public struct KnowledgeFiles: Sendable {
  /// The text of each file that could be found, by the name that diagnostics use.
  ///
  /// Bytes that are not UTF-8 are replaced, and a byte order mark is left out.
  public let texts: [String: String]
  /// What the files say, as far as it could be read.
  public let knowledge: Knowledge
  /// What is wrong with the files, in order of place, if their form is not right.
  ///
  /// This holds problems of names and conditions too. Where a file is missing or broken, nothing is said
  /// about names that it may declare. It is empty if the form is right; then the knowledge has yet to be
  /// checked.
  public let problems: [Diagnostic]

  /// Reads a root file and every file that it includes.
  ///
  /// - Parameters:
  ///   - root: The name of the root file. Names of included files are relative to its folder.
  ///   - read: Returns the bytes of a file, or nothing if it cannot be found or read. It is asked once
  ///     for each name, and for none that leads out of the folder of the root file.
  /// - Complexity: Proportional to the length of the files.
  public init(_ root: String, reading read: (String) -> [UInt8]?) {
    self.init(root, reading: read) { _ in nil }
  }

  /// Reads files, and asks for a cure where one cannot be found or read.
  init(
    _ root: String, reading read: (String) -> [UInt8]?, cure: @escaping (String) -> String?
  ) {
    let log = DiagnosticLog()
    let files = withoutActuallyEscaping(read) { read in
      let root = FilePath.normal(root)
      var loader = FileLoader(root, reading: read, cure: cure, log: log)
      loader.load(root)
      return loader.result
    }
    texts = files.texts
    knowledge = Self.knowledge(in: files.files)
    if log.diagnostics.isEmpty {
      problems = []
    } else {
      let further = KnowledgeBase.problems(in: knowledge)
      problems = (log.diagnostics + log.causes(among: further)).inReadingOrder()
    }
  }

  /// A sum over the names and texts of all files, by which other knowledge is told apart.
  ///
  /// Where the folder is that they stand in makes no difference.
  private var fingerprint: String {
    let folders = texts.keys.map {
      $0.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    }
    let first = folders.first ?? []
    let shared = folders.reduce(first.count) { count, folder in
      min(count, zip(first, folder).prefix { $0 == $1 }.count)
    }
    let files = texts.map { name, text in
      let parts = name.split(separator: "/", omittingEmptySubsequences: false).dropFirst(shared)
      return (name: parts.joined(separator: "/"), text: text)
    }
    var sum = Checksum()
    for file in files.sorted(by: { $0.name < $1.name }) { sum.add("\(file.name)\n\(file.text)\n") }
    return sum.digits
  }

  /// Checks what the files say and makes it usable.
  ///
  /// - Throws: `KnowledgeError` with all problems that were found.
  public func knowledgeBase() throws(KnowledgeError) -> KnowledgeBase {
    guard problems.isEmpty else { throw KnowledgeError(problems) }
    return try KnowledgeBase(knowledge, fingerprint: fingerprint)
  }

  private static func knowledge(in files: [Fields]) -> Knowledge {
    guard let root = files.first else { return Knowledge(id: "", title: "", version: "") }
    var reader = KnowledgeReader(root: root)
    for file in files.dropFirst() { reader.readIncluded(file) }
    reader.finish()
    return reader.knowledge
  }
}
