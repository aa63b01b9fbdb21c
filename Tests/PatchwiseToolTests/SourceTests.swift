import Foundation
import Testing

@Suite("What the source code may know")
struct SourceTests {
  /// A file of `Sources`.
  private struct File {
    /// Counted from `Sources`.
    var path: String
    var lines: [String]
  }

  private let files: [File]

  init() throws {
    let sources = Tool.package.appending(path: "Sources").path
    files = try FileManager.default.subpathsOfDirectory(atPath: sources).sorted()
      .filter { path in [".swift", ".h"].contains { path.hasSuffix($0) } }
      .map { path in
        let text = try String(contentsOfFile: "\(sources)/\(path)", encoding: .utf8)
        return File(
          path: path,
          lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
      }
  }

  /// The lines that match, as a compiler would name them.
  private func places(
    of pattern: Regex<Substring>, in isLookedAt: (String) -> Bool
  ) -> [String] {
    files.filter { isLookedAt($0.path) }.flatMap { file in
      file.lines.enumerated().filter { $0.element.contains(pattern) }
        .map { "\(file.path):\($0.offset + 1): \($0.element.trimmingCharacters(in: .whitespaces))" }
    }
  }

  /// Words of the bundled knowledge; its library may be named.
  private static var subject: Regex<Substring> {
    #/
    (?i) \b (?: exosome(?!knowledge) | skin | serum | rash | itch | hive | patch.?test | cream
      | eczema | rosacea | acne | psoria | retin | peel | moistur | sunscreen | dermat | cosmetic
      | allerg | pregnan | redness | needling | blister | swell | swollen | throat )
    /#
  }

  @Test("nothing but the bundled knowledge knows what it is about")
  func subject() {
    #expect(files.count > 100)
    let found = places(of: Self.subject) { !$0.hasPrefix("PatchwiseExosomes/") }
    #expect(found == [], "\(found.joined(separator: "\n"))")
  }

  @Test("of the libraries that apps use, two files speak to the operating system")
  func system() {
    let apart = ["PatchwiseTool/", "PatchwiseReadline/"]
    let found = places(
      of: #/import (?:Glibc|Musl|Darwin|Foundation\w*)/#
    ) { path in !apart.contains { path.hasPrefix($0) } }
    let names = Set(found.map { String($0.prefix { $0 != ":" }) })
    #expect(
      names == ["PatchwiseYAML/Files/FileOnDisk.swift", "PatchwiseDialogue/StandardStreams.swift"])
  }

  @Test("the engine imports the standard library alone")
  func engine() {
    // What threads share comes in a module of the standard library's own.
    let found = places(of: #/^\s*(?:\w+\s+)?import\s+(?!Synchronization$)\w.*/#) {
      $0.hasPrefix("Patchwise/")
    }
    #expect(found == [], "\(found.joined(separator: "\n"))")
  }
}
