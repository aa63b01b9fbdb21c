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

  @Test("nothing starts another program, loads code or speaks to a network")
  func confined() {
    let found = places(
      of:
        #/
        \b (?: Process\( | posix_spawn | v?fork\( | exec[lv][pe]*\( | system\( | popen | dlopen
          | socket\( | getaddrinfo | URLSession | URLRequest | NWConnection
          | CFSocket | CFStreamCreate )
        /#
    ) { _ in true }
    #expect(found == [], "\(found.joined(separator: "\n"))")
  }

  // MARK: What can end the process

  /// What Swift does not look after: memory, and values that threads share.
  private static var unsafe: Regex<Substring> {
    #/[Uu]nsafe(?!-inline)|assumingMemoryBound|Unmanaged|unowned|@unchecked/#
  }

  /// What ends the process where it does not hold.
  private static var demand: Regex<Substring> {
    #/
    \b (?: try! | as! | fatalError | precondition | preconditionFailure | assert | assertionFailure
      | exit (?! \(withError: ) | abort ) \b | [\w)\]] ! (?= [.,;:)\]}\s] | $ )
    /#
  }

  /// The places where something stands that is to be argued, leaving out what is said of the code.
  private func claims(
    of pattern: Regex<Substring>, in isLookedAt: (String) -> Bool = { _ in true }
  ) -> [(file: File, line: Int)] {
    files.filter { $0.path.hasSuffix(".swift") && isLookedAt($0.path) }.flatMap { file in
      file.lines.indices.filter { line in
        let code = Self.code(of: file.lines[line])
        return code.contains(pattern)
      }.map { (file, $0) }
    }
  }

  /// A line without its comment and its texts, as far as these begin and end in it.
  private static func code(of line: String) -> String {
    line.replacing(#/"(?:[^"\\]|\\.)*"/#, with: "").replacing(#/\/\/.*/#, with: "")
  }

  /// Whether a comment stands beside a line or right above it, which is none for those who use the code.
  private func isArgued(_ claim: (file: File, line: Int)) -> Bool {
    let lines = claim.file.lines
    let above = claim.line > 0 ? lines[claim.line - 1].trimmingCharacters(in: .whitespaces) : ""
    return lines[claim.line].contains(#/\s\/\/ /#) || above.hasPrefix("// ")
  }

  private func shown(_ claims: [(file: File, line: Int)]) -> [String] {
    claims.map { "\($0.file.path):\($0.line + 1): \($0.file.lines[$0.line])" }
  }

  @Test("memory is touched where C is spoken to, and elsewhere for a reason that stands there")
  func memory() {
    let atHome = [
      "PatchwiseDialogue/StandardStreams.swift", "PatchwiseExosomes/ExosomeKnowledge.swift",
      "PatchwiseReadline/ReadlineTerminal.swift",
    ]
    let others = claims(of: Self.unsafe) { !atHome.contains($0) }
    #expect(
      Set(others.map(\.file.path)) == [
        "Patchwise/Compiled/ByteSum.swift", "PatchwiseTool/Template.swift",
        "PatchwiseVerification/Counting/ComponentCache.swift",
        "PatchwiseYAML/Files/FileOnDisk.swift",
      ])
    let bare = shown(others.filter { !isArgued($0) })
    #expect(bare == [], "\(bare.joined(separator: "\n"))")
  }

  @Test("whatever can end the process says why it never will")
  func endings() {
    let found = claims(of: Self.demand)
    #expect(found.count > 5)
    let bare = shown(found.filter { !isArgued($0) })
    #expect(bare == [], "\(bare.joined(separator: "\n"))")
  }

  @Test(
    "what is to be argued is found, and what only looks like it is not",
    arguments: [
      ("let a = b!", true), ("b!.c()", true), ("f(a!)", true), ("try! f()", true),
      ("a as! B", true), ("fatalError()", true), ("precondition(a, \"b\")", true),
      ("a != b", false), ("guard !a else { return }", false), ("\"Stop!\"", false),
      ("/// No fatalError() here!", false), ("a // b!", false), ("preconditions(a)", false),
    ])
  func patterns(line: String, isFound: Bool) {
    #expect(Self.code(of: line).contains(Self.demand) == isFound)
  }
}
