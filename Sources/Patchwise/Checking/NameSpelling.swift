/// How names are spelt.
package enum NameSpelling {
  /// Returns what is wrong with the spelling of a name, if anything.
  package static func problem(
    of name: String, kind: String, at location: SourceLocation?
  ) -> Diagnostic? {
    guard !isName(name) else { return nil }
    let proposal = slug(name)
    return Diagnostic(
      .badName,
      "\(kind) '\(name)' must be named with the letters a to z, digits and hyphens alone",
      at: location, help: proposal.isEmpty ? nil : "write '\(proposal)'")
  }

  /// Whether a text begins with a letter or digit and has only these and hyphens.
  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "-") else { return false }
    return text.unicodeScalars.allSatisfy { isPart($0) || $0 == "-" }
  }

  /// Returns the words of a text, parted by hyphens.
  package static func slug(_ text: String) -> String {
    text.unicodeScalars
      .split { !isPart($0) }
      .map { String(String.UnicodeScalarView($0)) }
      .joined(separator: "-")
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: false
    }
  }
}
