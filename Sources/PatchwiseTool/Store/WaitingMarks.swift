import PatchwiseTranscripts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What belongs behind a saved consultation that another program has open; it waits in a file beside it.
///
/// Whoever opens the consultation next writes it where it belongs. Until then it is read as if it stood there.
struct WaitingMarks {
  let path: String
  let number: Int

  /// A file that is longer was not written here.
  private static let sizeLimit = 65_536

  /// What waits, in order; none where nothing does.
  ///
  /// A line that is none of ours is passed over.
  var all: [SavedConsultation.Mark] {
    guard FileKind.isPlainFile(path), FileKind.size(of: path) <= Self.sizeLimit,
      let data = FileManager.default.contents(atPath: path)
    else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n")
      .compactMap(SavedConsultation.Mark.init)
  }

  /// Lets one more wait.
  ///
  /// - Throws: `FileProblem` if it can't be written, or if another program is just taking what waits.
  func add(_ mark: SavedConsultation.Mark) throws(FileProblem) {
    guard FileKind.size(of: path) < Self.sizeLimit - 100 else {
      throw FileProblem("\(path) is full", .unwritable)
    }
    // The line before it may not have been written to its end.
    let line = "\n\(mark.line)"
    while true {
      if let file = try SavedFile(new: path, number) { return try file.append(line) }
      if let file = try SavedFile(opening: path, number) { return try file.append(line) }
    }
  }

  /// Gives what waits to whoever writes it where it belongs, and removes it; where another program is just adding
  /// to it, it goes on waiting.
  func take(
    _ write: ([SavedConsultation.Mark]) throws(FileProblem) -> Void
  ) throws(FileProblem) {
    guard FileKind.isPlainFile(path), let file = try? SavedFile(opening: path, number)
    else { return }
    try write(all)
    try file.remove()
  }

  /// Removes what waits, as nobody is left whom it could be about.
  func remove() {
    guard FileKind.isPlainFile(path) else { return }
    try? SavedFile(opening: path, number)?.remove()
  }
}
