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
  var files: KnowledgeFiles { Self.files(path) }

  static func files(_ path: String?) -> KnowledgeFiles {
    path.map { KnowledgeFiles(contentsOf: $0) } ?? ExosomeKnowledge.files
  }

  /// Loads the knowledge, or says what is wrong with it and leaves.
  func load() throws -> KnowledgeBase {
    let files = files
    do {
      return try files.knowledgeBase()
    } catch {
      Console.complain(DiagnosticRenderer(sources: files.texts).render(error.diagnostics))
      throw Self.status(of: error)
    }
  }

  /// A file that can't be read is another failure than one that is wrong.
  static func status(of error: KnowledgeError) -> ExitCode {
    let codes = error.diagnostics.map(\.code)
    return codes.contains(.missingFile) || codes.contains(.notUTF8) ? .unreadable : .failure
  }
}
