#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Transcripts on disk.
enum TranscriptFiles {
  /// Returns the files among some paths, and those in the folders among them, each folder sorted; and
  /// what is wrong with the other paths.
  static func paths(in paths: [String]) -> (files: [String], problems: [FileProblem]) {
    var (files, problems): ([String], [FileProblem]) = ([], [])
    for path in paths {
      switch FileKind(path) {
      case .file, .other: files.append(path)
      case .nothing: problems.append(FileProblem("\(path) is not there"))
      case .folder:
        guard let names = try? FileManager.default.subpathsOfDirectory(atPath: path) else {
          problems.append(FileProblem("\(path) can't be read"))
          continue
        }
        files += names.filter { $0.hasSuffix(".transcript") }.sorted().map { "\(path)/\($0)" }
      }
    }
    if files.isEmpty, problems.isEmpty {
      let folders = paths.joined(separator: ", ")
      problems.append(FileProblem("\(folders) has no file that ends in .transcript"))
    }
    return (files, problems)
  }

  /// Returns the text of a file.
  static func read(_ path: String) throws(FileProblem) -> String {
    try FileKind.demandFile(path)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw FileProblem("\(path) can't be read")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw FileProblem("\(path) is not UTF-8 text")
    }
    return text
  }
}
