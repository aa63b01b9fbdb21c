import Patchwise
import Yams

/// Reads YAML in which a mapping may have a key twice.
///
/// The library for YAML refuses such a file as a whole and tells only where the key stands first. So that
/// the second place and all other problems can be told too, the first scalar of that key is replaced
/// by one of private use, and the file is read again; `original` undoes the replacement. This could go
/// if the library returned repeated keys as they stand.
struct RepeatedKeys {
  private var scalars: [Unicode.Scalar]
  private let source: SourceText
  private var replaced: [AuthoredText.ScalarPlace: Unicode.Scalar] = [:]

  init(_ source: SourceText) {
    self.source = source
    scalars = source.scalars
  }

  /// Returns the root of a file, or nothing if the file says nothing.
  mutating func compose(_ text: String) throws -> Node? {
    var text = text
    while true {
      do {
        try AliasScan.refuseAliases(in: scalars)
        return try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        guard replace(at: context.mark) else {
          throw YamlError.duplicatedKeysInMapping(duplicates: keys, context: context)
        }
        text = String(String.UnicodeScalarView(scalars))
      }
    }
  }

  /// Returns a key as it stands in the file.
  func original(_ key: String, at mark: AuthoredText.ScalarPlace) -> String {
    guard let scalar = replaced[mark] else { return key }
    return String(scalar) + String(key.unicodeScalars.dropFirst())
  }

  private mutating func replace(at mark: Mark) -> Bool {
    guard replaced.count < FileLimits.repeatedKeys,
      let offset = source.offset(line: mark.line, column: mark.column),
      let substitute = Unicode.Scalar(0xE000 + replaced.count)
    else { return false }
    let isQuoted = scalars[offset] == "\"" || scalars[offset] == "'"
    let place = isQuoted ? offset + 1 : offset
    // Half of an escape, or the bracket of a list, cannot be replaced.
    guard scalars.indices.contains(place), !"\\'\"[{?&!*".unicodeScalars.contains(scalars[place])
    else {
      return false
    }
    replaced[AuthoredText.ScalarPlace(line: mark.line, column: mark.column)] = scalars[place]
    scalars[place] = substitute
    return true
  }
}
