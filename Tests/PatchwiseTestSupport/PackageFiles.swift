/// The files of this package, found from the place of this one and not from the working folder.
package enum PackageFiles {
  /// The folder of the package.
  package static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(3).joined(separator: "/")

  /// Returns the path of a file from its path inside the package.
  package static func path(_ path: String) -> String { "\(root)/\(path)" }
}
