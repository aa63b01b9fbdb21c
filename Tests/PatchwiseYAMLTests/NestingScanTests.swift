import PatchwiseTestSupport
import Testing

@testable import PatchwiseYAML

@Suite("How deep a file nests")
struct NestingScanTests {
  private static func depth(of form: Form) -> Int {
    switch form.content {
    case .text: 0
    case .list(let items): 1 + (items.map(depth).max() ?? 0)
    case .mapping(let pairs): 1 + (pairs.map { depth(of: $0.value) }.max() ?? 0)
    }
  }

  /// Pieces of which any text of YAML may be made.
  private static let pieces = [
    "[", "]", "{", "}", ", ", ": ", ":", "- ", "? ", "a", "b c", "'", "\"", "'d'", "\"e]\"", "\\",
    "#", " # f", "\n", "\n", "\n", "\n  ", "\n    ", " ", "  ", "\t", "|\n", ">\n", "|-\n  ", "&g ",
    "*g", "!h ", "---\n", "...\n", "\u{85}", "\r\n", "\r", "é", "%", "-", "?", "''", "key: ",
    "[x, ",
    "]\n", "}\n",
  ]

  @Test(
    "what the library for YAML reads nests no deeper than it is said to, nor less deep",
    arguments: 0..<8 as Range<UInt64>)
  func agreement(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var count = 0
    for _ in 0..<25_000 {
      let text = (0..<random.within(1...24)).map { _ in random.pick(Self.pieces) }.joined()
      let log = DiagnosticLog()
      guard let form = FormComposer.compose(text, name: "a", log: log), log.diagnostics.isEmpty
      else { continue }
      count += 1
      let depth = Self.depth(of: form)
      let found = NestingScan.depth(of: SourceText(text, name: "a"))
      // A file that says nothing is a mapping. A list in the column of its key, and a mapping of one pair in brackets, bring a level of their own.
      #expect(
        found <= max(1, depth) && depth <= max(1, 2 * found),
        "\(text.debugDescription): \(depth), \(found)")
    }
    #expect(count > 1_000)
  }
}
