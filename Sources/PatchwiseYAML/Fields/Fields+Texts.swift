import Patchwise

extension Fields {
  /// The text of a key that can be left out.
  func text(_ key: String) -> AuthoredText? {
    self[key].flatMap(text)
  }

  /// The text of a key that must be there.
  func neededText(_ key: String) -> AuthoredText {
    needed(key).flatMap(text) ?? ""
  }

  /// The texts of a list.
  func texts(_ key: String) -> [AuthoredText] {
    self[key].map(texts) ?? []
  }

  /// The texts of a list that must be there and hold something.
  func neededTexts(_ key: String) -> [AuthoredText] {
    needed(key).flatMap(filled).map(texts) ?? []
  }

  /// A text, or the texts of a list.
  func textOrTexts(_ key: String) -> [AuthoredText] {
    guard let pair = self[key] else { return [] }
    if pair.value.text != nil { return text(pair).map { [$0] } ?? [] }
    guard case .list = pair.value.content else {
      wrongShape(pair, mustBe: "a text or a list of texts")
      return []
    }
    return texts(pair)
  }

  /// The items of a list.
  func items(_ key: String) -> [Form] {
    self[key].flatMap(items) ?? []
  }

  /// The items of a list that must be there and hold something.
  func neededItems(_ key: String) -> [Form] {
    needed(key).flatMap(filled).flatMap(items) ?? []
  }

  /// The pair, unless its value is an empty list or mapping, which is reported.
  func filled(_ pair: Form.Pair) -> Form.Pair? {
    let isEmpty =
      switch pair.value.content {
      case .list(let items): items.isEmpty
      case .mapping(let pairs): pairs.isEmpty
      case .text: pair.value.isAbsent
      }
    guard isEmpty else { return pair }
    log.report(.emptyList, "key '\(pair.key)' must not be empty", at: pair.key.location)
    return nil
  }

  /// The text of an item of a list.
  func text(item: Form, of key: AuthoredText) -> AuthoredText? {
    guard let text = item.text else {
      log.report(.wrongShape, "each item of '\(key)' must be a text", at: item.location)
      return nil
    }
    guard !text.string.isEmpty else {
      log.report(.emptyText, "an item of '\(key)' must not be empty", at: item.location)
      return nil
    }
    return text
  }

  func text(_ pair: Form.Pair) -> AuthoredText? {
    guard let text = pair.value.text else {
      wrongShape(pair, mustBe: "a text")
      return nil
    }
    guard !text.string.isEmpty else {
      log.report(.emptyText, "key '\(pair.key)' must not be empty", at: pair.key.location)
      return nil
    }
    return text
  }

  /// The texts of a list.
  func texts(_ pair: Form.Pair) -> [AuthoredText] {
    (items(pair) ?? []).compactMap { text(item: $0, of: pair.key) }
  }

  private func items(_ pair: Form.Pair) -> [Form]? {
    if case .list(let items) = pair.value.content { return items }
    let text = pair.value.text.flatMap { Self.fitsInBrackets($0.string) ? $0 : nil }
    wrongShape(
      pair, mustBe: "a list",
      help: text.map { "write '\(pair.key): [\($0)]'" }
        ?? "write each item on a line of its own, after '-'")
    return nil
  }

  /// Whether a text can stand in a list in brackets without quotes.
  private static func fitsInBrackets(_ text: String) -> Bool {
    (1...40).contains(text.unicodeScalars.count)
      && !text.contains { ",:#[]{}'\"".contains($0) || $0.isNewline }
  }
}
