import Foundation
import Patchwise
import Testing

@testable import PatchwiseYAML

/// Whether the schema accepts what is right in form, and no more, is for `./dev schema` to say.
@Suite("The schema of knowledge files")
struct SchemaTests {
  private typealias Object = [String: Any]

  private static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func schema() throws -> Object {
    let file = package.appending(path: "Knowledge/knowledge.schema.json")
    return try #require(JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? Object)
  }

  /// The mappings that a schema describes: the properties of each, by its title.
  private static func mappings(_ schema: Any) -> [String: Object] {
    guard let schema = schema as? Object else {
      return (schema as? [Any] ?? []).reduce(into: [:]) { found, item in
        found.merge(mappings(item)) { $1 }
      }
    }
    var found = mappings(Array(schema.values))
    if let title = schema["title"] as? String, let properties = schema["properties"] as? Object {
      found[title] = properties
    }
    return found
  }

  /// The words that a key takes.
  private static func words(_ key: String, of kind: String) throws -> Set<String> {
    let property = try #require(mappings(schema())[kind]?[key] as? Object)
    return Set(try #require(property["enum"] as? [String]))
  }

  @Test("describes every key that the readers know, and no other")
  func keys() throws {
    let mappings = try Self.mappings(Self.schema())
    #expect(Set(mappings.keys) == Set(Shape.all.map(\.kind)))
    for shape in Shape.all {
      let properties = mappings[shape.kind] ?? [:]
      #expect(Set(properties.keys) == Set(shape.keys), "\(shape.kind)")
      for (key, property) in properties {
        let text = (property as? Object)?["description"] as? String ?? ""
        #expect(text.hasSuffix(".") && text.count > 8, "'\(key)' of \(shape.kind)")
      }
    }
  }

  @Test("looks at all mappings that there are")
  func shapes() throws {
    let file = Self.package.appending(path: "Sources/PatchwiseYAML/Fields/Shape.swift")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(Shape.all.count == text.matches(of: #/static let \w+ = Shape\(/#).count)
  }

  @Test("lists the words that the readers take")
  func words() throws {
    func names<Word: RawRepresentable & CaseIterable>(_: Word.Type) -> Set<String>
    where Word.RawValue == String { Set(Word.allCases.map(\.rawValue)) }
    #expect(try Self.words("choose", of: "a question") == names(DomainReader.Choice.self))
    #expect(try Self.words("cautious end", of: "a question") == names(Question.End.self))
    #expect(try Self.words("when in doubt", of: "a question") == names(Question.InDoubt.self))
    #expect(try Self.words("changes", of: "a question") == names(Question.Change.self))
    #expect(try Self.words("verdict", of: "a topic") == names(Topic.Verdict.self))
    #expect(try Self.words("evidence", of: "a source") == names(Source.Evidence.self))
    #expect(try Self.words("seen", of: "a source") == ["found", "recalled"])
  }

  @Test("refuses the keys that do not go with a choice", arguments: DomainReader.Choice.allCases)
  func misplacedKeys(choice: DomainReader.Choice) throws {
    let definitions = try #require(Self.schema()["$defs"] as? Object)
    let question = try #require(definitions["question"] as? Object)
    var refused: Set<String> = []
    for condition in try #require(question["allOf"] as? [Object]) {
      let tested = (condition["if"] as? Object)?["properties"] as? Object
      let properties = (condition["then"] as? Object)?["properties"] as? Object
      guard (tested?["choose"] as? Object)?["const"] as? String == choice.rawValue else { continue }
      for (key, schema) in properties ?? [:] where schema as? Bool == false { refused.insert(key) }
    }
    let misplaced = DomainReader.keys.filter { !$0.choices.contains(choice) }.map(\.key)
    #expect(refused == Set(misplaced))
  }

  // MARK: Examples for another program

  /// Codes of what is wrong with the form of a file, and can be said in a schema.
  private static let refused: Set<DiagnosticCode> = [
    .unknownKey, .missingKey, .misplacedKey, .wrongShape, .emptyText, .emptyList, .unknownWord,
    .badNumber, .badUnit, .badDate, .badName, .raisesNothing,
  ]
  /// Codes of what a reader of YAML can't read, or reads in its own way, and of ranges and rows that
  /// have the right form and do not fit each other.
  private static let beyond: Set<DiagnosticCode> = [
    .notUTF8, .brokenYAML, .duplicateKey, .badRange, .badTableRow,
  ]

  @Test(
    "has examples of what it must accept and refuse, where somebody wants them",
    .enabled(if: ProcessInfo.processInfo.environment["PATCHWISE_SCHEMA"] != nil))
  func examples() throws {
    let folder = URL(filePath: ProcessInfo.processInfo.environment["PATCHWISE_SCHEMA"] ?? "")
    func write(_ text: String, _ name: String, isRight: Bool) throws {
      let folder = folder.appending(path: isRight ? "right" : "wrong")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data("\(text)\n".utf8).write(to: folder.appending(path: "\(name).yaml"))
    }
    try write(Fixture.wholeLanguage, "whole-language", isRight: true)
    for code in DiagnosticCode.allCases {
      try write(code.page.good, code.rawValue, isRight: true)
      guard !Self.beyond.contains(code) else { continue }
      try write(code.page.bad, "avoid-\(code)", isRight: !Self.refused.contains(code))
    }
  }
}
