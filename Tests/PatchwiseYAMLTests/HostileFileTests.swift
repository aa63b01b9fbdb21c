import Foundation
import Patchwise
import PatchwiseTestSupport
import Synchronization
import Testing

@testable import PatchwiseYAML

@Suite("Files that mean harm")
struct HostileFileTests {
  /// The least knowledge, and more behind it.
  private static func files(_ more: String) -> KnowledgeFiles {
    Fixture.files(Fixture.header + more)
  }

  // MARK: The stack

  /// What nests as deeply as the library for YAML would follow, written so that a quick look may miss it.
  private static let deep: [(name: String, text: String)] = {
    func repeated(_ text: String, _ count: Int = 990) -> String {
      String(repeating: text, count: count)
    }
    return [
      ("lists", "x: " + repeated("[")),
      ("lists in lines", "x: " + repeated("[\n")),
      ("lists in lines with items", "x: " + repeated("[a,\n")),
      ("lists behind quotes", "x: " + repeated("[\"]]]]\", ']]]]',")),
      ("lists behind quotes in lines", "x: " + repeated("[\"]]]]\",\n']]]]',\n")),
      ("tagged lists", "x: " + repeated("!a [")),
      ("tagged lists in lines", "x: " + repeated("!a [\n")),
      ("anchored lists", "x: " + (0..<990).map { "&a\($0) [" }.joined()),
      ("mappings", "x: " + repeated("{a: ")),
      ("mappings in lines", "x: " + repeated("{\na:\n")),
      ("keys", "x: " + repeated("{[")),
      ("items", "x:\n" + repeated("- ")),
      ("tagged items", "x:\n- " + repeated("!a\n - ")),
      ("behind a text", "y: |\n  [ '\nx: " + repeated("[\n")),
      ("behind a note", "y: 1 # ['\nx: " + repeated("[\n")),
      ("behind a quote", "y: a\n  [ '\nx: " + repeated("[\n\"]\",\n")),
      (
        "indented", "x:\n" + (0..<990).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
      ),
    ]
  }()

  @Test("nest deeper than a small stack can bear, and are refused there", arguments: deep.indices)
  func smallStack(place: Int) throws {
    let (name, text) = Self.deep[place]
    let codes = OnSmallStack.run { Fixture.problems(Self.files(text)).map(\.code) }
    #expect([[.tooMany], [.brokenYAML]].contains(codes), "\(name)")
  }

  @Test("what nests as deeply as it may is read there")
  func deepest() throws {
    var condition = "calm"
    for place in 0..<24 {
      condition = place % 2 == 0 ? "not (calm or \(condition))" : "(\(condition))"
    }
    let text = "definitions: { deep: \"\(condition)\" }\n"
    #expect(OnSmallStack.run { Fixture.problems(Self.files(text)).map(\.message) } == [])
  }

  // MARK: Time

  /// What takes for ever where every line, name or blank is compared with every other.
  private static let slow: [(name: String, text: String)] = {
    func blanks(_ blank: String = " ") -> String { String(repeating: blank, count: 1_000_000) }
    func topic(_ answer: String) -> String { "topics: { t: { title: T, answer: \(answer) } }\n" }
    return [
      (
        "empty lines in a text",
        "topics:\n t:\n  title: T\n  answer: |\n   x\n\(blanks("\n"))   y\n"
      ),
      (
        "empty lines in a folded text",
        "topics:\n t:\n  title: T\n  answer: >\n   x\n\(blanks("\n"))   y\n"
      ),
      ("blanks in quotes", topic("\"\\x41\(blanks())b\"")),
      ("blanks in single quotes", topic("'a''\(blanks())b'")),
      ("empty lines in quotes", topic("\"a\(blanks("\n"))  b\"")),
      ("escapes", topic("\"\(String(repeating: "\\x41 ", count: 180_000))\"")),
      (
        "names that nearly are others",
        "definitions:\n  ? \(String(repeating: "a", count: 500_000))\n  : calm\n"
          + "  b: \(String(repeating: "a", count: 500_001))\n"
      ),
      (
        "problems that follow from others",
        "definitions:\n"
          + (0..<15_000).map { "  d\($0): []\n  e\($0): d\($0) and f\($0)\n" }.joined()
      ),
    ]
  }()

  @Test("take no longer to read than others of their length", arguments: slow.indices)
  func time(place: Int) {
    let (name, text) = Self.slow[place]
    let start = ContinuousClock.now
    _ = Fixture.problems(Self.files(text))
    // Some take hours otherwise. The machine may be slow, and busy.
    let patience = Duration.seconds(Sanitizer.isOn ? 600 : 60)
    #expect(ContinuousClock.now - start < patience, "\(name)")
  }
}

/// Something that is run on a thread whose stack is as small as that of a queue on some systems.
private enum OnSmallStack {
  static func run<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result? {
    let done = DispatchSemaphore(value: 0)
    let box = Box<Result>()
    let thread = Thread {
      box.result.withLock { $0 = body() }
      done.signal()
    }
    thread.stackSize = 512 << 10
    thread.start()
    done.wait()
    return box.result.withLock { $0 }
  }

  private final class Box<Result: Sendable>: Sendable {
    let result = Mutex<Result?>(nil)
  }
}
