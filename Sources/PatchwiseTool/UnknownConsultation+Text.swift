import Patchwise

extension UnknownConsultation {
  /// What is said to whoever has named it.
  var text: String {
    let names = known.map(\.name)
    let cure = "There is: \(names.joined(separator: ", "))."
    return UnknownName.text("consultation", id.name, among: names, otherwise: cure)
  }
}

/// What is said to whoever has named something that is not there.
enum UnknownName {
  /// Returns a sentence, with the name that was probably meant or else another cure.
  static func text(
    _ kind: String, _ name: String, among names: [String], otherwise cure: String
  ) -> String {
    let near = NearestSpelling.of(name, among: names).map { "Did you mean '\($0)'?" }
    return "There is no \(kind) '\(name)'. \(near ?? cure)"
  }
}
