import Patchwise

/// Reads a list of ingredients, typed or pasted from a label, as the tags of its lexicons.
struct IngredientReader {
  private let tags: [Lexicon.Tag]

  init(_ knowledge: KnowledgeBase, _ lexicons: [Identifier<Lexicon>]) {
    tags = lexicons.compactMap { id in knowledge.knowledge.lexicons.first { $0.id == id } }
      .flatMap(\.tags)
  }

  /// Returns the tags of the names in a line, each once; names are compared whole.
  ///
  /// A line that is no list and holds no known name may be anything, and is asked back.
  func exactReading(of line: String) -> AnswerReading {
    if AnswerReader.saysNone(line) { return .certain(.options([])) }
    let parts = Self.parts(of: line)
    let names = Set(parts.flatMap(Self.names).map { Words($0) })
    let found = tags.filter { tag in tag.names.contains { names.contains(Words($0.string)) } }
      .map(\.id).withoutRepeats()
    guard found.isEmpty, parts.count == 1 else { return .certain(.options(found)) }
    return Words(line).isNegated ? .refused(.negated) : .probable(.options([]))
  }

  /// The parts of a list: between commas, semicolons, bullets, line breaks, and behind a colon.
  private static func parts(of line: String) -> [String] {
    var parts = [""]
    let characters = Array(line)
    for (place, character) in characters.enumerated() {
      // The comma of "1,2-Hexanediol" is part of the name.
      let isInNumber =
        character == "," && place > 0 && place + 1 < characters.count
        && characters[place - 1].isNumber && characters[place + 1].isNumber
      if character.isNewline || ",;:•·|".contains(character) && !isInNumber {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }

  /// What a part may be called: "Parfum (Fragrance)" is both, and "water and perfume" are two.
  private static func names(in part: String) -> [String] {
    let words = part.split(separator: " ").split { $0.lowercased() == "and" }
    return [part] + part.split(whereSeparator: { "()[]/&+".contains($0) }).map(String.init)
      + words.map { $0.joined(separator: " ") }
  }
}
