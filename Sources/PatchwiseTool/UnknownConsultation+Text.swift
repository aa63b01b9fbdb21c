import Patchwise

extension UnknownConsultation {
  /// What is said to whoever has named it.
  var text: String {
    let names = known.map(\.name)
    let cure = NearestSpelling.of(id.name, among: names).map { "Did you mean '\($0)'?" }
    return
      "There is no consultation '\(id)'. \(cure ?? "There is: \(names.joined(separator: ", ")).")"
  }
}
