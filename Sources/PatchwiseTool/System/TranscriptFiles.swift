import PatchwiseTranscripts

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

  /// Returns the transcripts among some paths, and those in the folders among them.
  ///
  /// - Throws: `FileProblem` about the first that can't be read.
  static func transcripts(in paths: [String]) throws(FileProblem) -> [Transcript] {
    guard !paths.isEmpty else { return [] }
    let found = Self.paths(in: paths)
    if let problem = found.problems.first { throw problem }
    var transcripts: [Transcript] = []
    for path in found.files { transcripts.append(Transcript(try read(path), named: path)) }
    return transcripts
  }

  /// Returns the text of a file.
  ///
  /// - Throws: `FileProblem` if it is none, can't be read, is no text, or is longer than a transcript may be.
  static func read(_ path: String) throws(FileProblem) -> String {
    try FileKind.demandFile(path)
    guard FileKind.size(of: path) <= Transcript.sizeLimit else {
      throw FileProblem("\(path) is longer than \(Transcript.sizeLimit) bytes")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw FileProblem("\(path) can't be read")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw FileProblem("\(path) is not UTF-8 text")
    }
    return text
  }
}
