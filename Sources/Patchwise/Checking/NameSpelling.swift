import Patchwise

/// How names are spelt.
///
/// Which words are taken by the language is checked by the engine, for knowledge from anywhere.
enum NameSpelling {
  /// Reports a name that is not made of letters, digits and hyphens.
  static func check(_ name: AuthoredText, of kind: String, log: DiagnosticLog) {
    guard !isName(name.string) else { return }
    let proposal = slug(name.string)
    log.report(
      .badName, "\(kind) '\(name)' must be named with the letters a to z, digits and hyphens alone",
      at: name.location, help: proposal.isEmpty ? nil : "write '\(proposal)'")
  }

  /// Whether a text begins with a letter or digit and has only these and hyphens.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "-") else { return false }
    return text.unicodeScalars.allSatisfy { isPart($0) || $0 == "-" }
  }

  /// The words of a text, parted by hyphens.
  static func slug(_ text: String) -> String {
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
