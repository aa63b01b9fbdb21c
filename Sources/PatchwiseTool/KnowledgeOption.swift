import ArgumentParser
import Patchwise
import PatchwiseExosomes
import PatchwiseYAML

/// Which knowledge a command works with.
struct KnowledgeOption: ParsableArguments {
  @Option(
    name: .customLong("knowledge"),
    help: ArgumentHelp("Use this knowledge file instead of the bundled one.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var path: String?

  /// The files: the named ones, or the bundled ones.
  static func files(_ path: String?) -> KnowledgeFiles {
    path.map { KnowledgeFiles(contentsOf: $0) } ?? ExosomeKnowledge.files
  }

  /// Loads the knowledge, or says what is wrong with it and leaves.
  func load() throws -> KnowledgeBase { try Self.load(path) }

  /// Loads the knowledge of a file, or the bundled one, or says what is wrong with it and leaves.
  static func load(_ path: String?) throws -> KnowledgeBase {
    guard isReadable(path) else { throw ExitCode.unreadable }
    if path == nil, let bundled = try? ExosomeKnowledge.load() { return bundled }
    let files = files(path)
    do {
      return try files.knowledgeBase()
    } catch {
      Console.complain(DiagnosticRenderer(sources: files.texts).render(error.diagnostics))
      throw status(of: error)
    }
  }

  /// Whether a path can be read without waiting for whoever writes it; says so if it can't.
  static func isReadable(_ path: String?) -> Bool {
    guard let path, FileKind(path) == .other else { return true }
    Console.complain("\(path) is a pipe or a device, and knowledge is read from files only")
    return false
  }

  /// A file that can't be read is another failure than one that is wrong.
  static func status(of error: KnowledgeError) -> ExitCode {
    let codes = error.diagnostics.map(\.code)
    return codes.contains(.missingFile) || codes.contains(.notUTF8) ? .unreadable : .failure
  }
}
