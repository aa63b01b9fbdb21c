import Patchwise

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A folder that files are written to.
struct OutputFolder {
  private let path: String

  /// Makes a folder, unless it is there already.
  ///
  /// - Throws: `FileProblem` if there is something in it, so that nothing old is taken for new, or if it
  ///   can't be made.
  init(_ path: String) throws(FileProblem) {
    self.path = path
    switch FileKind(path) {
    case .nothing: try Self.make(path)
    case .folder:
      guard (try? FileManager.default.contentsOfDirectory(atPath: path))?.isEmpty == true else {
        throw FileProblem("\(path) is not empty; please name a new folder", .unwritable)
      }
    case .file, .other: throw FileProblem("\(path) is not a folder", .unwritable)
    }
  }

  /// Writes a file, and the folders on the way to it.
  func write(_ text: String, to name: String) throws(FileProblem) {
    let folders = name.split(separator: "/").dropLast()
    if !folders.isEmpty { try Self.make("\(path)/\(folders.joined(separator: "/"))") }
    let file = path(of: name)
    do {
      try Data(text.utf8).write(to: URL(filePath: file), options: .withoutOverwriting)
    } catch {
      throw FileProblem("\(file) can't be written", .unwritable)
    }
  }

  /// Returns the path of a file in the folder.
  func path(of name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }

  private static func make(_ path: String) throws(FileProblem) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw FileProblem("\(path) can't be made", .unwritable)
    }
  }
}
