import Patchwise

extension Fields {
  /// The name that a key refers to.
  func name<Subject>(_ key: String) -> Identifier<Subject>? {
    text(key).map { Identifier($0.string, at: $0.location) }
  }

  /// The names of a list.
  func names<Subject>(_ key: String) -> [Identifier<Subject>] {
    texts(key).map { Identifier($0.string, at: $0.location) }
  }

  /// The names of a list that must be there and hold something.
  func neededNames<Subject>(_ key: String) -> [Identifier<Subject>] {
    neededTexts(key).map { Identifier($0.string, at: $0.location) }
  }

  /// What is cited under `sources`.
  var citations: [Identifier<Citation>] { names("sources") }

  /// The scales of a mapping, and the levels that they are raised to.
  func raises(_ pair: Form.Pair) -> [Rule.Raise] {
    guard case .mapping(let pairs) = pair.value.content else {
      wrongShape(pair, mustBe: "a mapping", help: "write 'raise: { SCALE: LEVEL }'")
      return []
    }
    guard filled(pair) != nil else { return [] }
    return pairs.compactMap { scale in
      text(scale).map { level in
        Rule.Raise(
          Identifier(scale.key.string, at: scale.key.location),
          to: Identifier(level.string, at: level.location))
      }
    }
  }

  /// The questions of a mapping, each with one of its options.
  func choices(_ key: String) -> [Plan.FollowUp.Choice] {
    guard let pair = self[key] else { return [] }
    guard case .mapping(let pairs) = pair.value.content else {
      wrongShape(pair, mustBe: "a mapping", help: "write '\(pair.key): { QUESTION: OPTION }'")
      return []
    }
    return pairs.compactMap { question in
      text(question).map {
        Plan.FollowUp.Choice(
          Identifier(question.key.string, at: question.key.location),
          Identifier($0.string, at: $0.location))
      }
    }
  }

  /// The scales of a mapping, each with some of its levels.
  func limits(_ pair: Form.Pair) -> [Advice.Limit] {
    guard case .mapping(let pairs) = pair.value.content else {
      wrongShape(pair, mustBe: "a mapping", help: "write '\(pair.key): { SCALE: [LEVEL] }'")
      return []
    }
    guard filled(pair) != nil else { return [] }
    return pairs.map { scale in
      Advice.Limit(
        Identifier(scale.key.string, at: scale.key.location),
        to: filled(scale).map(texts)?.map { Identifier($0.string, at: $0.location) } ?? [])
    }
  }

  /// What a mapping declares: names, each with what is said about it.
  func entries(_ key: String, of kind: String) -> [Entry] {
    self[key].map { entries($0, of: kind) } ?? []
  }

  /// What a mapping that must be there declares; at least one name.
  func neededEntries(_ key: String, of kind: String) -> [Entry] {
    needed(key).flatMap(filled).map { entries($0, of: kind) } ?? []
  }

  private func entries(_ pair: Form.Pair, of kind: String) -> [Entry] {
    guard case .mapping(let pairs) = pair.value.content else {
      log.loseNames()
      wrongShape(
        pair, mustBe: "a mapping",
        help: "write each \(kind) as its name, ':' and what belongs to it")
      return []
    }
    return pairs.map { Entry(kind: kind, name: $0.key, value: $0.value, log: log) }
  }
}
