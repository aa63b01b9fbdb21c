/// What is said to whoever has named something that is not there.
package enum UnknownName {
  /// Returns a sentence, with the name that was probably meant or else another cure.
  package static func text(
    _ kind: String, _ name: String, among names: [String], otherwise cure: String
  ) -> String {
    let near = NearestSpelling.of(name, among: names).map { "Did you mean '\($0)'?" }
    return "There is no \(kind) '\(name)'. \(near ?? cure)"
  }
}
