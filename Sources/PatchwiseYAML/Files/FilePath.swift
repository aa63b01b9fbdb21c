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
}
