import Patchwise

/// The keys of one mapping, to be read one after the other.
///
/// A key that is missing or cannot be read is reported, and a stand-in without a place is returned.
struct Fields {
  /// The kind and name of what the mapping describes, such as `question 'pressure'`.
  let owner: String
  /// Where that is named.
  let location: SourceLocation
  let log: DiagnosticLog
  /// Whether the mapping is one at all; otherwise nothing in it is missed.
  let isMapping: Bool
  private let pairs: [String: Form.Pair]

  /// Takes a mapping apart; reports keys that the shape does not have.
  init(
    _ form: Form, _ shape: Shape, of owner: String, at location: SourceLocation, log: DiagnosticLog
  ) {
    self.owner = owner
    self.location = location
    self.log = log
    guard case .mapping(let pairs) = form.content else {
      log.report(
        .wrongShape, "\(owner) must be a mapping", at: location,
        help: "write keys below it, such as '\(shape.keys[0]):'")
      isMapping = false
      self.pairs = [:]
      return
    }
    isMapping = true
    var known = Dictionary(
      pairs.map { ($0.key.string, $0) }, uniquingKeysWith: { first, _ in first })
    for pair in pairs where !shape.keys.contains(pair.key.string) {
      let meant = Self.key(meantBy: pair.key.string, of: shape, beside: known)
      log.report(
        .unknownKey, "key '\(pair.key)' does not belong to \(shape.kind)", at: pair.key.location,
        help: meant.map { "did you mean '\($0)'?" }
          ?? "\(shape.kind) has the keys \(shape.keys.joined(separator: ", "))")
      if let meant {
        // So that nothing is reported that merely follows from the slip.
        known[meant] = known[meant] ?? pair
      } else if shape.kind == Shape.file.kind {
        log.loseNames()
      }
    }
    self.pairs = known
  }

  /// The key that was meant by a word that is none: one that is not there yet, if there is one like it.
  private static func key(
    meantBy word: String, of shape: Shape, beside known: [String: Form.Pair]
  ) -> String? {
    let free = shape.keys.filter { known[$0] == nil }
    return free.first { word.utf8.count >= 3 && $0.hasPrefix(word) }
      ?? NearestSpelling.of(word, among: free) ?? NearestSpelling.of(word, among: shape.keys)
  }

  /// Returns a key and its value, if it was written.
  subscript(_ key: String) -> Form.Pair? { pairs[key] }

  /// Returns a key and its value; reports that it is missing.
  func needed(_ key: String) -> Form.Pair? {
    guard let pair = pairs[key] else {
      if isMapping { log.report(.missingKey, "\(owner) needs the key '\(key)'", at: location) }
      return nil
    }
    return pair
  }

  /// Reports a key that may not stand here because of something else.
  func misplaced(_ key: String, _ message: String, help: String) {
    guard let pair = pairs[key] else { return }
    log.report(.misplacedKey, message, at: pair.key.location, help: help)
  }

  /// Reports that the value of a key has another shape than the key asks for.
  func wrongShape(_ pair: Form.Pair, mustBe shape: String, help: String? = nil) {
    log.report(
      .wrongShape, "key '\(pair.key)' must be \(shape)", at: pair.key.location, help: help)
  }
}
