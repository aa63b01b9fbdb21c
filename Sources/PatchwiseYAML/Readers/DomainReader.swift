import Patchwise

/// Reads which values a question can have, from `choose` and the keys that go with it.
struct DomainReader {
  let fields: Fields
  /// The name of the question.
  let name: AuthoredText

  /// What can stand under `choose`.
  enum Choice: String, CaseIterable {
    case one
    case any
    case yesNo = "yes-no"
    case number
    case duration
    case date
    case ingredients
  }

  /// The keys that only some choices have.
  static let keys: [(key: String, choices: [Choice])] = [
    ("options", [.one, .any]),
    ("ordered", [.one]),
    ("cautious end", [.one, .number, .duration]),
    ("range", [.number, .duration]),
    ("unit", [.number]),
    ("lexicons", [.ingredients]),
  ]

  /// Returns the values; where they cannot be read, what mentions the question is not to be trusted.
  func domain() -> Question.Domain {
    guard let choice: Choice = fields.neededWord("choose") else { return standIn() }
    for (key, choices) in Self.keys where !choices.contains(choice) {
      let right = choices.map { "'choose: \($0.rawValue)'" }.joined(separator: " or ")
      fields.misplaced(
        key, "key '\(key)' does not go with 'choose: \(choice.rawValue)'",
        help: "it goes with \(right)")
    }
    switch choice {
    case .one:
      let isOrdered = fields.flag("ordered")
      if !isOrdered {
        fields.misplaced(
          "cautious end", "key 'cautious end' does not go with options that have no order",
          help: "say 'ordered: yes' if they are declared in order")
      }
      return .one(options(), ordered: isOrdered)
    case .any: return .any(options())
    case .yesNo: return .yesNo
    case .number:
      return fields.numberRange("range").map { .number($0, unit: fields.text("unit")) } ?? standIn()
    case .duration: return fields.spanRange("range").map { .duration($0) } ?? standIn()
    case .date: return .date
    case .ingredients: return .ingredients(lexicons())
    }
  }

  private func standIn() -> Question.Domain {
    fields.log.damage(name)
    return .yesNo
  }

  private func options() -> [Question.Option] {
    let options = fields.neededEntries("options", of: "option").map(OptionReader.option)
    if options.isEmpty { fields.log.damage(name) }
    return options
  }

  private func lexicons() -> [Identifier<Lexicon>] {
    let lexicons: [Identifier<Lexicon>] = fields.neededNames("lexicons")
    if lexicons.isEmpty { fields.log.damage(name) }
    return lexicons
  }
}
