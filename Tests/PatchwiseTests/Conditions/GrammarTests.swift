import Foundation
import PatchwiseTestSupport
import Testing

@testable import Patchwise

@Suite("The grammar of conditions in the documentation")
struct GrammarTests {
  private let grammar: Grammar

  init() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Patchwise/Patchwise.docc/KnowledgeLanguage.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let section = try #require(text.components(separatedBy: "## Conditions\n").last)
    grammar = try Grammar(#require(section.components(separatedBy: "```\n").dropFirst().first))
  }

  private func isRead(_ words: [String]) -> Bool {
    var parser = ConditionParser(words.joined(separator: " "))
    return (try? parser.parse()) != nil
  }

  @Test("speaks of nothing that is not read")
  func sentences() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<3_000 {
      let words = grammar.sentence(of: "condition", depth: 6, using: &random)
      #expect(isRead(words), "\(words.joined(separator: " "))")
    }
  }

  @Test("leaves out nothing that is read")
  func mistakes() {
    var random = SplitMix64(seed: 8)
    var read = 0
    for _ in 0..<3_000 {
      var words = grammar.sentence(of: "condition", depth: 4, using: &random)
      let place = Int.random(in: words.indices, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: words.remove(at: place)
      case 1: words.insert(words.randomElement(using: &random) ?? "or", at: place)
      default: words.swapAt(place, Int.random(in: words.indices, using: &random))
      }
      // What stands behind a number is its unit until names are looked up, and how many conditions are enough
      // is counted.
      if words.contains(where: { $0.contains(where: \.isNumber) }) { continue }
      let isRead = isRead(words)
      if isRead { read += 1 }
      #expect(
        grammar.speaks(words, as: "condition") == isRead, "\(words.joined(separator: " "))")
    }
    #expect(read > 100)
  }
}

/// A grammar as the documentation writes it, which can be spoken and listened to.
private struct Grammar {
  indirect enum Part {
    case word(String)
    case name(String)
    case sequence([Part])
    case choice([Part])
    case optional(Part)
    case repeated(Part)
  }

  private var rules: [String: Part] = [:]

  init(_ text: String) throws {
    var tokens = text.split(whereSeparator: \.isWhitespace).map(String.init)[...]
    while let name = tokens.popFirst() {
      let sign = tokens.popFirst()
      try #require(sign == "=", "\(name)")
      rules[name] = try Self.choice(&tokens)
    }
  }

  private static func choice(_ tokens: inout ArraySlice<String>) throws -> Part {
    var parts = [try sequence(&tokens)]
    while tokens.first == "|" {
      tokens.removeFirst()
      parts.append(try sequence(&tokens))
    }
    return .choice(parts)
  }

  private static func sequence(_ tokens: inout ArraySlice<String>) throws -> Part {
    var parts: [Part] = []
    while let token = tokens.first, !["|", ")", "]", "}"].contains(token),
      tokens.dropFirst().first != "="
    {
      tokens.removeFirst()
      switch token {
      case "(", "[", "{":
        let inner = try choice(&tokens)
        tokens.removeFirst()
        parts.append(token == "[" ? .optional(inner) : token == "{" ? .repeated(inner) : inner)
      case _ where token.hasPrefix("\""): parts.append(.word(String(token.dropFirst().dropLast())))
      default: parts.append(.name(token))
      }
    }
    return .sequence(parts)
  }

  // MARK: Speaking

  func sentence(
    of name: String, depth: Int, using random: inout SplitMix64
  ) -> [String] {
    guard let rule = rules[name] else {
      let words =
        [
          "NAME": ["p", "q", "any", "none", "least", "of"], "COUNT": ["1"],
          "NUMBER": ["2", "-0.5"],
        ]
      return [words[name]?.randomElement(using: &random) ?? "days"]
    }
    return speak(rule, depth - 1, &random)
  }

  private func speak(_ part: Part, _ depth: Int, _ random: inout SplitMix64) -> [String] {
    switch part {
    case .word(let word): return [word]
    case .name(let name): return sentence(of: name, depth: depth, using: &random)
    case .sequence(let parts): return parts.flatMap { speak($0, depth, &random) }
    case .choice(let parts):
      // Deep down the last choice but the nesting ones is taken, which comes to an end.
      let ending = parts.filter { !nests($0) }
      return (depth > 0 || ending.isEmpty ? parts : ending).randomElement(using: &random)
        .map { speak($0, depth, &random) } ?? []
    case .optional(let part):
      return Bool.random(using: &random) ? speak(part, depth, &random) : []
    case .repeated(let part):
      let count = depth > 0 ? Int.random(in: 0...2, using: &random) : 0
      return (0..<count).flatMap { _ in speak(part, depth, &random) }
    }
  }

  /// Whether a part leads to conditions within it.
  private func nests(_ part: Part) -> Bool {
    switch part {
    case .word: false
    case .name(let name): name == "condition" || name == "term"
    case .sequence(let parts), .choice(let parts): parts.contains(where: nests)
    case .optional(let part), .repeated(let part): nests(part)
    }
  }

  // MARK: Listening

  func speaks(_ words: [String], as name: String) -> Bool {
    ends(.name(name), from: 0, in: words).contains(words.count)
  }

  /// Where a part of the grammar may end that begins at a place.
  private func ends(_ part: Part, from start: Int, in words: [String]) -> Set<Int> {
    switch part {
    case .word(let word):
      return start < words.count && words[start] == word ? [start + 1] : []
    case .name(let name):
      if let rule = rules[name] { return ends(rule, from: start, in: words) }
      guard start < words.count, !["(", ")", ","].contains(words[start]),
        !ConditionParser.reservedWords.contains(words[start])
      else { return [] }
      return name == "NAME" || name == "UNIT" ? [start + 1] : []
    case .sequence(let parts):
      return parts.reduce([start]) { places, part in
        Set(places.flatMap { ends(part, from: $0, in: words) })
      }
    case .choice(let parts):
      return Set(parts.flatMap { ends($0, from: start, in: words) })
    case .optional(let part):
      return ends(part, from: start, in: words).union([start])
    case .repeated(let part):
      var (all, new): (Set<Int>, Set<Int>) = ([start], [start])
      while !new.isEmpty {
        new = Set(new.flatMap { ends(part, from: $0, in: words) }).subtracting(all)
        all.formUnion(new)
      }
      return all
    }
  }
}
