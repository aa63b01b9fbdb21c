/// The arithmetic of paths with slashes, without looking at any file system.
enum FilePath {
  /// Returns the path of a file that another one includes, relative to where that one's path starts.
  static func resolve(_ path: String, from including: String) -> String {
    guard let slash = including.lastIndex(of: "/") else { return normal(path) }
    return normal(String(including[...slash]) + path)
  }

  /// Returns the path without `.` and without `..` where a folder precedes it; `.` if nothing is left.
  static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    let normal = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    return normal.isEmpty ? "." : normal
  }

  /// Returns the folder of a normal path, with the slash behind it; nothing for the working folder.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// Whether a normal path names something in a folder, or in one below it.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - folder: The folder, as `folder(of:)` returns it.
  /// - Returns: Whether it does, as far as the names tell.
  static func isPath(_ path: String, in folder: String) -> Bool {
    // By bytes: letters that look and count as the same are other names to a file system.
    guard path.utf8.starts(with: folder.utf8) else { return false }
    let rest = path.utf8.dropFirst(folder.utf8.count)
    return !rest.elementsEqual("..".utf8) && !rest.starts(with: "../".utf8)
      && (!folder.isEmpty || rest.first != UInt8(ascii: "/"))
  }
}
