import Patchwise

/// Reads a root file and every file that it includes, each once.
struct FileLoader {
  /// What was read.
  struct Result {
    /// The files in the order in which they count: a file before those that it includes.
    var files: [Fields] = []
    /// The texts of all files that could be found, by name.
    var texts: [String: String] = [:]
  }

  private(set) var result = Result()
  private let read: (String) -> [UInt8]?
  private let cure: (String) -> String?
  private let log: DiagnosticLog
  /// The folder of the root file, with the slash behind it, in which all others are.
  private let folder: String
  /// The files that are being read, each including the next.
  private var chain: [String] = []
  private var known: Set<String> = []

  /// Creates a loader that asks for the bytes of files, and for a cure where there are none.
  ///
  /// - Parameters:
  ///   - root: The path of the root file.
  ///   - read: Returns the bytes of a file.
  ///   - cure: Returns what to do about one that has none.
  ///   - log: Takes what is wrong.
  init(
    _ root: String, reading read: @escaping (String) -> [UInt8]?,
    cure: @escaping (String) -> String?, log: DiagnosticLog
  ) {
    folder = FilePath.folder(of: root)
    self.read = read
    self.cure = cure
    self.log = log
  }

  /// Reads a file, and then what it includes.
  ///
  /// - Parameters:
  ///   - name: The path of the file.
  ///   - place: Where another file includes it; nothing for the root file.
  mutating func load(_ name: String, includedAt place: SourceLocation? = nil) {
    if let start = chain.firstIndex(of: name) {
      let way = (chain[start...] + [name]).map { "'\($0)'" }.joined(separator: " → ")
      log.report(.circularInclude, "file '\(name)' includes itself: \(way)", at: place)
      return
    }
    guard known.insert(name).inserted else { return }
    guard known.count <= FileLimits.files else {
      if known.count == FileLimits.files + 1 {
        fail(
          .tooMany, "a knowledge base must not have more than \(FileLimits.files) files", at: place)
      }
      return
    }
    guard let file = file(name, includedAt: place) else {
      log.loseNames()
      return
    }
    result.files.append(file)
    chain.append(name)
    let included = file.texts("include")
    // A file that is named wrongly may declare names.
    if let pair = file["include"], pair.value.text != nil { log.loseNames() }
    for path in included { include(path, from: name) }
    chain.removeLast()
  }

  private mutating func include(_ path: AuthoredText, from name: String) {
    guard !path.string.hasPrefix("/") else {
      fail(
        .missingFile, "file '\(path)' must be named relative to the file that includes it",
        at: path.location)
      return
    }
    let included = FilePath.resolve(path.string, from: name)
    // Whoever wrote a knowledge file has no business with what else is on the machine of who reads it.
    guard FilePath.isPath(included, in: folder) else {
      fail(
        .missingFile, "file '\(path)' must be in the folder of the root file, or below it",
        at: path.location)
      return
    }
    load(included, includedAt: path.location)
  }

  /// Returns the keys of a file, or nothing if it cannot be read.
  private mutating func file(_ name: String, includedAt place: SourceLocation?) -> Fields? {
    guard let bytes = read(name) else {
      fail(.missingFile, "file '\(name)' cannot be found or read", at: place, help: cure(name))
      return nil
    }
    guard bytes.count <= FileLimits.fileSize else {
      fail(.tooMany, "file '\(name)' is longer than \(FileLimits.fileSize) bytes", at: place)
      return nil
    }
    let (text, problem) = FileDecoder.decode(bytes, name: name)
    result.texts[name] = text
    if let problem {
      log.report(problem)
      return nil
    }
    guard let form = FormComposer.compose(text, name: name, log: log) else { return nil }
    let fields = Fields(form, .file, of: "file '\(name)'", at: form.location, log: log)
    return fields.isMapping ? fields : nil
  }

  private mutating func fail(
    _ code: DiagnosticCode, _ message: String, at place: SourceLocation?, help: String? = nil
  ) {
    log.report(code, message, at: place, help: help)
    log.loseNames()
  }
}
