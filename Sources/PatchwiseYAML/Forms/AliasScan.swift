import Yams

/// A first look for aliases, before the library for YAML puts in their places what they stand for.
///
/// That library compares keys by all that is in them, and with aliases of aliases a small file can have a key
/// without end. So what may have aliases is read once with others in their places, which stand for nothing, and at
/// the first of which the library gives up. This could go if it could be told to take none.
enum AliasScan {
  /// Looks through a file.
  ///
  /// - Throws: What the library says of the first alias, or of whatever else is wrong before it.
  static func refuseAliases(in scalars: [Unicode.Scalar]) throws {
    let aliases = names(behind: "*", in: scalars)
    let anchors = Set(names(behind: "&", in: scalars).map { scalars[$0] })
    guard !aliases.isEmpty, !anchors.isEmpty else { return }
    var text = "*a"  // With an anchor for each letter nothing but aliases can be meant.
    if let other = letters.first(where: { !anchors.contains($0) }) {
      var changed = scalars
      for place in aliases { changed[place] = other }
      text = String(String.UnicodeScalarView(changed))
    }
    _ = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
  }

  /// The places of the letters that stand right behind a sign, be it in a text or not.
  private static func names(
    behind sign: Unicode.Scalar, in scalars: [Unicode.Scalar]
  ) -> [Int] {
    scalars.indices.dropFirst().filter { scalars[$0 - 1] == sign && letters.contains(scalars[$0]) }
  }

  /// What a name can begin with.
  private static let letters = Array(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-".unicodeScalars)
}
