import ArgumentParser

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Transcripts on disk.
enum TranscriptFiles {
  /// Returns the files among some paths, and those in the folders among them, each folder sorted.
  static func paths(in paths: [String]) throws -> [String] {
    let found = try paths.flatMap { path -> [String] in
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        Console.complain("\(path) is not there")
        throw ExitCode.unreadable
      }
      guard isFolder else { return [path] }
      let names = try FileManager.default.subpathsOfDirectory(atPath: path)
      return names.filter { $0.hasSuffix(".transcript") }.sorted().map { "\(path)/\($0)" }
    }
    guard !found.isEmpty else {
      Console.complain(
        "There is no file that ends in .transcript in \(paths.joined(separator: ", ")).")
      throw ExitCode.unreadable
    }
    return found
  }

  /// Returns the text of a file, or says why there is none and leaves.
  static func read(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      Console.complain("\(path) can't be read")
      throw ExitCode.unreadable
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      Console.complain("\(path) is not UTF-8 text")
      throw ExitCode.unreadable
    }
    return text
  }

  /// Replaces a file's text, all of it or nothing.
  static func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      Console.complain("\(path) can't be written")
      throw ExitCode.unwritable
    }
  }
}
