#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Paths as they are named in the working folder.
enum RelativePath {
  /// Returns a path without `.` and with `..` at its beginning alone.
  ///
  /// - Parameter path: The path, absolute or relative to the working folder. Links are followed if only
  ///   that leads into this folder, as it may have been named by a link.
  /// - Returns: The relative path.
  static func of(_ path: String) -> String {
    let folder = FileManager.default.currentDirectoryPath
    let relative = Self.of(path, in: folder)
    guard path.hasPrefix("/"), relative.hasPrefix("../"), let name = realpath(path, nil) else {
      return relative
    }
    defer { free(name) }
    let followed = Self.of(String(cString: name), in: folder)
    return followed.hasPrefix("../") ? relative : followed
  }

  private static func of(_ path: String, in folder: String) -> String {
    let start = parts(of: folder)
    let end = parts(of: path.hasPrefix("/") ? path : "\(folder)/\(path)")
    let common = zip(start, end).prefix { $0 == $1 }.count
    let ups = [Substring](repeating: "..", count: start.count - common)
    return (ups + end[common...]).joined(separator: "/")
  }

  /// The folders and the file on the way from the root.
  private static func parts(of path: String) -> [Substring] {
    path.split(separator: "/").reduce(into: []) { parts, part in
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
  }
}
